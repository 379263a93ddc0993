import type { CoreEvent } from '@letopis/core';
import type { Fact } from '../projection/fact.ts';
import { byDay, factOf, factsOn, isOneOf } from '../projection/fact.ts';

/** The event types of the steps of an enrollment's life. */
export const STEP_TYPES = [
  'Enrolled',
  'StudyStarted',
  'Transferred',
  'Suspended',
  'Reinstated',
  'Completed',
  'Discharged',
] as const;

/** The steps, and the annulments of steps. */
export const LIFE_TYPES = [...STEP_TYPES, 'EnrollmentEntryAnnulled'] as const;

/** One step in the life of an enrollment. */
export type LifeFact = Fact<(typeof STEP_TYPES)[number]>;

/** A step, or the annulment of one. */
export type LifeEntryFact = Fact<(typeof LIFE_TYPES)[number]>;

/** A step as it was entered. */
export interface LifeEntry {
  readonly step: LifeFact;
  /** Who annulled it, when, why, and what stands in its place; `null`: it counts. RK 1.8. */
  readonly annulled: Fact<'EnrollmentEntryAnnulled'> | null;
}

/** The step or annulment of an event; `null` if the event is neither. */
export function lifeFactOf(event: CoreEvent): LifeEntryFact | null {
  return isOneOf(event, LIFE_TYPES) ? factOf(event) : null;
}

/**
 * The steps as of a day (`null`: all that is known) in the order of their days. Of one day they are
 * in log order, where a step takes the place of the one that it replaces.
 */
export function lifeEntries(
  facts: readonly LifeEntryFact[],
  on: string | null,
): readonly LifeEntry[] {
  const current = factsOn(facts, on);
  const annulments = new Map<string, Fact<'EnrollmentEntryAnnulled'>>();
  const steps: LifeFact[] = [];
  for (const fact of current) {
    if (fact.type !== 'EnrollmentEntryAnnulled') steps.push(fact);
    else if (!annulments.has(fact.data.corrects)) annulments.set(fact.data.corrects, fact);
  }
  const places = new Map(steps.map(({ source }, index) => [source.event, index]));
  for (const step of steps) {
    const by = annulments.get(step.source.event)?.data.replacedBy ?? null;
    const later = by === null ? undefined : steps.find(({ source }) => source.event === by);
    if (by !== null && later?.on === step.on) places.set(by, places.get(step.source.event) ?? 0);
  }
  const placeOf = ({ source }: LifeFact): number => places.get(source.event) ?? 0;
  return steps
    .toSorted((a, b) => byDay(a, b) || placeOf(a) - placeOf(b))
    .map((step) => ({ step, annulled: annulments.get(step.source.event) ?? null }));
}

/** The steps that count as of a day, in the order of {@link lifeEntries}. */
export const stepsInForce = (
  facts: readonly LifeEntryFact[],
  on: string | null,
): readonly LifeFact[] =>
  lifeEntries(facts, on).flatMap(({ step, annulled }) => (annulled === null ? [step] : []));

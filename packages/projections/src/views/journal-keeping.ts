import type { CoreEvent } from '@letopis/core';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf } from '../projection/fact.ts';
import { distinct, keyPart } from '../projection/key.ts';

/** The event types about a journal itself: whose it is, and where it is continued. RK 4. */
export const KEEPING_TYPES = [
  'JournalHandedOver',
  'JournalContinued',
  'JournalEntryAnnulled',
] as const;

/** A fact about a journal itself. */
export type KeepingFact = Fact<(typeof KEEPING_TYPES)[number]>;

/** A handing over or a continuation as it was entered, and its annulment. RK 1.8. */
export interface KeepingEntry {
  readonly fact: Exclude<KeepingFact, { type: 'JournalEntryAnnulled' }>;
  /** `null`: it counts. */
  readonly annulled: Fact<'JournalEntryAnnulled'> | null;
}

/**
 * Who handed over the journals of a group in a module, in which journals they are continued, and
 * which journals of other groups are continued in them. RK 4 no. 4, 5.
 */
export interface JournalKeeping extends WithBasis {
  readonly kind: 'keeping';
  readonly group: string;
  readonly module: string | null;
  /** By day, annulled ones too; entries of one day in log order. */
  readonly entries: readonly KeepingEntry[];
}

/** The groups whose journals an event is about: a continuation is about two. */
export function keepingGroups(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, KEEPING_TYPES)) return [];
  const { group } = event.data;
  if (event.type === 'JournalContinued') return distinct(group, event.data.intoGroup);
  return distinct(group, ...(event.refs.group ?? []));
}

/** The fact of a journal's keeping; `null` if the event is about something else. */
export function keepingFactOf(event: CoreEvent): KeepingFact | null {
  return isOneOf(event, KEEPING_TYPES) ? factOf(event) : null;
}

/** Derives the entries about the journals themselves from a list of facts. */
export function keepingOn(key: string, facts: readonly KeepingFact[]): JournalKeeping {
  const annulments = new Map<string, Fact<'JournalEntryAnnulled'>>();
  for (const fact of facts) {
    if (fact.type !== 'JournalEntryAnnulled') continue;
    if (!annulments.has(fact.data.corrects)) annulments.set(fact.data.corrects, fact);
  }
  const entries = facts
    .filter((fact) => fact.type !== 'JournalEntryAnnulled')
    .map((fact) => ({ fact, annulled: annulments.get(fact.source.event) ?? null }))
    .toSorted((a, b) => (a.fact.on < b.fact.on ? -1 : Number(a.fact.on > b.fact.on)));
  return {
    kind: 'keeping',
    group: keyPart(key, 1),
    module: keyPart(key, 2) || null,
    entries,
    basis: basisOf(facts),
  };
}

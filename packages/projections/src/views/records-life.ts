import type { Dated } from '../projection/fact.ts';
import type { LifeEntryFact, LifeFact } from './life-steps.ts';
import { LIFE_TYPES, stepsInForce } from './life-steps.ts';

/** What opens, ends and opens again a record; an enrollment may be annulled as well. RK 1.8. */
export type CourseFact =
  | (Dated & { readonly type: 'opened' | 'reopened' | 'annulled' })
  | (Dated & { readonly type: 'ended'; readonly orderedOn: string });

/** Is it a step of an enrollment, or the annulment of one? */
export const isLife = (fact: { readonly type: string }): fact is LifeEntryFact =>
  (LIFE_TYPES as readonly string[]).includes(fact.type);

/** What the steps that count say of the records of their enrollments. */
export function courseOf(facts: readonly LifeEntryFact[]): readonly CourseFact[] {
  const steps = stepsInForce(facts, null);
  const standing = new Set(steps.map(({ source }) => source.stream));
  const gone = facts.filter(({ source }) => !standing.has(source.stream));
  return [
    ...gone.map(({ on, source }) => ({ on, source, type: 'annulled' as const })),
    ...steps.flatMap(courseFactOf),
  ];
}

function courseFactOf({ type, on, ground, source }: LifeFact): readonly CourseFact[] {
  if (type === 'Enrolled') return [{ on, source, type: 'opened' }];
  if (type === 'Reinstated') return [{ on, source, type: 'reopened' }];
  if (type !== 'Completed' && type !== 'Discharged') return [];
  return [{ on, source, type: 'ended', orderedOn: ground?.date ?? on }];
}

/** Is a lesson the earliest of its journal so far? A journal begins with its earliest lesson. */
export const isEarliest = (
  facts: readonly (Dated & { readonly type: string })[],
  held: Dated,
): boolean =>
  !facts.some(
    ({ type, on, source }) =>
      type === 'opened' && on <= held.on && source.stream === held.source.stream,
  );

import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf } from '../projection/fact.ts';

/** The event types about how a learner studies: years, forms of education and of study. */
export const COURSE_TYPES = [
  'YearDecided',
  'StudyFormSet',
  'StudyFormEnded',
  'StudyEntryAnnulled',
] as const;

/** A fact about how a learner studies. */
export type CourseFact = Fact<(typeof COURSE_TYPES)[number]>;

type CourseEntryFact = Exclude<CourseFact, { type: 'StudyEntryAnnulled' }>;

/** An entry, and its annulment: it counts as never made, or another one stands in its place. */
export interface CourseEntry {
  readonly fact: CourseEntryFact;
  readonly annulled: Fact<'StudyEntryAnnulled'> | null;
}

/** How a learner studies in one enrollment: all entries by day, annulled ones too. RK 1.6. */
export interface FileCourse extends WithBasis {
  readonly kind: 'course';
  readonly learner: string;
  readonly enrollment: string;
  readonly entries: readonly CourseEntry[];
}

/** Derives the entries from a list of facts. */
export function courseOf(
  learner: string,
  enrollment: string,
  facts: readonly CourseFact[],
): FileCourse {
  const annulments = new Map<string, Fact<'StudyEntryAnnulled'>>();
  for (const fact of facts) {
    if (fact.type === 'StudyEntryAnnulled') annulments.set(fact.data.corrects, fact);
  }
  const entries = facts
    .filter((fact) => fact.type !== 'StudyEntryAnnulled')
    .map((fact) => ({ fact, annulled: annulments.get(fact.source.event) ?? null }))
    .toSorted((a, b) => (a.fact.on < b.fact.on ? -1 : Number(a.fact.on > b.fact.on)));
  return { kind: 'course', learner, enrollment, entries, basis: basisOf(facts) };
}

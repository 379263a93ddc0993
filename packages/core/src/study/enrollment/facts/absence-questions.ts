import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';

/* Whether a mark says that a learner was where the journal says that they were not. RK 1.4. */

/** A result, as far as it says whether the learner had to be there. */
export interface MarkGiven {
  /** Form of the assessment, by the regulation's id. */
  readonly form: string;
  /** Whether an official of the organisation gave it. */
  readonly byOfficial: boolean;
  /** Whether it was a granted retake, which is apart from lessons. */
  readonly isRetake: boolean;
}

/**
 * Does a mark say that the learner was there? Not that of work of a form that is done at a
 * distance, of a platform or another organisation, or of a retake. RK 1.4.
 */
export function needsPresence(
  { form, byOfficial, isRetake }: MarkGiven,
  { assessment }: Pick<Edition, 'assessment'>,
): boolean {
  return byOfficial && !isRetake && !assessment.distanceForms.includes(form);
}

/** An absence from a lesson. */
export interface AbsenceSeen {
  readonly lesson: string;
  readonly on: string;
  /** Attendance code, by the regulation. */
  readonly code: string;
}

/**
 * The absence that a mark contradicts: from the lesson that it names, or without one from every
 * lesson of its day; null: there is none. R2 §2.3, RK 1.4.
 */
export function absenceFrom(
  lessons: readonly LessonSeen[],
  {
    learner,
    on,
    named,
  }: { readonly learner: string; readonly on: string; readonly named: string | null },
): AbsenceSeen | null {
  const asked = lessons.filter((one) => (named === null ? one.on === on : one.lesson === named));
  const [first] = asked;
  const code = first?.absent.get(learner);
  if (first === undefined || code === undefined) return null;
  if (asked.some(({ absent }) => !absent.has(learner))) return null;
  return { lesson: first.lesson, on: first.on, code };
}

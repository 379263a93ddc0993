import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import { absenceFrom, needsPresence } from '../facts/absence-questions.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { RecordInput } from './commands.ts';
import { absentFromLesson } from './refusals.ts';

/**
 * Refuses `absent-from-lesson` where a mark is given for a lesson, or on a day of lessons of its
 * module, from which the learner was absent. Not refused: work of a form that is done at a
 * distance, and marks of a platform or of another organisation. RK 1.4; R2 §2.3, R1 §2.3, R5 §2.4.
 */
export function refuseIfAbsent(
  { value, assessor, basis, retake, on }: RecordInput,
  { form }: Pick<Subject, 'form'>,
  { lessons = [] }: EnrollmentContext,
  learner: string,
  edition: Edition,
): Refusal | null {
  if (value === undefined) return null;
  const given = { form, byOfficial: typeof assessor === 'string', isRetake: retake !== undefined };
  if (!needsPresence(given, edition)) return null;
  const named = basis?.kind === 'lesson' ? basis.id : null;
  return refuseIfAbsentFrom(lessons, { learner, on, named });
}

/**
 * Refuses `absent-from-lesson` where the learner was absent from the named lesson, or without one
 * from every lesson of the day.
 */
export function refuseIfAbsentFrom(
  lessons: readonly LessonSeen[],
  place: { readonly learner: string; readonly on: string; readonly named: string | null },
): Refusal | null {
  const absence = absenceFrom(lessons, place);
  return absence === null ? null : absentFromLesson({ learner: place.learner, ...absence });
}

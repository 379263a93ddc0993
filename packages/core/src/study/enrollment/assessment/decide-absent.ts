import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import { absenceFrom, attendanceAgainst, needsPresence } from '../facts/absence-questions.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { debtRules, excusedBy } from '../facts/debt-questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { RecordInput } from './commands.ts';
import { absenceDiffers, absentFromLesson, presentAtLesson } from './lesson-refusals.ts';

/**
 * Refuses a result that the attendance of a lesson rules out: of the one that it names, or without
 * one of those of its day in its module. A mark of who was absent is refused with
 * `absent-from-lesson`, an absence of who was present with `present-at-lesson`, and one by another
 * code than the lesson has with `absence-differs`. Not refused: what is done at a distance, what a
 * platform or another organisation says, and an absence that a sheet, a work or a protocol says. RK
 * 1.4; R2 §2.3, R1 §2.3, R5 §2.4.
 */
export function refuseIfAttendanceDiffers(
  { outcome, reason: code, assessor, basis, retake, on }: RecordInput,
  { form }: Pick<Subject, 'form'>,
  context: EnrollmentContext,
  learner: string,
  edition: Edition,
): Refusal | null {
  if (outcome === 'not-assessed') return null;
  const given = { form, byOfficial: typeof assessor === 'string', isRetake: retake !== undefined };
  if (!needsPresence(given, edition)) return null;
  const { lessons = [] } = context;
  const reason = code ?? null;
  if (outcome === undefined) {
    const named = basis?.kind === 'lesson' ? basis.id : null;
    return refuseIfAbsentFrom(lessons, { learner, on, named });
  }
  const isExcused = excusedBy(debtRules(context));
  const seen = attendanceAgainst(lessons, { learner, on, reason, basis }, isExcused);
  if (seen === null) return null;
  const { lesson, on: day } = seen;
  return seen.code === null
    ? presentAtLesson({ learner, lesson, on: day })
    : absenceDiffers({ learner, lesson, on: day, code: seen.code, reason });
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

import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import type { IsExcused } from './counting-questions.ts';

/*
 * Whether a mark says that a learner was where the journal says that they were not, or an absence
 * the other way round. RK 1.4.
 */

/** A result, as far as it says whether the learner had to be there. */
export interface ResultGivenAt {
  /** Form of the assessment, by the regulation's id. */
  readonly form: string;
  /** Whether an official of the organisation gave it. */
  readonly byOfficial: boolean;
  /** Whether it was a granted retake, which is apart from lessons. */
  readonly isRetake: boolean;
}

/**
 * Does a mark say that the learner was there, and an absence that they were not? Not that of work
 * of a form that is done at a distance, of a platform or another organisation, or of a retake. RK
 * 1.4.
 */
export function needsPresence(
  { form, byOfficial, isRetake }: ResultGivenAt,
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
  const seen = lessonsAbout(lessons, on, named).map((one): AbsenceSeen | null => {
    const code = one.absent.get(learner);
    return code === undefined ? null : { lesson: one.lesson, on: one.on, code };
  });
  const [first = null] = seen;
  return seen.includes(null) ? null : first;
}

/** The lessons that a result is about: the one that it names, or those of its day. */
const lessonsAbout = (lessons: readonly LessonSeen[], day: string, named: string | null) =>
  lessons.filter(({ on, lesson }) => (named === null ? on === day : lesson === named));

/** An absence that a result states. */
export interface AbsenceStated {
  readonly learner: string;
  readonly on: string;
  /** Its attendance code; null: none. */
  readonly reason: string | null;
  /** Null: it has no basis. Of a sheet, a work or a protocol no lesson is asked. */
  readonly basis: { readonly kind: string; readonly id: string | null } | null;
}

/** A lesson that has another attendance of a learner than a result says. */
export interface LessonAgainst extends Omit<AbsenceSeen, 'code'> {
  /** Attendance code; null: present. */
  readonly code: string | null;
}

/**
 * The lesson that a stated absence contradicts, because the learner is present there, or absent by
 * another code: the lesson that it names, or without a basis every lesson of its day; null: there
 * is none. An absence without a code is one without an excuse. RK 1.4, R2 §2.3.
 */
export function attendanceAgainst(
  lessons: readonly LessonSeen[],
  { learner, on, reason, basis }: AbsenceStated,
  isExcused: IsExcused,
): LessonAgainst | null {
  if (basis !== null && basis.kind !== 'lesson') return null;
  const asked = lessonsAbout(lessons, on, basis?.id ?? null);
  const seen = asked.map((one): LessonAgainst | null => {
    const { lesson, on: day, absent, present } = one;
    const code = absent.get(learner) ?? null;
    const isListed = code !== null || present.has(learner);
    const agrees = reason === null ? code !== null && !isExcused(code, day) : code === reason;
    return isListed && !agrees ? { lesson, on: day, code } : null;
  });
  const [first = null] = seen;
  return seen.includes(null) ? null : first;
}

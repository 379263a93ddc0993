import { isNumbered } from '../../acting/order.ts';
import type { ActingPerson } from '../../acting/signer.ts';
import { notAppointed, officeNotEntitled, signAs } from '../../acting/signer.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { ScopeQuery } from '../../rules/official/facts/questions.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { CorrectionRules } from '../../rules/regulation/sections/correction.ts';
import type { LessonRules } from '../../rules/regulation/sections/lessons.ts';
import type { Signer } from '../../values/shape.ts';
import type { AttendanceChanged, LessonEntry } from './facts/entry-questions.ts';
import { attendanceChanged, sameBesideAttendance } from './facts/entry-questions.ts';
import { attendancePaperMissing, lessonCorrectedInParts } from './refusals.ts';

/*
 * Who corrects a lesson, and on which paper. Attendance is corrected by whom the regulation names
 * for it, and an absence on a paper; topic, hours and whatever else by whom it names for marks and
 * lessons. RK 1.4.
 */

/** What a correction of a lesson changes. */
export interface LessonChanges {
  readonly attendance: readonly AttendanceChanged[];
  /** Whether it changes more than whom the lesson lists. */
  readonly more: boolean;
}

/** What a correction changes from one entry to another. */
export const changesIn = (before: LessonEntry, after: LessonEntry): LessonChanges => ({
  attendance: attendanceChanged(before, after),
  more: !sameBesideAttendance(before, after),
});

/**
 * Refuses `attendance-paper-missing` where an absence is corrected or taken away, or one is excused
 * later, without a paper with number and day. That somebody was absent who was marked present, or
 * was forgotten, shows in no paper. RK 1.4.
 */
export function refuseUnlessAbsencePaper(
  lesson: string,
  { attendance }: LessonChanges,
  { attendancePaperRequired }: CorrectionRules,
  { attendanceCodes }: LessonRules,
  ground: Ground | null,
): Refusal | null {
  if (!attendancePaperRequired || isNumbered(ground)) return null;
  const excuses = attendanceCodes.filter(({ excused }) => excused).map(({ code }) => code);
  const learners = attendance
    .filter(
      ({ before, after }) => typeof before === 'string' || excuses.some((code) => code === after),
    )
    .map(({ learner }) => learner);
  return learners.length === 0 ? null : attendancePaperMissing({ lesson, learners });
}

/**
 * The signer of a correction of a lesson. What changes attendance and more is signed in an office
 * that may correct both. Refuses `lesson-corrected-in-parts` where the signer may correct one of
 * them alone, and as `signAs` does. RK 1.4.
 */
export function signLessonCorrection(
  official: OfficialState,
  asked: ActingPerson,
  { attendance, more }: LessonChanges,
  { signerOffices, attendanceOffices }: CorrectionRules,
  scope: ScopeQuery,
): Signer | Refusal {
  const sign = (offices: readonly string[]) => signAs(official, asked, offices, scope);
  if (attendance.length === 0) return sign(signerOffices);
  if (!more) return sign(attendanceOffices);
  const signer = sign(signerOffices.filter((office) => attendanceOffices.includes(office)));
  if (!isRefusal(signer) || !isNotEntitled(signer)) return signer;
  const inPart = [attendanceOffices, signerOffices].some((offices) => {
    const alone = sign(offices);
    return !isRefusal(alone) || !isNotEntitled(alone);
  });
  if (!inPart) return sign([...new Set([...attendanceOffices, ...signerOffices])]);
  return lessonCorrectedInParts({ attendanceOffices, signerOffices });
}

const isNotEntitled = ({ code }: Refusal): boolean =>
  code === notAppointed.code || code === officeNotEntitled.code;

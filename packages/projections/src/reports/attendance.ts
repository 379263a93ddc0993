import type { Attendance } from '../views/journal-marks.ts';
import type { RegulationTitles } from '../views/regulation-titles.ts';

/** How many lessons a learner attended and missed. */
export interface AttendanceTotals {
  readonly lessonsAttended: number;
  readonly lessonsMissed: number;
  /** The missed lessons whose absence code the regulation excuses. */
  readonly lessonsMissedExcused: number;
  readonly hoursAttended: number;
  readonly hoursMissed: number;
}

/**
 * Counts attended and missed lessons. The regulation says which absence codes are excused. R5 §4.3,
 * form C1.
 */
export function attendanceTotals(
  attendance: readonly Attendance[],
  titles: RegulationTitles,
): AttendanceTotals {
  const missed = attendance.filter(({ code }) => code !== null);
  const excused = missed.filter(({ code }) => titles.attendance[code ?? '']?.excused === true);
  const hoursMissed = hours(missed);
  return {
    lessonsAttended: attendance.length - missed.length,
    lessonsMissed: missed.length,
    lessonsMissedExcused: excused.length,
    hoursAttended: hours(attendance) - hoursMissed,
    hoursMissed,
  };
}

const hours = (lessons: readonly Attendance[]): number =>
  lessons.reduce((sum, lesson) => sum + lesson.hours, 0);

import * as z from 'zod';
import { complaint, shown } from './complaint.ts';

/**
 * Schema of a study year: the calendar year in which it begins.
 *
 * @example
 * studyYear.parse('2026'); // => '2026'
 */
export const studyYear = z.string().regex(/^(?:19|20|21)\d\d$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не учебный год: укажите год его начала, например 2026`,
      `${shown(input)} is no study year: give the year in which it begins, such as 2026`,
    ),
});

/**
 * The study year of a day, named by the calendar year in which it begins. It runs from 1 September;
 * 273-FZ art. 13 leaves the day to the organisation, and this is our default.
 *
 * @example
 * studyYearOf('2027-08-31'); // => '2026'
 */
export function studyYearOf(on: string): string {
  const year = Number(on.slice(0, 4));
  return String(on.slice(5, 7) >= '09' ? year : year - 1);
}

/**
 * The first day of a study year, as {@link studyYearOf} counts it.
 *
 * @example
 * firstDayOfStudyYear('2026'); // => '2026-09-01'
 */
export const firstDayOfStudyYear = (year: string): string => `${year}-09-01`;

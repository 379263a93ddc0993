import type { DisclosureRules } from '../../../rules/regulation/sections/disclosure.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, isLocalDate } from '../../../values/local-date.ts';

/* Terms of answer in working or calendar days. 152-FZ art. 14 §3, 59-FZ art. 12. */

type Calendar = Pick<DisclosureRules, 'holidays' | 'daysOff' | 'daysWorked'>;

/** A term of answer: how many days, of which unit. */
export interface AnswerTerm {
  readonly days: number;
  readonly unit: 'working-days' | 'calendar-days';
}

/**
 * Whether the organisation works on a day: Monday to Friday without public holidays, as changed by
 * the calendar of the year. Labour Code art. 111, 112.
 * @example
 * isWorkingDay('2026-11-04', { holidays: ['11-04'], daysOff: [], daysWorked: [] }); // => false
 */
export function isWorkingDay(on: string, { holidays, daysOff, daysWorked }: Calendar): boolean {
  if (daysWorked.includes(on)) return true;
  if (daysOff.includes(on) || holidays.includes(on.slice(5))) return false;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The last day of a term that begins on the day after `from` (Civil Code art. 191). A term in
 * calendar days that ends on a day of rest is not prolonged, because the earlier end is the safe
 * one. `from` outside the years 1900 to 2199 is returned unchanged.
 * @example
 * const calendar = { holidays: ['11-04'], daysOff: [], daysWorked: [] };
 * termEnd('2026-10-30', { days: 3, unit: 'working-days' }, calendar); // => '2026-11-05'
 */
export function termEnd(from: string, { days, unit }: AnswerTerm, calendar: Calendar): string {
  if (!isLocalDate(from)) return from;
  if (unit === 'calendar-days') return addDays(from, days);
  let last: LocalDate = from;
  // A calendar without one working day in this many is no calendar: the count ends there.
  let looked = 0;
  for (let left = days; left > 0 && looked < 10_000; looked += 1) {
    last = addDays(last, 1);
    if (isWorkingDay(last, calendar)) left -= 1;
  }
  return last;
}

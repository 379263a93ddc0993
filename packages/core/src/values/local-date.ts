import * as z from 'zod';
import { LetopisError } from '../kernel/errors.ts';
import { complaint, shown } from './complaint.ts';

const DAY_MS = 86_400_000;

// The whole rule is one pattern, so that the JSON Schema of an event has it too.
// 1900 and 2100 are no leap years, 2000 is one.
const LEAP_YEAR = '(?:19|21)(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26])';
const MONTH_AND_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])' +
  '|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const LOCAL_DATE = new RegExp(`^(?:(?:19|20|21)\\d\\d-${MONTH_AND_DAY}|(?:${LEAP_YEAR})-02-29)$`);

/**
 * Schema of a calendar day `YYYY-MM-DD` of the years 1900 to 2199. Refuses days that no calendar
 * has and texts in any other form; the message names the value.
 *
 * @example
 * localDate.parse('2024-02-29'); // => '2024-02-29'
 * localDate.safeParse('2026-02-29').success; // => false
 */
export const localDate = calendarDay();

/**
 * The same for the day of what is done by order or by plan: it may lie ahead, within the bound that
 * the regulation sets (`general.daysAhead.ordered`). In a command `localDate` is the day of what
 * has happened.
 *
 * @example
 * orderedDay.parse('2026-09-01'); // => '2026-09-01'
 */
export const orderedDay = calendarDay();

/**
 * The same for a day that no bound holds, because it says how long something lasts: the end of an
 * appointment, of a leave, of a consent.
 *
 * @example
 * lastingDay.parse('2031-08-31'); // => '2031-08-31'
 */
export const lastingDay = calendarDay();

function calendarDay() {
  return z
    .string({ error: ({ input }) => noDate(input) })
    .regex(LOCAL_DATE, { error: ({ input }) => noDate(input) })
    .brand<'LocalDate'>();
}

/** A calendar day `YYYY-MM-DD` without a time zone; plain string order is the order of days. */
export type LocalDate = z.output<typeof localDate>;

function noDate(input: unknown): string {
  return complaint(
    `${shown(input)} не календарный день вида ГГГГ-ММ-ДД с 1900 по 2199 год`,
    `${shown(input)} is no calendar day YYYY-MM-DD of the years 1900 to 2199`,
  );
}

/**
 * Is this a calendar day `YYYY-MM-DD` of the years 1900 to 2199?
 *
 * @example
 * isLocalDate('2026-09-01'); // => true
 * isLocalDate('2026-9-1'); // => false
 */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && LOCAL_DATE.test(value);
}

/**
 * The day that lies `days` later, or earlier for a negative number. Throws `misuse` where the
 * number is not whole or the day would leave the years 1900 to 2199.
 *
 * @example
 * addDays(localDate.parse('2026-02-28'), 1); // => '2026-03-01'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(utcOf(date) + whole(days) * DAY_MS);
}

/**
 * The day `months` later; where that month has no such day, its last day. Throws `misuse` as
 * {@link addDays} does. Source: Civil Code of Russia art. 192 §3.
 *
 * @example
 * addMonths(localDate.parse('2026-01-31'), 1); // => '2026-02-28'
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthsFromZero = year(date) * 12 + month(date) - 1 + whole(months);
  const newYear = Math.floor(monthsFromZero / 12);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (newYear < 1900) throw outside(`the year ${newYear}`);
  const newMonth = monthsFromZero - newYear * 12;
  const first = Date.UTC(newYear, newMonth, 1);
  const last = Date.UTC(newYear, newMonth + 1, 0);
  return dayOf(Math.min(first + (day(date) - 1) * DAY_MS, last));
}

/**
 * The day `years` later; 29 February becomes 28 February where the year is no leap year. Throws
 * `misuse` as {@link addDays} does. Source: Civil Code of Russia art. 192 §1, §3.
 *
 * @example
 * addYears(localDate.parse('2024-02-29'), 1); // => '2025-02-28'
 */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, whole(years) * 12);
}

/**
 * How many days lie from one day to another; negative where the second is the earlier.
 *
 * @example
 * daysBetween(localDate.parse('2026-09-01'), localDate.parse('2026-09-11')); // => 10
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcOf(to) - utcOf(from)) / DAY_MS;
}

/**
 * Compares two days: -1 where the first is earlier, 1 where it is later, 0 where they are one.
 *
 * @example
 * compareDates(localDate.parse('2026-09-01'), localDate.parse('2026-10-01')); // => -1
 */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const year = (date: LocalDate): number => Number(date.slice(0, 4));
const month = (date: LocalDate): number => Number(date.slice(5, 7));
const day = (date: LocalDate): number => Number(date.slice(8, 10));

/** The first millisecond of the day in UTC: days are counted there, where each has 24 hours. */
function utcOf(date: LocalDate): number {
  return Date.UTC(year(date), month(date) - 1, day(date));
}

function dayOf(utcMs: number): LocalDate {
  const instant = new Date(utcMs);
  const known = !Number.isNaN(instant.valueOf());
  const text = known ? instant.toISOString().replace(/T.*/, '') : 'a day of no calendar';
  if (isLocalDate(text)) return text;
  throw outside(text);
}

function outside(what: string): LetopisError {
  return new LetopisError('misuse', `${what} lies outside the years 1900 to 2199`);
}

function whole(count: number): number {
  if (Number.isSafeInteger(count)) return count;
  throw new LetopisError('misuse', `${count} is no whole number of days, months or years`);
}

import { LetopisError } from '../kernel/errors.ts';
import { shown } from './complaint.ts';
import type { LocalDate } from './local-date.ts';
import { isLocalDate } from './local-date.ts';

const STEP_MS = 900_000;
const DAY_MS = 86_400_000;

/** No zone has ever been further from UTC than this since 1900, in milliseconds. */
const OFFSET_MAX_MS = 57_600_000;

/** From 1973 on all offsets are whole minutes, and change only between two. */
const MINUTE_MS = 60_000;
const WHOLE_SINCE_SLOT = Date.UTC(1973, 0, 1) / MINUTE_MS;
let lastDay = { slot: Number.NaN, timeZone: '', day: '' };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A format is slow to make and quick to use: those of the newest 100 zones are kept. */
const FORMATS_MAX = 100;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Is this the name of a time zone of the IANA database, such as `Europe/Moscow` or `UTC`? A bare
 * offset (`+03:00`) is not: it does not know how the zone's offset changed over the years.
 *
 * @example
 * isTimeZone('Asia/Yekaterinburg'); // => true
 * isTimeZone('+05:00'); // => false
 */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar day of an instant in a time zone. Throws `misuse` for a text that is no ISO instant
 * with `Z` or an offset, for an unknown zone, and outside the years 1900 to 2199.
 *
 * @example
 * dayAt('2026-08-31T21:00:00.000Z', 'Europe/Moscow'); // => '2026-09-01'
 */
export function dayAt(instantIso: string, timeZone: string): LocalDate {
  const utcMs = INSTANT.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(utcMs) || !isLocalDate(instantIso.slice(0, 10))) {
    throw new LetopisError('misuse', `${shown(instantIso)} is no ISO instant with Z or an offset`);
  }
  // Every command asks what day it is: the last answer is right to the end of its minute.
  const slot = Math.floor(utcMs / MINUTE_MS);
  if (slot === lastDay.slot && timeZone === lastDay.timeZone) return lastDay.day as LocalDate;
  const day = dayOfMs(utcMs, zoneOf(timeZone));
  if (isLocalDate(day)) {
    if (slot >= WHOLE_SINCE_SLOT) lastDay = { slot, timeZone, day };
    return day;
  }
  throw new LetopisError('misuse', `${day} lies outside the years 1900 to 2199`, { day });
}

/**
 * The last millisecond of a calendar day in a time zone, as an ISO instant with milliseconds and
 * `Z`. It is right where the clocks change at midnight or go back over it; for a day that the zone
 * skipped it is the end of the day before. Reports "as known on a day" mean this instant. Throws
 * `misuse` for an unknown zone.
 *
 * @example
 * endOfDay(localDate.parse('2026-09-01'), 'Europe/Moscow'); // => '2026-09-01T20:59:59.999Z'
 */
export function endOfDay(date: LocalDate, timeZone: string): string {
  const zone = zoneOf(timeZone);
  const midnight = Date.parse(`${date}T00:00:00.000Z`) + DAY_MS;
  // Found from its end, because clocks that go back over midnight make a day come twice.
  let after = midnight + OFFSET_MAX_MS;
  let last = after - STEP_MS;
  while (dayOfMs(last, zone) > date) {
    after = last;
    last -= STEP_MS;
  }
  while (after - last > 1) {
    const middle = Math.floor((last + after) / 2);
    if (dayOfMs(middle, zone) > date) after = middle;
    else last = middle;
  }
  return new Date(last).toISOString();
}

function zoneOf(timeZone: string): Intl.DateTimeFormat {
  if (isTimeZone(timeZone)) return formatOf(timeZone);
  throw new LetopisError('misuse', `${shown(timeZone)} is no IANA time zone`, { timeZone });
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  if (formats.size >= FORMATS_MAX) formats.clear();
  formats.set(timeZone, format);
  return format;
}

function dayOfMs(utcMs: number, zone: Intl.DateTimeFormat): string {
  let year = '';
  let month = '';
  let day = '';
  for (const { type, value } of zone.formatToParts(utcMs)) {
    if (type === 'year') year = value;
    else if (type === 'month') month = value;
    else if (type === 'day') day = value;
  }
  return `${year}-${month}-${day}`;
}

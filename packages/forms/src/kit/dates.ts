import type { Language } from '@letopis/core';
import { isLocalDate } from '@letopis/core/values';
import { format } from 'date-fns/format';
import { ru } from 'date-fns/locale/ru';

/**
 * A calendar day as tables print it, `22.11.2026` in both languages. A text that is not a day
 * `YYYY-MM-DD` is returned unchanged, because a page shows what was stored.
 *
 * @example
 * shortDate('2026-11-22'); // => '22.11.2026'
 */
export function shortDate(day: string): string {
  return isLocalDate(day) ? format(localMidnight(day), 'dd.MM.yyyy') : day;
}

/**
 * A calendar day without its year, as the heading of a narrow column has it: `22.11`.
 *
 * @example
 * dayAndMonth('2026-11-22'); // => '22.11'
 */
export function dayAndMonth(day: string): string {
  return isLocalDate(day) ? format(localMidnight(day), 'dd.MM') : day;
}

/**
 * A calendar day with the month as a word, as texts and signatures have it.
 *
 * @example
 * longDate('2026-11-22', 'ru'); // => '22 ноября 2026 г.'
 * longDate('2026-11-22', 'en'); // => '22 November 2026'
 */
export function longDate(day: string, language: Language): string {
  if (!isLocalDate(day)) return day;
  if (language === 'en') return format(localMidnight(day), 'd MMMM yyyy');
  return `${format(localMidnight(day), 'd MMMM yyyy', { locale: ru })} г.`;
}

/**
 * An instant in a time zone, with seconds and the name of the zone: `22.11.2026 18:05:09
 * (Europe/Moscow)`. Throws a RangeError for an invalid instant or an unknown time zone.
 *
 * @example
 * printedInstant('2026-11-22T15:05:09.123Z', 'Europe/Moscow');
 * // => '22.11.2026 18:05:09 (Europe/Moscow)'
 */
export function printedInstant(instantIso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instantIso));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('day')}.${part('month')}.${part('year')}`;
  return `${day} ${part('hour')}:${part('minute')}:${part('second')} (${timeZone})`;
}

/**
 * Midnight of the day in the machine's own time zone, which date-fns prints in, so that no zone
 * shifts the day.
 */
function localMidnight(day: string): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

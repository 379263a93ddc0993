import { isLetopisError, localDate } from '@letopis/core';
import type { LocalDate } from '@letopis/core';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  daysBetween,
  isLocalDate,
} from '@letopis/core/values';
import fc from 'fast-check';
import { afterEach, describe, expect, expectTypeOf, test } from 'vitest';

const day = (text: string): LocalDate => localDate.parse(text);
const first = Date.UTC(1900, 0, 1) / 86_400_000;
const last = Date.UTC(2199, 11, 31) / 86_400_000;

/** The oracle: day number → text, by the platform's own UTC calendar. */
const textOf = (dayNumber: number): string =>
  new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const dayNumbers = fc.integer({ min: first, max: last });
const misuse = (act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return isLetopisError(error, 'misuse');
  }
};

describe('a local date', () => {
  test('is every day of the calendar from 1900 to 2199, and nothing else', () => {
    const wrong: string[] = [];
    for (let year = 1898; year <= 2201; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let dayOfMonth = 0; dayOfMonth <= 32; dayOfMonth += 1) {
          const text = `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
          const utc = new Date(Date.UTC(year, month - 1, dayOfMonth));
          const real = utc.toISOString().slice(0, 10) === text && year >= 1900 && year <= 2199;
          if (isLocalDate(text) !== real) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is a text of exactly this form', () => {
    const odd = ['2026-9-1', ' 2026-09-01', '2026-09-01\n', '01.09.2026', '', 20260901, null];
    expect(odd.filter(isLocalDate)).toEqual([]);
  });

  test('is refused with a message that names the value in both languages', () => {
    const message = localDate.safeParse('2026-02-30').error?.issues[0]?.message;
    expect(message).toBe(
      '"2026-02-30" не календарный день вида ГГГГ-ММ-ДД с 1900 по 2199 год | ' +
        '"2026-02-30" is no calendar day YYYY-MM-DD of the years 1900 to 2199',
    );
    expect(localDate.safeParse(5).error?.issues[0]?.message).toContain('5 is no calendar day');
  });

  test('does not take a raw string for a checked day', () => {
    expectTypeOf<LocalDate>().toExtend<string>();
    // @ts-expect-error - a raw string is no checked day
    expect(addDays('2026-09-01', 1)).toBe('2026-09-02');
  });
});

describe('arithmetic of days', () => {
  afterEach(() => {
    delete process.env['TZ'];
  });

  test('adds days as the UTC calendar does, whatever zone the machine stands in', () => {
    for (const zone of ['America/Sao_Paulo', 'Pacific/Apia', 'Europe/Moscow']) {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(dayNumbers, dayNumbers, (from, to) => {
          expect(addDays(day(textOf(from)), to - from)).toBe(textOf(to));
          expect(daysBetween(day(textOf(from)), day(textOf(to)))).toBe(to - from);
        }),
      );
    }
  });

  test('adds months as the UTC calendar does, and stays in the month', () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: -1200, max: 1200 }), (from, months) => {
        const start = new Date(from * 86_400_000);
        const wanted = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
        const year = Math.floor(wanted / 12);
        fc.pre(year >= 1900 && year <= 2199);
        const end = new Date(`${addMonths(day(textOf(from)), months)}T00:00:00Z`);
        expect(end.getUTCFullYear() * 12 + end.getUTCMonth()).toBe(wanted);
        const lastOfMonth = new Date(Date.UTC(year, (wanted % 12) + 1, 0)).getUTCDate();
        expect(end.getUTCDate()).toBe(Math.min(start.getUTCDate(), lastOfMonth));
      }),
    );
  });

  test('ends a term on the last day of a month that has no such day', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 75)).toBe('2099-02-28');
  });

  test('refuses to leave the years 1900 to 2199 and to count in parts', () => {
    expect(misuse(() => addDays(day('2199-12-31'), 1))).toBe(true);
    expect(misuse(() => addDays(day('1900-01-01'), -1))).toBe(true);
    expect(misuse(() => addYears(day('2150-01-01'), 75))).toBe(true);
    expect(misuse(() => addYears(day('2000-01-01'), -1950))).toBe(true);
    expect(misuse(() => addYears(day('2000-01-01'), 1e12))).toBe(true);
    expect(misuse(() => addDays(day('2026-01-01'), Number.MAX_SAFE_INTEGER))).toBe(true);
    expect(misuse(() => addDays(day('2026-01-01'), 0.5))).toBe(true);
  });

  test('compares days in the order of the calendar', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        expect(compareDates(day(textOf(a)), day(textOf(b)))).toBe(Math.sign(a - b));
      }),
    );
  });
});

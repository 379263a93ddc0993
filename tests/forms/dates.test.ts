import { dayAndMonth, longDate, printedInstant, shortDate } from '@letopis/forms/kit';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day in print', () => {
  test('is written with points, with its month in words, and without its year', () => {
    expect(shortDate('2026-11-22')).toBe('22.11.2026');
    expect(dayAndMonth('2026-11-22')).toBe('22.11');
    expect(longDate('2026-11-22', 'ru')).toBe('22 ноября 2026 г.');
    expect(longDate('2026-03-01', 'ru')).toBe('1 марта 2026 г.');
    expect(longDate('2026-11-22', 'en')).toBe('22 November 2026');
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Europe/Moscow'])(
    'is the same day on a machine in %s',
    (name) => {
      process.env['TZ'] = name;
      fc.assert(
        fc.property(days, (day) => {
          expect(shortDate(day).split('.').toReversed().join('-')).toBe(day);
        }),
      );
    },
  );

  test('is given back as it stands where it is no day', () => {
    expect(shortDate('2026-02-30')).toBe('2026-02-30');
    expect(longDate('весна', 'ru')).toBe('весна');
  });
});

describe('an instant in print', () => {
  test('is told in the zone of the organisation, which is named', () => {
    const instant = '2026-11-22T21:05:09.999Z';
    expect(printedInstant(instant, 'Europe/Moscow')).toBe('23.11.2026 00:05:09 (Europe/Moscow)');
    expect(printedInstant(instant, 'UTC')).toBe('22.11.2026 21:05:09 (UTC)');
  });
});

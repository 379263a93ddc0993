import { localDate } from '@letopis/core';
import { dayAt, endOfDay, isTimeZone } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const zones = [
  'UTC',
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Asia/Kamchatka',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

/** Any minute from 1970 to 2060. */
const minutes = fc.integer({ min: 0, max: 47_000_000 });

describe('the calendar day of an instant', () => {
  test('is the day that the platform shows in that zone', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const shown = instant.toLocaleDateString('sv-SE', { timeZone: zone });
        expect(dayAt(instant.toISOString(), zone)).toBe(shown);
      }),
    );
  });

  test('follows the offset that the instant is written with', () => {
    expect(dayAt('2026-09-01T00:30:00+03:00', 'UTC')).toBe('2026-08-31');
    expect(dayAt('2026-08-31T23:30:00.000Z', 'Europe/Moscow')).toBe('2026-09-01');
  });

  test('is refused for a text without an offset, a day of no calendar and an unknown zone', () => {
    for (const text of ['2026-09-01', '2026-09-01T10:00:00', '2026-02-30T10:00:00Z', 'now']) {
      expect(() => dayAt(text, 'UTC')).toThrow(`misuse: "${text}" is no ISO instant`);
    }
    expect(() => dayAt('2026-09-01T10:00:00Z', 'Europe/Atlantis')).toThrow(
      '"Europe/Atlantis" is no IANA time zone',
    );
  });
});

describe('the day asked for twice in a quarter of an hour', () => {
  test.each([
    ['clocks go back at 00:01', 'America/St_Johns', '2010-11-07T02:30:30Z', '2010-11-07T02:31:30Z'],
    ['the offset is -10:40', 'Pacific/Kiritimati', '1973-01-02T10:40:00Z', '1973-01-02T10:39:59Z'],
  ])('is right where %s', (_, zone, after, before) => {
    const days = [dayAt(after, zone), dayAt(before, zone), dayAt(after, zone)];
    expect(days[0]).toBe(days[2]);
    expect((days[0] ?? '') > (days[1] ?? '')).toBe(true);
  });
});

describe('the end of a day', () => {
  test.each([
    ['an ordinary day', '2026-09-01', 'Europe/Moscow', '2026-09-01T20:59:59.999Z'],
    ['the day clocks go forward', '2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['the day clocks go back', '2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['midnight left out', '2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
    ['its last hour come twice', '2018-02-17', 'America/Sao_Paulo', '2018-02-18T02:59:59.999Z'],
    ['clocks back at 00:01', '2010-11-06', 'America/St_Johns', '2010-11-07T03:29:59.999Z'],
    ['clocks on at 23:30', '1919-03-30', 'America/Toronto', '1919-03-31T04:29:59.999Z'],
    ['the day before one left out', '2011-12-29', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
    ['a day left out', '2011-12-30', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
    ['a zone without an hour of its own', '2026-01-01', 'UTC', '2026-01-01T23:59:59.999Z'],
    ['Moscow in summer 2010', '2010-07-01', 'Europe/Moscow', '2010-07-01T19:59:59.999Z'],
  ])('is right for %s', (_, date, zone, end) => {
    expect(endOfDay(localDate.parse(date), zone)).toBe(end);
  });

  test('is the last millisecond of the day: none of the next two days is in it', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const date = dayAt(new Date(minute * 60_000).toISOString(), zone);
        const end = endOfDay(date, zone);
        expect(end).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(dayAt(end, zone)).toBe(date);
        for (let later = 1; later < 172_800_000; later += 780_001) {
          const after = dayAt(new Date(Date.parse(end) + later).toISOString(), zone);
          expect(after > date).toBe(true);
        }
      }),
    );
  });

  test('refuses an unknown zone', () => {
    expect(() => endOfDay(localDate.parse('2026-09-01'), 'Moscow')).toThrow('misuse');
  });
});

describe('a time zone', () => {
  test('is a name of the IANA database, old names and any case too', () => {
    const names = [...zones, 'Europe/Kiev', 'europe/moscow'];
    expect(names.filter((name) => !isTimeZone(name))).toEqual([]);
  });

  test('is no offset, no city alone and no other value', () => {
    expect(['+03:00', 'Moscow', '', 'MSK', null, 3].filter(isTimeZone)).toEqual([]);
  });
});

import { must } from '@letopis/core';
import type { DisclosureState } from '@letopis/core/facts';
import { applicationOn, disclosureFold, isWorkingDay, termEnd } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, openDisclosures } from '../worlds/disclosure-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const calendar = { holidays: r2.disclosure.holidays, daysOff: [], daysWorked: [] };
const asked = {
  id: 'd-1',
  learner: 'l-4',
  applicant: { kind: 'learner' as const },
  form: 'written' as const,
  purpose: 'acquaintance',
  on: '2026-10-23',
};
const signed = { disclosure: 'd-1', signer: 'p-1' };

describe('D16: terms of answering', () => {
  test('152-FZ art. 14 §3: ten working days, over weekends and public holidays', () => {
    const term = { days: 10, unit: 'working-days' as const };
    expect(termEnd('2026-10-23', term, calendar)).toBe('2026-11-09');
    expect(termEnd('2026-10-23', term, { ...calendar, holidays: [] })).toBe('2026-11-06');
  });

  test('Labour Code art. 112: days are moved off work and into it', () => {
    const moved = { ...calendar, daysOff: ['2026-11-03'], daysWorked: ['2026-10-31'] };
    const days = ['2026-10-31', '2026-11-01', '2026-11-03', '2026-11-04', '2026-11-05'];
    expect(days.map((day) => isWorkingDay(day, moved))).toEqual([true, false, false, false, true]);
  });

  test('59-FZ art. 12: thirty calendar days run through', () => {
    const term = { days: 30, unit: 'calendar-days' as const };
    expect(termEnd('2026-10-23', term, calendar)).toBe('2026-11-22');
  });

  test('a longer term never ends earlier, and ends on a working day', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 5000 }), (days, offset) => {
        const from = new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
        const end = (n: number) => termEnd(from, { days: n, unit: 'working-days' }, calendar);
        expect(end(days + 1) > end(days)).toBe(true);
        expect(isWorkingDay(end(days + 1), calendar)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('a calendar without a working day ends the count', () => {
    const never = {
      ...calendar,
      holidays: Array.from({ length: 12 }, (_, m) =>
        Array.from(
          { length: 31 },
          (_day, d) => `${String(m + 1).padStart(2, '0')}-${String(d + 1).padStart(2, '0')}`,
        ),
      ).flat(),
    };
    // After 10,000 days.
    expect(termEnd('2026-10-23', { days: 1, unit: 'working-days' }, never)).toBe('2054-03-10');
  });
});

const stateOf = async (school: Awaited<ReturnType<typeof openDisclosures>>) => {
  const { state } = await school.handler.load(disclosureFold, 'academy.disclosure-d-1');
  return state;
};
const late = (state: DisclosureState, ...days: string[]) =>
  days.map((day) => applicationOn(state, day).overdueDays);

describe('D16: an overdue application is visible', () => {
  test('from the day after its term, until it is answered', async () => {
    const school = await openDisclosures();
    must(await school.disclosures.ask(asked));
    const waiting = await stateOf(school);
    expect(applicationOn(waiting, '2026-10-22').state).toBe('not-received');
    expect(applicationOn(waiting, '2026-11-09')).toEqual({
      state: 'waiting',
      dueOn: '2026-11-09',
      overdueDays: 0,
    });
    expect(late(waiting, '2026-11-10', '2026-11-22')).toEqual([1, 13]);
    const basis = { by: 'right' as const };
    must(await school.disclosures.grant({ ...signed, basis, on: '2026-11-09' }));
    const granted = applicationOn(await stateOf(school), '2026-11-12');
    expect(granted).toMatchObject({ state: 'granted', overdueDays: 3 });
    const what = { ...signed, given, medium: 'paper' as const };
    must(await school.disclosures.give({ ...what, on: '2026-11-12' }));
    const given12 = await stateOf(school);
    expect(applicationOn(given12, '2026-11-20')).toMatchObject({ state: 'given', overdueDays: 3 });
    expect(applicationOn(given12, '2026-11-11')).toMatchObject({
      state: 'granted',
      overdueDays: 2,
    });
  });

  test('a refusal answers it too', async () => {
    const school = await openDisclosures();
    must(await school.disclosures.ask(asked));
    const no = { ...signed, refusalGround: 'no-records', on: '2026-11-02' };
    must(await school.disclosures.refuse(no));
    const state = await stateOf(school);
    expect(applicationOn(state, '2026-11-22')).toMatchObject({ state: 'refused', overdueDays: 0 });
    expect(applicationOn(state, '2026-11-01').state).toBe('waiting');
  });

  test('152-FZ art. 14 §3: put off once, by five working days, while the term runs', async () => {
    const school = await openDisclosures();
    const { disclosures } = school;
    must(await disclosures.ask(asked));
    const off = { ...signed, days: 5, reason: 'Архив на переезде', on: '2026-11-09' };
    const putOff = async (change: object) => disclosures.putOff({ ...off, ...change });
    expectRefused(await putOff({ days: 6 }), 'put-off-too-far', 'd-1', '6', '5');
    expectRefused(await putOff({ on: '2026-11-10' }), 'put-off-too-late', 'd-1', '2026-11-09');
    must(await putOff({}));
    expectRefused(await putOff({ days: 1 }), 'put-off-too-late', 'd-1', '2026-11-16');
    const state = await stateOf(school);
    expect(applicationOn(state, '2026-11-16')).toMatchObject({ overdueDays: 0 });
    expect(late(state, '2026-11-17')).toEqual([1]);
    expect(applicationOn(state, '2026-11-08').dueOn).toBe('2026-11-09');
  });
});

/** A term in working days. */
const working = (days: number) => ({ days, unit: 'working-days' as const });

describe('D16: edges of terms and of the status of an application', () => {
  test('Labour Code art. 111: neither Saturday nor Sunday is a working day', () => {
    const week = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'];
    expect(week.map((day) => isWorkingDay(day, calendar))).toEqual([true, false, false, true]);
    expect(termEnd('2026-10-23', working(1), calendar)).toBe('2026-10-26');
  });

  test('Labour Code art. 112: a holiday, or a day off, that was moved into work is one', () => {
    const day = '2026-11-04';
    const both = { ...calendar, daysOff: [day], daysWorked: [day] };
    expect(isWorkingDay(day, both)).toBe(true);
    expect(isWorkingDay(day, { ...both, daysWorked: [] })).toBe(false);
    expect(isWorkingDay(day, { ...both, daysOff: [], daysWorked: [] })).toBe(false);
  });

  test('a term of no days ends on its day; what is no day stays as it is', () => {
    expect(termEnd('2026-10-24', working(0), calendar)).toBe('2026-10-24');
    const calendarDays = { days: 0, unit: 'calendar-days' as const };
    expect(termEnd('2026-10-24', calendarDays, calendar)).toBe('2026-10-24');
    for (const odd of ['', '2026-02-30', '2250-01-01']) {
      expect(termEnd(odd, working(3), calendar)).toBe(odd);
      expect(termEnd(odd, { ...calendarDays, days: 3 }, calendar)).toBe(odd);
    }
  });

  const application = {
    learner: 'l-4',
    paper: null,
    applicant: { kind: 'learner', representative: null },
    way: 'application',
    purpose: 'acquaintance',
    deadline: 'personal-data',
    receivedOn: '2026-10-01',
    firstDueOn: '2026-10-15',
    putOff: null,
    granted: null,
    refusedOn: null,
    givenOn: null,
  };
  const basis = { by: 'right', consent: null, norm: null };
  const statusOn = (changes: object, ...days: string[]) => {
    const own: DisclosureState = { ...disclosureFold.initial(), id: 'd-1' };
    const state: DisclosureState = { ...own, application: { ...application, ...changes } };
    return days.map((day) => {
      const { state: status, dueOn, overdueDays } = applicationOn(state, day);
      return [status, dueOn, overdueDays];
    });
  };

  test('it is not received before its day, nor where nothing was asked', () => {
    const nothing = { state: 'not-received', dueOn: null, overdueDays: 0 };
    expect(applicationOn(disclosureFold.initial(), '2026-10-20')).toEqual(nothing);
    expect(statusOn({}, '2026-09-30', '2026-10-01')).toEqual([
      ['not-received', null, 0],
      ['waiting', '2026-10-15', 0],
    ]);
  });

  test('on a day outside the calendar nothing is late', () => {
    expect(statusOn({}, '2200-01-01')).toEqual([['waiting', '2026-10-15', 0]]);
  });

  test('each step counts from its own day', () => {
    const putOff = { on: '2026-10-10', dueOn: '2026-10-22' };
    expect(statusOn({ putOff }, '2026-10-09', '2026-10-10')).toEqual([
      ['waiting', '2026-10-15', 0],
      ['waiting', '2026-10-22', 0],
    ]);
    const granted = { on: '2026-10-14', basis };
    const givenOn = '2026-10-17';
    expect(
      statusOn({ granted, givenOn }, '2026-10-13', '2026-10-14', '2026-10-16', '2026-10-17'),
    ).toEqual([
      ['waiting', '2026-10-15', 0],
      ['granted', '2026-10-15', 0],
      ['granted', '2026-10-15', 1],
      ['given', '2026-10-15', 2],
    ]);
    expect(statusOn({ refusedOn: '2026-10-18' }, '2026-10-17', '2026-10-18')).toEqual([
      ['waiting', '2026-10-15', 2],
      ['refused', '2026-10-15', 3],
    ]);
  });

  test('152-FZ art. 14 §3: after the answer it grows no later', () => {
    const end = '2026-12-31';
    expect(statusOn({ refusedOn: '2026-10-18' }, end)).toEqual([['refused', '2026-10-15', 3]]);
    const granted = { on: '2026-10-14', basis };
    const onTime = statusOn({ granted, givenOn: '2026-10-15' }, end);
    expect(onTime).toEqual([['given', '2026-10-15', 0]]);
    const after = statusOn({ granted, givenOn: '2026-10-16' }, end);
    expect(after).toEqual([['given', '2026-10-15', 1]]);
  });
});

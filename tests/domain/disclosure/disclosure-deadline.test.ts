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
    expect(termEnd('2026-10-23', { days: 1, unit: 'working-days' }, never) > '2050').toBe(true);
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

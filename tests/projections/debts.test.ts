import { debtsReport } from '@letopis/projections';
import { describe, expect, it } from 'vitest';
import type { Academy } from './academy.ts';
import { head, openAcademy, whose } from './academy.ts';
import { readerOver } from './event-log.ts';

const L1 = 'l-1.p-1.1';
const L2 = 'l-2.p-1.1';

function owe(academy: Academy, enrollment: string, on: string, digit = 2) {
  const failed = academy.record(enrollment, 'g-1', on, { digit, kind: 'interim' });
  const about = { ...whose(enrollment), module: 'safety', kind: 'interim' };
  return { failed, debt: failed, about };
}

function begun() {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-09-01');
  academy.enroll(L2, 'g-1', '2026-09-01');
  return academy;
}

const pageOf = (academy: Academy, on: string | null = null, group: string | null = 'g-1') =>
  debtsReport(readerOver(academy.events, { on }), { group });

describe('P9 debts and the calendar of retakes', () => {
  it('R4 §2.2.6: lists what is owed in a group with its last day, and who was told', async () => {
    const academy = begun();
    const { failed, debt } = owe(academy, L1, '2026-10-10');
    const page = await pageOf(academy, '2026-10-20');
    expect(page).toMatchObject({
      group: { id: 'g-1', title: 'Группа g-1' },
      counts: { open: 1, settled: 0, expired: 0, overdue: 0 },
      calendar: [],
    });
    expect(page.debts).toMatchObject([
      {
        debt: debt.id,
        state: 'open',
        deadline: '2027-10-10',
        learner: { text: 'Яшина Анна Петровна' },
        module: { id: 'safety', title: 'Модуль safety' },
        failed: { result: failed.id },
      },
    ]);
    expect(await pageOf(academy, '2026-10-09')).toMatchObject({ debts: [] });
    expect((await pageOf(academy, '2027-10-10')).counts.overdue).toBe(0);
    expect((await pageOf(academy, '2027-10-11')).counts.overdue).toBe(1);
  });

  it('D3: counts the persons who owe; linked ids are one', async () => {
    const academy = begun();
    owe(academy, L1, '2026-10-10');
    owe(academy, L2, '2026-10-10');
    expect((await pageOf(academy)).counts).toMatchObject({ open: 2, debtors: 2 });
    const ids = { learner: 'l-1', other: 'l-2' };
    academy.add('LearnersLinked', '2026-10-12', { ...ids, signer: head, edition: 1 });
    expect((await pageOf(academy)).counts).toMatchObject({ open: 2, debtors: 1 });
    expect((await pageOf(academy, '2026-10-11')).counts.debtors).toBe(2);
    expect((await pageOf(academy, '2026-10-09')).counts.debtors).toBe(0);
  });

  it('273-FZ art. 58 part 5: a leave and a pause move the last day', async () => {
    const academy = begun();
    const { debt, about } = owe(academy, L1, '2026-10-10');
    academy.add('DebtTermPaused', '2026-11-01', {
      ...about,
      debt: debt.id,
      until: '2026-11-10',
      reason: 'illness',
      edition: 1,
    });
    expect((await pageOf(academy)).debts[0]?.deadline).toBe('2027-10-20');
    const leave = { reason: 'academic-leave', until: null, edition: 1 };
    const refs = { refs: { group: ['g-1'] } };
    academy.add('Suspended', '2026-12-01', { ...whose(L1), ...leave }, refs);
    academy.add('Reinstated', '2026-12-11', { ...whose(L1), group: 'g-1', edition: 1 }, refs);
    expect((await pageOf(academy)).debts[0]?.deadline).toBe('2027-10-30');
  });

  it(
    'R1 §4.2.4: a retake goes from granted to taken, and a settled debt opens again when its ' +
      'result is annulled',
    async () => {
      const academy = begun();
      const { debt, about } = owe(academy, L1, '2026-10-10');
      const granted = academy.add('RetakeGranted', '2026-10-12', {
        ...about,
        group: 'g-1',
        of: debt.id,
        attempt: 1,
        plannedOn: '2026-10-20',
        commission: null,
        edition: 1,
      });
      expect((await pageOf(academy)).calendar).toMatchObject([
        { state: 'waiting', plannedOn: '2026-10-20', taken: null },
      ]);
      const retake = { granted: granted.id, of: debt.id, attempt: 1, counts: true };
      const passed = academy.record(L1, 'g-1', '2026-10-20', { digit: 4, kind: 'interim', retake });
      const after = await pageOf(academy);
      expect(after.debts).toMatchObject([{ state: 'settled' }]);
      expect(after.calendar).toMatchObject([
        { state: 'taken', taken: { result: passed.id, passes: true, counts: true } },
      ]);
      expect((await pageOf(academy, '2026-10-19')).debts).toMatchObject([{ state: 'open' }]);
      academy.annul(passed, '2026-10-25');
      const again = await pageOf(academy);
      expect(again.debts).toMatchObject([{ state: 'open' }]);
      expect(again.calendar).toMatchObject([{ state: 'waiting', taken: null }]);
    },
  );

  it('RK 1.2: a failure corrected to a passing mark is no debt', async () => {
    const academy = begun();
    const { failed, debt, about } = owe(academy, L1, '2026-10-10');
    const days = { plannedOn: '2026-10-20', commission: null, edition: 1 };
    const granted = { ...about, group: 'g-1', of: debt.id, attempt: 1, ...days };
    academy.add('RetakeGranted', '2026-10-11', granted);
    academy.correct(failed, 3, '2026-10-11', { awaits: true });
    const before = await pageOf(academy);
    expect(before).toMatchObject({ debts: [{ state: 'open' }], calendar: [{ state: 'waiting' }] });
    academy.correct(failed, 3, '2026-10-12');
    const after = await pageOf(academy);
    expect(after).toMatchObject({ debts: [], calendar: [{ state: 'not-owed' }] });
  });

  it('a withdrawn retake is not in the calendar; days come in order over all groups', async () => {
    const academy = begun();
    const first = owe(academy, L1, '2026-10-10');
    const second = owe(academy, L2, '2026-10-11');
    const grant = (one: typeof first, plannedOn: string) =>
      academy.add('RetakeGranted', '2026-10-12', {
        ...one.about,
        group: 'g-1',
        of: one.debt.id,
        attempt: 1,
        plannedOn,
        commission: null,
        edition: 1,
      });
    const late = grant(first, '2026-11-20');
    grant(second, '2026-11-05');
    grant(first, '2026-11-01');
    academy.add('RetakeWithdrawn', '2026-10-13', {
      ...first.about,
      retake: late.id,
      edition: 1,
    });
    const days = async (group: string | null) =>
      (await pageOf(academy, null, group)).calendar.map(({ plannedOn }) => plannedOn);
    expect(await days(null)).toEqual(['2026-11-01', '2026-11-05']);
    expect(await days('g-2')).toEqual([]);
  });
});

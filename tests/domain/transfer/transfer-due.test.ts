import { must } from '@letopis/core';
import {
  isLoanOverdue,
  loanFold,
  loanOn,
  placeOfKeeping,
  standingOfTransfer,
  transferFold,
  transferDueOn,
  transferStanding,
} from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { regulation } from '../worlds/records-school.ts';
import {
  archivedSchool,
  begin,
  rejection,
  runTransfer,
  schoolWithRecords,
  signAct,
} from '../worlds/transfer-school.ts';

const { archive } = regulation();
const none = { ...archive, deadlineDays: null };

describe('D18 R1 §7.2: a hand-over is due N days after the order, then overdue', () => {
  test('the last day is the order’s day and N days; without N there is none', () => {
    expect(transferDueOn(archive, '2026-11-20')).toBe('2026-12-20');
    expect(transferDueOn({ deadlineDays: 0 }, '2026-11-20')).toBe('2026-11-20');
    expect(transferDueOn(none, '2026-11-20')).toBe(null);
  });

  test.each([
    ['2026-12-20', null, 'waiting'],
    ['2026-12-21', null, 'overdue'],
    ['2026-12-21', '2026-12-22', 'overdue'],
    ['2026-12-22', '2026-12-22', 'late'],
    ['2027-01-01', '2026-12-20', 'in-time'],
    ['2026-12-19', '2026-12-20', 'waiting'],
  ] as const)('on %s, accepted on %s, it is %s', (on, acceptedOn, standing) => {
    expect(transferStanding({ dueOn: '2026-12-20', acceptedOn }, on)).toBe(standing);
  });

  test('nothing is overdue where the regulation has no deadline', () => {
    expect(transferStanding({ dueOn: null, acceptedOn: null }, '2199-01-01')).toBe('no-deadline');
  });

  test('a transfer keeps its day through refusal, and loses it with acceptance only', async () => {
    const refused = await schoolWithRecords();
    const standing = async (school: typeof refused, on: string) =>
      standingOfTransfer((await school.session.load(transferFold, 't-1')).state, on);
    must(await refused.transfers.begin(begin));
    await runTransfer(refused.store);
    await signAct(refused);
    must(await refused.transfers.refuse(rejection));
    expect(await standing(refused, '2026-12-20')).toBe('waiting');
    expect(await standing(refused, '2026-12-21')).toBe('overdue');
    const accepted = await archivedSchool();
    expect(await standing(accepted, '2026-12-21')).toBe('in-time');
    expect(await standing(accepted, '2026-11-21')).toBe('waiting');
  });
});

const loan = {
  record: 'file-l-1.1',
  borrower: 'p-5',
  unit: 'Учебный отдел',
  purpose: 'выдача справки',
  until: '2026-12-01',
  signer: 'p-7',
  on: '2026-11-22',
};
const back = { record: 'file-l-1.1', signer: 'p-7', on: '2026-11-22' };

describe('D18: where a record is kept, and whether it is back in time', () => {
  test('R1 §7.1: a record is in the department, then in the archive, or lent by it', async () => {
    const { loans, session } = await archivedSchool();
    must(await loans.lend(loan));
    const { state } = await session.load(loanFold, 'file', 'l-1.1');
    const at = (on: string) =>
      placeOfKeeping(archive, { acceptedOn: '2026-11-22', loan: loanOn(state, on) }, on).place;
    expect(at('2026-11-21')).toBe('department');
    expect(at('2026-11-22')).toBe('lent');
    must(await loans.takeBack(back));
    const { state: after } = await session.load(loanFold, 'file', 'l-1.1');
    const facts = { acceptedOn: '2026-11-22', loan: loanOn(after, '2026-11-23') };
    expect(placeOfKeeping(archive, facts, '2026-11-23')).toEqual({
      place: 'archive',
      unit: 'Архив',
    });
    const waits = { acceptedOn: null, loan: null };
    expect(placeOfKeeping(archive, waits, '2026-11-23').unit).toBe('Учебный отдел');
  });

  test('a loan that did not come back by its day is overdue from the next', () => {
    const lent = { on: '2026-11-22', until: '2026-12-01', borrower: 'p-5', unit: 'Отдел' };
    expect(isLoanOverdue({ ...lent, returnedOn: null }, '2026-12-01')).toBe(false);
    expect(isLoanOverdue({ ...lent, returnedOn: null }, '2026-12-02')).toBe(true);
    expect(isLoanOverdue({ ...lent, returnedOn: '2026-12-05' }, '2026-12-04')).toBe(true);
    expect(isLoanOverdue({ ...lent, returnedOn: '2026-12-05' }, '2026-12-05')).toBe(false);
  });
});

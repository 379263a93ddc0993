import { must } from '@letopis/core';
import {
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

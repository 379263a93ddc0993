import { must, newCommandId } from '@letopis/core';
import type { BankState } from '@letopis/core/facts';
import { bankFold, dueDays, overdueReplenishments } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { asR5, openGifted } from '../worlds/gifted-school.ts';

const rules = asR5.achievements ?? r2.achievements;
// The year began with the regulation: the half-year to 31 December was begun on 1 July.
const done = { bank: 'learners', due: '2026-12-31', replenishedBy: 'p-5', on: '2026-11-20' };

describe('D12 R3 §3.5: banks of achievements are replenished twice a year', () => {
  test('R3 §3.5: once for each half-year, by whom the regulation lets', async () => {
    const { achievements, events, store } = await openGifted();
    const sent = { ...done, commandId: newCommandId(store.ports) };
    const first = must(await achievements.replenish(sent));
    expect(must(await achievements.replenish(sent))).toEqual(first);
    expect(await events('bank-learners')).toMatchObject([
      {
        type: 'BankReplenished',
        occurredOn: '2026-11-20',
        refs: { official: ['p-5'] },
        data: { bank: 'learners', due: '2026-12-31', signer: { office: 'records-keeper' } },
      },
    ]);
    const again = await achievements.replenish(done);
    expectRefused(again, 'bank-replenished-already', 'learners', '2026-12-31', '2026-11-20');
  });

  test('R3 §3.5: late is on record as late, too early is refused', async () => {
    const { achievements } = await openGifted();
    must(await achievements.replenish({ ...done, due: '2026-06-30' }));
    const early = await achievements.replenish({ ...done, due: '2027-06-30' });
    expectRefused(early, 'replenished-too-early', '2026-11-20', '2027-06-30', '2026-12-31');
  });

  test('R3 §3.5: a period begins on the day after the one before it', async () => {
    const achievements = { ...rules, replenishBy: ['11-20', '06-30'] };
    const school = await openGifted({ achievements });
    const next = { ...done, due: '2027-06-30' };
    const early = await school.achievements.replenish(next);
    expectRefused(early, 'replenished-too-early', '2026-11-20', '2027-06-30');
    must(await school.achievements.replenish({ ...next, on: '2026-11-21' }));
  });

  test('R3 §3.5: no other bank, day or person', async () => {
    const { achievements } = await openGifted();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await achievements.replenish({ ...done, ...change }), code, ...values);
    await refuses({ bank: 'kitchen' }, 'bank-unknown', 'kitchen', 'learners');
    await refuses({ due: '2026-12-30' }, 'replenishment-not-due', '2026-12-30', '12-31');
    await refuses({ replenishedBy: 'p-7' }, 'not-appointed', 'p-7');
  });

  test('R3 §3.5: what is overdue on a day is told, bank by bank', async () => {
    const { achievements, session } = await openGifted();
    must(await achievements.replenish(done));
    const { state } = await session.load(bankFold, 'learners');
    const banks = new Map<string, BankState>([['learners', state]]);
    const overdue = (on: string) => overdueReplenishments(rules, banks, '2026-09-01', on);
    expect(overdue('2026-12-31')).toEqual([]);
    expect(overdue('2027-01-01')).toEqual([
      { bank: 'groups', due: '2026-12-31' },
      { bank: 'house', due: '2026-12-31' },
    ]);
    expect(overdue('2027-07-01').filter(({ bank }) => bank === 'learners')).toEqual([
      { bank: 'learners', due: '2027-06-30' },
    ]);
  });

  test('R3 §3.5: one made good later was overdue until then', () => {
    const banks = new Map([['learners', { done: [{ due: '2026-12-31', on: '2027-01-20' }] }]]);
    const one = { ...rules, banks: rules.banks.slice(0, 1) };
    const overdue = (on: string) => overdueReplenishments(one, banks, '2026-09-01', on);
    expect(overdue('2027-01-19')).toHaveLength(1);
    expect(overdue('2027-01-20')).toEqual([]);
  });

  test('due days are those of each year between two days, in order', () => {
    const year = fc.integer({ min: 1950, max: 2150 });
    fc.assert(
      fc.property(year, fc.nat(5), (from, years) => {
        const found = dueDays(['12-31', '06-30'], `${from}-01-01`, `${from + years}-12-31`);
        expect(found).toHaveLength(2 * (years + 1));
        expect(found).toEqual(found.toSorted());
      }),
    );
  });

  test('a regulation names days of every year, and each once', async () => {
    const leap = { ...rules, replenishBy: ['02-29'] };
    await expect(openGifted({ achievements: leap })).rejects.toThrow('02-29');
    const twice = { ...rules, replenishBy: ['06-30', '06-30'] };
    await expect(openGifted({ achievements: twice })).rejects.toThrow('06-30 stands twice');
  });
});

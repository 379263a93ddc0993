import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { byProtocol, sitting, withCommissions } from '../worlds/commission-academy.ts';
import type { Owing } from '../worlds/debt-academy.ts';
import { debtsNow, openDebtsOf, owing, pass } from '../worlds/debt-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* What a debt says follows the days of its facts, not the order in which they were entered. D9. */

const absent = { outcome: 'absent' as const, assessor: 'p-9' };
const correction = { words: 'четыре', value: '4', reason: 'описка', signer: 'p-9' };

/** Grants a retake for a day on that very day, and misses it without a good reason. */
const missed = async (academy: Owing, on: string, commission: string | null = null) => {
  const { assessments, debts, id: enrollment, debt: of } = academy;
  const granting = { enrollment, of, plannedOn: on, on, commission };
  const retake = must(await debts.grantRetake(granting)).eventId;
  const basis = commission === null ? {} : byProtocol(await sitting(academy, commission, on));
  const taking = { enrollment, ...absent, reason: 'н', on, retake, ...basis };
  return must(await assessments.record(taking)).eventId;
};
/** Both retakes are used up on 10 November: the debt has expired. */
const expired = async () => {
  const academy = await owing();
  const first = await missed(academy, '2026-10-20');
  const second = await missed(academy, '2026-11-10', 'r-1');
  return { ...academy, first, second };
};

describe('273-FZ art. 58 part 5: two retakes and a year are given once', () => {
  test('with the second failed attempt the debt is expired, from that day on', async () => {
    const academy = await expired();
    const { debts, debt, first, second, failed, id: enrollment } = academy;
    expect(await debtsNow(academy, '2026-11-09')).toMatchObject([{ status: 'open' }]);
    expect(await debtsNow(academy, '2026-11-10')).toMatchObject([
      { debt, status: 'expired', expiredOn: '2026-11-10', attemptsUsed: 2 },
    ]);
    for (const result of [failed, first, second]) {
      const asked = { enrollment, result, on: '2026-11-13' };
      expect(must(await debts.raise(asked))).toMatchObject({ debt, status: 'expired' });
    }
  });

  test('a result over an expired debt is refused: no retake of it can be granted', async () => {
    const { assessments, debts, debt: of, id: enrollment } = await expired();
    const plain = { enrollment, module: 'safety', kind: 'interim', value: '4', assessor: 'p-9' };
    const no = await assessments.record({ ...plain, on: '2026-12-10' });
    expectRefused(no, 'retake-needed', of, 'safety');
    const third = { enrollment, of, plannedOn: '2026-12-10', on: '2026-12-01', commission: 'r-1' };
    expectRefused(await debts.grantRetake(third), 'retakes-used-up', of, '2');
  });

  test('D9: one that passed an earlier time owes all the same for a later failure', async () => {
    const academy = await withCommissions();
    const { debts, id: enrollment } = academy;
    await mark(academy, '4', '2026-10-05', { kind: 'interim' });
    const result = await mark(academy, '2', '2026-11-05', { kind: 'interim' });
    expect(must(await debts.raise({ enrollment, result }))).toMatchObject({ debt: result });
  });

  test('D9: a retake that was not assessed uses up no attempt; one with a mark does', async () => {
    const academy = await owing();
    const { assessments, debts, debt: of, id: enrollment } = academy;
    const granting = { enrollment, of, plannedOn: '2026-10-20', on: '2026-10-20' };
    const retake = must(await debts.grantRetake(granting)).eventId;
    const taking = { enrollment, assessor: 'p-9', on: '2026-10-20', retake };
    const put = { ...taking, outcome: 'not-assessed' as const, reason: 'submitted' };
    const submitted = must(await assessments.record(put)).eventId;
    const again = { enrollment, of, plannedOn: '2026-10-27', on: '2026-10-21' };
    const waiting = must(await debts.grantRetake(again)).eventId;
    must(await debts.withdrawRetake({ enrollment, retake: waiting, on: '2026-10-22' }));
    must(
      await assessments.correct({
        enrollment,
        ...correction,
        replaces: submitted,
        value: '2',
        words: 'два',
        on: '2026-10-23',
      }),
    );
    const no = await debts.grantRetake({ ...again, on: '2026-10-24' });
    expectRefused(no, 'retake-needs-commission', '2');
  });

  test('a retake corrected to a passing mark settles even an expired debt', async () => {
    const academy = await expired();
    const { assessments, debt, first, id: enrollment } = academy;
    const basis = { kind: 'grade-sheet', number: '7', date: '2026-10-20' };
    const mended = { enrollment, ...correction, replaces: first, basis, on: '2026-11-14' };
    must(await assessments.correct(mended));
    expect(await debtsNow(academy, '2026-11-14')).toMatchObject([
      { debt, status: 'settled', settledBy: { event: first } },
    ]);
  });
});

describe('D9: days go on', () => {
  test('nothing is granted before the failure that it repeats', async () => {
    const { debts, debt, id: enrollment } = await owing();
    const granting = { enrollment, of: debt, plannedOn: '2026-10-20', on: '2026-10-04' };
    expectRefused(await debts.grantRetake(granting), 'act-out-of-order', '2026-10-04');
  });

  test('a credit of an earlier day does not settle a later failure', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const credit = { enrollment, module: 'safety', kind: 'interim', value: '4' };
    must(await assessments.credit({ ...credit, source: { kind: 'own' }, on: '2026-10-03' }));
    expect(await openDebtsOf(academy)).toEqual([debt]);
  });

  test('R4 §2.2.6: told on a day is what was owed on it, whenever it is entered', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, events } = academy;
    await pass(academy, '2026-10-20');
    for (const on of ['2026-10-04', '2026-10-19', '2026-10-20']) {
      must(await debts.inform({ enrollment, way: 'oral', on }));
    }
    const told = (await events(`academy.enrollment-${enrollment}`)).slice(-3);
    expect(told.map(({ data }) => (data as { debts: unknown }).debts)).toEqual([[], [debt], []]);
  });

  test('R4 §2.2.6: an expired debt is still told of', async () => {
    const { debts, debt, id: enrollment, events } = await expired();
    must(await debts.inform({ enrollment, way: 'oral', on: '2026-11-13' }));
    const told = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(told?.data).toMatchObject({ debts: [debt] });
  });
});

describe('D9 273-FZ art. 59 part 6: who owes is not admitted', () => {
  const final = { module: 'practice', kind: 'final', assessor: 'p-9' };

  test('D9: nor one whose debt has expired', async () => {
    const { assessments, debt, id: enrollment } = await expired();
    const no = await assessments.record({
      ...final,
      enrollment,
      value: 'зачтено',
      on: '2026-12-20',
    });
    expectRefused(no, 'debts-open', enrollment, debt);
  });

  test('D9: the day of the final mark counts, not that of its entry', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    await pass(academy, '2026-10-20');
    const taking = { ...final, enrollment, value: 'зачтено' };
    const no = await assessments.record({ ...taking, on: '2026-10-19' });
    expectRefused(no, 'debts-open', debt);
    expect((await assessments.record({ ...taking, on: '2026-10-04' })).ok).toBe(true);
  });

  test('D9: nor by way of an absence that is corrected to a mark', async () => {
    const { assessments, debt, id: enrollment } = await owing();
    const away = { ...final, ...absent, enrollment, reason: 'н', on: '2026-10-19' };
    const replaces = must(await assessments.record(away)).eventId;
    const basis = { kind: 'grade-sheet', number: '7' };
    const mended = { enrollment, replaces, value: 'зачтено', words: 'зачтено', signer: 'p-9' };
    const sent = { ...mended, basis, reason: 'описка', on: '2026-10-20' };
    const no = await assessments.correct(sent);
    expectRefused(no, 'debts-open', debt);
  });
});

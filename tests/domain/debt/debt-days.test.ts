import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { byProtocol, sitting, withCommissions } from '../worlds/commission-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* What a debt says follows the days of its facts, not the order in which they were entered. D9. */

/** `l-1` failed the interim test in `safety` on 5 October and owes since. */
const owing = async () => {
  const academy = await withCommissions();
  const { debts, id: enrollment } = academy;
  const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
  const raising = { enrollment, result: failed, on: '2026-10-05' };
  return { ...academy, failed, debt: must(await debts.raise(raising)).eventId };
};
type Owing = Awaited<ReturnType<typeof owing>>;

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
/** Both retakes are used up, and the debt has expired. */
const expired = async () => {
  const academy = await owing();
  const first = await missed(academy, '2026-10-20');
  const second = await missed(academy, '2026-11-10', 'r-1');
  const { debts, debt, id: enrollment } = academy;
  must(await debts.expire({ enrollment, debt, on: '2026-11-12' }));
  return { ...academy, first, second };
};

describe('D9 273-FZ art. 58 part 5: two retakes and a year are given once', () => {
  test('D9: an expired debt is not raised anew, from failure, retake or nothing', async () => {
    const { debts, debt, failed, first, id: enrollment } = await expired();
    const on = '2026-11-13';
    for (const from of [{ result: failed }, { result: first }]) {
      const no = await debts.raise({ enrollment, ...from, on });
      expectRefused(no, 'debt-has-expired', debt, 'safety', '2026-11-12');
    }
    const none = await debts.raise({ enrollment, module: 'safety', kind: 'interim', on });
    expectRefused(none, 'debt-has-expired', debt);
  });

  test('D9: a new failure after that day makes a debt of its own', async () => {
    const academy = await expired();
    const { debts, id: enrollment } = academy;
    const result = await mark(academy, '2', '2026-12-10', { kind: 'interim' });
    must(await debts.raise({ enrollment, result, on: '2026-12-10' }));
  });

  test('D9: one that passed an earlier time owes all the same for a later failure', async () => {
    const academy = await withCommissions();
    const { debts, id: enrollment } = academy;
    await mark(academy, '4', '2026-10-05', { kind: 'interim' });
    const result = await mark(academy, '2', '2026-11-05', { kind: 'interim' });
    must(await debts.raise({ enrollment, result, on: '2026-11-05' }));
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

  test('D9: a retake corrected to a passing mark settles even an expired debt', async () => {
    const { assessments, debts, debt, first, failed, id: enrollment } = await expired();
    const on = '2026-11-14';
    const settling = { enrollment, debt, result: first, on };
    expectRefused(await debts.settle(settling), 'does-not-settle', first);
    must(await assessments.correct({ enrollment, ...correction, replaces: first, on }));
    must(await debts.settle(settling));
    expectRefused(await debts.settle({ ...settling, result: failed }), 'debt-not-open', debt);
  });
});

describe('D9: days go on', () => {
  test('D9: nothing is granted, settled or expired before its debt or retake', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment } = academy;
    const granting = { enrollment, of: debt, plannedOn: '2026-10-20', on: '2026-10-04' };
    expectRefused(await debts.grantRetake(granting), 'act-out-of-order', '2026-10-04');
    const credit = { enrollment, module: 'safety', kind: 'interim', value: '4' };
    const credited = must(
      await assessments.credit({ ...credit, source: { kind: 'own' }, on: '2026-10-03' }),
    ).eventId;
    const early = await debts.settle({ enrollment, debt, result: credited, on: '2026-10-04' });
    expectRefused(early, 'act-out-of-order', '2026-10-04', '2026-10-05');
    await missed(academy, '2026-10-20');
    await missed(academy, '2026-11-10', 'r-1');
    const before = await debts.expire({ enrollment, debt, on: '2026-11-09' });
    expectRefused(before, 'act-out-of-order', '2026-11-09', '2026-11-10');
  });

  test('R4 §2.2.6: told on a day is what was owed on it, whenever it is entered', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, events } = academy;
    const result = await mark(academy, '4', '2026-10-20', { kind: 'interim' });
    must(await debts.settle({ enrollment, debt, result, on: '2026-10-20' }));
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
    const { assessments, debts, debt, id: enrollment } = academy;
    const result = await mark(academy, '4', '2026-10-20', { kind: 'interim' });
    must(await debts.settle({ enrollment, debt, result, on: '2026-10-20' }));
    const taking = { ...final, enrollment, value: 'зачтено' };
    const no = await assessments.record({ ...taking, on: '2026-10-19' });
    expectRefused(no, 'debts-open', debt);
    expect((await assessments.record({ ...taking, on: '2026-10-04' })).ok).toBe(true);
  });

  test('D9: nor by way of an absence that is corrected to a mark', async () => {
    const { assessments, debt, id: enrollment } = await owing();
    const away = { ...final, ...absent, enrollment, reason: 'н', on: '2026-10-19' };
    const replaces = must(await assessments.record(away)).eventId;
    const mended = { enrollment, replaces, value: 'зачтено', words: 'зачтено', signer: 'p-9' };
    const no = await assessments.correct({ ...mended, reason: 'описка', on: '2026-10-20' });
    expectRefused(no, 'debts-open', debt);
  });
});

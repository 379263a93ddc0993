import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import type { Owing } from '../worlds/debt-academy.ts';
import { debtsNow, owing, pass } from '../worlds/debt-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Pauses of a debt's term, and what was entered about debts put right. 273-FZ art. 58, RK 1.8. */

const before = '2026-08-31';
const unknown = '00000000-0000-7000-8000-000000000000';
const days = { from: '2026-10-10', until: '2026-10-19', reason: 'illness' };
const head = { reason: 'в справке другие дни', signer: 'p-1' };

const last = async ({ events, id }: Pick<Owing, 'events' | 'id'>, back = 1) =>
  (await events(`academy.enrollment-${id}`)).at(-back);

/** A debt with a pause of ten days in its term. */
const paused = async (changes = {}) => {
  const academy = await owing(changes);
  const { debts, debt, id: enrollment } = academy;
  const pause = must(await debts.pauseTerm({ enrollment, debt, ...days })).eventId;
  return { ...academy, pause, righting: { enrollment, ...head, entry: pause } };
};

describe('273-FZ art. 58 part 5: a pause of the term', () => {
  test('RK 1.5: it says whose it is, in which group and module, from which day', async () => {
    const academy = await paused();
    const { debt, id: enrollment } = academy;
    expect(await last(academy)).toMatchObject({
      type: 'DebtTermPaused',
      occurredOn: '2026-10-10',
      refs: {
        learner: ['l-1'],
        enrollment: [enrollment],
        programme: ['mentor'],
        group: ['m-1'],
        module: ['safety'],
      },
      data: { debt, module: 'safety', kind: 'interim', until: '2026-10-19', reason: 'illness' },
    });
  });

  test('of a debt in the programme as a whole, it is about no module', async () => {
    const academy = await owing();
    const whole = { kind: 'interim', module: null, scale: 'five-point' };
    const debt = await mark(academy, '2', '2026-10-07', whole);
    must(await academy.debts.pauseTerm({ enrollment: academy.id, debt, ...days }));
    const fact = await last(academy);
    expect(fact?.data).toMatchObject({ debt, module: null });
    expect(fact?.refs).not.toHaveProperty('module');
  });

  test('a failed retake names the debt that it repeats, a passed one names none', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment } = academy;
    const granting = { enrollment, of: debt, plannedOn: '2026-10-08', on: '2026-10-08' };
    const retake = must(await debts.grantRetake(granting)).eventId;
    const again = await mark(academy, '2', '2026-10-08', { retake });
    must(await debts.pauseTerm({ enrollment, debt: again, ...days }));
    expect((await last(academy))?.data).toMatchObject({ debt });

    const other = await owing();
    const passed = await pass(other, '2026-10-20');
    const no = await other.debts.pauseTerm({ enrollment: other.id, debt: passed, ...days });
    expect(expectRefused(no, 'debt-unknown', passed).data).toEqual({
      debt: passed,
      enrollment: other.id,
    });
  });

  test('of an annulled result, or of none, there is no debt to pause', async () => {
    const { assessments, debts, debt, id: enrollment } = await owing();
    must(await assessments.annul({ enrollment, result: debt, reason: 'описка', signer: 'p-9' }));
    for (const one of [debt, unknown]) {
      const no = await debts.pauseTerm({ enrollment, debt: one, ...days });
      expect(expectRefused(no, 'debt-unknown', one).data).toEqual({ debt: one, enrollment });
    }
  });

  test('the days are judged by the edition of the first of them', async () => {
    const { debts, debt, id: enrollment } = await owing();
    const no = await debts.pauseTerm({ enrollment, debt, ...days, from: before });
    expectRefused(no, 'regulation-missing', before);
  });
});

describe('RK 1.8: a pause is corrected by the rules of a pause', () => {
  test('only to days under a regulation, in order, with a reason that it knows', async () => {
    const { debts, righting, pause } = await paused();
    const cases = [
      [{ from: before }, 'regulation-missing', before],
      [{ until: '2026-10-09' }, 'period-reversed', '2026-10-09'],
      [{ because: 'family' }, 'not-in-regulation', 'family'],
    ] as const;
    for (const [change, code, value] of cases) {
      expectRefused(await debts.correctPause({ ...righting, ...change }), code, value);
    }
    const still = await debts.correctPause({ ...righting, until: '2026-10-12' });
    expect(must(still).eventId).not.toBe(pause);
  });

  test('what is not corrected stays as it was', async () => {
    const academy = await paused();
    const { debts, righting } = academy;
    must(await debts.correctPause({ ...righting, because: 'maternity-leave' }));
    const fresh = await last(academy);
    expect(fresh).toMatchObject({
      type: 'DebtTermPaused',
      occurredOn: days.from,
      data: { until: days.until, reason: 'maternity-leave' },
    });
    must(await debts.correctPause({ ...righting, entry: fresh?.id ?? '', from: '2026-10-11' }));
    expect(await last(academy)).toMatchObject({
      occurredOn: '2026-10-11',
      data: { until: days.until, reason: 'maternity-leave' },
    });
  });

  test('not where the debt is gone: its mark was corrected to a passing one', async () => {
    const { assessments, debts, debt, righting, id: enrollment } = await paused();
    const mended = { enrollment, replaces: debt, value: '3', words: 'три', reason: 'описка' };
    must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-10-25' }));
    const no = await debts.correctPause({ ...righting, until: '2026-10-12' });
    expect(expectRefused(no, 'debt-unknown', debt).data).toEqual({ debt, enrollment });
  });
});

describe('RK 1.8: what was entered about debts is put right as every entry is', () => {
  test('by the edition of the day of the act', async () => {
    const { debts, righting } = await paused();
    const on = before;
    expectRefused(await debts.annul({ ...righting, on }), 'regulation-missing', before);
    const corrected = await debts.correctPause({ ...righting, on, until: '2026-10-12' });
    expectRefused(corrected, 'regulation-missing', before);
  });

  test('with a reason where the regulation asks for one, which is kept', async () => {
    const academy = await paused({ correction: { entryReasonRequired: true } });
    const { debts, righting, pause } = academy;
    const silent = { ...righting, reason: undefined };
    expectRefused(await debts.annul(silent), 'reason-missing', 'annul-debt-entry', pause);
    const corrected = await debts.correctPause({ ...silent, until: '2026-10-12' });
    expectRefused(corrected, 'reason-missing', 'correct-pause', pause);
    must(await debts.annul(righting));
    expect((await last(academy))?.data).toMatchObject({ reason: { value: head.reason } });
  });

  test('without a reason where it asks for none, and then none is recorded', async () => {
    const academy = await paused({ correction: { entryReasonRequired: false } });
    must(await academy.debts.annul({ ...academy.righting, reason: undefined }));
    expect(await last(academy)).toMatchObject({ type: 'DebtEntryAnnulled' });
    expect((await last(academy))?.data).not.toHaveProperty('reason');
  });

  test('the annulment names the module of the entry; a notice has none', async () => {
    const academy = await paused();
    const { debts, righting, id: enrollment } = academy;
    must(await debts.annul(righting));
    expect((await last(academy))?.data).toMatchObject({ module: 'safety', replacedBy: null });
    const told = must(await debts.inform({ enrollment, way: 'oral', on: '2026-10-20' })).eventId;
    must(await debts.annul({ ...righting, entry: told }));
    expect((await last(academy))?.data).toMatchObject({ module: null, corrects: told });
    expect(await debtsNow(academy, '2026-12-01')).toMatchObject([{ deadline: '2027-10-05' }]);
  });
});

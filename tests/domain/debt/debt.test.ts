import type { LocalDate } from '@letopis/core';
import { must, newCommandId } from '@letopis/core';
import { deadlineOf, enrollmentFold, openDebts, suspensionsOf } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const { retakes } = r2;
type Academy = Awaited<ReturnType<typeof withLearner>>;

/** `l-1` failed the interim test in `safety` on 5 October. */
const failing = async (changes = {}) => {
  const academy = await withLearner(changes);
  const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
  return { ...academy, failed };
};
/** And owes since 6 October. */
const owing = async (changes = {}) => {
  const academy = await failing(changes);
  const { debts, id: enrollment, failed: result } = academy;
  const debt = must(await debts.raise({ enrollment, result, on: '2026-10-06' })).eventId;
  return { ...academy, debt };
};
const stateOf = async ({ session, id }: Pick<Academy, 'session' | 'id'>) =>
  (await session.load(enrollmentFold, id)).state;
const open = async (academy: Pick<Academy, 'session' | 'id'>) =>
  openDebts(await stateOf(academy)).map(({ event }) => event);

describe('D9 273-FZ art. 58: a debt arises', () => {
  test('D9 273-FZ art. 58 part 2: from a failing interim result, which it names', async () => {
    const academy = await owing();
    const fact = (await academy.events(`academy.enrollment-${academy.id}`)).at(-1);
    expect(fact).toMatchObject({
      type: 'DebtArose',
      occurredOn: '2026-10-06',
      refs: { learner: ['l-1'], group: ['m-1'], module: ['safety'] },
      data: { module: 'safety', kind: 'interim', result: academy.failed, edition: 1 },
    });
    expect(await open(academy)).toEqual([academy.debt]);
  });

  test('D9 273-FZ art. 58 part 2: where nothing was taken; from an unexcused absence', async () => {
    const { debts, id: enrollment, assessments, events } = await withLearner();
    must(await debts.raise({ enrollment, kind: 'interim', module: 'practice', on: '2026-10-06' }));
    const away = { enrollment, module: 'safety', kind: 'interim', outcome: 'absent' as const };
    const { eventId: result } = must(
      await assessments.record({ ...away, reason: 'н', on: '2026-10-05', assessor: 'p-9' }),
    );
    must(await debts.raise({ enrollment, result, on: '2026-10-06' }));
    const arose = (await events(`academy.enrollment-${enrollment}`)).filter(
      ({ type }) => type === 'DebtArose',
    );
    expect(arose.map(({ data }) => data)).toMatchObject([
      { module: 'practice', result: null },
      { module: 'safety', result },
    ]);
  });

  test('D9 273-FZ art. 58 part 2: an excused absence makes none', async () => {
    const { debts, id: enrollment, assessments } = await withLearner();
    const away = { enrollment, module: 'safety', kind: 'interim', outcome: 'absent' as const };
    const { eventId: result } = must(
      await assessments.record({ ...away, reason: 'б', on: '2026-10-05', assessor: 'p-9' }),
    );
    const no = await debts.raise({ enrollment, result, on: '2026-10-06' });
    expectRefused(no, 'absence-excused', result, 'б');
  });

  test('D9: a kind that makes no debts, a result that passes, a debt that stands', async () => {
    const academy = await owing();
    const { debts, id: enrollment, failed } = academy;
    const on = '2026-10-07';
    const current = await mark(academy, '2', '2026-10-06', { kind: 'current' });
    expectRefused(
      await debts.raise({ enrollment, result: current, on }),
      'no-debt-of-kind',
      'current',
      'interim',
    );
    const twice = await debts.raise({ enrollment, result: failed, on });
    expectRefused(twice, 'debt-open-already', academy.debt, 'safety');
    const passed = await mark(academy, 'зачтено', on, { kind: 'interim', module: 'practice' });
    const owes = await debts.raise({ enrollment, kind: 'interim', module: 'practice', on });
    expectRefused(owes, 'nothing-owed', passed, 'practice');
    const both = { enrollment, kind: 'interim', result: failed, on };
    expectRefused(await debts.raise(both), 'invalid-input', 'result');
    const early = await debts.raise({ enrollment, result: failed, on: '2026-10-04' });
    expectRefused(early, 'debt-before-result', '2026-10-04', '2026-10-05');
    const before = await debts.raise({
      enrollment,
      kind: 'interim',
      module: 'practice',
      on: '2026-08-01',
    });
    expectRefused(before, 'regulation-missing', '2026-08-01');
  });

  test('D9: sent twice it is one debt', async () => {
    const { debts, id: enrollment, failed: result, ports } = await failing();
    const sent = { enrollment, result, on: '2026-10-06', commandId: newCommandId(ports) };
    const first = must(await debts.raise(sent));
    expect(must(await debts.raise(sent))).toEqual(first);
  });

  test('D9: has no ground once its failing result is corrected to a passing one', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment, failed } = academy;
    must(
      await assessments.correct({
        enrollment,
        replaces: failed,
        value: '3',
        words: 'три',
        reason: 'описка',
        signer: 'p-9',
        on: '2026-10-08',
      }),
    );
    expect(await open(academy)).toEqual([]);
    const no = await debts.settle({ enrollment, debt, result: failed, on: '2026-10-09' });
    expect(expectRefused(no, 'debt-not-open', debt).text).toMatchObject({
      ru: expect.stringContaining('без основания'),
      en: expect.stringContaining('without a ground'),
    });
  });
});

describe('D9: a debt is settled', () => {
  test('D9: by a passing result of its own subject, and open again when that falls', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment } = academy;
    const passed = await mark(academy, '4', '2026-10-20', { kind: 'interim' });
    const settling = { enrollment, debt, result: passed, on: '2026-10-20' };
    must(await debts.settle(settling));
    expect(await open(academy)).toEqual([]);
    expectRefused(await debts.settle(settling), 'debt-not-open', debt);
    must(
      await assessments.annul({
        enrollment,
        result: passed,
        reason: 'не тот',
        signer: 'p-9',
        on: '2026-10-21',
      }),
    );
    expect(await open(academy)).toEqual([debt]);
  });

  test('D9: by a credit', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment } = academy;
    const credited = must(
      await assessments.credit({
        enrollment,
        module: 'safety',
        kind: 'interim',
        value: '4',
        source: { kind: 'own' },
        decidedBy: 'p-1',
        document: 'Справка № 3',
        on: '2026-10-20',
      }),
    ).eventId;
    must(await debts.settle({ enrollment, debt, result: credited, on: '2026-10-20' }));
    expect(await open(academy)).toEqual([]);
  });

  test('D9: not by a failing result, nor by one of another module', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, failed } = academy;
    const other = await mark(academy, 'зачтено', '2026-10-20', {
      kind: 'interim',
      module: 'practice',
    });
    for (const result of [failed, other]) {
      const no = await debts.settle({ enrollment, debt, result, on: '2026-10-20' });
      expectRefused(no, 'does-not-settle', result, 'safety');
    }
    const unknown = await debts.settle({
      enrollment,
      debt: other,
      result: other,
      on: '2026-10-20',
    });
    expectRefused(unknown, 'debt-unknown', other, enrollment);
  });
});

const on10 = (reason: string) =>
  suspensionsOf([
    { on: '2026-11-01', reason },
    { on: '2026-11-11', reason: null },
  ]);

describe('D9 273-FZ art. 58 part 5: the term of a year', () => {
  const on = '2026-10-06';
  const limit = { termMonths: 12 };
  const reasons = retakes.excludedReasons;
  const asOf = '2028-12-31';
  test('D9: runs for its months; without months it has no end', () => {
    const start = { on, pauses: [] };
    expect(deadlineOf([], start, limit, reasons, asOf)).toBe('2027-10-06');
    expect(deadlineOf([], start, { termMonths: null }, reasons, asOf)).toBeNull();
  });

  test('D9: academic leave moves its end by as many days; another reason does not', () => {
    const start = { on, pauses: [] };
    expect(deadlineOf(on10('academic-leave'), start, limit, reasons, asOf)).toBe('2027-10-16');
    expect(deadlineOf(on10('maternity-leave'), start, limit, reasons, asOf)).toBe('2027-10-16');
    expect(deadlineOf(on10('family'), start, limit, reasons, asOf)).toBe('2027-10-06');
  });

  test('D9: days that two reasons leave out count once; days outside it not at all', () => {
    const illness = { from: '2026-11-05', until: '2026-11-15' };
    const leave = on10('academic-leave');
    expect(deadlineOf(leave, { on, pauses: [illness] }, limit, reasons, asOf)).toBe('2027-10-21');
    const before = { from: '2026-09-20', until: '2026-10-08' };
    expect(deadlineOf([], { on, pauses: [before] }, limit, reasons, asOf)).toBe('2027-10-08');
    const after = { from: '2027-10-07', until: '2027-10-20' };
    expect(deadlineOf([], { on, pauses: [after] }, limit, reasons, asOf)).toBe('2027-10-06');
    const within = { from: '2027-10-06', until: '2027-10-09' as LocalDate };
    expect(deadlineOf([], { on, pauses: [within] }, limit, reasons, asOf)).toBe('2027-10-10');
  });

  test('D9: a leave without an end counts up to the day that is asked about', () => {
    const away = suspensionsOf([{ on: '2026-11-01', reason: 'illness' }]);
    const start = { on, pauses: [] };
    expect(deadlineOf(away, start, limit, reasons, '2026-11-03')).toBe('2027-10-09');
  });

  test('D9: documented illness pauses it', async () => {
    const { debts, debt, id: enrollment, events } = await owing();
    const pause = { enrollment, debt, from: '2026-10-10', until: '2026-10-19', reason: 'illness' };
    must(await debts.pauseTerm(pause));
    const fact = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(fact).toMatchObject({ type: 'DebtTermPaused', data: { reason: 'illness', debt } });
    const lazy = await debts.pauseTerm({ ...pause, reason: 'family' });
    expectRefused(lazy, 'not-in-regulation', 'family');
    const reversed = await debts.pauseTerm({ ...pause, until: '2026-10-09' });
    expectRefused(reversed, 'period-reversed', '2026-10-09');
  });

  test('D9: it expires when the term is over, and not before', async () => {
    const limits = retakes.limits.map((one) => ({ ...one, termMonths: 1 }));
    const academy = await owing({ retakes: { limits } });
    const { debts, debt, id: enrollment, events } = academy;
    const expiring = { enrollment, debt };
    const early = await debts.expire({ ...expiring, on: '2026-11-06' });
    expectRefused(early, 'debt-term-runs', debt, '2026-11-06', '2');
    must(await debts.expire({ ...expiring, on: '2026-11-07' }));
    const fact = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(fact?.data).toMatchObject({ reason: 'term-over', deadline: '2026-11-06' });
    const again = await debts.expire({ ...expiring, on: '2026-11-08' });
    expectRefused(again, 'debt-not-open', debt);
    const retake = { enrollment, of: debt, plannedOn: '2026-11-10', on: '2026-11-08' };
    expectRefused(await debts.grantRetake(retake), 'debt-not-open', debt);
  });
});

describe('D9 R4 §2.2.6: the learner is informed', () => {
  test('D9 R4 §2.2.6: of the debts they have, and that they have none', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, events } = academy;
    must(await debts.inform({ enrollment, way: 'written', on: '2026-10-07' }));
    const passed = await mark(academy, '4', '2026-10-20', { kind: 'interim' });
    must(await debts.settle({ enrollment, debt, result: passed, on: '2026-10-20' }));
    const told = { enrollment, way: 'oral', informed: 'representative' as const };
    must(await debts.inform({ ...told, on: '2026-10-21' }));
    const facts = (await events(`academy.enrollment-${enrollment}`)).filter(
      ({ type }) => type === 'InformedOfDebts',
    );
    expect(facts.map(({ data }) => data)).toMatchObject([
      { debts: [debt], way: 'written', informed: 'learner' },
      { debts: [], way: 'oral', informed: 'representative' },
    ]);
    const pigeon = await debts.inform({ ...told, way: 'pigeon', on: '2026-10-21' });
    expectRefused(pigeon, 'not-in-regulation', 'pigeon');
  });

  test('D9 273-FZ art. 59 part 6: the final attestation is closed to one who owes', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const final = { enrollment, module: 'safety', kind: 'final', value: '5', on: '2026-12-20' };
    const no = await assessments.record({ ...final, assessor: 'p-9' });
    expectRefused(no, 'debts-open', enrollment, debt);
    const free = await owing({ retakes: { finalNeedsNoDebts: false } });
    expect((await free.assessments.record({ ...final, assessor: 'p-9' })).ok).toBe(true);
  });
});

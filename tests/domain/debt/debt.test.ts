import type { LocalDate } from '@letopis/core';
import { must } from '@letopis/core';
import { deadlineOf, suspensionsOf } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { debtsNow, openDebtsOf, owing, pass, programmeOf } from '../worlds/debt-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const { retakes } = r2;
const missing = { module: 'safety', kind: 'interim', outcome: 'absent' as const, assessor: 'p-9' };
const correction = { reason: 'описка', signer: 'p-9' };

describe('RK 1.2, 273-FZ art. 58 part 2: a debt is derived from the results', () => {
  test('it arises on the day of a failing interim result, whatever day it is entered', async () => {
    const academy = await owing();
    const { debts, debt, failed, id: enrollment } = academy;
    expect(debt).toBe(failed);
    const [stored] = (await academy.events(`academy.enrollment-${enrollment}`)).filter(
      ({ id }) => id === failed,
    );
    expect(must(await debts.raise({ enrollment, result: failed }))).toEqual({
      eventId: failed,
      stream: stored?.stream,
      revision: stored?.revision,
      position: stored?.position,
      debt: failed,
      on: '2026-10-05',
      status: 'open',
      deadline: '2027-10-05',
      attemptsUsed: 0,
    });
    expect(await debtsNow(academy, '2026-10-04')).toEqual([]);
    expect(await openDebtsOf(academy)).toEqual([failed]);
    const named = must(await debts.raise({ enrollment, module: 'safety', kind: 'interim' }));
    expect(named.eventId).toBe(failed);
  });

  test('nothing is stored for it, and asking twice gives the same', async () => {
    const academy = await owing();
    const stream = `academy.enrollment-${academy.id}`;
    const before = (await academy.events(stream)).length;
    const asked = { enrollment: academy.id, result: academy.failed };
    expect(await academy.debts.raise(asked)).toEqual(await academy.debts.raise(asked));
    expect(await academy.events(stream)).toHaveLength(before);
  });

  test('an absence without an excuse makes one, an excused one does not', async () => {
    const academy = await withLearner();
    const { debts, id: enrollment, assessments } = academy;
    const miss = (module: string, reason: string | undefined) =>
      assessments.record({ ...missing, enrollment, module, reason, on: '2026-10-05' });
    const missed = must(await miss('safety', 'н')).eventId;
    const ill = must(await miss('practice', 'б')).eventId;
    expect(await openDebtsOf(academy)).toEqual([missed]);
    expectRefused(await debts.raise({ enrollment, result: ill }), 'absence-excused', ill, 'б');
  });

  test('not an empty cell, a result that was not assessed, a current mark, a pass', async () => {
    const academy = await withLearner();
    const { debts, id: enrollment, assessments } = academy;
    const none = { enrollment, kind: 'interim', module: 'practice' };
    expectRefused(await debts.raise(none), 'nothing-owed', 'practice');
    const facts = { enrollment, module: 'practice', kind: 'interim', assessor: 'p-9' };
    const put = { ...facts, outcome: 'not-assessed' as const, reason: 'not-admitted' };
    must(await assessments.record({ ...put, on: '2026-10-05' }));
    const current = await mark(academy, '2', '2026-10-06', { kind: 'current' });
    const passed = await mark(academy, '3', '2026-10-07', { kind: 'interim' });
    expect(await openDebtsOf(academy)).toEqual([]);
    const no = await debts.raise({ enrollment, result: current });
    expectRefused(no, 'no-debt-of-kind', 'current', 'interim');
    expectRefused(await debts.raise({ enrollment, result: passed }), 'nothing-owed', passed);
    const both = { enrollment, kind: 'interim', result: passed };
    expectRefused(await debts.raise(both), 'invalid-input', 'result');
  });

  test('not of an assessment that neither programme nor plan knows', async () => {
    const academy = await withLearner();
    const { debts, id: enrollment, programmes } = academy;
    const module = { id: 'extra', scale: 'five-point' };
    must(await programmes.addModule({ programme: 'mentor', module, on: '2026-09-01' }));
    const result = await mark(academy, '2', '2026-10-05', { kind: 'interim', module: 'extra' });
    expect(await openDebtsOf(academy)).toEqual([]);
    expectRefused(await debts.raise({ enrollment, result }), 'not-planned', 'extra', result);
  });

  test('per kind and type of programme, as the regulation says', async () => {
    const [interim] = retakes.limits;
    if (interim === undefined) throw new Error('R2 limits retakes of the interim kind');
    const { programmeType } = await programmeOf(await withLearner());
    const none = { ...interim, programmeTypes: [programmeType], debt: false };
    const free = await withLearner({ retakes: { limits: [interim, none] } });
    const result = await mark(free, '2', '2026-10-05', { kind: 'interim' });
    expect(await openDebtsOf(free)).toEqual([]);
    const no = await free.debts.raise({ enrollment: free.id, result });
    expectRefused(no, 'no-debt-of-kind', 'interim');
    const others = { ...none, programmeTypes: ['another-type'] };
    const academy = await withLearner({ retakes: { limits: [interim, others] } });
    const failed = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
    expect(await openDebtsOf(academy)).toEqual([failed]);
  });

  test('it goes away where its result is annulled, excused or corrected to a pass', async () => {
    const annulled = await owing();
    const undo = { enrollment: annulled.id, result: annulled.failed, ...correction };
    must(await annulled.assessments.annul(undo));
    expect(await openDebtsOf(annulled)).toEqual([]);
    const gone = await annulled.debts.raise({ enrollment: annulled.id, result: annulled.failed });
    expectRefused(gone, 'result-annulled', annulled.failed);

    const corrected = await owing();
    const mend = { enrollment: corrected.id, replaces: corrected.failed, ...correction };
    must(await corrected.assessments.correct({ ...mend, value: '3', words: 'три' }));
    expect(await openDebtsOf(corrected)).toEqual([]);

    const academy = await withLearner();
    const { assessments, id: enrollment } = academy;
    const record = { ...missing, enrollment, reason: 'н', on: '2026-10-05' };
    const replaces = must(await assessments.record(record)).eventId;
    expect(await openDebtsOf(academy)).toEqual([replaces]);
    const ground = { kind: 'certificate', number: '14', date: '2026-10-12' };
    must(
      await assessments.correctAbsence({ enrollment, replaces, code: 'б', ...correction, ground }),
    );
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('a correction that waits for its countersignature changes nothing', async () => {
    const academy = await owing({ correction: { countersignOffices: ['head'] } });
    const { assessments, id: enrollment, failed: replaces } = academy;
    must(
      await assessments.correct({ enrollment, replaces, ...correction, value: '3', words: 'три' }),
    );
    expect(await openDebtsOf(academy)).toEqual([academy.failed]);
  });
});

describe('RK 1.3: a debt is settled by the result in force', () => {
  test('by a passed retake, and open again when that falls', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const passed = await pass(academy, '2026-10-20');
    expect(await debtsNow(academy, '2026-10-20')).toMatchObject([
      { debt, status: 'settled', settledBy: { event: passed } },
    ]);
    expect(await debtsNow(academy, '2026-10-19')).toMatchObject([{ debt, status: 'open' }]);
    must(await assessments.annul({ enrollment, result: passed, ...correction }));
    expect(await openDebtsOf(academy)).toEqual([debt]);
  });

  test('D11: by a credit', async () => {
    const academy = await owing();
    const { assessments, id: enrollment } = academy;
    const credit = { enrollment, module: 'safety', kind: 'interim', value: '4' };
    const source = { source: { kind: 'own' as const }, decidedBy: 'p-1', on: '2026-10-20' };
    must(await assessments.credit({ ...credit, ...source }));
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('not by a result of another module, period or study year', async () => {
    const academy = await owing({}, '2025-09-01');
    await mark(academy, 'зачтено', '2026-10-20', { kind: 'interim', module: 'practice' });
    await mark(academy, '4', '2026-10-21', { kind: 'interim', period: 'half-year-2' });
    await mark(academy, '4', '2026-10-22', { kind: 'interim', studyYear: '2025' });
    expect(await openDebtsOf(academy)).toEqual([academy.debt]);
  });
});

const on10 = (reason: string) =>
  suspensionsOf([
    { on: '2026-11-01', reason },
    { on: '2026-11-11', reason: null },
  ]);

describe('273-FZ art. 58 part 5: the term of a year', () => {
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

  test('documented illness moves its end, also after it was over: it is open again', async () => {
    const limits = retakes.limits.map((one) => ({ ...one, termMonths: 1 }));
    const academy = await owing({ retakes: { limits } });
    const { debts, debt, id: enrollment, events } = academy;
    expect(await debtsNow(academy, '2026-11-05')).toMatchObject([{ debt, status: 'open' }]);
    expect(await debtsNow(academy, '2026-11-06')).toMatchObject([
      { debt, status: 'expired', expiredOn: '2026-11-06', deadline: '2026-11-05' },
    ]);
    const late = { enrollment, of: debt, plannedOn: '2026-12-01', on: '2026-11-20' };
    expectRefused(await debts.grantRetake(late), 'debt-not-open', debt);

    const pause = { enrollment, debt, from: '2026-10-10', until: '2026-11-08', reason: 'illness' };
    must(await debts.pauseTerm(pause));
    const fact = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(fact).toMatchObject({ type: 'DebtTermPaused', data: { reason: 'illness', debt } });
    expect(await debtsNow(academy, '2026-12-05')).toMatchObject([
      { debt, status: 'open', deadline: '2026-12-05' },
    ]);
    must(await debts.grantRetake(late));

    const lazy = await debts.pauseTerm({ ...pause, reason: 'family' });
    expectRefused(lazy, 'not-in-regulation', 'family');
    const reversed = await debts.pauseTerm({ ...pause, until: '2026-10-09' });
    expectRefused(reversed, 'period-reversed', '2026-10-09');
    const passed = await mark(academy, 'зачтено', '2026-10-06', {
      kind: 'interim',
      module: 'practice',
    });
    const none = await debts.pauseTerm({ ...pause, debt: passed });
    expectRefused(none, 'debt-unknown', passed);
  });

  test('RK 1.8: a pause is corrected and annulled, and the term follows', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, events } = academy;
    const days = { from: '2026-10-10', until: '2026-10-19' };
    const ground = { kind: 'certificate', number: '77', date: '2026-10-19' } as const;
    const ill = { enrollment, debt, ...days, reason: 'illness', ground };
    const paused = must(await debts.pauseTerm(ill));
    const deadline = async () => (await debtsNow(academy, '2026-12-25'))[0]?.deadline;
    expect(await deadline()).toBe('2027-10-15');
    const head = { enrollment, reason: 'в справке другие дни', signer: 'p-1' };
    const asked = { ...head, entry: paused.eventId, until: '2026-10-12' };
    const mended = must(await debts.correctPause(asked));
    expect(await deadline()).toBe('2027-10-08');
    const [annulled, fresh] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(annulled).toMatchObject({
      id: mended.eventId,
      type: 'DebtEntryAnnulled',
      occurredOn: '2026-10-10',
      data: { corrects: paused.eventId, replacedBy: fresh?.id, signer: { person: 'p-1' } },
    });
    // RK 1.5: what stands in its place keeps the paper of the pause, or is given the right one.
    expect([annulled?.ground, fresh?.ground]).toEqual([null, ground]);
    expectRefused(await debts.correctPause(asked), 'entry-annulled-already', fresh?.id ?? '');
    const other = { ...ground, number: '78' };
    const paper = { ...head, entry: fresh?.id ?? '', until: '2026-10-13', entryGround: other };
    const second = must(await debts.correctPause(paper));
    const last = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect([last?.ground, last?.id === second.eventId]).toEqual([other, false]);
    must(await debts.annul({ ...head, entry: last?.id ?? '' }));
    expect(await deadline()).toBe('2027-10-05');
    const nobody = await debts.annul({ ...head, entry: debt });
    expectRefused(nobody, 'entry-unknown', debt);
    const teacher = await debts.annul({ ...head, entry: fresh?.id ?? '', signer: 'p-9' });
    expectRefused(teacher, 'entry-annulled-already', fresh?.id ?? '');
  });
});

describe('R4 §2.2.6: the learner is informed', () => {
  test('of the debts that they have, and that they have none', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, events } = academy;
    must(await debts.inform({ enrollment, way: 'written', on: '2026-10-07' }));
    await pass(academy, '2026-10-20');
    const told = { enrollment, way: 'oral', informed: 'representative' as const };
    const oral = must(await debts.inform({ ...told, on: '2026-10-21' }));
    const facts = (await events(`academy.enrollment-${enrollment}`)).filter(
      ({ type }) => type === 'InformedOfDebts',
    );
    expect(facts.map(({ data }) => data)).toMatchObject([
      { debts: [debt], way: 'written', informed: 'learner' },
      { debts: [], way: 'oral', informed: 'representative' },
    ]);
    const pigeon = await debts.inform({ ...told, way: 'pigeon', on: '2026-10-21' });
    expectRefused(pigeon, 'not-in-regulation', 'pigeon');
    const head = { enrollment, reason: 'не тому', signer: 'p-1' };
    const wrong = await debts.correctPause({ ...head, entry: oral.eventId, from: '2026-10-20' });
    expectRefused(
      wrong,
      'entry-of-another-kind',
      oral.eventId,
      'InformedOfDebts',
      'DebtTermPaused',
    );
    must(await debts.annul({ ...head, entry: oral.eventId }));
  });
});

describe('273-FZ art. 59 part 6, RK 1.2: who owes is not admitted and does not complete', () => {
  const final = { module: 'safety', kind: 'final', value: '5', on: '2026-12-20' };

  test('the final attestation is closed to one who owes, by the regulation', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const no = await assessments.record({ ...final, enrollment, assessor: 'p-9' });
    expectRefused(no, 'debts-open', enrollment, debt);
    const free = await owing({ retakes: { finalNeedsNoDebts: false } });
    must(await free.assessments.record({ ...final, enrollment: free.id, assessor: 'p-9' }));
  });

  test('completion is refused with a failing interim result in force', async () => {
    const changes = { retakes: { finalNeedsNoDebts: false } };
    const academy = await owing(changes);
    const { enrollments, id: enrollment } = academy;
    await mark(academy, 'зачтено', '2026-10-21', { kind: 'interim', module: 'practice' });
    await mark(academy, '5', '2026-12-20', { kind: 'final' });
    const done = await enrollments.complete({ enrollment, on: '2026-12-21' });
    expectRefused(done, 'results-missing', 'safety', 'interim');
    await pass(academy, '2026-10-20');
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
  });
});

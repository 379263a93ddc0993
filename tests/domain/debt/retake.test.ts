import { must, newCommandId } from '@letopis/core';
import { enrollmentFold, resultInForce } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { byProtocol, members, sitting, withCommissions } from '../worlds/commission-academy.ts';
import type { Owing } from '../worlds/debt-academy.ts';
import { debtsNow, openDebtsOf, owing } from '../worlds/debt-academy.ts';
import { mark, noOrder } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/** Grants a retake of a debt or result; its event id. */
const grant = async (
  { debts, id: enrollment }: Pick<Owing, 'debts' | 'id'>,
  of: string,
  plannedOn: string,
  commission: string | null = null,
) => {
  const granting = { enrollment, of, plannedOn, commission, on: plannedOn };
  return must(await debts.grantRetake(granting)).eventId;
};

describe('D9 273-FZ art. 58: a retake of an interim attestation', () => {
  test('D9: granted for a day, taken on it: the failure stays, the debt is settled', async () => {
    const academy = await owing();
    const { debt, failed, id, events } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const passed = await mark(academy, '4', '2026-10-20', { retake });
    const facts = await events(`academy.enrollment-${id}`);
    expect(facts.slice(-2)).toMatchObject([
      { type: 'RetakeGranted', data: { of: debt, attempt: 1, plannedOn: '2026-10-20' } },
      {
        id: passed,
        type: 'AssessmentRecorded',
        data: {
          module: 'safety',
          kind: 'interim',
          planned: null,
          retake: { granted: retake, of: debt, attempt: 1, counts: true },
        },
      },
    ]);
    const { state } = await academy.session.load(enrollmentFold, id);
    expect(state.results.get(failed)).toMatchObject({ annulledOn: null, mark: { value: '2' } });
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('RK 1.3: a retake of what was no failure neither fails nor counts', async () => {
    for (const value of ['2', '3', '5']) {
      const academy = await owing();
      const { debt, id: enrollment, assessments, session } = academy;
      const retake = await grant(academy, debt, '2026-10-20');
      const taken = await mark(academy, value, '2026-10-20', { retake });
      const mended = { enrollment, replaces: debt, value: '4', words: 'четыре', reason: 'описка' };
      must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-10-25' }));
      expect(await debtsNow(academy, '2026-11-22')).toEqual([]);
      const { state } = await session.load(enrollmentFold, enrollment);
      const first = state.results.get(debt);
      expect(first && resultInForce(state, first.countsFor, null, () => false)).toMatchObject({
        event: debt,
        mark: { value: '4' },
      });
      expect(state.results.get(taken)).toMatchObject({ annulledOn: null, mark: { value } });
    }
  });

  test('D9: sent twice it is one result', async () => {
    const academy = await owing();
    const retake = await grant(academy, academy.debt, '2026-10-20');
    const taking = {
      enrollment: academy.id,
      value: '4',
      on: '2026-10-20',
      assessor: 'p-9',
      retake,
      commandId: newCommandId(academy.ports),
    };
    const first = must(await academy.assessments.record(taking));
    expect(must(await academy.assessments.record(taking))).toEqual(first);
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('D9 part 5-6: the second is before a commission, a third is refused', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment, assessments } = academy;
    const first = await grant(academy, debt, '2026-10-20');
    await mark(academy, '2', '2026-10-20', { retake: first });
    expect(await openDebtsOf(academy)).toEqual([debt]);
    const second = { enrollment, of: debt, plannedOn: '2026-11-10', on: '2026-10-21' };
    const alone = await debts.grantRetake(second);
    expectRefused(alone, 'retake-needs-commission', '2');
    const wrong = await debts.grantRetake({ ...second, commission: 'c-1' });
    expectRefused(wrong, 'commission-not-for', 'c-1', 'interim');
    const none = await debts.grantRetake({ ...second, commission: 'c-9' });
    expectRefused(none, 'commission-unknown', 'c-9');
    const retake = must(await debts.grantRetake({ ...second, commission: 'r-1' })).eventId;
    const taking = { enrollment, value: '2', on: '2026-11-10', assessor: 'p-9', retake };
    expectRefused(await assessments.record(taking), 'protocol-needed', 'interim');
    const protocol = await sitting(academy, 'r-1', '2026-11-10');
    must(await assessments.record({ ...taking, ...byProtocol(protocol) }));
    const third = { ...second, plannedOn: '2026-11-20', on: '2026-11-11', commission: 'r-1' };
    expectRefused(await debts.grantRetake(third), 'retakes-used-up', debt, '2');
    expect(await debtsNow(academy, '2026-11-12')).toMatchObject([
      { debt, status: 'expired', expiredOn: '2026-11-10' },
    ]);
  });

  test('D9 R1 §4.2.4: every retake before a commission is a field', async () => {
    const limits = r2.retakes.limits.map((one) => ({ ...one, commissionFromAttempt: 1 }));
    const academy = await owing({ retakes: { limits } });
    const { debts, debt: of, id: enrollment } = academy;
    const granting = { enrollment, of, plannedOn: '2026-10-20', on: '2026-10-06' };
    expectRefused(await debts.grantRetake(granting), 'retake-needs-commission', '1');
  });

  test('D9: it is held by the very commission that was named', async () => {
    const academy = await owing();
    const other = { id: 'r-2', kind: 'retake', members, from: '2026-09-01' };
    must(await academy.commissions.form(other));
    const retake = await grant(academy, academy.debt, '2026-10-20', 'r-1');
    const protocol = await sitting(academy, 'r-2', '2026-10-20');
    const taking = { enrollment: academy.id, value: '4', on: '2026-10-20', assessor: 'p-9' };
    const no = await academy.assessments.record({ ...taking, retake, ...byProtocol(protocol) });
    expectRefused(no, 'retake-of-other', 'r-2', 'r-1');
  });

  test('273-FZ art. 58: attempts are counted when the retake is taken, as known then', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment } = academy;
    const ill = await grant(academy, debt, '2026-10-20');
    const away = { enrollment, outcome: 'absent' as const, reason: 'б', assessor: 'p-9' };
    const missed = must(await assessments.record({ ...away, on: '2026-10-20', retake: ill }));
    const retake = await grant(academy, debt, '2026-11-10');
    const truant = {
      enrollment,
      replaces: missed.eventId,
      code: 'н',
      reason: 'справка поддельная',
    };
    const ground = { kind: 'certificate', number: '7', date: '2026-11-01' } as const;
    must(await assessments.correctAbsence({ ...truant, signer: 'p-9', on: '2026-11-05', ground }));
    const taking = { enrollment, value: '4', on: '2026-11-10', assessor: 'p-9' };
    const alone = await assessments.record({ ...taking, retake });
    const ways = ['debts.withdrawRetake', 'debts.grantRetake', 'commission'];
    expectRefused(alone, 'retake-needs-commission', '2', retake, ...ways);
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-11-10' }));
    const before = await grant(academy, debt, '2026-11-10', 'r-1');
    const protocol = await sitting(academy, 'r-1', '2026-11-10');
    must(await assessments.record({ ...taking, retake: before, ...byProtocol(protocol) }));
    expect((await academy.events(`academy.enrollment-${enrollment}`)).at(-1)).toMatchObject({
      data: { retake: { granted: before, attempt: 2 } },
    });
  });

  test('273-FZ art. 58: no third is taken where the first was excused in error', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const ill = await grant(academy, debt, '2026-10-20');
    const away = { enrollment, outcome: 'absent' as const, reason: 'б', assessor: 'p-9' };
    const missed = must(await assessments.record({ ...away, on: '2026-10-20', retake: ill }));
    const first = await grant(academy, debt, '2026-10-25');
    await mark(academy, '2', '2026-10-25', { retake: first });
    const retake = await grant(academy, debt, '2026-11-10', 'r-1');
    const truant = {
      enrollment,
      replaces: missed.eventId,
      code: 'н',
      reason: 'справка поддельная',
    };
    const ground = { kind: 'certificate', number: '7', date: '2026-11-01' } as const;
    must(await assessments.correctAbsence({ ...truant, signer: 'p-9', on: '2026-11-05', ground }));
    const protocol = await sitting(academy, 'r-1', '2026-11-10');
    const taking = { enrollment, value: '4', on: '2026-11-10', assessor: 'p-9', retake };
    const third = await assessments.record({ ...taking, ...byProtocol(protocol) });
    expectRefused(third, 'retakes-used-up', debt, '2', 'debts.withdrawRetake');
  });

  test('D9: an excused absence uses up no attempt, an unexcused one does', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment, events } = academy;
    const away = { enrollment, outcome: 'absent' as const, assessor: 'p-9' };
    const ill = await grant(academy, debt, '2026-10-20');
    must(await assessments.record({ ...away, reason: 'б', on: '2026-10-20', retake: ill }));
    const missed = await grant(academy, debt, '2026-10-21');
    must(await assessments.record({ ...away, reason: 'н', on: '2026-10-21', retake: missed }));
    const second = await debts.grantRetake({
      enrollment,
      of: debt,
      plannedOn: '2026-11-10',
      on: '2026-10-22',
      commission: 'r-1',
    });
    expect(second.ok).toBe(true);
    const granted = (await events(`academy.enrollment-${enrollment}`)).filter(
      ({ type }) => type === 'RetakeGranted',
    );
    expect(granted.map(({ data }) => (data as { attempt: number }).attempt)).toEqual([1, 1, 2]);
  });

  test('D9: one at a time, withdrawn or taken once, on its own day and subject', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const again = { enrollment, of: debt, plannedOn: '2026-10-25', on: '2026-10-20' };
    expectRefused(await debts.grantRetake(again), 'retake-waits', retake, '2026-10-20');
    const taking = { enrollment, value: '4', on: '2026-10-20', assessor: 'p-9', retake };
    const cases = [
      ['retake-other-day', { on: '2026-10-19' }, '2026-10-20'],
      ['retake-of-other', { module: 'practice' }, 'practice'],
      ['retake-of-other', { kind: 'final' }, 'final'],
      ['retake-unknown', { retake: debt }, debt],
      ['invalid-input', { planned: 'test-1' }, 'planned'],
    ] as const;
    for (const [code, change, value] of cases) {
      expectRefused(await assessments.record({ ...taking, ...change }), code, value);
    }
    const early = await debts.withdrawRetake({ enrollment, retake, on: '2026-10-19' });
    expectRefused(early, 'retake-too-early', '2026-10-19');
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-10-20' }));
    expectRefused(await assessments.record(taking), 'retake-not-waiting', retake);
    expect((await debts.grantRetake(again)).ok).toBe(true);
  });

  test('D9 part 5: within the term, not before it is granted', async () => {
    const limits = r2.retakes.limits.map((one) => ({ ...one, termMonths: 1 }));
    const { debts, debt: of, id: enrollment } = await owing({ retakes: { limits } });
    const granting = { enrollment, of, on: '2026-10-06' };
    const late = await debts.grantRetake({ ...granting, plannedOn: '2026-11-06' });
    expectRefused(late, 'retake-after-term', '2026-11-06', '2026-11-05');
    const early = await debts.grantRetake({ ...granting, plannedOn: '2026-10-05' });
    expectRefused(early, 'retake-too-early', '2026-10-05', '2026-10-06');
    const last = await debts.grantRetake({ ...granting, plannedOn: '2026-11-05' });
    expect(last.ok).toBe(true);
  });

  test('held in time, it settles the debt also where it is entered after the term', async () => {
    const limits = r2.retakes.limits.map((one) => ({ ...one, termMonths: 1 }));
    const academy = await owing({ retakes: { limits } });
    const { debt } = academy;
    const retake = await grant(academy, debt, '2026-11-05');
    expect(await debtsNow(academy, '2026-11-06')).toMatchObject([{ status: 'expired' }]);
    const passed = await mark(academy, '4', '2026-11-05', { retake });
    expect(await debtsNow(academy, '2026-11-06')).toMatchObject([
      { status: 'settled', settledBy: { event: passed } },
    ]);
  });

  test('held a day later than planned, it is moved to that day, visibly', async () => {
    const academy = await owing();
    const { debt, id, events } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const passed = await mark(academy, '4', '2026-10-21', { retake });
    expect((await events(`academy.enrollment-${id}`)).slice(-2)).toMatchObject([
      { id: passed, type: 'AssessmentRecorded', data: { retake: { granted: retake } } },
      { type: 'RetakeMoved', data: { retake, from: '2026-10-20', plannedOn: '2026-10-21' } },
    ]);
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('it is moved beforehand, within the term; a taken one is not', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const moving = { enrollment, retake, on: '2026-10-20' };
    const late = await debts.moveRetake({ ...moving, plannedOn: '2027-10-06' });
    expectRefused(late, 'retake-after-term', '2027-10-06', '2027-10-05');
    const early = await debts.moveRetake({ ...moving, plannedOn: '2026-10-19' });
    expectRefused(early, 'retake-too-early', '2026-10-19');
    const moved = must(await debts.moveRetake({ ...moving, plannedOn: '2026-10-25' }));
    const head = { enrollment, signer: 'p-1', reason: 'перенесли обратно' };
    must(await debts.annul({ ...head, entry: moved.eventId }));
    await mark(academy, '4', '2026-10-20', { retake });
    const taken = await debts.moveRetake({ ...moving, plannedOn: '2026-10-26' });
    expectRefused(taken, 'retake-not-waiting', retake);
    const grantOfTaken = await debts.annul({ ...head, entry: retake });
    expectRefused(grantOfTaken, 'entry-rested-on', retake, 'AssessmentRecorded');
  });

  test('RK 1.3: a plain result over a failure is the waiting retake, or refused', async () => {
    const academy = await owing();
    const { assessments, debts, debt, id: enrollment, events } = academy;
    const plain = { enrollment, module: 'safety', kind: 'interim', form: 'test', assessor: 'p-9' };
    for (const outcome of [
      { value: '4' },
      { value: '2' },
      { outcome: 'absent' as const, reason: 'н' },
      { outcome: 'not-assessed' as const, reason: 'submitted' },
    ]) {
      const no = await assessments.record({ ...plain, ...outcome, on: '2026-10-25' });
      expectRefused(no, 'retake-needed', debt, 'safety');
    }
    const retake = await grant(academy, debt, '2026-10-26');
    const before = await assessments.record({ ...plain, value: '4', on: '2026-10-25' });
    expectRefused(before, 'retake-needed', debt);
    must(await assessments.record({ ...plain, value: '4', on: '2026-10-26' }));
    const last = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(last?.data).toMatchObject({ retake: { granted: retake, of: debt, counts: true } });
    expect(await openDebtsOf(academy)).toEqual([]);
    const more = { enrollment, of: debt, plannedOn: '2026-11-10', on: '2026-11-01' };
    expectRefused(await debts.grantRetake(more), 'nothing-owed', 'safety');
  });

  test('an annulled withdrawal leaves the retake waiting again', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const gone = must(await debts.withdrawRetake({ enrollment, retake, on: '2026-10-20' }));
    const head = { enrollment, signer: 'p-1', reason: 'отозвали не ту' };
    must(await debts.annul({ ...head, entry: gone.eventId }));
    await mark(academy, '4', '2026-10-20', { retake });
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('D9: by order where the regulation asks for one', async () => {
    const academy = await owing({ retakes: { orderFor: ['grant-retake'] } });
    const granting = { enrollment: academy.id, of: academy.debt, plannedOn: '2026-10-20' };
    const { debts } = academy;
    const no = await debts.grantRetake({ ...granting, on: '2026-10-06', ground: noOrder });
    expectRefused(no, 'order-required', 'grant-retake');
  });

  test('D9: some kinds have no retakes', async () => {
    const academy = await withCommissions();
    const { debts, id: enrollment } = academy;
    const granting = { enrollment, plannedOn: '2026-10-20', on: '2026-10-06' };
    const current = await mark(academy, '2', '2026-10-05', { kind: 'current' });
    const none = await debts.grantRetake({ ...granting, of: current });
    expectRefused(none, 'no-retakes-of-kind', 'current', 'interim, final');
  });

  test('D9: an annulled retake waits again to be taken, and the debt is open again', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const retake = await grant(academy, debt, '2026-10-20');
    const wrong = await mark(academy, '4', '2026-10-20', { retake });
    must(
      await assessments.annul({
        enrollment,
        result: wrong,
        reason: 'не тот',
        signer: 'p-9',
        on: '2026-10-21',
      }),
    );
    expect(await openDebtsOf(academy)).toEqual([debt]);
    await mark(academy, '3', '2026-10-20', { retake });
    expect(await openDebtsOf(academy)).toEqual([]);
  });
});

const failingFinal = async (changes = {}) => {
  const academy = await withCommissions(changes);
  await mark(academy, '4', '2026-11-01', { kind: 'interim' });
  await mark(academy, 'зачтено', '2026-11-02', { kind: 'interim', module: 'practice' });
  const failed = await mark(academy, '2', '2026-12-10', { kind: 'final' });
  return { ...academy, failed };
};
const complete = ({ enrollments, id: enrollment }: Pick<Owing, 'enrollments' | 'id'>) =>
  enrollments.complete({ enrollment, on: '2026-12-25' });

const afterDischarge = async (allowed: boolean, named = true) => {
  const limits = r2.retakes.limits.map((one) => ({ ...one, afterDischarge: allowed }));
  const academy = await failingFinal({ retakes: { limits } });
  const { enrollments, assessments, id: enrollment, failed } = academy;
  must(await enrollments.discharge({ enrollment, reason: 'not-completed', on: '2026-12-12' }));
  const retake = await grant(academy, failed, '2026-12-20', 'r-1');
  const protocol = await sitting(academy, 'r-1', '2026-12-20');
  const taking = { enrollment, value: '4', on: '2026-12-20', assessor: 'p-9' };
  const which = named ? { retake } : { module: 'safety', kind: 'final', form: 'exam' };
  return assessments.record({ ...taking, ...which, ...byProtocol(protocol) });
};

describe('D9 R1 §4.2.4: a retake of the final attestation', () => {
  test('D9 R2 §1.5: failed, it completes nothing; retaken by commission, it does', async () => {
    const academy = await failingFinal();
    expectRefused(await complete(academy), 'results-missing', 'safety', 'final');
    const { debts, id: enrollment, failed } = academy;
    const granting = { enrollment, of: failed, plannedOn: '2026-12-20', on: '2026-12-11' };
    expectRefused(await debts.grantRetake(granting), 'retake-needs-commission', '1');
    const retake = await grant(academy, failed, '2026-12-20', 'r-1');
    const protocol = await sitting(academy, 'r-1', '2026-12-20');
    await mark(academy, '4', '2026-12-20', { retake, ...byProtocol(protocol) });
    expect((await complete(academy)).ok).toBe(true);
  });

  test('D9: its own limit: a second is refused, also by way of the failed retake', async () => {
    const academy = await failingFinal();
    const { debts, id: enrollment, failed } = academy;
    const retake = await grant(academy, failed, '2026-12-20', 'r-1');
    const protocol = await sitting(academy, 'r-1', '2026-12-20');
    const facts = { retake, ...byProtocol(protocol) };
    const again = await mark(academy, '2', '2026-12-20', facts);
    const granting = { enrollment, plannedOn: '2026-12-25', on: '2026-12-21', commission: 'r-1' };
    for (const of of [failed, again]) {
      expectRefused(await debts.grantRetake({ ...granting, of }), 'retakes-used-up', failed, '1');
    }
  });

  test('D9: one that passed is not retaken', async () => {
    const academy = await failingFinal();
    const { assessments, debts, id: enrollment, failed } = academy;
    must(
      await assessments.correct({
        enrollment,
        replaces: failed,
        value: '3',
        words: 'три',
        reason: 'описка',
        signer: 'p-9',
        on: '2026-12-11',
      }),
    );
    const granting = { enrollment, of: failed, plannedOn: '2026-12-20', on: '2026-12-12' };
    const no = await debts.grantRetake({ ...granting, commission: 'r-1' });
    expectRefused(no, 'nothing-owed', failed, 'safety');
  });

  test('D4 D9: after a discharge it is taken only where the regulation says so', async () => {
    expectRefused(await afterDischarge(false), 'outside-study', '2026-12-20');
    expect((await afterDischarge(true)).ok).toBe(true);
    expectRefused(await afterDischarge(false, false), 'outside-study', '2026-12-20');
    expect((await afterDischarge(true, false)).ok).toBe(true);
  });
});

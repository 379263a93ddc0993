import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { openDebtsOf, owing, pass, programmeOf } from '../worlds/debt-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Which debt is meant, and what is said where there is none. RK 1.2, 273-FZ art. 58. */

const [interim] = r2.retakes.limits;
if (interim === undefined) throw new Error('R2 limits retakes of the interim kind');
const debtKind = { ...interim, programmeTypes: [], debt: true };
const before = '2026-08-31';
const unknown = '00000000-0000-7000-8000-000000000000';

describe('RK 1.2: a debt is found by the subject that is named', () => {
  test('of two debts, that of the module and the kind', async () => {
    const academy = await owing();
    const { debts, debt: inSafety, id: enrollment } = academy;
    const inPractice = await mark(academy, 'не зачтено', '2026-10-06', {
      kind: 'interim',
      module: 'practice',
    });
    for (const [module, debt] of [
      ['safety', inSafety],
      ['practice', inPractice],
    ] as const) {
      const found = must(await debts.raise({ enrollment, module, kind: 'interim' }));
      expect(found).toMatchObject({ debt, status: 'open' });
    }
  });

  test('a debt in a module is none in the whole programme, and the other way round', async () => {
    const academy = await owing();
    const { debts, id: enrollment } = academy;
    const whole = { enrollment, kind: 'interim' };
    const none = await debts.raise(whole);
    expect(expectRefused(none, 'nothing-owed', '*', 'interim').data).toEqual({
      module: null,
      kind: 'interim',
      result: null,
    });
    const asked = { kind: 'interim', module: null, scale: 'five-point' };
    const failed = await mark(academy, '2', '2026-10-07', asked);
    expect(must(await debts.raise(whole)).debt).toBe(failed);
    expect(must(await debts.raise({ ...whole, module: null })).debt).toBe(failed);
    expect(await openDebtsOf(academy)).toEqual([academy.debt, failed]);
  });

  test('a debt of one kind is none of another kind of the same module', async () => {
    const limits = [{ ...debtKind, kinds: ['interim', 'final'] }];
    const { debts, id: enrollment } = await owing({ retakes: { limits } });
    const no = await debts.raise({ enrollment, module: 'safety', kind: 'final' });
    const about = { module: 'safety', kind: 'final', result: null };
    expect(expectRefused(no, 'nothing-owed', 'safety', 'final').data).toEqual(about);
  });

  test('no debt is found on a day without a regulation to judge it by', async () => {
    const { debts, failed, id: enrollment } = await owing();
    const bySubject = { enrollment, module: 'safety', kind: 'interim', on: before };
    expectRefused(await debts.raise(bySubject), 'regulation-missing', before);
    const byResult = { enrollment, result: failed, on: before };
    expectRefused(await debts.raise(byResult), 'regulation-missing', before);
  });

  test('no debt is found of a result that the enrollment does not have', async () => {
    const { debts, id: enrollment } = await owing();
    const no = await debts.raise({ enrollment, result: unknown });
    expectRefused(no, 'result-unknown', unknown, enrollment);
  });
});

describe('RK 1.2, RK 1.3: why nothing is owed', () => {
  test('a settled debt names the result that settled it, by any of its results', async () => {
    const academy = await owing();
    const { debts, failed, id: enrollment } = academy;
    const passed = await pass(academy, '2026-10-20');
    for (const result of [failed, passed]) {
      const no = expectRefused(await debts.raise({ enrollment, result }), 'nothing-owed', passed);
      expect(no.data).toEqual({ module: 'safety', kind: 'interim', result: passed });
    }
    const bySubject = await debts.raise({ enrollment, module: 'safety', kind: 'interim' });
    expect(expectRefused(bySubject, 'nothing-owed', 'safety').data).toMatchObject({ result: null });
  });

  test('273-FZ art. 58 part 2: a result that was not assessed is no failure', async () => {
    const { assessments, debts, id: enrollment } = await withLearner();
    const facts = { enrollment, module: 'practice', kind: 'interim', assessor: 'p-9' };
    const put = { ...facts, outcome: 'not-assessed' as const, reason: 'not-admitted' };
    const result = must(await assessments.record({ ...put, on: '2026-10-05' })).eventId;
    const no = expectRefused(await debts.raise({ enrollment, result }), 'nothing-owed', 'practice');
    expect(no.data).toEqual({ module: 'practice', kind: 'interim', result: null });
  });

  test('the code of an excused absence excuses nothing but an absence', async () => {
    const codes = [{ code: 'submitted', title: { ru: 'сдано', en: 'submitted' }, excused: true }];
    const changes = { lessons: { attendanceCodes: [...r2.lessons.attendanceCodes, ...codes] } };
    const { assessments, debts, id: enrollment } = await withLearner(changes);
    const facts = { enrollment, module: 'practice', kind: 'interim', assessor: 'p-9' };
    const put = { ...facts, outcome: 'not-assessed' as const, reason: 'submitted' };
    const result = must(await assessments.record({ ...put, on: '2026-10-05' })).eventId;
    expectRefused(await debts.raise({ enrollment, result }), 'nothing-owed', 'practice');
  });

  test('an absence without a reason of a kind that makes no debt was not excused', async () => {
    const { assessments, debts, id: enrollment } = await withLearner();
    const away = { enrollment, module: 'safety', outcome: 'absent' as const, assessor: 'p-9' };
    const day = { ...away, kind: 'current', on: '2026-10-05' };
    for (const reason of [undefined, 'н']) {
      const result = must(await assessments.record({ ...day, reason })).eventId;
      const no = await debts.raise({ enrollment, result });
      expectRefused(no, 'no-debt-of-kind', 'current', 'interim');
    }
  });
});

describe('RK 1.2: the kinds that make debts are those of the local act', () => {
  test('a kind that makes none is told which ones do', async () => {
    const academy = await withLearner();
    const { debts, id: enrollment } = academy;
    const said = { kind: 'current', kinds: ['interim'] };
    const bySubject = await debts.raise({ enrollment, module: 'safety', kind: 'current' });
    expect(expectRefused(bySubject, 'no-debt-of-kind', 'current').data).toEqual(said);
    const result = await mark(academy, '2', '2026-10-06', { kind: 'current' });
    const byResult = await debts.raise({ enrollment, result });
    expect(expectRefused(byResult, 'no-debt-of-kind', 'current').data).toEqual(said);
  });

  test('those of the type of the programme, and not those of other types', async () => {
    const { programmeType } = await programmeOf(await withLearner());
    const own = { ...debtKind, programmeTypes: [programmeType] };
    const alone = { kinds: ['current'], commissionFromAttempt: null };
    const others = { ...debtKind, ...alone, programmeTypes: ['another-type'] };
    for (const limits of [
      [own, others],
      [debtKind, others],
      [others, own, debtKind],
    ]) {
      const { debts, id: enrollment } = await withLearner({ retakes: { limits } });
      const no = await debts.raise({ enrollment, module: 'safety', kind: 'current' });
      const said = { kind: 'current', kinds: ['interim'] };
      expect(expectRefused(no, 'no-debt-of-kind', 'current').data).toEqual(said);
    }
  });

  test('a kind that makes none in this type of programme is not named as such', async () => {
    const { programmeType } = await programmeOf(await withLearner());
    const none = { ...debtKind, programmeTypes: [programmeType], debt: false };
    const { debts, id } = await withLearner({ retakes: { limits: [debtKind, none] } });
    const no = await debts.raise({ enrollment: id, module: 'safety', kind: 'interim' });
    const said = { kind: 'interim', kinds: [] };
    expect(expectRefused(no, 'no-debt-of-kind', 'interim').data).toEqual(said);
  });

  test('a failure is judged by the edition of its day, not by a later one', async () => {
    const limits = r2.retakes.limits.map((one) => ({ ...one, debt: false }));
    const academy = await withLearner({ retakes: { limits } });
    const { debts, id: enrollment, regulation } = academy;
    must(await regulation.amend({ from: '2026-11-01', sections: { retakes: r2.retakes } }));
    const result = await mark(academy, '2', '2026-10-05', { kind: 'interim' });
    const no = await debts.raise({ enrollment, result, on: '2026-11-10' });
    const said = { kind: 'interim', kinds: [] };
    expect(expectRefused(no, 'no-debt-of-kind', 'interim').data).toEqual(said);
  });
});

import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { withCommissions } from '../worlds/commission-academy.ts';
import { owing } from '../worlds/debt-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* A result in which a granted retake is taken, named or not. D9, D4, 273-FZ art. 58 parts 5-6. */

const plannedOn = '2026-10-20';
const interim = { kind: 'interim' };
const final = { kind: 'final' };

type Academy = Awaited<ReturnType<typeof withCommissions>>;

/** Grants a retake of a result on a day, for a later one. */
const grant = async ({ debts, id: enrollment }: Academy, of: string, on: string, day: string) =>
  must(await debts.grantRetake({ enrollment, of, plannedOn: day, on })).eventId;

const lastOf = async ({ events, id }: Pick<Academy, 'events' | 'id'>) =>
  (await events(`academy.enrollment-${id}`)).at(-1);

/** A debt with a retake granted for 20 October, and how a result of it is recorded. */
const waiting = async (changes: Changes = {}) => {
  const academy = await owing(changes);
  const { assessments, debt, id: enrollment } = academy;
  const retake = await grant(academy, debt, '2026-10-06', plannedOn);
  const taking = { enrollment, on: plannedOn, assessor: 'p-9', retake };
  const take = (more: object = { value: '4' }) => assessments.record({ ...taking, ...more });
  return { ...academy, retake, take };
};

describe('D9: a retake that a result names', () => {
  test('is of an enrollment that is known and open', async () => {
    const { take } = await waiting();
    const stranger = await take({ enrollment: 'l-9.mentor.1', value: '4' });
    expectRefused(stranger, 'enrollment-unknown', 'l-9.mentor.1');
  });

  test('is of the module and the kind that are named beside it', async () => {
    const { take } = await waiting();
    for (const [more, said] of [
      [{ module: 'practice' }, { field: 'module', given: 'practice', granted: 'safety' }],
      [{ module: null }, { field: 'module', given: '—', granted: 'safety' }],
      [final, { field: 'kind', given: 'final', granted: 'interim' }],
    ] as const) {
      const no = expectRefused(await take({ value: '4', ...more }), 'retake-of-other');
      expect(no.data).toEqual(said);
    }
    must(await take({ value: '4', module: 'safety', ...interim }));
  });

  test('in the programme as a whole is of no module', async () => {
    const academy = await withCommissions();
    const { assessments, id: enrollment } = academy;
    const whole = { ...interim, module: null, scale: 'five-point' };
    const of = await mark(academy, '2', '2026-10-05', whole);
    const retake = await grant(academy, of, '2026-10-06', plannedOn);
    const taking = { enrollment, value: '4', on: plannedOn, assessor: 'p-9', retake };
    const no = await assessments.record({ ...taking, module: 'safety' });
    const said = { field: 'module', given: 'safety', granted: '—' };
    expect(expectRefused(no, 'retake-of-other').data).toEqual(said);
    must(await assessments.record({ ...taking, ...whole }));
  });

  test('is judged by the regulation of its day', async () => {
    const { regulation, take } = await waiting();
    const limits = r2.retakes.limits.filter(({ kinds }) => !kinds.includes('interim'));
    const retakes = { ...r2.retakes, limits };
    must(await regulation.amend({ from: '2026-10-15', sections: { retakes } }));
    const no = expectRefused(await take(), 'no-retakes-of-kind', 'interim', 'final');
    expect(no.data).toEqual({ kind: 'interim', kinds: ['final'] });
    const gone = await waiting();
    must(await gone.regulation.repeal({ on: '2026-10-15' }));
    expectRefused(await gone.take(), 'regulation-missing', plannedOn);
  });

  test('says which attempt it would be, where that one is before a commission', async () => {
    const academy = await owing();
    const { assessments, debt, id: enrollment } = academy;
    const ill = await grant(academy, debt, '2026-10-06', '2026-10-10');
    const away = { enrollment, outcome: 'absent', reason: 'б', assessor: 'p-9' } as const;
    const sick = must(await assessments.record({ ...away, on: '2026-10-10', retake: ill }));
    const retake = await grant(academy, debt, '2026-10-11', plannedOn);
    const truant = { code: 'н', reason: 'справка поддельная', signer: 'p-9', on: '2026-10-15' };
    const ground = { kind: 'certificate', number: '7', date: '2026-10-14' } as const;
    const replaces = sick.eventId;
    must(await assessments.correctAbsence({ enrollment, replaces, ...truant, ground }));
    const taking = { enrollment, value: '4', on: plannedOn, assessor: 'p-9', retake };
    const no = expectRefused(await assessments.record(taking), 'retake-needs-commission');
    expect(no.data).toEqual({ attempt: 2, from: 2, granted: retake });
  });

  test.each([
    [{ value: '2' }, true],
    [{ value: '4' }, true],
    [{ outcome: 'absent', reason: 'н' }, true],
    [{ outcome: 'absent' }, true],
    [{ outcome: 'absent', reason: 'б' }, false],
    [{ outcome: 'not-assessed', reason: 'submitted' }, false],
  ])('%o uses up an attempt: %s', async (outcome, counts) => {
    const academy = await waiting();
    must(await academy.take(outcome));
    const { debt: of, retake: granted } = academy;
    const taken = { granted, of, attempt: 1, counts };
    expect((await lastOf(academy))?.data).toMatchObject({ retake: taken });
  });

  test('RK 1.4: is apart from the lessons of its day', async () => {
    const { journals, take } = await waiting();
    const lesson = { group: 'm-1', module: 'safety', topic: 'Тема', hours: 2, teacher: 'p-9' };
    const absent = [{ learner: 'l-1', code: 'н' }];
    must(await journals.holdLesson({ ...lesson, present: [], absent, on: plannedOn }));
    must(await take({ value: '4', module: 'safety' }));
  });
});

/** R2 without commissions for retakes, which may be taken after a discharge, or not. */
const afterDischarge = (allowed: boolean): Changes => ({
  retakes: {
    finalNeedsNoDebts: false,
    limits: r2.retakes.limits.map((one) => ({
      ...one,
      commissionFromAttempt: null,
      afterDischarge: allowed,
    })),
  },
});

/** The learner failed these kinds in `safety`, and left on 12 December. */
const leaving = async (allowed: boolean, ...kinds: readonly string[]) => {
  const academy = await withCommissions(afterDischarge(allowed));
  const failed: string[] = [];
  for (const kind of kinds) failed.push(await mark(academy, '2', '2026-12-10', { kind }));
  const { assessments, enrollments, id: enrollment } = academy;
  const inPractice = { ...interim, module: 'practice' };
  const practice = await mark(academy, 'не зачтено', '2026-12-10', inPractice);
  must(await enrollments.discharge({ enrollment, reason: 'not-completed', on: '2026-12-12' }));
  const record = (on: string, more: object) =>
    assessments.record({ enrollment, module: 'safety', assessor: 'p-9', value: '4', on, ...more });
  return { ...academy, failed, practice, record };
};

describe('D4, D9: a plain result of who left is the retake that waits', () => {
  const day = '2026-12-20';

  test('of the same module and kind, among several', async () => {
    const academy = await leaving(true, 'interim', 'final');
    const { failed, practice, record } = academy;
    const [quiz = '', exam = ''] = failed;
    const first = await grant(academy, quiz, '2026-12-13', day);
    const second = await grant(academy, exam, '2026-12-13', day);
    const third = await grant(academy, practice, '2026-12-13', day);
    const passed = { value: 'зачтено', module: 'practice' };
    for (const [more, of, granted] of [
      [final, exam, second],
      [{ ...interim, ...passed }, practice, third],
      [interim, quiz, first],
    ] as const) {
      must(await record(day, more));
      expect(await lastOf(academy)).toMatchObject({ data: { retake: { granted, of } } });
    }
  });

  test('and no other than one that waits: not a withdrawn one', async () => {
    const academy = await leaving(true, 'interim');
    const { debts, failed, record, id: enrollment } = academy;
    const [quiz = ''] = failed;
    const retake = await grant(academy, quiz, '2026-12-13', day);
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-12-14' }));
    const granted = await grant(academy, quiz, '2026-12-14', day);
    must(await record(day, interim));
    expect(await lastOf(academy)).toMatchObject({ data: { retake: { granted } } });
  });

  test('else it is outside study: none waits, or none may be taken after leaving', async () => {
    const none = await leaving(true, 'interim');
    expectRefused(await none.record(day, interim), 'outside-study', day);
    const never = await leaving(false, 'interim');
    const [quiz = ''] = never.failed;
    await grant(never, quiz, '2026-12-13', day);
    expectRefused(await never.record('2026-12-19', interim), 'outside-study', '2026-12-19');
    expectRefused(await never.record(day, interim), 'outside-study', day);
  });

  test('but who studies still takes it on its day at the earliest', async () => {
    const academy = await withCommissions(afterDischarge(true));
    const of = await mark(academy, '2', '2026-12-10', final);
    await grant(academy, of, '2026-12-11', day);
    const { assessments, id: enrollment } = academy;
    const plain = { enrollment, module: 'safety', ...final, value: '4', assessor: 'p-9' };
    const early = await assessments.record({ ...plain, on: '2026-12-19' });
    expectRefused(early, 'retake-needed', of);
    must(await assessments.record({ ...plain, on: day }));
  });
});

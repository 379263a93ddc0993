import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { withCommissions } from '../worlds/commission-academy.ts';
import type { Owing } from '../worlds/debt-academy.ts';
import { owing, pass } from '../worlds/debt-academy.ts';
import type { Changes } from '../worlds/enrollment-academy.ts';
import { mark, mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* Which failure a retake repeats, by which limits, and what is recorded of it. 273-FZ art. 58. */

const before = '2026-08-31';
const unknown = '00000000-0000-7000-8000-000000000000';
const whole = { kind: 'interim', module: null, scale: 'five-point' };
const mending = { words: 'три', value: '3', reason: 'описка', signer: 'p-9' };

const last = async ({ events, id }: Pick<Owing, 'events' | 'id'>) =>
  (await events(`academy.enrollment-${id}`)).at(-1);

/** R2 with other limits of retakes. */
const limited = (change: Partial<(typeof r2.retakes.limits)[number]>): Changes => ({
  retakes: { limits: r2.retakes.limits.map((one) => ({ ...one, ...change })) },
});

/** A debt with a retake granted on 6 October for 20 October. */
const withRetake = async (commission: string | null = null, changes: Changes = {}) => {
  const academy = await owing(changes);
  const { debts, debt: of, id: enrollment } = academy;
  const granting = { enrollment, of, plannedOn: '2026-10-20', on: '2026-10-06', commission };
  const retake = must(await debts.grantRetake(granting)).eventId;
  return { ...academy, granting, retake, moving: { enrollment, retake, on: '2026-10-08' } };
};

/** The refs of an event about a retake in `safety`. */
const inSafety = (enrollment: string) => ({
  learner: ['l-1'],
  enrollment: [enrollment],
  programme: ['mentor'],
  group: ['m-1'],
  module: ['safety'],
});

describe('RK 1.5: an act about a retake says whom, what and when it is about', () => {
  test('the grant names group, module and commission', async () => {
    const academy = await withRetake('r-1');
    expect(await last(academy)).toMatchObject({
      type: 'RetakeGranted',
      occurredOn: '2026-10-06',
      refs: { ...inSafety(academy.id), commission: ['r-1'] },
      data: { module: 'safety', kind: 'interim', group: 'm-1', attempt: 1, commission: 'r-1' },
    });
    const alone = await last(await withRetake());
    expect(alone?.refs).toEqual(inSafety(academy.id));
    expect(alone?.data).toMatchObject({ commission: null });
  });

  test('the group is that of the day of the act, also after a transfer', async () => {
    const academy = await owing();
    const { debts, debt: of, enrollments, id: enrollment } = academy;
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-08' }));
    const granting = { enrollment, of, plannedOn: '2026-10-20', on: '2026-10-09' };
    must(await debts.grantRetake(granting));
    expect(await last(academy)).toMatchObject({
      refs: { ...inSafety(enrollment), group: ['m-2'] },
      data: { group: 'm-2' },
    });
  });

  test('the move and the withdrawal name group and module, and the retake', async () => {
    const academy = await withRetake();
    const { debts, moving, retake, id: enrollment } = academy;
    const about = { module: 'safety', kind: 'interim', retake };
    must(await debts.moveRetake({ ...moving, plannedOn: '2026-10-21' }));
    const moved = await last(academy);
    expect(moved).toMatchObject({ type: 'RetakeMoved', occurredOn: moving.on, data: about });
    expect(moved?.refs).toEqual(inSafety(enrollment));
    must(await debts.withdrawRetake({ ...moving, on: '2026-10-09' }));
    const gone = await last(academy);
    expect(gone).toMatchObject({ type: 'RetakeWithdrawn', occurredOn: '2026-10-09', data: about });
    expect(gone?.refs).toEqual(inSafety(enrollment));
  });

  test('a retake in the programme as a whole is about no module', async () => {
    const academy = await withCommissions();
    const { debts, id: enrollment } = academy;
    const of = await mark(academy, '2', '2026-10-05', whole);
    const granting = { enrollment, of, plannedOn: '2026-10-20', on: '2026-10-06' };
    const retake = must(await debts.grantRetake(granting)).eventId;
    const facts = [await last(academy)];
    const moving = { enrollment, retake, on: '2026-10-08' };
    must(await debts.moveRetake({ ...moving, plannedOn: '2026-10-21' }));
    facts.push(await last(academy));
    must(await debts.withdrawRetake(moving));
    facts.push(await last(academy));
    const { module: _, ...refs } = inSafety(enrollment);
    for (const fact of facts) {
      expect(fact?.data).toMatchObject({ module: null, kind: 'interim' });
      expect(fact?.refs).toEqual(refs);
    }
  });

  test('no act about a retake is dated to a day without a regulation', async () => {
    const { debts, debt: of, granting, moving, id: enrollment } = await withRetake();
    const on = before;
    for (const no of [
      await debts.grantRetake({ ...granting, of, on }),
      await debts.moveRetake({ ...moving, plannedOn: '2026-10-21', on }),
      await debts.withdrawRetake({ ...moving, on }),
      await debts.inform({ enrollment, way: 'oral', on }),
    ]) {
      expectRefused(no, 'regulation-missing', before);
    }
  });

  test('a retake is moved or withdrawn on the day of its grant at the earliest', async () => {
    const { debts, moving } = await withRetake();
    const early = { ...moving, on: '2026-10-05' };
    const first = { ...moving, on: '2026-10-06' };
    const plannedOn = '2026-10-21';
    for (const no of [
      await debts.moveRetake({ ...early, plannedOn }),
      await debts.withdrawRetake(early),
    ]) {
      const { data } = expectRefused(no, 'retake-too-early', '2026-10-05', '2026-10-06');
      expect(data).toEqual({ plannedOn: '2026-10-05', after: '2026-10-06' });
    }
    must(await debts.moveRetake({ ...first, plannedOn }));
    must(await debts.withdrawRetake(first));
  });
});

describe('273-FZ art. 58, RK 1.2: a retake repeats what is failed, and nothing else', () => {
  const days = { plannedOn: '2026-10-20', on: '2026-10-08' };

  test('not a result that the enrollment does not have', async () => {
    const { debts, id: enrollment } = await owing();
    const no = await debts.grantRetake({ enrollment, of: unknown, ...days });
    expectRefused(no, 'result-unknown', unknown, enrollment);
  });

  test('not one that was annulled', async () => {
    const { assessments, debts, debt: of, id: enrollment } = await owing();
    const undo = { enrollment, result: of, reason: 'описка', signer: 'p-9', on: '2026-10-07' };
    must(await assessments.annul(undo));
    const no = await debts.grantRetake({ enrollment, of, ...days });
    const said = { result: of, annulledOn: '2026-10-07' };
    expect(expectRefused(no, 'result-annulled', of).data).toEqual(said);
  });

  test('not one that passed at once or in a retake: the answer names it', async () => {
    const academy = await owing();
    const { debts, debt, id: enrollment } = academy;
    const about = { module: 'safety', kind: 'interim' };
    const passed = await pass(academy, '2026-10-20');
    for (const of of [debt, passed]) {
      const no = await debts.grantRetake({
        enrollment,
        of,
        plannedOn: '2026-11-10',
        on: '2026-11-01',
      });
      expect(expectRefused(no, 'nothing-owed', passed).data).toEqual({ ...about, result: passed });
    }
    const inPractice = { kind: 'interim', module: 'practice' };
    const of = await mark(academy, 'зачтено', '2026-10-06', inPractice);
    const no = await debts.grantRetake({ enrollment, of, ...days });
    expect(expectRefused(no, 'nothing-owed', of).data).toEqual({ ...inPractice, result: of });
  });

  test('not one that was not assessed or was excused, which is not said to pass', async () => {
    const { assessments, debts, id: enrollment } = await owing();
    const facts = { enrollment, module: 'practice', kind: 'interim', assessor: 'p-9' };
    for (const outcome of [
      { outcome: 'not-assessed', reason: 'submitted', on: '2026-10-05' },
      { outcome: 'absent', reason: 'б', on: '2026-10-06' },
    ] as const) {
      const of = must(await assessments.record({ ...facts, ...outcome })).eventId;
      const no = await debts.grantRetake({ enrollment, of, ...days });
      const about = { module: 'practice', kind: 'interim', result: null };
      expect(expectRefused(no, 'nothing-owed', 'practice').data).toEqual(about);
    }
  });

  test('not one that neither programme nor plan asks for, since it makes no debt', async () => {
    const academy = await owing();
    const { debts, programmes, id: enrollment } = academy;
    const module = { id: 'extra', scale: 'five-point' };
    must(await programmes.addModule({ programme: 'mentor', module, on: '2026-09-01' }));
    const of = await mark(academy, '2', '2026-10-05', { kind: 'interim', module: 'extra' });
    const no = await debts.grantRetake({ enrollment, of, ...days });
    const about = { module: 'extra', kind: 'interim', result: of };
    expect(expectRefused(no, 'not-planned', 'extra', of).data).toEqual(about);
  });

  test('of two debts each has its own retakes, whatever became of the other', async () => {
    const academy = await owing();
    const { debts, id: enrollment } = academy;
    await pass(academy, '2026-10-08');
    const inPractice = { kind: 'interim', module: 'practice' };
    const of = await mark(academy, 'не зачтено', '2026-10-06', inPractice);
    must(await debts.grantRetake({ enrollment, of, plannedOn: '2026-10-20', on: '2026-10-09' }));
    expect(await last(academy)).toMatchObject({ data: { of, module: 'practice', attempt: 1 } });
  });

  test('a retake of what is failed no more is not moved', async () => {
    const { assessments, debts, debt, moving, id: enrollment } = await withRetake();
    const mended = { enrollment, replaces: debt, ...mending, on: '2026-10-07' };
    must(await assessments.correct(mended));
    const no = await debts.moveRetake({ ...moving, plannedOn: '2026-10-21' });
    expect(expectRefused(no, 'nothing-owed', debt).data).toMatchObject({ result: debt });
  });

  test('D9: one that was not granted, or is over, is neither moved nor withdrawn', async () => {
    const academy = await withRetake();
    const { debts, moving, retake, id: enrollment } = academy;
    for (const no of [
      await debts.moveRetake({ ...moving, retake: unknown, plannedOn: '2026-10-21' }),
      await debts.withdrawRetake({ ...moving, retake: unknown }),
    ]) {
      const said = { retake: unknown, enrollment };
      expect(expectRefused(no, 'retake-unknown', unknown, enrollment).data).toEqual(said);
    }
    const passed = await mark(academy, '4', '2026-10-20', { retake });
    const taken = await debts.withdrawRetake({ ...moving, on: '2026-10-21' });
    const said = { retake, takenBy: passed };
    expect(expectRefused(taken, 'retake-not-waiting', retake, passed).data).toEqual(said);

    const other = await withRetake();
    must(await other.debts.withdrawRetake(other.moving));
    const twice = await other.debts.withdrawRetake(other.moving);
    const none = { retake: other.retake, takenBy: null };
    expect(expectRefused(twice, 'retake-not-waiting', other.retake).data).toEqual(none);
  });
});

describe('273-FZ art. 58 parts 5-6: what the local act does not limit has no limit', () => {
  test('no limit of attempts: a third retake is granted, and the term still ends', async () => {
    const academy = await owing(
      limited({ attemptsMax: null, commissionFromAttempt: null, termMonths: 1 }),
    );
    const { debts, debt: of, id: enrollment } = academy;
    for (const on of ['2026-10-10', '2026-10-12', '2026-10-14']) {
      const granting = { enrollment, of, plannedOn: on, on };
      const retake = must(await debts.grantRetake(granting)).eventId;
      await mark(academy, '2', on, { retake });
    }
    const third = { counts: true, attempt: 3 };
    expect(await last(academy)).toMatchObject({ data: { retake: third } });
    const late = { enrollment, of, plannedOn: '2026-11-20', on: '2026-11-10' };
    const no = await debts.grantRetake(late);
    expect(expectRefused(no, 'debt-not-open', of).data).toEqual({ debt: of, status: 'expired' });
  });

  test('no term: a retake is granted for a day more than a year later', async () => {
    const granting = { plannedOn: '2027-10-06', on: '2026-10-06' };
    for (const [termMonths, granted] of [
      [12, false],
      [null, true],
    ] as const) {
      const { debts, debt: of, id: enrollment } = await owing(limited({ termMonths }));
      expect((await debts.grantRetake({ enrollment, of, ...granting })).ok).toBe(granted);
    }
  });

  test('no commission asked: the second retake is granted without one', async () => {
    const academy = await withRetake(null, limited({ commissionFromAttempt: null }));
    const { debts, granting, retake } = academy;
    await mark(academy, '2', '2026-10-20', { retake });
    const second = { ...granting, plannedOn: '2026-11-10', on: '2026-10-21' };
    must(await debts.grantRetake(second));
    expect(await last(academy)).toMatchObject({ data: { attempt: 2, commission: null } });
  });
});

describe('R4 §2.2.6: who is told of debts is a learner by then', () => {
  test('not on a day before the enrollment', async () => {
    const { debts, enrollments } = await mentorAcademy();
    const enrolled = { learner: 'l-1', group: 'm-1', from: '2026-09-15' };
    const { id: enrollment } = must(await enrollments.enroll(enrolled));
    const telling = { enrollment, way: 'oral' };
    const no = await debts.inform({ ...telling, on: '2026-09-14' });
    const said = { on: '2026-09-14', status: 'not-enrolled', since: null };
    expect(expectRefused(no, 'outside-study', '2026-09-14').data).toEqual(said);
    must(await debts.inform({ ...telling, on: '2026-09-15' }));
  });
});

import { must, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, ordered, putRight } from '../worlds/put-right-school.ts';

describe('a transfer entered late', () => {
  test('RK 1.5, R2 §2.3: marks of the time between stay where they were given', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment, events } = academy;
    const early = await mark(academy, '5', '2026-10-13');
    const between = await mark(academy, '2', '2026-11-10');
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-11-01' }));
    expect((await events(`academy.enrollment-${enrollment}`)).at(-1)).toMatchObject({
      occurredOn: '2026-11-01',
      data: { fromGroup: 'm-1', toGroup: 'm-2', resultsStay: [between] },
    });
    expect(await lifeOf(academy, enrollment, ['2026-10-31', '2026-11-10'])).toEqual([
      'studying m-1',
      'studying m-2',
    ]);
    const correction = { value: '3', words: 'три', reason: 'ошибка', signer: 'p-9' };
    must(await assessments.correct({ enrollment, replaces: between, ...correction }));
    const stored = await events(`academy.enrollment-${enrollment}`);
    expect(stored.at(-1)).toMatchObject({ data: { group: 'm-1' }, refs: { group: ['m-1'] } });
    const late = await mark(academy, '4', '2026-11-11');
    const { state } = await academy.session.load(enrollmentFold, enrollment);
    const groups = [early, between, late].map((event) => state.results.get(event)?.group);
    expect(groups).toEqual(['m-1', 'm-1', 'm-2']);
  });

  test('on the very day of a mark it is entered, and the mark stays', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events } = academy;
    const event = await mark(academy, '2', '2026-11-10');
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-11-10' }));
    must(await enrollments.transfer({ enrollment, to: 'm-1', on: '2026-11-12' }));
    const [to, back] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(to?.data).toMatchObject({ resultsStay: [event] });
    expect(back?.data).not.toHaveProperty('resultsStay');
  });

  test('RK 1.8: a transfer dated wrong takes its true day, and marks between stay', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events } = academy;
    const between = await mark(academy, '4', '2026-11-10');
    const moved = must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-12-01' }));
    const after = await mark(academy, '5', '2026-12-02');
    const act = { enrollment, entry: moved.eventId, ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead: { on: '2026-11-01' } }));
    const last = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(last?.data).toMatchObject({ resultsStay: [between] });
    must(await enrollments.annul({ ...act, entry: last?.id ?? '' }));
    const annulment = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(annulment?.data).toMatchObject({ replacedBy: null, resultsStay: [after] });
  });

  test('RK 1.5: a return entered with its leave stands on its own order', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events } = academy;
    const leave = { enrollment, reason: 'illness', on: '2026-09-20', backOn: '2026-09-25' };
    const [ground, backGround] = [order('30-уч', '2026-09-18'), order('31-уч', '2026-09-24')];
    const bare = { kind: 'application', number: null, date: backGround.date } as const;
    const unordered = await enrollments.suspend({ ...leave, ground, backGround: bare });
    expectRefused(unordered, 'order-required', 'reinstate');
    const late = order('31-уч', '2026-09-26');
    const after = await enrollments.suspend({ ...leave, ground, backGround: late });
    expectRefused(after, 'paper-after-effect', '31-уч', '2026-09-25');
    const alone = await enrollments.suspend({ ...leave, backOn: null, backGround });
    expectRefused(alone, 'invalid-input', 'backGround', 'backOn');
    must(await enrollments.suspend({ ...leave, ground, backGround }));
    const [left, back] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect([left?.ground, back?.ground]).toEqual([ground, backGround]);
  });

  test('RK 1.5: it stands between two later steps where they still fit', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-01' }));
    const out = await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-09-15' });
    expectRefused(out, 'steps-disagree', 'Transferred 2026-10-01');
    const leave = { reason: 'illness', backOn: '2026-09-25' };
    must(await enrollments.suspend({ enrollment, ...leave, on: '2026-09-20' }));
    const days = ['2026-09-19', '2026-09-20', '2026-09-25', '2026-10-01'];
    expect(await lifeOf(academy, enrollment, days)).toEqual([
      'studying m-1',
      'suspended m-1',
      'studying m-1',
      'studying m-2',
    ]);
  });

  test('D4: nobody is open twice in one group, also not by a late step', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-11-01' }));
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-2', from: '2026-10-10' }));
    const early = await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-05' });
    expectRefused(early, 'steps-disagree', 'Discharged 2026-11-01');
    const back = { enrollment, group: 'm-2', on: '2026-12-01' };
    expectRefused(await enrollments.reinstate(back), 'already-enrolled', 'l-1.mentor.2', 'm-2');
  });
});

describe('a leave entered late', () => {
  test('is refused over results, and without its end where later steps follow', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const event = await mark(academy, '4', '2026-10-05');
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-11-01' }));
    const leave = { enrollment, reason: 'illness' };
    const over = await enrollments.suspend({ ...leave, on: '2026-10-01', backOn: '2026-10-10' });
    expectRefused(over, 'results-outside', event);
    const open = await enrollments.suspend({ ...leave, on: '2026-10-10' });
    expectRefused(open, 'steps-disagree', 'Transferred 2026-11-01');
    must(await enrollments.suspend({ ...leave, on: '2026-10-06', backOn: '2026-10-20' }));
  });

  test('its end comes after its beginning, and needs an order where a return does', async () => {
    const { enrollments, id: enrollment, events } = await withLearner();
    const leave = { enrollment, reason: 'illness', on: '2026-10-06' };
    const same = await enrollments.suspend({ ...leave, backOn: '2026-10-06' });
    expectRefused(same, 'back-before-leave', '2026-10-06');
    must(await enrollments.suspend({ ...leave, backOn: '2026-10-07' }));
    const made = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(made.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['Suspended', '2026-10-06'],
      ['Reinstated', '2026-10-07'],
    ]);
    const strict = await withLearner({ enrollment: { orderFor: ['reinstate'] } });
    const bare = { ...leave, ground: null };
    const unordered = await strict.enrollments.suspend({ ...bare, backOn: '2026-10-07' });
    expectRefused(unordered, 'order-required', 'reinstate');
    must(await strict.enrollments.suspend(bare));
  });
});

describe('a discharge entered late', () => {
  test('R1 §3.2: results after its day are named; on its day they stand', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const event = await mark(academy, '4', '2026-11-20');
    const left = { enrollment, reason: 'own-wish' };
    const early = await enrollments.discharge({ ...left, on: '2026-11-19' });
    expectRefused(early, 'results-outside', event, '2026-11-20');
    must(await enrollments.discharge({ ...left, on: '2026-11-20' }));
  });
});

describe('RK 1.5, 1.8: a step that is put right rests on its own paper', () => {
  const first = order('5-уч', '2026-08-20');
  const act = { ...putRight, ...ordered };

  async function withOrder() {
    const academy = await withLearner();
    const { enrollments, events } = academy;
    const from = '2026-09-01';
    const step = must(
      await enrollments.enroll({ learner: 'l-2', group: 'm-1', from, ground: first }),
    );
    const stored = async () => (await events(`academy.enrollment-${step.id}`)).slice(-2);
    return {
      ...academy,
      step,
      stored,
      right: { ...act, enrollment: step.id, entry: step.eventId },
    };
  }

  test('its day is corrected by another order, and the step keeps its own', async () => {
    const { enrollments, right, stored } = await withOrder();
    must(await enrollments.correct({ ...right, instead: { from: '2026-09-02' } }));
    const [annulment, step] = await stored();
    expect(annulment?.ground).toEqual(ordered.ground);
    expect(step).toMatchObject({ type: 'Enrolled', occurredOn: '2026-09-02', ground: first });
  });

  test('a wrong number or date of its order is corrected, and nothing else', async () => {
    const { enrollments, right, stored } = await withOrder();
    const ground = order('5-уч', '2026-08-21');
    must(await enrollments.correct({ ...right, instead: { ground } }));
    const [, step] = await stored();
    expect(step).toMatchObject({ type: 'Enrolled', occurredOn: '2026-09-01', ground });
  });

  test('not to the paper that it has, to none, or to one after its day', async () => {
    const { enrollments, right, stored } = await withOrder();
    const to = async (ground: unknown) =>
      enrollments.correct({ ...right, instead: { ground: ground as typeof first } });
    expectRefused(await to(first), 'step-unchanged', 'Enrolled');
    expectRefused(await to(null), 'order-required', 'enroll');
    expectRefused(await to(order('5-уч', '2026-09-02')), 'paper-after-effect', '2026-09-02');
    must(await to(order('5-уч', '2026-09-02', 'application-day')));
    expect((await stored())[1]).toMatchObject({ ground: { retroactive: 'application-day' } });
  });

  test('not to an order that the register knows under another date', async () => {
    const { enrollments, orders, right } = await withOrder();
    const known = { number: '5-уч', date: '2026-09-01', title: 'О зачислении', signer: 'p-1' };
    must(await orders.register(known));
    const to = async (date: string) =>
      enrollments.correct({ ...right, instead: { ground: order('5-уч', date) } });
    expectRefused(await to('2026-08-22'), 'order-other-date', '2026-09-01');
    must(await to('2026-09-01'));
  });

  test('a later step that is carried keeps its own order too', async () => {
    const { enrollments, right, step, stored } = await withOrder();
    const on = '2026-10-01';
    const moved = must(await enrollments.transfer({ enrollment: step.id, to: 'm-2', on }));
    const ground = order('7-уч', '2026-11-01');
    const leave = { enrollment: step.id, reason: 'illness', on: '2026-11-01', ground };
    must(await enrollments.suspend(leave));
    must(await enrollments.annul({ ...right, entry: moved.eventId, withLater: true }));
    const [annulment, carried] = await stored();
    expect(annulment?.ground).toEqual(ordered.ground);
    expect(carried).toMatchObject({ type: 'Suspended', refs: { group: ['m-1'] }, ground });
  });
});

/** A learner who was discharged, and the correction of that. */
async function discharged(reason: string, on: string, ground = order('10-уч', '2026-11-05')) {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  const sent = { enrollment, reason, on, ground };
  const { eventId: entry } = must(await enrollments.discharge(sent));
  const right = { enrollment, entry, ...putRight, ...ordered };
  type Instead = Parameters<typeof enrollments.correct>[0]['instead'];
  return {
    ...academy,
    correct: (instead: Instead) => enrollments.correct({ ...right, instead }),
  };
}

describe('RK 1.5, 1.8: a corrected step has the reasons of its own command', () => {
  const late = order('11-уч', '2026-11-06');

  test('a death is known before its order, also where the order is corrected', async () => {
    const { correct } = await discharged('death', '2026-10-20');
    must(await correct({ ground: late }));
  });

  test('own wish corrected to death likewise, and death to own wish not', async () => {
    const wish = await discharged('own-wish', '2026-11-05');
    const no = await wish.correct({ on: '2026-10-20', ground: late });
    expectRefused(no, 'paper-after-effect', '11-уч', '2026-10-20', 'death', 'application-day');
    must(await wish.correct({ on: '2026-10-20', reason: 'death', ground: late }));
    const death = await discharged('death', '2026-10-20');
    const living = await death.correct({ reason: 'own-wish', ground: late });
    expectRefused(living, 'paper-after-effect', '2026-10-20', 'death');
  });

  test('a reason that is listed for another command is none', async () => {
    const { enrollments, events, id: enrollment } = await withLearner();
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const right = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    const to = (reason: string) =>
      enrollments.correct({ ...right, instead: { ground: order('11-уч', '2026-11-06', reason) } });
    expectRefused(await to('death'), 'paper-after-effect', '11-уч', 'application-day', 'court');
    must(await to('court'));
  });
});

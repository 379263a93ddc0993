import { must, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { mentorAcademy, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf } from '../worlds/put-right-school.ts';

/* D4: the steps of a life, each by the steps before it and by the groups that it enters. */

const from = '2026-09-01';

describe('RK 1.5: a leave that is entered late', () => {
  test('follows the leave of its own time, not one that begins later', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const ill = { reason: 'illness', on: '2026-10-01', until: '2026-10-10' };
    must(await enrollments.suspend({ enrollment, ...ill }));
    must(await enrollments.suspend({ enrollment, reason: 'academic-leave', on: '2026-11-01' }));
    must(await enrollments.suspend({ enrollment, reason: 'maternity-leave', on: '2026-10-20' }));
    const { state } = await academy.session.load(enrollmentFold, enrollment);
    expect(state.lifeFacts.map(({ reason }) => reason)).toEqual([
      null,
      'illness',
      'maternity-leave',
      'academic-leave',
    ]);
  });
});

describe('RK 1.5: a return that is entered with its leave', () => {
  test('needs that the order of both stands on its own day too', async () => {
    const { enrollments, orders, id: enrollment } = await withLearner();
    const known = { number: '30-уч', date: '2026-09-18', title: 'Об отпуске', signer: 'p-1' };
    must(await orders.register(known));
    const end = { year: '2026', number: '30-уч', from: '2026-09-25' };
    must(await orders.annul({ ...end, signer: 'p-1', on: '2026-09-22' }));
    const leave = { enrollment, reason: 'illness', on: '2026-09-20' };
    const ground = order('30-уч', '2026-09-18');
    const late = await enrollments.suspend({ ...leave, backOn: '2026-09-25', ground });
    expectRefused(late, 'order-annulled', '30-уч', '2026-09-25');
    must(await enrollments.suspend({ ...leave, backOn: '2026-09-24', ground }));
  });
});

describe('273-FZ art. 61, 62: a learner ends and comes back', () => {
  test('nobody is discharged before the first day of the enrollment', async () => {
    const { enrollments } = await mentorAcademy();
    const sent = { learner: 'l-2', group: 'm-1', from: '2026-09-10' };
    const { id: enrollment } = must(await enrollments.enroll(sent));
    const left = { enrollment, reason: 'own-wish' };
    const early = await enrollments.discharge({ ...left, on: '2026-09-09' });
    expectRefused(early, 'not-possible-now', 'discharge', '2026-09-09');
    must(await enrollments.discharge({ ...left, on: '2026-09-10' }));
  });

  test('who completed does not come back, whatever steps there were', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-09-20' }));
    await passAll(academy);
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
    const back = await enrollments.reinstate({ enrollment, on: '2026-12-24' });
    expectRefused(back, 'not-possible-now', 'reinstate', '2026-12-24');
  });

  test('who returns from leave into another group enters it by the rules of entering', async () => {
    const academy = await withLearner();
    const { enrollments, groups, id: enrollment } = academy;
    for (const group of ['m-1', 'm-2']) must(await groups.close({ group, on: '2026-10-05' }));
    must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
    const back = { enrollment, on: '2026-11-01' };
    const other = await enrollments.reinstate({ ...back, group: 'o-1' });
    expectRefused(other, 'other-programme', 'o-1', 'mentor');
    const shut = await enrollments.reinstate({ ...back, group: 'm-2' });
    expectRefused(shut, 'group-closed', 'm-2', '2026-10-05');
    must(await enrollments.reinstate(back));
    expect(await lifeOf(academy, enrollment, ['2026-11-01'])).toEqual(['studying m-1']);
  });
});

describe('273-FZ art. 53: a learner is enrolled', () => {
  test('until the day on which the programme closes', async () => {
    const { enrollments, programmes } = await mentorAcademy();
    must(await programmes.close({ programme: 'mentor', on: '2026-10-01' }));
    const enroll = (learner: string, day: string) =>
      enrollments.enroll({ learner, group: 'm-1', from: day });
    expectRefused(await enroll('l-1', '2026-10-01'), 'programme-closed', 'mentor', '2026-10-01');
    must(await enroll('l-1', '2026-09-30'));
  });

  test('once in a programme where the regulation says so, and the group is named', async () => {
    const { enrollments } = await mentorAcademy({ enrollment: { onePer: 'programme' } });
    const sent = { learner: 'l-1', from };
    const { id: enrollment } = must(await enrollments.enroll({ ...sent, group: 'm-1' }));
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-01' }));
    must(await enrollments.transfer({ enrollment, to: 'm-1', on: '2026-10-05' }));
    const second = await enrollments.enroll({ ...sent, group: 'm-2', from: '2026-11-01' });
    const { text } = expectRefused(second, 'already-enrolled', enrollment, 'm-1');
    expect(text.en).not.toContain('m-2');
  });
});

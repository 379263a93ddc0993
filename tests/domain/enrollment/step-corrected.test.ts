import { must, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { MentorAcademy } from '../worlds/enrollment-academy.ts';
import { mentorAcademy, passAll } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, ordered, putRight } from '../worlds/put-right-school.ts';

/*
 * RK 1.8: a corrected step is decided on the steps before it, keeps what is not corrected, and its
 * place among the steps of its day; later steps are carried as they were, in the true group.
 */

type Enrolling = Parameters<MentorAcademy['enrollments']['enroll']>[0];
type Correcting = Parameters<MentorAcademy['enrollments']['correct']>[0];

/** An academy with group `m-3` too, where `l-1` is enrolled in `m-1` from 1 September 2026. */
async function enrolledIn(more: Partial<Enrolling> = {}) {
  const academy = await mentorAcademy();
  const { enrollments, groups, events, session } = academy;
  const from = '2026-09-01';
  must(await groups.open({ id: 'm-3', programme: 'mentor', on: from }));
  const sent = { learner: 'l-1', group: 'm-1', from, ...more };
  const { id, eventId } = must(await enrollments.enroll(sent));
  const act = { enrollment: id, ...putRight, ...ordered };
  return {
    ...academy,
    id,
    first: eventId,
    stored: () => events(`academy.enrollment-${id}`),
    stateNow: async () => (await session.load(enrollmentFold, id)).state,
    correct: (entry: string, instead: Correcting['instead'], withLater = false) =>
      enrollments.correct({ ...act, entry, instead, withLater }),
    annul: (entry: string) => enrollments.annul({ ...act, entry, withLater: true }),
  };
}

/** A life with a step of every kind save a discharge. */
async function fullLife() {
  const academy = await enrolledIn({ studyFrom: null });
  const { enrollments, id: enrollment } = academy;
  must(await enrollments.startStudy({ enrollment, on: '2026-09-07' }));
  must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-09-14' }));
  must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
  must(await enrollments.reinstate({ enrollment, on: '2026-10-20' }));
  await passAll(academy);
  const honours = 'distinction';
  must(await enrollments.complete({ enrollment, honours, on: '2026-12-21' }));
  const stepOf = async (type: string) =>
    (await academy.stored()).findLast((event) => event.type === type);
  return { ...academy, enrollment, stepOf };
}

describe('RK 1.8: what is not corrected stays as it was', () => {
  test.each(['StudyStarted', 'Transferred', 'Suspended', 'Reinstated', 'Completed'])(
    'the paper of %s is put right, and nothing else',
    async (type) => {
      const { stepOf, correct, stored } = await fullLife();
      const step = await stepOf(type);
      const paper = order('5-уч', '2026-08-30');
      must(await correct(step?.id ?? '', { ground: paper }));
      const anew = (await stored()).at(-1);
      const { occurredOn, refs, data } = step ?? {};
      expect(anew).toMatchObject({ type, occurredOn, refs, data, ground: paper });
      expect(anew?.data).toEqual(data);
    },
  );

  test('the first day of study takes its true day', async () => {
    const { stepOf, correct, stateNow } = await fullLife();
    must(await correct((await stepOf('StudyStarted'))?.id ?? '', { on: '2026-09-10' }));
    const { studyFrom, lifeFacts } = await stateNow();
    expect([studyFrom, lifeFacts[1]?.on]).toEqual(['2026-09-10', '2026-09-10']);
  });

  test('study that has its own first day does not move with the enrollment', async () => {
    const { first, correct, stateNow } = await enrolledIn({ studyFrom: '2026-09-07' });
    must(await correct(first, { from: '2026-09-03' }));
    const { studyFrom, lifeFacts } = await stateNow();
    expect([lifeFacts[0]?.on, studyFrom]).toEqual(['2026-09-03', '2026-09-07']);
  });

  test('honours are put right, and stay where only the day is', async () => {
    const { stepOf, correct } = await fullLife();
    must(await correct((await stepOf('Completed'))?.id ?? '', { on: '2026-12-22' }));
    const moved = await stepOf('Completed');
    expect(moved).toMatchObject({ occurredOn: '2026-12-22', data: { honours: 'distinction' } });
    must(await correct(moved?.id ?? '', { honours: null }));
    expect(await stepOf('Completed')).toMatchObject({
      occurredOn: '2026-12-22',
      data: { honours: null },
    });
  });

  test('a field that is given no value is not one that the step lacks', async () => {
    const { stepOf, correct } = await fullLife();
    const entry = (await stepOf('Transferred'))?.id ?? '';
    must(await correct(entry, { on: '2026-09-15', honours: undefined }));
    expect(await stepOf('Transferred')).toMatchObject({ occurredOn: '2026-09-15' });
  });
});

/** A learner who moves to `m-2` and begins a leave on one day. */
async function twoOfOneDay() {
  const academy = await enrolledIn();
  const { enrollments, id: enrollment } = academy;
  const on = '2026-10-01';
  const { eventId: moved } = must(await enrollments.transfer({ enrollment, to: 'm-2', on }));
  const leave = { enrollment, reason: 'illness', on };
  const { eventId: left } = must(await enrollments.suspend(leave));
  return { ...academy, enrollment, moved, left };
}

describe('RK 1.8: of two steps of one day each keeps its place', () => {
  test('the first is decided on what came before it, and stays the first', async () => {
    const academy = await twoOfOneDay();
    const { enrollment, moved, correct, stateNow } = academy;
    must(await correct(moved, { ground: order('5-уч', '2026-09-30') }));
    expect((await stateNow()).lifeFacts.map(({ type }) => type)).toEqual([
      'Enrolled',
      'Transferred',
      'Suspended',
    ]);
    expect(await lifeOf(academy, enrollment, ['2026-10-01'])).toEqual(['suspended m-2']);
  });

  test('the second is decided on the first', async () => {
    const { left, correct, stored } = await twoOfOneDay();
    must(await correct(left, { reason: 'academic-leave' }));
    expect((await stored()).at(-1)).toMatchObject({ type: 'Suspended', refs: { group: ['m-2'] } });
  });

  test('one that moves to the day of another stands after it', async () => {
    const { stepOf, correct, stateNow } = await fullLife();
    must(await correct((await stepOf('StudyStarted'))?.id ?? '', { on: '2026-09-14' }));
    expect(await stepOf('StudyStarted')).toMatchObject({ refs: { group: ['m-2'] } });
    const [, second, third] = (await stateNow()).lifeFacts;
    expect([second?.type, third?.type]).toEqual(['Transferred', 'StudyStarted']);
  });
});

describe('RK 1.8: a later step is carried to the true group as it was', () => {
  test('the beginning of study', async () => {
    const { enrollments, id: enrollment, annul, stored } = await enrolledIn({ studyFrom: null });
    const move = { enrollment, to: 'm-2', on: '2026-09-03' };
    const { eventId: moved } = must(await enrollments.transfer(move));
    must(await enrollments.startStudy({ enrollment, on: '2026-09-07' }));
    const begun = (await stored()).at(-1);
    must(await annul(moved));
    const carried = (await stored()).at(-1);
    const { type, occurredOn, refs, data } = begun ?? {};
    expect(carried).toMatchObject({ type, occurredOn, refs: { ...refs, group: ['m-1'] } });
    expect(carried?.data).toEqual(data);
  });

  test('a completion, with its honours', async () => {
    const { stepOf, annul, stored } = await fullLife();
    const completed = await stepOf('Completed');
    must(await annul((await stepOf('Transferred'))?.id ?? ''));
    const carried = (await stored()).at(-1);
    expect(carried).toMatchObject({
      type: 'Completed',
      occurredOn: '2026-12-21',
      refs: { group: ['m-1'] },
    });
    expect(carried?.data).toEqual({ ...(completed?.data as object), group: 'm-1' });
  });

  test('a return into another group than the one that was left leads there still', async () => {
    const { enrollments, id: enrollment, annul, stored } = await enrolledIn();
    const move = { enrollment, to: 'm-2', on: '2026-09-14' };
    const { eventId: moved } = must(await enrollments.transfer(move));
    must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
    must(await enrollments.reinstate({ enrollment, group: 'm-3', on: '2026-10-20' }));
    must(await annul(moved));
    expect((await stored()).at(-1)).toMatchObject({
      type: 'Reinstated',
      refs: { group: ['m-1', 'm-3'] },
      data: { group: 'm-3' },
    });
  });
});

test('D4: a step that is put right leads to no group of another programme', async () => {
  const { enrollments, id: enrollment, correct } = await enrolledIn();
  const move = { enrollment, to: 'm-2', on: '2026-09-14' };
  const { eventId: moved } = must(await enrollments.transfer(move));
  expectRefused(await correct(moved, { to: 'o-1' }), 'other-programme', 'o-1', 'mentor');
  expectRefused(await correct(moved, { to: 'none' }), 'group-unknown', 'none');
});

import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { ordered, putRight } from '../worlds/put-right-school.ts';

/*
 * RK 1.8: a mark stays in the journal of the group where it was given, where a step that is put
 * right says that the learner was elsewhere; one event of the act says so, and once.
 */

/** `l-1` in `m-1`, and from 20 September in `m-2`; there is a group `m-3` too. */
async function transferred() {
  const academy = await withLearner();
  const { enrollments, groups, id: enrollment, events } = academy;
  must(await groups.open({ id: 'm-3', programme: 'mentor', on: '2026-09-01' }));
  const move = { enrollment, to: 'm-2', on: '2026-09-20' };
  const { eventId: moved } = must(await enrollments.transfer(move));
  const stream = `academy.enrollment-${enrollment}`;
  const [first] = await events(stream);
  const act = { enrollment, ...putRight, ...ordered };
  /** What happened from that revision on: types, and the results that are said to stay. */
  const saidFrom = async (revision: number) =>
    (await events(stream)).slice(revision).map(({ type, data }) => {
      const given = data as object;
      return [type, 'resultsStay' in given ? given.resultsStay : null];
    });
  return { ...academy, enrollment, moved, first: first?.id ?? '', act, saidFrom };
}

/** The same, who was ill from 1 October. */
async function ill() {
  const academy = await transferred();
  const { enrollments, enrollment } = academy;
  must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
  return academy;
}

describe('RK 1.8: which event says that marks stay', () => {
  test('none, where no mark was given elsewhere', async () => {
    const { enrollments, moved, act, saidFrom } = await ill();
    must(await enrollments.annul({ ...act, entry: moved, withLater: true }));
    expect(await saidFrom(3)).toEqual([
      ['EnrollmentEntryAnnulled', null],
      ['EnrollmentEntryAnnulled', null],
      ['Suspended', null],
    ]);
  });

  test('the first annulment, where no new step says in which group the learner is', async () => {
    const academy = await ill();
    const { enrollments, moved, act, saidFrom } = academy;
    const event = await mark({ ...academy, id: academy.enrollment }, '4', '2026-09-25');
    must(await enrollments.annul({ ...act, entry: moved, withLater: true }));
    expect(await saidFrom(4)).toEqual([
      ['EnrollmentEntryAnnulled', [event]],
      ['EnrollmentEntryAnnulled', null],
      ['Suspended', null],
    ]);
  });

  test('else the first step that says it, and no annulment', async () => {
    const academy = await ill();
    const { enrollments, enrollment, moved, act, saidFrom } = academy;
    const event = await mark(academy, '4', '2026-09-25');
    must(await enrollments.reinstate({ enrollment, on: '2026-11-01' }));
    must(await enrollments.annul({ ...act, entry: moved, withLater: true }));
    expect(await saidFrom(5)).toEqual([
      ['EnrollmentEntryAnnulled', null],
      ['EnrollmentEntryAnnulled', null],
      ['Suspended', null],
      ['EnrollmentEntryAnnulled', null],
      ['Reinstated', [event]],
    ]);
  });

  test('only the first of several: the enrollment, and not the transfer after it', async () => {
    const academy = await transferred();
    const { enrollments, first, act, saidFrom } = academy;
    const event = await mark(academy, '4', '2026-09-10');
    const right = { ...act, entry: first, withLater: true };
    must(await enrollments.correct({ ...right, instead: { group: 'm-3' } }));
    expect(await saidFrom(3)).toEqual([
      ['EnrollmentEntryAnnulled', null],
      ['Enrolled', [event]],
      ['EnrollmentEntryAnnulled', null],
      ['Transferred', null],
    ]);
  });

  test('a carried step that said it of other marks says it of all', async () => {
    const academy = await transferred();
    const { enrollments, enrollment, moved, act, saidFrom } = academy;
    const early = await mark(academy, '4', '2026-09-25');
    const between = await mark(academy, '5', '2026-10-20');
    must(await enrollments.transfer({ enrollment, to: 'm-3', on: '2026-10-10' }));
    expect(await saidFrom(4)).toEqual([['Transferred', [between]]]);
    must(await enrollments.annul({ ...act, entry: moved, withLater: true }));
    expect(await saidFrom(5)).toEqual([
      ['EnrollmentEntryAnnulled', null],
      ['EnrollmentEntryAnnulled', null],
      ['Transferred', [between, early]],
    ]);
  });
});

import { must, order } from '@letopis/core';
import { debtsReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { decision, pupil, yearMark, yearSchool } from '../domain/worlds/year-school.ts';
import { readerOf } from './contradictions.ts';

/* P9: a retake that was granted, and that nobody will take. */

/** A failed interim mark of the pupil, and its retake in September. */
async function granted() {
  const school = await yearSchool();
  const of = await yearMark(school, 'algebra', '2');
  const retake = { enrollment: pupil, of, plannedOn: '2027-09-15', on: '2027-06-01' };
  must(await school.debts.grantRetake(retake));
  const seen = async (on: string | null) => {
    const { debts, calendar } = await debtsReport(await readerOf(school, on));
    return [...debts, ...calendar].map(({ state }) => state);
  };
  return { ...school, seen };
}

test('RK 1.6: of a study year that is repeated it is not owed', async () => {
  const { enrollments, seen } = await granted();
  expect(await seen(null)).toEqual(['open', 'waiting']);
  const application = { number: '17', date: '2027-06-05' };
  const repeats = { ...decision, decision: 'repeats', application, to: '10v', from: '2027-09-01' };
  must(await enrollments.decideYear(repeats));
  expect(await seen(null)).toEqual(['repeated', 'not-owed']);
});

test('RK §4 no. 11: of a learner who died it is not owed, from that day on', async () => {
  const { enrollments, seen } = await granted();
  const left = { enrollment: pupil, on: '2027-06-08', ground: order('41-уч', '2027-06-09') };
  must(await enrollments.discharge({ ...left, reason: 'death' }));
  expect(await seen('2027-06-07')).toEqual(['open', 'waiting']);
  expect(await seen('2027-06-08')).toEqual(['closed', 'not-owed']);
  expect(await seen(null)).toEqual(['closed', 'not-owed']);
});

test('of a learner who left by their own wish it waits', async () => {
  const { enrollments, seen } = await granted();
  const left = { enrollment: pupil, on: '2027-06-08', ground: order('41-уч', '2027-06-07') };
  must(await enrollments.discharge({ ...left, reason: 'own-wish' }));
  expect(await seen(null)).toEqual(['open', 'waiting']);
});

import { must, order } from '@letopis/core';
import { debtRules, debtsOn, enrollmentFold, readStudy } from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { r5 } from '@letopis/core/presets/r5';
import { debtsReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { linesOf, readerOf } from '../../projections/contradictions.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { decision, givenYearMark, protocol, pupil, yearSchool } from '../worlds/year-school.ts';

/*
 * RK 1.6, 273-FZ art. 58 parts 5 and 9: who did not settle a debt in its term, or failed both
 * retakes, is not promoted on it again: the learner repeats the year, or learns by an adapted
 * programme or an individual plan.
 */

const application = { number: '3', date: '2027-05-24' } as const;
const conditional = { ...decision, decision: 'promoted-conditionally' } as const;
const enrollment = pupil;

const statusOn = async ({ session }: YearSchool, on: string) => {
  const { state } = await session.load(enrollmentFold, enrollment);
  const study = await readStudy(session, { enrollment });
  if (isRefusal(study)) throw new Error(study.text.en);
  return debtsOn(state, debtRules(study), on).map(({ status, deadline }) => [status, deadline]);
};

/** A form 10 debt, promoted with it until 1 October 2027 and now at the end of form 11. */
async function overTerm() {
  const school = await yearSchool({}, '2028-06-10');
  const failed = await givenYearMark(school, 'algebra', '2', '2027-05-21');
  const first = { ...conditional, debts: [failed], debtsUntil: '2027-10-01' };
  must(await school.enrollments.decideYear({ ...first, to: '11a', from: '2027-09-01' }));
  return { ...school, failed };
}

const second = (failed: string) => ({
  ...conditional,
  studyYear: '2027',
  debts: [failed],
  debtsUntil: '2028-05-21',
  protocol: { number: '9', date: '2028-05-15' },
  on: '2028-05-15',
  ground: order('40-уч', '2028-05-16'),
});

/** A retake of the year mark in algebra. */
async function retake(school: YearSchool, of: string, on: string, commission?: string) {
  const granting = { enrollment, of, plannedOn: on, on, commission };
  const { eventId } = must(await school.debts.grantRetake(granting));
  const taken = { enrollment, value: '2', assessor: 'p-9', on, retake: eventId };
  if (commission === undefined) return must(await school.assessments.record(taken)).eventId;
  const present = ['p-1', 'p-8', 'p-9'];
  const { protocol: id } = must(await school.commissions.hold({ commission, present, on }));
  must(await school.protocols.number({ protocol: id }));
  const basis = { kind: 'protocol', id };
  return must(await school.assessments.record({ ...taken, basis })).eventId;
}

/** A year mark 2 and a commission for its second retake. */
async function withCommission() {
  const school = await yearSchool();
  const failed = await givenYearMark(school, 'algebra', '2', '2027-05-18');
  const members = [
    { person: 'p-1', role: 'chair' },
    { person: 'p-8', role: 'member' },
    { person: 'p-9', role: 'member' },
  ];
  must(await school.commissions.form({ id: 'c-1', kind: 'retake', members, from: '2026-09-01' }));
  return { ...school, failed };
}

describe('273-FZ art. 58 part 9: a debt whose term is over', () => {
  test('is no debt to promote on again; the ways out are named', async () => {
    const school = await overTerm();
    const { enrollments, failed } = school;
    const ways = ['repeats', 'adapted-programme', 'individual-plan'];
    const again = second(failed);
    expectRefused(await enrollments.decideYear(again), 'year-debts-expired', failed, ...ways);
    const plain = { ...again, decision: 'promoted', debts: [], debtsUntil: null };
    expectRefused(await enrollments.decideYear(plain), 'year-debts-expired', failed, ...ways);
    expect(await statusOn(school, '2028-05-16')).toEqual([['expired', '2027-10-01']]);
    const plan = { ...plain, decision: 'individual-plan', application };
    must(await enrollments.decideYear(plan));
  });

  test('on its last day it is one still', async () => {
    const { enrollments, failed } = await overTerm();
    const last = { ...second(failed), on: '2027-10-01', debtsUntil: '2027-10-02' };
    const ground = order('40-уч', '2027-10-01');
    const said = { ...last, ground, protocol: { ...protocol, date: '2027-10-01' } };
    expectRefused(await enrollments.decideYear(said), 'year-debt-term-late', '2027-10-01');
    const next = { ...said, on: '2027-10-02', debtsUntil: '2027-10-03' };
    expectRefused(await enrollments.decideYear(next), 'year-debts-expired', failed);
  });

  test('entered late, its term is over too: a later promotion does not open it', async () => {
    const free = { ...r5.enrollment, promotionRequired: [] };
    const school = await yearSchool({ enrollment: free }, '2028-06-10');
    const { enrollments } = school;
    const failed = await givenYearMark(school, 'algebra', '2', '2027-05-21');
    must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-09-01' }));
    must(await enrollments.decideYear(second(failed)));
    expect(await statusOn(school, '2028-05-16')).toEqual([['open', '2028-05-21']]);
    must(
      await enrollments.decideYear({ ...conditional, debts: [failed], debtsUntil: '2027-10-01' }),
    );
    expect(await statusOn(school, '2028-05-16')).toEqual([['expired', '2027-10-01']]);
    const page = await debtsReport(await readerOf(school, '2028-05-16'), { group: '10a' });
    expect(page.debts.map(({ state, deadline }) => [state, deadline])).toEqual([
      ['expired', '2027-10-01'],
    ]);
  });
});

describe('273-FZ art. 58 parts 5, 9: a debt whose attempts are used up', () => {
  test('is no debt to promote on, since no retake can be granted', async () => {
    const school = await withCommission();
    const { enrollments, failed } = school;
    const first = await retake(school, failed, '2027-05-20');
    const named = { ...conditional, debtsUntil: '2027-10-01' };
    const last = await retake(school, failed, '2027-05-24', 'c-1');
    expect(first).not.toBe(last);
    const refused = await enrollments.decideYear({ ...named, debts: [last] });
    expectRefused(refused, 'year-debts-expired', last, 'repeats');
    must(await enrollments.decideYear({ ...decision, decision: 'repeats', application }));
  });

  test('with one attempt left it is', async () => {
    const school = await withCommission();
    const debt = await retake(school, school.failed, '2027-05-20');
    const named = { ...conditional, debts: [debt], debtsUntil: '2027-10-01' };
    must(await school.enrollments.decideYear(named));
    expect(await linesOf(school)).toEqual([]);
  });

  test('after a promotion, the year is decided again before the term is over', async () => {
    const school = await withCommission();
    const { enrollments, failed } = school;
    const named = { ...conditional, debts: [failed], debtsUntil: '2027-10-01' };
    must(await enrollments.decideYear(named));
    await retake(school, failed, '2027-05-27');
    const again = { ...decision, decision: 'repeats', application } as const;
    const ground = order('41-уч', '2027-06-05');
    const early = { ...again, on: '2027-06-05', ground, protocol } as const;
    expectRefused(await enrollments.decideYear(early), 'year-debts-in-term', '2027-10-01');
    await retake(school, failed, '2027-06-04', 'c-1');
    must(await enrollments.decideYear(early));
  });

  test('entered late, a failed retake makes the promotion a contradiction', async () => {
    const school = await withCommission();
    const { enrollments, failed } = school;
    const first = await retake(school, failed, '2027-05-20');
    const named = { ...conditional, debts: [first], debtsUntil: '2027-10-01' };
    must(await enrollments.decideYear(named));
    await retake(school, failed, '2027-05-24', 'c-1');
    const kinds = (await linesOf(school)).map(([kind]) => kind);
    expect(kinds).toContain('year-debt-spent');
  });
});

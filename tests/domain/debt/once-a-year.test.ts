import { must, order } from '@letopis/core';
import type { AssessmentRules } from '@letopis/core/facts';
import {
  debtRules,
  debtsOn,
  enrollmentFold,
  failingSubjects,
  readStudy,
} from '@letopis/core/facts';
import { isRefusal } from '@letopis/core/kernel';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../projections/contradictions.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { attestatOf, give, leavingSchool } from '../worlds/leaving-school.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { decision, givenYearMark, pupil, yearSchool } from '../worlds/year-school.ts';

/*
 * RK 1.2, RK 1.6, 273-FZ art. 58: a kind that is given once, such as the year mark, is planned by
 * the regulation itself: each subject has one. So a failing one is a debt, whatever the programme
 * and the group plan; and debts, decisions on the year, completion and documents say the same.
 */

/** The debts of a day and the failing subjects, by kind. */
async function owed({ session }: YearSchool, on = '2027-06-01', enrollment = pupil) {
  const { state } = await session.load(enrollmentFold, enrollment);
  const study = await readStudy(session, { enrollment });
  if (isRefusal(study)) throw new Error(study.text.en);
  const rules = debtRules(study);
  const debts = debtsOn(state, rules, on).map(({ status, countsFor }) => [countsFor.kind, status]);
  return {
    debts,
    failing: failingSubjects(state, rules, on).map(({ kind }) => kind),
    state,
    rules,
  };
}

const recordFor = (school: YearSchool) => (kind: string, more: object) =>
  school.assessments.record({
    enrollment: pupil,
    module: 'algebra',
    kind,
    form: 'survey',
    value: '2',
    assessor: 'p-9',
    on: '2027-05-20',
    ...more,
  });

describe('RK 1.2: a year mark 2 in a subject whose plan names no year mark', () => {
  test('is a debt, holds the learner back, and is named by a conditional promotion', async () => {
    const school = await yearSchool();
    const failed = await givenYearMark(school, 'algebra', '2', '2027-05-20');
    expect(await owed(school)).toMatchObject({ debts: [['year', 'open']], failing: ['year'] });
    const { enrollments } = school;
    expectRefused(await enrollments.decideYear(decision), 'year-subjects-failing', failed);
    const named = { decision: 'promoted-conditionally', debts: [failed], debtsUntil: '2027-10-01' };
    must(await enrollments.decideYear({ ...decision, ...named }));
  });

  test('passed by its retake, it holds nobody back', async () => {
    const school = await yearSchool();
    const of = await givenYearMark(school, 'algebra', '2', '2027-05-20');
    const granting = { enrollment: pupil, of, plannedOn: '2027-05-24', on: '2027-05-21' };
    const retake = must(await school.debts.grantRetake(granting)).eventId;
    must(await recordFor(school)('year', { value: '3', on: '2027-05-24', retake }));
    expect(await owed(school)).toMatchObject({ debts: [['year', 'settled']], failing: [] });
    must(await school.enrollments.decideYear(decision));
  });

  test('entered after the decision, it is a contradiction', async () => {
    const school = await yearSchool();
    must(await school.enrollments.decideYear(decision));
    const late = await givenYearMark(school, 'algebra', '2', '2027-05-20');
    const { lines } = await pageOf(school);
    expect(lines.map(({ kind, later }) => [kind, later.event])).toEqual([
      ['year-decision-against-result', late],
    ]);
  });

  test('neither completion nor the attestat takes it', async () => {
    const school = await leavingSchool();
    const [failed = ''] = await give(school, 'ninth', ['physics', 'year', '2', '2027-05-25']);
    const done = { enrollment: 'l-1.ninth.1', on: '2027-06-25' };
    expectRefused(await school.enrollments.complete(done), 'debts-open', failed);
    expectRefused(await school.documents.issue(attestatOf('ninth')), 'study-not-completed');
  });

  test('annulled or corrected, it is none', async () => {
    const school = await yearSchool();
    const result = await givenYearMark(school, 'algebra', '2', '2027-05-20');
    const by = { enrollment: pupil, reason: 'не тот ученик', signer: 'p-9', on: '2027-05-22' };
    must(await school.assessments.annul({ ...by, result, ground: order('5', '2027-05-22') }));
    expect(await owed(school)).toMatchObject({ debts: [], failing: [] });
  });
});

describe('RK 1.2: what makes no debt still', () => {
  test('the mark of a quarter or half-year, and a current mark', async () => {
    const school = await yearSchool();
    must(await recordFor(school)('period', { period: 'half-year-1' }));
    must(await recordFor(school)('current', {}));
    expect(await owed(school)).toMatchObject({ debts: [], failing: [] });
    must(await school.enrollments.decideYear(decision));
  });

  test('an interim attestation that neither programme nor plan knows', async () => {
    const school = await yearSchool();
    const module = { id: 'extra', scale: 'five-point' };
    must(await school.programmes.addModule({ programme: 'senior', module, on: '2026-09-01' }));
    must(await recordFor(school)('interim', { module: 'extra', form: 'test' }));
    expect(await owed(school)).toMatchObject({ debts: [], failing: [] });
  });

  test('a year mark, where the regulation makes none of it or gives it many times', async () => {
    const limits = r5.retakes.limits.map((one) => ({ ...one, debt: false }));
    const free = await yearSchool({ retakes: { ...r5.retakes, limits } });
    await givenYearMark(free, 'algebra', '2');
    expect(await owed(free)).toMatchObject({ debts: [], failing: [] });
    const kinds: AssessmentRules['kinds'] = r5.assessment.kinds.map((one) =>
      one.id === 'year' ? { ...one, once: false } : one,
    );
    const many = await yearSchool({ assessment: { ...r5.assessment, kinds } });
    await givenYearMark(many, 'algebra', '2');
    expect(await owed(many)).toMatchObject({ debts: [], failing: [] });
  });
});

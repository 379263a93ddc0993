import { must, order } from '@letopis/core';
import { outcomesReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import type { YearSchool } from '../domain/worlds/year-school.ts';
import { decision, givenYearMark, pupil, yearSchool } from '../domain/worlds/year-school.ts';
import { readerOf } from './contradictions.ts';

/*
 * RK 1.3: a retake counts for the subject of what it repeats, so that one result counts, and in one
 * group: that of the first result of the subject, wherever the learner was moved since.
 */

const enrollment = pupil;

const marksOf = async (school: YearSchool, on: string | null = null) => {
  const reader = await readerOf(school, on);
  const found: Record<string, readonly [number, number, string]> = {};
  for (const group of ['10a', '10b', '11a']) {
    const page = await outcomesReport(reader, { group });
    if (page.marks > 0) found[group] = [page.marks, page.marksPassed, page.pointsSum];
  }
  return found;
};

const interim = { enrollment, module: 'algebra', kind: 'interim', form: 'test', assessor: 'p-9' };

/** Grants a retake and takes it on the same day. */
async function retake({ debts, assessments }: YearSchool, of: string, on: string, value: string) {
  const granted = must(await debts.grantRetake({ enrollment, of, plannedOn: on, on })).eventId;
  const taken = { enrollment, retake: granted, value, assessor: 'p-9', on };
  return must(await assessments.record(taken)).eventId;
}

/** A year mark 2 in form 10, and a promotion to 11А with it. */
async function promotedWithDebt() {
  const school = await yearSchool({}, '2027-11-20');
  const failed = await givenYearMark(school, 'algebra', '2', '2027-05-20');
  await givenYearMark(school, 'history', '5', '2027-05-20');
  const named = { decision: 'promoted-conditionally', debts: [failed], debtsUntil: '2027-11-01' };
  const move = { to: '11a', from: '2027-09-01' };
  must(await school.enrollments.decideYear({ ...decision, ...named, ...move }));
  return { ...school, failed };
}

describe('RK 1.3: outcomes of a group', () => {
  test('a year mark retaken after the promotion counts once, in the year’s group', async () => {
    const school = await promotedWithDebt();
    expect(await marksOf(school)).toEqual({ '10a': [2, 1, '7'] });
    const passed = await retake(school, school.failed, '2027-09-20', '3');
    expect(await marksOf(school)).toEqual({ '10a': [2, 2, '8'] });
    expect(await marksOf(school, '2027-09-19')).toEqual({ '10a': [2, 1, '7'] });
    const right = { value: '4', words: 'четыре', reason: 'Пересчитано', signer: 'p-9' } as const;
    must(await school.assessments.correct({ enrollment, replaces: passed, ...right }));
    expect(await marksOf(school)).toEqual({ '10a': [2, 2, '9'] });
    const annul = { enrollment, result: passed, reason: 'не тот ученик', signer: 'p-1' };
    must(await school.assessments.annul({ ...annul, ground: order('5', '2027-11-20') }));
    expect(await marksOf(school)).toEqual({ '10a': [2, 1, '7'] });
  });

  test('a mark of the new year counts in the new group', async () => {
    const school = await promotedWithDebt();
    await retake(school, school.failed, '2027-09-20', '3');
    const next = { ...interim, value: '4', on: '2027-10-20' };
    must(await school.assessments.record(next));
    expect(await marksOf(school)).toEqual({ '10a': [2, 2, '8'], '11a': [1, 1, '4'] });
  });

  test('an attestation failed in one group and passed in another counts in the first', async () => {
    const school = await yearSchool();
    const { assessments, groups, enrollments } = school;
    const plan = { id: 'test-1', module: 'algebra', kind: 'interim', form: 'test' };
    must(await groups.planAssessment({ group: '10a', ...plan, plannedOn: '2026-10-20' }));
    const sent = { ...interim, planned: 'test-1', value: '2', on: '2026-10-20' };
    const failed = must(await assessments.record(sent)).eventId;
    must(await enrollments.transfer({ enrollment, to: '10b', on: '2026-11-09' }));
    await retake(school, failed, '2026-11-20', '4');
    expect(await marksOf(school)).toEqual({ '10a': [1, 1, '4'] });
    // The appeal of another is decided after the move as well.
    const basis = { kind: 'protocol', number: '4', date: '2026-11-25' };
    const appealed = must(
      await assessments.record({ ...interim, module: 'history', value: '2', on: '2026-11-10' }),
    );
    must(await enrollments.transfer({ enrollment, to: '10a', on: '2026-11-20' }));
    const appeal = { enrollment, appealOf: appealed.eventId, value: '5', assessor: 'p-9', basis };
    must(await assessments.record({ ...appeal, on: '2026-11-25' }));
    expect(await marksOf(school)).toEqual({ '10a': [1, 1, '4'], '10b': [1, 1, '5'] });
  });

  test('an absence counts as a first result where it is not excused', async () => {
    for (const [reason, group] of [
      ['н', '10a'],
      ['б', '10b'],
    ] as const) {
      const school = await yearSchool();
      const { assessments, enrollments } = school;
      const missed = { ...interim, outcome: 'absent' as const, reason, on: '2026-10-20' };
      const { eventId } = must(await assessments.record(missed));
      must(await enrollments.transfer({ enrollment, to: '10b', on: '2026-11-09' }));
      if (reason === 'н') await retake(school, eventId, '2026-11-20', '4');
      else must(await assessments.record({ ...interim, value: '4', on: '2026-11-20' }));
      expect(await marksOf(school)).toEqual({ [group]: [1, 1, '4'] });
    }
  });

  test('current marks count where they were given, each of them', async () => {
    const school = await yearSchool();
    const current = { ...interim, kind: 'current', form: 'survey' };
    must(await school.assessments.record({ ...current, value: '2', on: '2026-10-20' }));
    must(await school.enrollments.transfer({ enrollment, to: '10b', on: '2026-11-09' }));
    must(await school.assessments.record({ ...current, value: '4', on: '2026-11-20' }));
    expect(await marksOf(school)).toEqual({ '10a': [1, 0, '2'], '10b': [1, 1, '4'] });
  });

  test('two learners and two enrollments of one learner are counted apart', async () => {
    const school = await yearSchool();
    must(await school.assessments.record({ ...interim, value: '2', on: '2026-10-20' }));
    const other = { ...interim, enrollment: 'l-2.senior.1', value: '5', on: '2026-10-20' };
    must(await school.assessments.record(other));
    const left = { enrollment, reason: 'own-wish', on: '2026-11-10' };
    must(await school.enrollments.discharge({ ...left, ground: order('7', '2026-11-10') }));
    const back = { learner: 'l-1', group: '10a', from: '2027-01-11' };
    const again = must(await school.enrollments.enroll(back)).id;
    const new2 = { ...interim, enrollment: again, value: '4', on: '2027-02-20' };
    must(await school.assessments.record(new2));
    expect(await marksOf(school)).toEqual({ '10a': [3, 2, '11'] });
  });
});

import { must } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { givenYearMark, pupil, yearSchool } from '../worlds/year-school.ts';

/* A refused second result tells a way that is open: RK 1.3, 273-FZ art. 58 part 5. */

const enrollment = pupil;
const RETAKE = 'debts.grantRetake';

const halfYear = ({ assessments }: YearSchool, value: string, on: string, more: object = {}) =>
  assessments.record({
    enrollment,
    module: 'algebra',
    kind: 'period',
    form: 'survey',
    period: 'half-year-1',
    value,
    on,
    assessor: 'p-9',
    ...more,
  });

const yearAgain = ({ assessments }: YearSchool, on: string) =>
  assessments.record({
    enrollment,
    module: 'algebra',
    kind: 'year',
    form: 'survey',
    value: '4',
    on,
    assessor: 'p-9',
  });

const interim = (on: string) => ({
  enrollment,
  module: 'extra',
  kind: 'interim',
  form: 'test',
  value: '2',
  assessor: 'p-9',
  on,
});

const said = (refused: ReturnType<typeof expectRefused>) => `${refused.text.ru} ${refused.text.en}`;

describe('a second result over a failing one', () => {
  test('of a kind without retakes names correction, appeal, period and year', async () => {
    const school = await yearSchool();
    const failed = must(await halfYear(school, '2', '2026-12-25')).eventId;
    const ways = ['assessments.correct', 'appealOf', 'period', 'studyYear'] as const;
    const no = expectRefused(
      await halfYear(school, '4', '2027-01-15'),
      'retake-needed',
      failed,
      ...ways,
    );
    expect(said(no)).not.toContain(RETAKE);
    // What it names is accepted, and what it does not name is not.
    const granting = { enrollment, of: failed, plannedOn: '2027-01-20', on: '2027-01-15' };
    expectRefused(await school.debts.grantRetake(granting), 'no-retakes-of-kind', 'period');
    const basis = { kind: 'protocol', number: '4', date: '2026-12-28' };
    must(await halfYear(school, '3', '2026-12-28', { appealOf: failed, basis, period: undefined }));
    must(await halfYear(school, '4', '2027-05-15', { period: 'half-year-2' }));
  });

  test('of a kind with retakes names the retake, while one can be granted', async () => {
    const school = await yearSchool();
    const of = await givenYearMark(school, 'algebra', '2', '2027-05-18');
    expectRefused(await yearAgain(school, '2027-05-20'), 'retake-needed', of, RETAKE);
    must(
      await school.debts.grantRetake({ enrollment, of, plannedOn: '2027-05-21', on: '2027-05-20' }),
    );
  });

  test('names none once its attempts are used up, or its term is over', async () => {
    const limits = r5.retakes.limits.map((one) => ({ ...one, attemptsMax: 1 }));
    const used = await yearSchool({ retakes: { ...r5.retakes, limits } });
    const of = await givenYearMark(used, 'algebra', '2', '2027-05-18');
    const granting = { enrollment, of, plannedOn: '2027-05-20', on: '2027-05-19' };
    const retake = must(await used.debts.grantRetake(granting)).eventId;
    const taken = { enrollment, value: '2', assessor: 'p-9', on: '2027-05-20', retake };
    must(await used.assessments.record(taken));
    const no = expectRefused(await yearAgain(used, '2027-05-25'), 'retake-needed', 'appealOf');
    expect(said(no)).not.toContain(RETAKE);
    const late = await yearSchool({}, '2028-06-10');
    await givenYearMark(late, 'algebra', '2', '2027-05-18');
    expectRefused(await yearAgain(late, '2028-05-18'), 'retake-needed', RETAKE);
    const over = expectRefused(await yearAgain(late, '2028-05-19'), 'retake-needed', 'appealOf');
    expect(said(over)).not.toContain(RETAKE);
  });

  test('of an interim attestation that nothing plans names none, as it is no debt', async () => {
    const school = await yearSchool();
    const module = { id: 'extra', scale: 'five-point' };
    must(await school.programmes.addModule({ programme: 'senior', module, on: '2026-09-01' }));
    must(await school.assessments.record(interim('2027-05-18')));
    const again = await school.assessments.record(interim('2027-05-20'));
    expect(said(expectRefused(again, 'retake-needed', 'correct'))).not.toContain(RETAKE);
  });
});

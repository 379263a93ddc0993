import { must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { debtsNow, openDebtsOf, owing, pass } from '../worlds/debt-academy.ts';
import { mark, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/*
 * A course that runs over 1 September: what was failed in August is not passed by a plain result of
 * September. Only a decision on the year, or a study year that is named, makes it another thing.
 * RK 1.2, RK 1.3, 273-FZ art. 58 part 5.
 */

const kind = 'interim' as const;
const lastYear = { studyYear: '2025' };
const enrolled = '2025-09-01';

/** `l-1` failed the interim test, which counts for the study year 2025. */
const failedLastYear = async () => {
  const academy = await withLearner({}, enrolled);
  const failed = await mark(academy, '2', '2026-09-02', { kind, ...lastYear });
  const record = (value: string, on: string, more: object = {}) =>
    academy.assessments.record({
      enrollment: academy.id,
      module: 'safety',
      kind,
      value,
      on,
      assessor: 'p-9',
      ...more,
    });
  return { ...academy, failed, debt: failed, record };
};

describe('RK 1.3: a failure of an earlier study year that was not decided', () => {
  test('a plain result of the next year is refused; naming the year is the way out', async () => {
    const { record, failed } = await failedLastYear();
    expectRefused(await record('5', '2026-10-03'), 'retake-needed', failed, 'studyYear');
    must(await record('5', '2026-10-03', { studyYear: '2026' }));
  });

  test('a granted retake is taken there though it is not named, and settles the debt', async () => {
    const academy = await failedLastYear();
    const { debts, id: enrollment, failed: of, events, record } = academy;
    const days = { plannedOn: '2026-10-10', on: '2026-10-05' };
    const retake = must(await debts.grantRetake({ enrollment, of, ...days })).eventId;
    must(await record('4', '2026-10-10'));
    const event = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(event?.data).toMatchObject({ retake: { granted: retake, of }, countsFor: lastYear });
    expect(await openDebtsOf(academy)).toEqual([]);
  });

  test('a credit settles its debt, named by year or not', async () => {
    for (const year of [{}, lastYear]) {
      const academy = await failedLastYear();
      const { assessments, id: enrollment } = academy;
      const credit = { enrollment, module: 'safety', kind, value: '4', ...year };
      const source = { source: { kind: 'own' as const }, decidedBy: 'p-1', on: '2026-10-20' };
      must(await assessments.credit({ ...credit, ...source }));
      expect(await openDebtsOf(academy)).toEqual([]);
    }
  });

  test('a credit of another year does not', async () => {
    const academy = await failedLastYear();
    const { assessments, id: enrollment, failed } = academy;
    const credit = { enrollment, module: 'safety', kind, value: '4', studyYear: '2026' };
    const source = { source: { kind: 'own' as const }, decidedBy: 'p-1', on: '2026-10-20' };
    must(await assessments.credit({ ...credit, ...source }));
    expect(await openDebtsOf(academy)).toEqual([failed]);
    const unknown = { ...credit, ...source, period: 'week-1' };
    expectRefused(await assessments.credit(unknown), 'not-in-regulation', 'week-1');
  });

  test('entered late, it is refused before a plain result of the next year', async () => {
    const academy = await withLearner({}, enrolled);
    const { assessments, id: enrollment } = academy;
    const later = await mark(academy, '4', '2026-10-03', { kind });
    const sent = { enrollment, module: 'safety', kind, value: '2', assessor: 'p-9' };
    const late = await assessments.record({ ...sent, on: '2026-09-02' });
    expectRefused(late, 'later-result-stands', later, 'studyYear');
    must(await assessments.record({ ...sent, on: '2026-09-02', ...lastYear }));
  });
});

test('RK 1.3: the final kind is given once, also where 1 September lies between', async () => {
  const academy = await withLearner({}, enrolled);
  const { assessments, id: enrollment } = academy;
  const first = await mark(academy, '4', '2026-09-02', { kind: 'final', ...lastYear });
  const sent = { enrollment, module: 'safety', kind: 'final', value: '5', assessor: 'p-9' };
  const second = await assessments.record({ ...sent, on: '2026-10-03' });
  expectRefused(second, 'second-result', first, 'studyYear');
});

test('RK 1.6: a retake of a decided year waits: a result says whether it is that', async () => {
  const { yearDecisions } = r5.enrollment;
  const academy = await withLearner({ enrollment: { yearDecisions } }, enrolled);
  const { debts, enrollments, assessments, id: enrollment } = academy;
  const failed = await mark(academy, '2', '2026-05-20', { kind });
  const conditional = { decision: 'promoted-conditionally', debtsUntil: '2026-12-31' };
  const ground = order('40-уч', '2026-05-26');
  const protocol = { number: '9', date: '2026-05-25' };
  const decided = { enrollment, studyYear: '2025', on: '2026-05-25', ground, protocol };
  must(await enrollments.decideYear({ ...decided, ...conditional, debts: [failed] }));
  const days = { plannedOn: '2026-10-10', on: '2026-09-05' };
  const retake = must(await debts.grantRetake({ enrollment, of: failed, ...days })).eventId;
  const sent = { enrollment, module: 'safety', kind, value: '4', assessor: 'p-9' };
  const record = (more: object) => assessments.record({ ...sent, on: '2026-10-10', ...more });
  expectRefused(await record({}), 'retake-or-year', retake, 'studyYear: 2026');
  must(await record({ studyYear: '2026' }));
  expect(await openDebtsOf(academy)).toEqual([failed]);
  must(await record({ retake }));
  expect(await openDebtsOf(academy)).toEqual([]);
});

/** A retake was granted of the failed test; `sent` is its result. */
const granted = async () => {
  const academy = await owing();
  const { debts, id: enrollment, debt: of } = academy;
  const days = { plannedOn: '2026-10-20', on: '2026-10-06' };
  const retake = must(await debts.grantRetake({ enrollment, of, ...days })).eventId;
  const sent = { enrollment, value: '2', assessor: 'p-9', on: '2026-10-20' };
  return { ...academy, retake, sent };
};

describe('RK 1.2: a retake of what is failed no more', () => {
  test('a failing result is annulled once its retake is withdrawn', async () => {
    const academy = await granted();
    const { assessments, debts, id: enrollment, debt, retake, sent } = academy;
    const act = { reason: 'не тот слушатель', signer: 'p-9', on: '2026-10-08' };
    const held = await assessments.annul({ enrollment, result: debt, ...act });
    expectRefused(held, 'entry-rested-on', 'RetakeGranted', retake);
    must(await debts.withdrawRetake({ enrollment, retake, on: '2026-10-08' }));
    must(await assessments.annul({ enrollment, result: debt, ...act }));
    const plain = { ...sent, module: 'safety', kind, value: '4' };
    must(await assessments.record(plain));
  });

  test('is refused after that was corrected to a passing one', async () => {
    const { assessments, id: enrollment, debt, retake, sent } = await granted();
    const mended = { enrollment, replaces: debt, value: '4', words: 'четыре', reason: 'описка' };
    must(await assessments.correct({ ...mended, signer: 'p-9', on: '2026-10-07' }));
    const taken = await assessments.record({ ...sent, retake });
    expectRefused(taken, 'retake-not-owed', retake, debt, 'withdrawRetake');
  });
});

test('RK 1.2: an expired debt is owed still, and is found by its kind', async () => {
  const academy = await owing({
    retakes: {
      limits: [
        {
          kinds: [kind],
          programmeTypes: [],
          debt: true,
          attemptsMax: 2,
          termMonths: 1,
          commissionFromAttempt: 2,
          afterDischarge: false,
        },
      ],
    },
  });
  const { debts, id: enrollment, debt } = academy;
  const asked = { enrollment, module: 'safety', kind };
  expect(must(await debts.raise({ ...asked, on: '2026-11-05' }))).toMatchObject({ debt });
  expect(await debtsNow(academy, '2026-12-01')).toMatchObject([{ debt, status: 'expired' }]);
  expect(must(await debts.raise({ ...asked, on: '2026-12-01' }))).toMatchObject({ debt });
});

test('RK 1.2: a settled debt is found by nobody', async () => {
  const academy = await owing();
  await pass(academy, '2026-10-20');
  const asked = { enrollment: academy.id, module: 'safety', kind };
  expectRefused(await academy.debts.raise(asked), 'nothing-owed', 'safety');
});

describe('RK 1.3: the decision on an appeal', () => {
  test('names a protocol with number and day', async () => {
    const { assessments, id: enrollment, debt: appealOf } = await owing();
    const sent = { enrollment, value: '3', on: '2026-10-08', assessor: 'p-9', appealOf };
    for (const basis of [
      { kind: 'protocol' },
      { kind: 'protocol', number: '3' },
      { kind: 'protocol', date: '2026-10-08' },
    ]) {
      const bare = await assessments.record({ ...sent, basis });
      expectRefused(bare, 'appeal-needs-protocol', appealOf);
    }
  });

  test('is not before the result', async () => {
    const { assessments, id: enrollment, debt: appealOf } = await owing();
    const basis = { kind: 'protocol', number: '3', date: '2026-10-04' };
    const sent = { enrollment, value: '3', on: '2026-10-04', assessor: 'p-9', appealOf, basis };
    expectRefused(await assessments.record(sent), 'act-out-of-order', '2026-10-04', '2026-10-05');
    const onTheDay = { ...basis, date: '2026-10-05' };
    must(await assessments.record({ ...sent, on: '2026-10-05', basis: onTheDay }));
  });
});

import { must, order } from '@letopis/core';
import { enrollmentFold, placeOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  decision,
  pupil as enrollment,
  protocol,
  yearMark,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * RK 1.6, 273-FZ art. 58 part 9: who was promoted conditionally and did not settle the debts in
 * their term is left for a repeated year, or learns by an adapted programme or an individual plan:
 * the council decides on the same year a second time.
 */

const ground = order('77-уч', '2027-11-10');

const again = {
  enrollment,
  studyYear: '2026',
  decision: 'repeats',
  protocol: { number: '12', date: '2027-11-09' },
  application: { number: '8', date: '2027-11-09' },
  on: '2027-11-10',
  ground,
} as const;

/** A learner in form 11 with a debt of form 10, which may be settled until 1 November 2027. */
async function promotedWithDebt() {
  const school = await yearSchool({}, '2027-11-20');
  const failed = await yearMark(school, 'algebra', '2');
  const conditional = { ...decision, decision: 'promoted-conditionally', debts: [failed] } as const;
  const next = { debtsUntil: '2027-11-01', to: '11a', from: '2027-09-01' } as const;
  const { eventId: first } = must(await school.enrollments.decideYear({ ...conditional, ...next }));
  const stateNow = async () => (await school.session.load(enrollmentFold, enrollment)).state;
  return { ...school, failed, first, stateNow };
}

describe('RK 1.6, 273-FZ art. 58 part 9: debts that were not settled in their term', () => {
  test('the learner is left for a repeat of the year, and moves by that decision', async () => {
    const { enrollments, stateNow, events } = await promotedWithDebt();
    must(await enrollments.decideYear({ ...again, to: '10v' }));
    const [decided, moved] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(decided).toMatchObject({
      type: 'YearDecided',
      data: { group: '10a', studyYear: '2026', outcome: 'repeats', toGroup: '10v' },
    });
    expect(moved).toMatchObject({
      type: 'Transferred',
      data: { fromGroup: '11a', toGroup: '10v' },
    });
    const state = await stateNow();
    expect(placeOn(state, '2027-11-10').group).toBe('10v');
    expect(state.study.decisions.map((one) => one.decision)).toEqual([
      'promoted-conditionally',
      'repeats',
    ]);
    expect([...state.study.yearsRepeated]).toEqual(['2026']);
  });

  test('or by a transfer that follows; to no other form', async () => {
    const { enrollments, groups } = await promotedWithDebt();
    const move = { enrollment, to: '10v', on: '2027-11-12', ground } as const;
    expectRefused(await enrollments.transfer(move), 'promotion-required', '11a (11)', '10v (10)');
    must(await enrollments.decideYear(again));
    const nine = { id: '9v', programme: 'senior', stage: 9, studyYear: '2027' } as const;
    must(await groups.open({ ...nine, on: '2026-09-01' }));
    expectRefused(await enrollments.transfer({ ...move, to: '9v' }), 'promotion-required');
    must(await enrollments.transfer(move));
    const ahead = { ...move, to: '11a', on: '2028-09-01' } as const;
    expectRefused(await enrollments.transfer(ahead), 'promotion-required', '10v (10)');
  });

  test('not while they may be settled, nor to promote again, and once only', async () => {
    const { enrollments } = await promotedWithDebt();
    const early = { ...again, on: '2027-11-01', ground: order('76-уч', '2027-11-01') } as const;
    expectRefused(await enrollments.decideYear(early), 'year-debts-in-term', '2027-11-01', '2026');
    const decided = ['year-decided-already', '2026'] as const;
    expectRefused(await enrollments.decideYear({ ...again, decision: 'promoted' }), ...decided);
    must(await enrollments.decideYear({ ...again, decision: 'individual-plan', on: '2027-11-02' }));
    expectRefused(await enrollments.decideYear(again), ...decided);
    expectRefused(await enrollments.decideYear({ ...again, on: '2027-11-02' }), ...decided);
  });

  test('not once they are settled', async () => {
    const { enrollments, assessments, failed } = await promotedWithDebt();
    const right = { value: '4', words: 'четыре', reason: 'Пересчитано', signer: 'p-9' } as const;
    must(await assessments.correct({ enrollment, replaces: failed, ...right, on: '2027-09-10' }));
    const decided = ['year-decided-already', '2026'] as const;
    expectRefused(await enrollments.decideYear(again), ...decided);
  });

  test('not where the first names no debts', async () => {
    const { enrollments } = await yearSchool({}, '2027-11-20');
    must(await enrollments.decideYear(decision));
    expectRefused(await enrollments.decideYear(again), 'year-decided-already', '2027-05-25');
  });
});

describe('RK 1.8: both decisions are put right', () => {
  const by = { enrollment, signer: 'p-1', reason: 'Ошибка', ground } as const;

  test('each is annulled after the move that rests on it', async () => {
    const { enrollments, first, events } = await promotedWithDebt();
    const { eventId: second } = must(await enrollments.decideYear({ ...again, to: '10v' }));
    const [back] = (await events(`academy.enrollment-${enrollment}`)).slice(-1);
    const annul = (entry: string) => enrollments.annulStudyEntry({ ...by, entry });
    expectRefused(await annul(second), 'entry-rested-on', 'Transferred 2027-11-10');
    expectRefused(await annul(first), 'entry-rested-on', 'Transferred 2027-09-01');
    must(await enrollments.annul({ ...by, entry: back?.id ?? '' }));
    must(await annul(second));
    must(await enrollments.decideYear({ ...again, to: '10v' }));
  });

  test('the first is not corrected to a term that ends after the second', async () => {
    const { enrollments, first, stateNow } = await promotedWithDebt();
    must(await enrollments.decideYear({ ...again, to: '10v' }));
    const { decisions } = (await stateNow()).study;
    const debts = decisions[0]?.debts.map(({ result }) => result) ?? [];
    const right = { ...by, entry: first, decision: 'promoted-conditionally', protocol, debts };
    expectRefused(
      await enrollments.correctYearDecision({ ...right, debtsUntil: '2027-12-01' }),
      'year-decided-already',
      '2027-11-10',
    );
    must(await enrollments.correctYearDecision({ ...right, debtsUntil: '2027-10-30' }));
  });
});

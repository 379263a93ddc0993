import { must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import {
  decision,
  promotionOrder as ground,
  pupil as enrollment,
  yearMark,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * RK 1.6, 1.8, 273-FZ art. 58 part 8: whichever act leads a learner to another form or study year
 * (a transfer, a return from leave, or the correction of one), it rests on the decision on the year
 * that they leave.
 */

const by = { signer: 'p-1', reason: 'Не та группа', ground } as const;

const leave = { enrollment, reason: 'illness', until: '2027-08-31', on: '2027-05-01' } as const;

const lastEvent = async ({ events }: YearSchool) =>
  (await events(`academy.enrollment-${enrollment}`)).at(-1)?.id ?? '';

describe('RK 1.6, 1.8: a corrected step is decided as it would have been', () => {
  test('a transfer to a parallel group does not become one to the next form', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    await yearMark(school, 'algebra', '2', '2027-04-20');
    const move = { enrollment, to: '10b', on: '2027-05-15' } as const;
    const { eventId: entry } = must(await enrollments.transfer(move));
    const right = { enrollment, entry, ...by, instead: { to: '11a' } } as const;
    expectRefused(await enrollments.correct(right), 'promotion-required', '10a (10)', '11a (11)');
  });

  test('nor does the return from leave into the group that was left', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.suspend(leave));
    const back = { enrollment, group: '10b', on: '2027-06-01' } as const;
    const { eventId: entry } = must(await enrollments.reinstate(back));
    const right = { enrollment, entry, ...by, instead: { group: '11a' } } as const;
    expectRefused(await enrollments.correct(right), 'promotion-required', '10a (10)', '11a (11)');
    must(await enrollments.correct({ ...right, instead: { group: '10a' } }));
  });

  test('a promotion does not move before the day of its decision', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    must(await enrollments.decideYear({ ...decision, to: '11a', from: '2027-09-01' }));
    const right = { enrollment, entry: await lastEvent(school), ...by } as const;
    expectRefused(
      await enrollments.correct({ ...right, instead: { on: '2027-05-01' } }),
      'promotion-required',
      '11a (11)',
    );
    must(await enrollments.correct({ ...right, instead: { on: '2027-05-26' } }));
  });
});

describe('273-FZ art. 62: who was discharged is taken back by an order', () => {
  test.each(['10v', '11a'])('into %s, with no decision on a year', async (group) => {
    const school = await yearSchool();
    const { enrollments } = school;
    const left = { enrollment, reason: 'own-wish', on: '2027-02-01' } as const;
    must(await enrollments.discharge({ ...left, ground: order('11-уч', '2027-01-30') }));
    must(await enrollments.reinstate({ enrollment, group, on: '2027-09-01', ground }));
    expect((await school.events(`academy.enrollment-${enrollment}`)).at(-1)).toMatchObject({
      type: 'Reinstated',
      data: { group },
    });
  });

  test('who comes back from leave is not: that needs the decision', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.suspend(leave));
    const back = { enrollment, group: '11a', on: '2027-09-01', ground } as const;
    expectRefused(await enrollments.reinstate(back), 'promotion-required', '11a (11)');
    must(await enrollments.decideYear(decision));
    must(await enrollments.reinstate(back));
  });
});

describe('273-FZ art. 58 part 8: the decision is the learner’s, whichever parallel group', () => {
  test('who moves to a parallel group after it goes on to the next form by it', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.decideYear(decision));
    must(await enrollments.transfer({ enrollment, to: '10b', on: '2027-06-15', ground }));
    must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-09-01', ground }));
  });

  test('also where the groups do not say their study year', async () => {
    const { enrollments, groups } = await yearSchool();
    for (const id of ['x', 'y']) {
      must(await groups.open({ id, programme: 'senior', stage: 10, on: '2026-09-01' }));
    }
    must(await enrollments.transfer({ enrollment, to: 'x', on: '2026-09-05' }));
    must(await enrollments.decideYear(decision));
    must(await enrollments.transfer({ enrollment, to: 'y', on: '2027-06-15', ground }));
    must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-09-01', ground }));
  });
});

describe('RK 1.8: a decision is not annulled while the learner is in the next form by it', () => {
  const annul = { ...by, enrollment } as const;

  test('whether by a transfer out of a parallel group, which alone is named', async () => {
    const school = await yearSchool();
    const { enrollments } = school;
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    must(await enrollments.transfer({ enrollment, to: '10b', on: '2027-06-15', ground }));
    const next = { enrollment, to: '11a', on: '2027-09-01', ground } as const;
    const { eventId: moved } = must(await enrollments.transfer(next));
    const refused = await enrollments.annulStudyEntry({ ...annul, entry });
    expectRefused(refused, 'entry-rested-on', `Transferred 2027-09-01 (${moved})`);
    expect(JSON.stringify(refused)).not.toContain('2027-06-15');
    must(await enrollments.annul({ ...annul, entry: moved }));
    must(await enrollments.annulStudyEntry({ ...annul, entry }));
  });

  test('also where the regulation lets learners move without a decision', async () => {
    const free = { enrollment: { ...r5.enrollment, promotionRequired: [] } };
    const { enrollments, events } = await yearSchool(free);
    const moving = { ...decision, to: '11a', from: '2027-09-01' } as const;
    const { eventId: entry } = must(await enrollments.decideYear(moving));
    const moved = (await events(`academy.enrollment-${enrollment}`)).at(-1)?.id ?? '';
    const refused = await enrollments.annulStudyEntry({ ...annul, entry });
    expectRefused(refused, 'entry-rested-on', `Transferred 2027-09-01 (${moved})`);
    must(await enrollments.annul({ ...annul, entry: moved }));
    must(await enrollments.annulStudyEntry({ ...annul, entry }));
  });

  test('but a decision that names no group carries no move there', async () => {
    const free = { enrollment: { ...r5.enrollment, promotionRequired: [] } };
    const { enrollments } = await yearSchool(free);
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-09-01', ground }));
    must(await enrollments.annulStudyEntry({ ...annul, entry }));
  });

  test('or by the return from leave', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.suspend(leave));
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    const back = { enrollment, group: '11a', on: '2027-09-01', ground } as const;
    const { eventId: moved } = must(await enrollments.reinstate(back));
    const named = ['entry-rested-on', `Reinstated 2027-09-01 (${moved})`] as const;
    expectRefused(await enrollments.annulStudyEntry({ ...annul, entry }), ...named);
    const { protocol } = decision;
    const later = { ...annul, entry, decision: 'promoted', protocol, decidedOn: '2027-06-09' };
    must(await enrollments.correctYearDecision(later));
  });

  test('a corrected decision that no longer leads there names the move', async () => {
    const { enrollments } = await yearSchool();
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    must(await enrollments.transfer({ enrollment, to: '11a', on: '2027-05-26', ground }));
    const { protocol } = decision;
    const later = { ...annul, entry, decision: 'promoted', protocol, decidedOn: '2027-05-27' };
    const refused = await enrollments.correctYearDecision(later);
    expectRefused(refused, 'entry-rested-on', 'Transferred 2027-05-26');
    must(await enrollments.correctYearDecision({ ...later, decidedOn: '2027-05-26' }));
  });
});

/** A learner who is promoted to form 11, and the correction of the group of the enrollment. */
async function promoted() {
  const school = await yearSchool();
  must(await school.enrollments.decideYear({ ...decision, to: '11a', from: '2027-09-01' }));
  const [first] = await school.events(`academy.enrollment-${enrollment}`);
  const entry = first?.id ?? '';
  return { ...school, right: { ...by, enrollment, entry, instead: { group: '10b' } } };
}

describe('RK 1.6, 1.8: a decision follows the learner to the true group', () => {
  test('by the order that carries the later steps, with its own paper and day', async () => {
    const school = await promoted();
    const { enrollments } = school;
    const other = order('60-уч', '2027-06-09');
    const right = { ...school.right, ground: other };
    expectRefused(await enrollments.correct(right), 'entry-rested-on', 'YearDecided 2027-05-25');
    must(await enrollments.correct({ ...right, withLater: true }));
    const stored = (await school.events(`academy.enrollment-${enrollment}`)).slice(-2);
    const [annulled, decided] = stored;
    expect(annulled).toMatchObject({
      type: 'StudyEntryAnnulled',
      ground: other,
      data: { entry: 'YearDecided', replacedBy: decided?.id },
    });
    expect(decided).toMatchObject({
      type: 'YearDecided',
      occurredOn: '2027-05-25',
      ground,
      refs: { group: ['10b', '11a'] },
      data: { group: '10b', studyYear: '2026', decision: 'promoted', toGroup: '11a' },
    });
  });

  test('and is not annulled there either, while the learner is in the next form', async () => {
    const school = await promoted();
    const { enrollments } = school;
    must(await enrollments.correct({ ...school.right, withLater: true }));
    const entry = await lastEvent(school);
    expectRefused(
      await enrollments.annulStudyEntry({ ...by, enrollment, entry }),
      'entry-rested-on',
      'Transferred 2027-09-01',
    );
  });

  test('but not to a group of another year, nor past the end of study', async () => {
    const school = await promoted();
    const { enrollments } = school;
    const withLater = { ...school.right, withLater: true } as const;
    const year = { ...withLater, instead: { group: '10v' } } as const;
    expectRefused(await enrollments.correct(year), 'entry-rested-on', 'YearDecided 2027-05-25');
    const start = { ...withLater, instead: { from: '2027-06-01' } } as const;
    expectRefused(await enrollments.correct(start), 'entry-rested-on', 'YearDecided 2027-05-25');
  });
});

describe('RK 1.6: a decision is on a year in which the learner studied', () => {
  test('not on one before the enrollment, nor on one that is not the group’s', async () => {
    const { enrollments } = await yearSchool();
    expectRefused(
      await enrollments.decideYear({ ...decision, studyYear: '2025' }),
      'year-not-studied',
      '2025',
      '10a (2026)',
    );
    const to = { enrollment, to: '11a', on: '2027-09-01', ground } as const;
    expectRefused(await enrollments.transfer(to), 'promotion-required');
  });

  test('a year that was over in full before the enrollment is not one of study', async () => {
    const { enrollments, groups } = await yearSchool();
    must(await groups.open({ id: 'x', programme: 'senior', stage: 10, on: '2026-09-01' }));
    must(await enrollments.transfer({ enrollment, to: 'x', on: '2026-09-01' }));
    const early = { ...decision, studyYear: '2025' };
    expectRefused(await enrollments.decideYear(early), 'year-not-studied', '2025', ' x:');
    must(await enrollments.decideYear(decision));
  });
});

describe('273-FZ art. 58 part 9: by the decision a learner goes on by an adapted programme', () => {
  test('an order ends one enrollment and begins the other, which takes results over', async () => {
    const school = await yearSchool();
    const { programmes, groups, enrollments, assessments, events } = school;
    const on = '2026-09-01';
    const forms = [{ kind: 'interim', form: 'test' }];
    const modules = [{ id: 'history', scale: 'five-point', forms }];
    must(await programmes.open({ id: 'adapted', type: 'secondary-general', modules, on }));
    must(await groups.open({ id: '10k', programme: 'adapted', stage: 10, on }));
    await yearMark(school, 'history', '4');
    await yearMark(school, 'algebra', '2');
    const application = { number: '7', date: '2027-05-24' } as const;
    const adapted = { ...decision, decision: 'adapted-programme', application } as const;
    must(await enrollments.decideYear(adapted));
    const from = '2027-06-01';
    const left = { enrollment, reason: 'other-programme', on: from, ground } as const;
    must(await enrollments.discharge(left));
    const entered = await enrollments.enroll({ learner: 'l-1', group: '10k', from, ground });
    const { id: other } = must(entered);
    const source = { kind: 'own' as const, achievedOn: '2027-05-20' };
    const taken = { module: 'history', kind: 'interim', value: '4', decidedBy: 'p-1' };
    must(await assessments.credit({ enrollment: other, ...taken, source, on: from }));
    const types = (await events(`academy.enrollment-${other}`)).map(({ type }) => type);
    expect([other, ...types]).toEqual(['l-1.adapted.1', 'Enrolled', 'ResultCredited']);
  });
});

import { must, order } from '@letopis/core';
import { enrollmentFold } from '@letopis/core/facts';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import {
  decision,
  promotionOrder as ground,
  protocol,
  pupil as enrollment,
  yearMark,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * 273-FZ art. 58 part 8, RK 1.6: to which form a decision on a study year leads, whose decision
 * counts, and which later steps lose it when something is put right.
 */

const on = '2026-09-01';
const application = { number: '7', date: '2027-05-24' } as const;
const by = { enrollment, signer: 'p-1', reason: 'Ошибка', ground } as const;
const freely = { enrollment: { ...r5.enrollment, promotionRequired: [] } };

/** Opens groups of the programme; a stage or study year of null is not said. */
async function open(
  { groups }: YearSchool,
  ...all: readonly (readonly [id: string, stage: number | null, studyYear: string | null])[]
) {
  for (const [id, stage, studyYear] of all) {
    const said = {
      ...(stage === null ? {} : { stage }),
      ...(studyYear === null ? {} : { studyYear }),
    };
    must(await groups.open({ id, programme: 'senior', ...said, on }));
  }
}

const early = order('1-уч', '2026-08-25');

const go = ({ enrollments }: Pick<YearSchool, 'enrollments'>, to: string, day: string) =>
  enrollments.transfer({ enrollment, to, on: day, ground: early });

/** From that day on the regulation asks for decisions on study years. */
const asks = ({ regulation }: YearSchool, from: string) =>
  regulation.amend({ from, sections: { enrollment: r5.enrollment }, ground: early });

describe('273-FZ art. 58 part 8: a decision leads to the form that it says', () => {
  test('who is promoted goes to a higher form, and not to a lower one or the same', async () => {
    const school = await yearSchool();
    await open(school, ['9v', 9, '2027']);
    must(await school.enrollments.decideYear(decision));
    const same = await go(school, '10v', '2027-09-01');
    expectRefused(same, 'promotion-required', enrollment, '10a (10)', '10v (10)', 'promoted');
    expectRefused(await go(school, '9v', '2027-09-01'), 'promotion-required', '9v (9)');
    must(await go(school, '11a', '2027-09-01'));
  });

  test('who repeats the year goes to no higher form', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    const repeats = { ...decision, decision: 'repeats', application } as const;
    must(await school.enrollments.decideYear(repeats));
    expectRefused(await go(school, '11a', '2027-09-01'), 'promotion-required', 'repeats');
  });

  test.each(['11a', '10v'])('by an individual plan a learner goes on in %s', async (to) => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    const plan = { ...decision, decision: 'individual-plan', application } as const;
    must(await school.enrollments.decideYear(plan));
    must(await go(school, to, '2027-09-01'));
  });

  test('only the group that does not say its form is asked to', async () => {
    const school = await yearSchool(freely);
    await open(school, ['unsaid', null, '2026'], ['11b', 11, '2027']);
    must(await go(school, 'unsaid', '2026-09-05'));
    must(await asks(school, '2027-06-01'));
    const asked = await go(school, '11b', '2027-09-01');
    const { text } = expectRefused(asked, 'group-stage-missing', 'unsaid');
    expect(text.en).not.toContain('11b');
  });

  test('a decision on one form does not lead out of the next one', async () => {
    const school = await yearSchool();
    await open(school, ['10x', 10, null], ['11x', 11, null], ['12x', 12, null]);
    must(await go(school, '10x', '2026-09-05'));
    must(await school.enrollments.decideYear(decision));
    must(await go(school, '11x', '2027-06-01'));
    expectRefused(await go(school, '12x', '2027-06-05'), 'promotion-required', '11x (11)');
  });
});

describe('273-FZ art. 58 part 9: a second decision leads from the form of its year', () => {
  test('not where the group of that year does not say its form', async () => {
    const school = await yearSchool(freely, '2027-11-20');
    const { enrollments } = school;
    await open(school, ['unsaid', null, '2026']);
    must(await go(school, 'unsaid', '2026-09-05'));
    const failed = await yearMark(school, 'algebra', '2');
    const debts = { debts: [failed], debtsUntil: '2027-11-01' };
    const first = { ...decision, decision: 'promoted-conditionally', ...debts } as const;
    must(await enrollments.decideYear({ ...first, to: '11a', from: '2027-09-01' }));
    must(await asks(school, '2027-11-01'));
    const paper = { number: '12', date: '2027-11-09' };
    const plan = { decision: 'individual-plan', protocol: paper, application: paper } as const;
    const again = { enrollment, studyYear: '2026', ...plan, on: '2027-11-10' } as const;
    must(await enrollments.decideYear({ ...again, ground: order('77-уч', '2027-11-10') }));
    const back = await go(school, '10v', '2027-11-12');
    expectRefused(back, 'promotion-required', '11a (11)', 'individual-plan');
    const [opened] = await school.events('academy.group-unsaid');
    const gone = { group: 'unsaid', entry: opened?.id ?? '', signer: 'p-1', reason: 'Ошибка' };
    must(await school.groups.annulEntry({ ...gone, ground: early }));
    expectRefused(await go(school, '10v', '2027-11-12'), 'promotion-required', '11a (11)');
  });
});

describe('RK 1.8: the steps that lose their decision are named, and no others', () => {
  test('not those that were made while the regulation asked for none', async () => {
    const school = await yearSchool(freely);
    const { enrollments } = school;
    await open(school, ['9a', 9, '2026']);
    const { eventId: down } = must(await go(school, '9a', '2026-09-05'));
    const { eventId: back } = must(await go(school, '10a', '2026-09-07'));
    must(await asks(school, '2026-10-01'));
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    const { eventId: next } = must(await go(school, '11a', '2027-09-01'));
    const refused = await enrollments.annulStudyEntry({ ...by, entry });
    const { text } = expectRefused(refused, 'entry-rested-on', `Transferred 2027-09-01 (${next})`);
    expect(text.en).not.toContain(down);
    expect(text.en).not.toContain(back);
  });

  test('not those that had no decision before either', async () => {
    const school = await yearSchool();
    const { enrollments, groups, events } = school;
    const { eventId: aside } = must(await go(school, '10b', '2027-01-11'));
    const [opened] = await events('academy.group-10b');
    const to = { as: 'opening', stage: 9 } as const;
    const right = { group: '10b', signer: 'p-1', reason: 'Ошибка', ground };
    must(await groups.correctEntry({ ...right, entry: opened?.id ?? '', to }));
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    const { eventId: next } = must(await go(school, '11a', '2027-09-01'));
    const left = { enrollment, reason: 'illness', on: '2027-09-10' } as const;
    const { eventId: leave } = must(await enrollments.suspend(left));
    must(await enrollments.annul({ ...by, entry: leave }));
    const refused = await enrollments.annulStudyEntry({ ...by, entry });
    const { text } = expectRefused(refused, 'entry-rested-on', `Transferred 2027-09-01 (${next})`);
    expect(text.en).not.toContain(aside);
  });

  test('273-FZ art. 62: a return after a discharge rests on no decision', async () => {
    const school = await yearSchool();
    const { enrollments, session } = school;
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    const left = { enrollment, reason: 'own-wish', on: '2027-06-01', ground } as const;
    must(await enrollments.discharge(left));
    must(await enrollments.reinstate({ enrollment, group: '11a', on: '2027-09-01', ground }));
    must(await enrollments.annulStudyEntry({ ...by, entry }));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect([state.study.decisions, state.lifeFacts.at(-1)?.group]).toEqual([[], '11a']);
  });

  test('D1: nor one on a day whose rules were repealed meanwhile', async () => {
    const school = await yearSchool();
    const { enrollments, regulation } = school;
    const { eventId: entry } = must(await enrollments.decideYear(decision));
    must(await go(school, '11a', '2027-09-01'));
    must(await regulation.repeal({ on: '2027-09-01', ground: early }));
    must(await enrollments.annulStudyEntry({ ...by, entry }));
  });
});

describe('RK 1.8: a decision stays in the study of its year', () => {
  test('it is in the group of its day, or in that of the day before', async () => {
    const school = await yearSchool();
    must(await school.enrollments.decideYear(decision));
    const before = await go(school, '10b', '2027-05-24');
    expectRefused(before, 'entry-contradicted', 'YearDecided 2027-05-25');
    must(await go(school, '10b', '2027-05-25'));
  });

  test('it is not left behind by an earlier discharge; on the last day it stands', async () => {
    const { enrollments } = await yearSchool();
    must(await enrollments.decideYear(decision));
    const left = { enrollment, reason: 'own-wish', on: '2027-06-01' } as const;
    const { eventId: entry } = must(await enrollments.discharge({ ...left, ground }));
    const right = { ...by, entry, withLater: true } as const;
    const paper = order('41-уч', '2027-05-20');
    const day = (to: string) =>
      enrollments.correct({ ...right, instead: { on: to, ground: paper } });
    expectRefused(await day('2027-05-24'), 'entry-rested-on', 'YearDecided 2027-05-25');
    must(await day('2027-05-25'));
  });

  test('a second decision too is named, or carried to the true group', async () => {
    const school = await yearSchool({}, '2027-11-20');
    const { enrollments, events } = school;
    const failed = await yearMark(school, 'algebra', '2');
    const debts = { debts: [failed], debtsUntil: '2027-11-01' };
    const first = { ...decision, decision: 'promoted-conditionally', ...debts } as const;
    must(await enrollments.decideYear({ ...first, to: '11a', from: '2027-09-01' }));
    const again = { ...decision, decision: 'repeats', application, on: '2027-11-10' } as const;
    must(await enrollments.decideYear({ ...again, ground: order('77-уч', '2027-11-10') }));
    const stream = `academy.enrollment-${enrollment}`;
    const [enrolled] = await events(stream);
    const right = { ...by, entry: enrolled?.id ?? '', instead: { group: '10b' } } as const;
    const named = ['YearDecided 2027-05-25', 'YearDecided 2027-11-10'] as const;
    expectRefused(await enrollments.correct(right), 'entry-rested-on', ...named);
    must(await enrollments.correct({ ...right, withLater: true }));
    const made = (await events(stream)).slice(-4);
    expect(made.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['StudyEntryAnnulled', '2027-05-25'],
      ['YearDecided', '2027-05-25'],
      ['StudyEntryAnnulled', '2027-11-10'],
      ['YearDecided', '2027-11-10'],
    ]);
    expect(made[0]?.data).toMatchObject({ replacedBy: made[1]?.id, reason: { value: by.reason } });
    expect(made[2]?.data).toMatchObject({ replacedBy: made[3]?.id, reason: { value: by.reason } });
    expect(made[3]).toMatchObject({ refs: { group: ['10b'] }, data: { group: '10b' } });
  });

  test('where the regulation asks for no reason, none is written', async () => {
    const silently = { correction: { ...r5.correction, entryReasonRequired: false } };
    const school = await yearSchool(silently);
    const { enrollments, events } = school;
    must(await enrollments.decideYear({ ...decision, protocol }));
    const stream = `academy.enrollment-${enrollment}`;
    const [enrolled] = await events(stream);
    const { reason: _, ...right } = { ...by, entry: enrolled?.id ?? '', withLater: true };
    must(await enrollments.correct({ ...right, instead: { group: '10b' } }));
    const annulled = (await events(stream)).filter(({ type }) => type.endsWith('Annulled'));
    expect(annulled.map(({ type }) => type)).toEqual([
      'EnrollmentEntryAnnulled',
      'StudyEntryAnnulled',
    ]);
    for (const { data } of annulled) expect(data).not.toHaveProperty('reason');
  });
});

/** A learner who moved from 10А to 10Б and was promoted, and one of the groups is annulled. */
async function withoutGroup(id: string) {
  const school = await yearSchool();
  const { enrollments, groups, events } = school;
  const { eventId: moved } = must(await go(school, '10b', '2027-01-11'));
  const { eventId: decided } = must(await enrollments.decideYear(decision));
  const [opened] = await events(`academy.group-${id}`);
  const right = { signer: 'p-1', reason: 'Открыта по ошибке', ground };
  must(await groups.annulEntry({ group: id, entry: opened?.id ?? '', ...right }));
  const last = async () => (await events(`academy.enrollment-${enrollment}`)).at(-1);
  return { ...school, moved, decided, last };
}

describe('RK 1.8: a group whose opening was annulled', () => {
  test('says no form, so that a step into it needs no decision', async () => {
    const { enrollments, decided, last } = await withoutGroup('10b');
    must(await enrollments.annulStudyEntry({ ...by, entry: decided }));
    expect(await last()).toMatchObject({ type: 'StudyEntryAnnulled' });
  });

  test('says no study year, so that a decision of any year is carried to it', async () => {
    const { enrollments, moved, last } = await withoutGroup('10a');
    must(await enrollments.annul({ ...by, entry: moved, withLater: true }));
    expect(await last()).toMatchObject({ type: 'YearDecided', data: { group: '10a' } });
  });
});

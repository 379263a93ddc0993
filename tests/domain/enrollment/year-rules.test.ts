import { must, order } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import {
  decision,
  promotionOrder,
  pupil as enrollment,
  yearMark,
  yearSchool,
} from '../worlds/year-school.ts';

/*
 * 273-FZ art. 58 parts 8 and 9, RK 1.6: when a study year may be decided on again, what a decision
 * names, and into which group it leads.
 */

const application = { number: '7', date: '2027-05-24' } as const;
const conditional = { ...decision, decision: 'promoted-conditionally' } as const;
const plan = { ...decision, decision: 'individual-plan', application } as const;
const repeats = { ...decision, decision: 'repeats', application } as const;
const later = (on: string) => ({ on, ground: order('77-уч', on) });
const freely = { enrollment: { ...r5.enrollment, promotionRequired: [] } };

const lastOf = async ({ events }: YearSchool) =>
  (await events(`academy.enrollment-${enrollment}`)).at(-1);

/** A failure in algebra, which may be settled until 1 November by a conditional promotion. */
async function withDebt() {
  const school = await yearSchool({}, '2027-12-20');
  const failed = await yearMark(school, 'algebra', '2');
  const first = { ...conditional, debts: [failed], debtsUntil: '2027-11-01' };
  return { ...school, failed, first };
}

describe('273-FZ art. 58 part 9: a year is decided on again after the term of its debts', () => {
  test('not on the day of the first decision', async () => {
    const { enrollments, first } = await withDebt();
    must(await enrollments.decideYear(first));
    const no = await enrollments.decideYear({ ...repeats, on: first.on });
    expectRefused(no, 'year-debts-in-term', '2026', first.on, '2027-11-01');
  });

  test('not where no term was set, as nothing says that it is over', async () => {
    const { enrollments, failed } = await withDebt();
    must(await enrollments.decideYear({ ...plan, debts: [failed] }));
    const no = await enrollments.decideYear({ ...repeats, ...later('2027-12-01') });
    expectRefused(no, 'year-debts-in-term', '2026', '2027-12-01', '—');
  });

  test('not a third time, though the second decision set a term that is over', async () => {
    const { enrollments, first, failed } = await withDebt();
    must(await enrollments.decideYear(first));
    const again = { ...plan, ...later('2027-11-10'), debts: [failed], debtsUntil: '2027-12-01' };
    must(await enrollments.decideYear(again));
    const third = await enrollments.decideYear({ ...repeats, ...later('2027-12-10') });
    expectRefused(third, 'year-decided-already', '2027-11-10', 'individual-plan');
  });

  test('not between two decisions, of which the later one is named', async () => {
    const { enrollments, first } = await withDebt();
    must(await enrollments.decideYear(first));
    must(await enrollments.decideYear({ ...repeats, ...later('2027-11-10') }));
    const between = { ...plan, ...later('2027-11-05'), debtsUntil: '2027-11-06' };
    const no = await enrollments.decideYear(between);
    expectRefused(no, 'year-decided-already', '2027-11-10', 'repeats');
  });
});

describe('273-FZ art. 58 part 9: what a decision names', () => {
  test('what else is decided, where a debt can be settled no more', async () => {
    const { enrollments, first, failed } = await withDebt();
    must(await enrollments.decideYear({ ...first, to: '11a', from: '2027-09-01' }));
    const next = { ...conditional, studyYear: '2027', debts: [failed], debtsUntil: '2027-12-20' };
    const no = await enrollments.decideYear({ ...next, ...later('2027-12-01') });
    const { data } = expectRefused(no, 'year-debts-expired', failed);
    expect(data).toMatchObject({
      decision: 'promoted-conditionally',
      instead: ['repeats', 'adapted-programme', 'individual-plan'],
    });
  });

  test('of the failing subjects those alone that it was given, where any may be', async () => {
    const school = await yearSchool();
    const algebra = await yearMark(school, 'algebra', '2');
    await yearMark(school, 'history', '2');
    must(await school.enrollments.decideYear({ ...plan, debts: [algebra] }));
    expect((await lastOf(school))?.data).toMatchObject({
      debts: [{ result: algebra, module: 'algebra', kind: 'interim' }],
    });
  });

  test('the group of its year, and no other where it leads into none', async () => {
    const school = await yearSchool();
    must(await school.enrollments.decideYear(decision));
    expect((await lastOf(school))?.refs.group).toEqual(['10a']);
  });
});

const unsaid = async ({ groups }: YearSchool) =>
  groups.open({ id: 'unsaid', programme: 'senior', on: '2026-09-01' });

describe('273-FZ art. 58 part 8: the group that a decision leads into', () => {
  test('may be one that does not say its form, where the regulation asks for none', async () => {
    const school = await yearSchool(freely);
    must(await unsaid(school));
    const next = { to: 'unsaid', from: '2027-09-01' };
    must(await school.enrollments.decideYear({ ...decision, ...next }));
    expect(await lastOf(school)).toMatchObject({
      type: 'Transferred',
      data: { toGroup: 'unsaid' },
    });
  });

  test('may be any one, where the group of the year does not say its form', async () => {
    const school = await yearSchool(freely);
    must(await unsaid(school));
    must(await school.enrollments.transfer({ enrollment, to: 'unsaid', on: '2026-10-01' }));
    const next = { to: '10v', from: '2027-09-01' };
    must(await school.enrollments.decideYear({ ...repeats, ...next }));
    expect(await lastOf(school)).toMatchObject({ type: 'Transferred', data: { toGroup: '10v' } });
  });

  test('must be one that there is', async () => {
    const { enrollments } = await yearSchool();
    const nowhere = { to: '12z', from: '2027-09-01' };
    expectRefused(
      await enrollments.decideYear({ ...decision, ...nowhere }),
      'group-unknown',
      '12z',
    );
  });

  test('RK 1.8: a group whose opening was annulled says neither year nor form', async () => {
    const school = await yearSchool();
    const { enrollments, groups, events } = school;
    const [opened] = await events('academy.group-10a');
    const right = { group: '10a', entry: opened?.id ?? '', signer: 'p-1', reason: 'Ошибка' };
    must(await groups.annulEntry({ ...right, ground: promotionOrder }));
    must(await enrollments.decideYear({ ...decision, to: '11a', from: '2027-09-01' }));
    const made = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(made).toMatchObject([
      { type: 'YearDecided', data: { group: '10a', studyYear: '2026' } },
      { type: 'Transferred', data: { fromGroup: '10a', toGroup: '11a' } },
    ]);
  });
});

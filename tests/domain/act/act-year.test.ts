import { actProcess, must, order, runProcess } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { outcomes } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { YearSchool } from '../worlds/year-school.ts';
import { promotionOrder, protocol, yearMark, yearSchool } from '../worlds/year-school.ts';

/* One order about the study year of a whole form. RK 1.6, 273-FZ art. 58 parts 8 and 9. */

const enrollments = ['l-1.senior.1', 'l-2.senior.1'];

const promotion = {
  order: 'decide-year',
  id: 'a-1',
  group: '10a',
  enrollments,
  studyYear: '2026',
  decision: 'promoted',
  protocol,
  to: '11a',
  from: '2027-09-01',
  on: '2027-05-25',
  ground: promotionOrder,
} as const;

async function run({ handler }: YearSchool) {
  const process = actProcess(handler, 'academy');
  return runProcess({ store: handler.store, codec: handler.codec, process });
}

const lifeOf = async ({ events }: YearSchool, enrollment: string) =>
  (await events(`academy.enrollment-${enrollment}`)).slice(1);

describe('RK 1.6: a whole form is promoted by one order', () => {
  test('each learner is decided on and moves by the order of the council’s decision', async () => {
    const school = await yearSchool();
    must(await school.acts.order(promotion));
    await run(school);
    expect(await outcomes(school, 'a-1')).toEqual({
      'l-1.senior.1': 'done',
      'l-2.senior.1': 'done',
    });
    for (const enrollment of enrollments) {
      expect(await lifeOf(school, enrollment)).toMatchObject([
        {
          type: 'YearDecided',
          occurredOn: '2027-05-25',
          ground: { number: '40-уч', date: '2027-05-26' },
          data: { studyYear: '2026', decision: 'promoted', protocol, toGroup: '11a' },
        },
        { type: 'Transferred', occurredOn: '2027-09-01', data: { toGroup: '11a' } },
      ]);
    }
  });

  test('RK 1.6: who has a failing mark is left out, and the act says so', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    must(await school.acts.order(promotion));
    await run(school);
    expect(await outcomes(school, 'a-1')).toEqual({
      'l-1.senior.1': 'year-subjects-failing',
      'l-2.senior.1': 'done',
    });
    expect(await lifeOf(school, 'l-1.senior.1')).toMatchObject([{ type: 'AssessmentRecorded' }]);
  });

  test('who repeats the year stays, where no group is named', async () => {
    const school = await yearSchool();
    await yearMark(school, 'algebra', '2');
    const { to: _to, from: _from, ...said } = promotion;
    const application = { number: '3', date: '2027-05-24' };
    const repeat = { ...said, decision: 'repeats', application, enrollments: ['l-1.senior.1'] };
    must(await school.acts.order({ ...repeat, order: 'decide-year' }));
    await run(school);
    expect(await outcomes(school, 'a-1')).toEqual({ 'l-1.senior.1': 'done' });
    const [, decided] = await lifeOf(school, 'l-1.senior.1');
    expect(decided).toMatchObject({ data: { decision: 'repeats', application, toGroup: null } });
  });

  test('RK 1.5: it does not order the move before the day of the order', async () => {
    const school = await yearSchool();
    must(await school.acts.order({ ...promotion, from: '2027-05-25' }));
    await run(school);
    expect(await outcomes(school, 'a-1')).toMatchObject({ 'l-1.senior.1': 'paper-after-effect' });
  });

  test('nor is a year decided ahead, or by an order into a group nobody opened', async () => {
    const { acts } = await yearSchool();
    expectRefused(await acts.order({ ...promotion, on: '2027-06-11' }), 'dated-ahead');
    expectRefused(await acts.order({ ...promotion, to: '12a' }), 'group-unknown', '12a');
    const { decision: _decision, ...none } = promotion;
    expectRefused(await acts.order(none as never), 'invalid-input', 'decision');
  });
});

describe('RK 1.7: a whole form leaves by one order', () => {
  test('for another organisation, which every discharge names', async () => {
    const school = await yearSchool();
    const whereTo = 'Школа № 7';
    const moved = {
      order: 'discharge',
      id: 'a-2',
      group: '10a',
      enrollments,
      reason: 'moved',
      on: '2027-06-01',
      ground: order('41-уч', '2027-05-31'),
    } as const;
    must(await school.acts.order({ ...moved, whereTo }));
    await run(school);
    expect(await outcomes(school, 'a-2')).toEqual({
      'l-1.senior.1': 'done',
      'l-2.senior.1': 'done',
    });
    expect((await lifeOf(school, 'l-2.senior.1')).at(-1)).toMatchObject({
      type: 'Discharged',
      data: { reason: 'moved', whereTo },
    });
  });

  test('and where none is named, the act says for each that it is missing', async () => {
    const school = await yearSchool();
    const reason = 'moved';
    const on = '2027-06-01';
    const ground = order('41-уч', '2027-05-31');
    must(
      await school.acts.order({ order: 'discharge', id: 'a-2', enrollments, reason, on, ground }),
    );
    await run(school);
    expect(await outcomes(school, 'a-2')).toEqual({
      'l-1.senior.1': 'where-to-missing',
      'l-2.senior.1': 'where-to-missing',
    });
  });
});

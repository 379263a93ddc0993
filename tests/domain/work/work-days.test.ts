import { must } from '@letopis/core';
import { workFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  byProtocol,
  sitting,
  submission,
  topic,
  withCommissions,
} from '../worlds/commission-academy.ts';
import { mark } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const review = {
  work: 'w-1',
  reviewer: 'p-9',
  grade: '5',
  recommendation: 'admit',
  on: '2026-12-05',
};

type Academy = Awaited<ReturnType<typeof withCommissions>>;

async function approved(changes = {}, more = {}) {
  const academy = await withCommissions(changes);
  must(await academy.works.approveTopic({ ...topic, ...more }));
  const last = async () => (await academy.events('academy.work-w-1')).at(-1);
  const state = async () => (await academy.handler.load(workFold, 'academy.work-w-1')).state;
  return { ...academy, last, state };
}

/** The result of a defence by protocol on a day. */
async function defence(academy: Academy, on: string) {
  const protocol = await sitting(academy, 'c-1', on);
  const facts = { kind: 'final', form: 'qualification-work', ...byProtocol(protocol) };
  return mark(academy, '5', on, facts);
}

describe('D10: days of a work', () => {
  test('each step may be on the day of the step before it, and not the day before', async () => {
    const academy = await approved();
    const { works } = academy;
    const early = await works.submit({ ...submission, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', topic.on);
    must(await works.submit({ ...submission, on: topic.on }));
    const unread = await works.review({ ...review, on: '2026-09-30' });
    expectRefused(unread, 'act-out-of-order', '2026-09-30', topic.on);
    must(await works.review({ ...review, on: topic.on }));
    const before = await defence(academy, '2026-09-30');
    const no = await works.defend({ work: 'w-1', result: before });
    expectRefused(no, 'work-not-submitted', 'w-1', '2026-09-30');
  });

  test('it is defended on the day of its review', async () => {
    const academy = await approved();
    must(await academy.works.submit(submission));
    must(await academy.works.review(review));
    const result = await defence(academy, review.on);
    must(await academy.works.defend({ work: 'w-1', result }));
    expect(await academy.state()).toMatchObject({ result });
    expect(await academy.last()).toMatchObject({ occurredOn: review.on });
  });

  test('RK 1.5: a submission that is entered late leaves the later one the latest', async () => {
    const { works, state } = await approved();
    must(await works.submit(submission));
    must(await works.submit({ ...submission, on: '2026-11-30' }));
    expect(await state()).toMatchObject({ submittedOn: '2026-12-01' });
  });

  test('RK 1.5: a review that is entered late is of the submission of its day', async () => {
    const { works, state } = await approved();
    const unread = await works.review(review);
    expectRefused(unread, 'work-not-submitted', 'w-1', review.on);
    must(await works.submit(submission));
    must(await works.submit({ ...submission, on: '2026-12-10' }));
    const early = await works.review({ ...review, on: '2026-11-30' });
    expectRefused(early, 'work-not-submitted', 'w-1', '2026-11-30');
    must(await works.review(review));
    expect(await state()).toMatchObject({ submittedOn: '2026-12-10', review: null });
  });
});

describe('D10: what the steps of a work name', () => {
  test('D10: its learner, programme, module, and who reviewed it', async () => {
    const { works, last } = await approved();
    const whose = {
      work: ['w-1'],
      learner: ['l-1'],
      enrollment: ['l-1.mentor.1'],
      programme: ['mentor'],
      module: ['safety'],
    };
    expect((await last())?.refs).toEqual({ ...whose, official: ['p-9'] });
    must(await works.submit({ ...submission, locator: 'шкаф 2' }));
    expect(await last()).toMatchObject({ data: { locator: { value: 'шкаф 2' } } });
    expect((await last())?.refs).toEqual(whose);
    must(await works.review({ ...review, reviewer: 'p-8', review: 'ясно' }));
    expect(await last()).toMatchObject({
      data: { bySupervisor: false, review: { value: 'ясно' } },
    });
    expect((await last())?.refs).toEqual({ ...whose, official: ['p-8'] });
  });

  test('D10: no module, where its topic has none; no words, where none were given', async () => {
    const { works, last } = await approved({}, { module: null });
    expect((await last())?.refs).not.toHaveProperty('module');
    must(await works.submit(submission));
    expect((await last())?.data).not.toHaveProperty('locator');
    must(await works.review(review));
    expect((await last())?.data).not.toHaveProperty('review');
  });
});

describe('D10: who supervises, and what is defended', () => {
  test('D10: anybody supervises where the regulation names no offices', async () => {
    const { events } = await approved({ works: { supervisorOffices: [] } }, { supervisor: 'p-1' });
    expect(await events('academy.work-w-1')).toMatchObject([{ data: { supervisor: 'p-1' } }]);
  });

  test('D10: a teacher of another group does not supervise here', async () => {
    const { works, officials } = await withCommissions();
    const from = '2026-09-01';
    for (const [person, scope] of [
      ['p-21', { groups: ['m-2'] }],
      ['p-22', { programmes: ['other'] }],
    ] as const) {
      must(await officials.appoint({ person, office: 'teacher', scope, from }));
      const no = await works.approveTopic({ ...topic, supervisor: person });
      expectRefused(no, 'not-appointed', person);
    }
    const here = { groups: ['m-1'], programmes: ['mentor'] };
    must(await officials.appoint({ person: 'p-23', office: 'teacher', scope: here, from }));
    must(await works.approveTopic({ ...topic, supervisor: 'p-23' }));
  });

  test('D10: a work that has no topic, or was not submitted, is not defended', async () => {
    const academy = await withCommissions();
    const result = await defence(academy, '2026-12-20');
    const defend = async () => academy.works.defend({ work: 'w-1', result });
    expectRefused(await defend(), 'work-unknown', 'w-1');
    must(await academy.works.approveTopic(topic));
    expectRefused(await defend(), 'work-not-submitted', 'w-1');
  });

  test('D10: nor by a result that is unknown or annulled', async () => {
    const academy = await approved();
    must(await academy.works.submit(submission));
    must(await academy.works.review(review));
    const strange = '01990000-0000-7000-8000-000000000001';
    const unknown = await academy.works.defend({ work: 'w-1', result: strange });
    expectRefused(unknown, 'result-unknown', strange);
    const result = await defence(academy, '2026-12-20');
    const { id: enrollment } = academy;
    const wrong = { enrollment, result, reason: 'не тот', signer: 'p-9', on: '2026-12-21' };
    must(await academy.assessments.annul(wrong));
    const annulled = await academy.works.defend({ work: 'w-1', result });
    expectRefused(annulled, 'result-annulled', result, '2026-12-21');
  });

  test('D10: nor by a credit, nor by a result of the whole programme', async () => {
    const academy = await approved();
    must(await academy.works.submit(submission));
    must(await academy.works.review(review));
    const whole = { kind: 'final', form: 'project', module: null, scale: 'five-point' };
    const result = await mark(academy, '5', '2026-12-20', whole);
    const no = await academy.works.defend({ work: 'w-1', result });
    expectRefused(no, 'not-its-result', 'w-1', result, '*');
    const source = { kind: 'own' as const, achievedOn: '2026-05-25' };
    const facts = { module: 'safety', kind: 'interim', value: '5', decidedBy: 'p-1' };
    const { id: enrollment } = academy;
    const credited = await academy.assessments.credit({
      enrollment,
      ...facts,
      source,
      on: '2026-12-10',
    });
    const { eventId } = must(credited);
    const none = await academy.works.defend({ work: 'w-1', result: eventId });
    expectRefused(none, 'not-its-result', 'w-1', eventId, 'credit');
  });

  test('D10: without a review, where the regulation asks for none, and on any basis', async () => {
    const works = { reviewRequired: false, defenceByProtocol: false };
    const academy = await approved({ works });
    must(await academy.works.submit(submission));
    const facts = { kind: 'final', form: 'qualification-work' };
    const result = await mark(academy, '5', '2026-12-20', facts);
    must(await academy.works.defend({ work: 'w-1', result }));
    expect(await academy.last()).toMatchObject({ data: { protocol: null } });
  });
});

describe('D10 R1 §3.5b: days of a practice and of a report', () => {
  const practice = {
    id: 'pr-1',
    enrollment: 'l-1.mentor.1',
    kind: 'internship',
    place: 'ООО «Лучик»',
    from: '2026-10-01',
    until: '2026-10-31',
    on: '2026-10-31',
  };

  test('D10: a practice is evaluated on its last day, without supervisor or result', async () => {
    const { works, events } = await withCommissions();
    must(await works.evaluatePractice(practice));
    const [fact] = await events('academy.practice-pr-1');
    expect(fact?.data).toMatchObject({ supervisor: null, result: null });
    expect(fact?.data).not.toHaveProperty('evaluation');
    const whose = { learner: ['l-1'], enrollment: ['l-1.mentor.1'], programme: ['mentor'] };
    expect(fact?.refs).toEqual(whose);
  });

  test('D10: a result of the whole programme names no module', async () => {
    const academy = await withCommissions();
    const facts = { kind: 'final', form: 'internship', module: null, scale: 'five-point' };
    const result = await mark(academy, '5', '2026-10-31', facts);
    must(await academy.works.evaluatePractice({ ...practice, result }));
    const [fact] = await academy.events('academy.practice-pr-1');
    expect(fact?.refs).not.toHaveProperty('module');
  });

  const report = {
    id: 're-1',
    kind: 'teacher-report',
    teacher: 'p-9',
    group: 'm-1',
    from: '2026-09-01',
    until: '2026-12-21',
    on: '2026-12-21',
  };

  test('D10 R1 §4.2.2: a report is filed on its last day, of a module or of none', async () => {
    const { works, events } = await withCommissions();
    must(await works.fileReport(report));
    must(await works.fileReport({ ...report, id: 're-2', module: 'safety' }));
    const refs = { programme: ['mentor'], group: ['m-1'], official: ['p-9'] };
    expect((await events('academy.report-re-1'))[0]?.refs).toEqual(refs);
    const [second] = await events('academy.report-re-2');
    expect(second?.refs).toEqual({ ...refs, module: ['safety'] });
  });

  test('D10: a teacher of another group files none for this one', async () => {
    const { works, officials } = await withCommissions();
    const scope = { groups: ['m-2'] };
    const from = '2026-09-01';
    must(await officials.appoint({ person: 'p-21', office: 'teacher', scope, from }));
    const no = await works.fileReport({ ...report, teacher: 'p-21' });
    expectRefused(no, 'not-appointed', 'p-21');
    must(await works.fileReport({ ...report, group: 'm-2', teacher: 'p-21' }));
  });
});

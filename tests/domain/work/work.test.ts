import { must, newCommandId } from '@letopis/core';
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
  review: 'самостоятельная работа',
  on: '2026-12-05',
};

type Academy = Awaited<ReturnType<typeof withCommissions>>;
const submitted = async (changes = {}) => {
  const academy = await withCommissions(changes);
  must(await academy.works.approveTopic(topic));
  must(await academy.works.submit(submission));
  return academy;
};
const reviewed = async (changes = {}) => {
  const academy = await submitted(changes);
  must(await academy.works.review(review));
  return academy;
};
/** The result of a defence on 20 December, by protocol. */
const result = async (academy: Academy, more = {}) => {
  const protocol = await sitting(academy, 'c-1', '2026-12-20');
  const facts = { kind: 'final', form: 'qualification-work', ...byProtocol(protocol), ...more };
  return mark(academy, '5', '2026-12-20', facts);
};

describe('D10 R1 §3.5b: a qualification work', () => {
  test('D10 152-FZ: its place stands beside the line, for it may name the learner', async () => {
    const { works, session } = await submitted();
    must(await works.submit({ ...submission, sha256: null, locator: 'Ильина А. П.pdf' }));
    const lines: string[] = [];
    for await (const page of session.handler.store.readStream('academy.work-w-1')) {
      lines.push(...page.map(({ line }) => line));
    }
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/Ильина/);
  });

  test('D10 R1 §3.5b, §4.2.5: topic, submission, review, defence by protocol', async () => {
    const academy = await reviewed();
    const defended = await result(academy);
    must(await academy.works.defend({ work: 'w-1', result: defended }));
    const whose = { work: ['w-1'], learner: ['l-1'], enrollment: ['l-1.mentor.1'] };
    expect(await academy.events('academy.work-w-1')).toMatchObject([
      {
        type: 'TopicApproved',
        refs: { ...whose, official: ['p-9'] },
        ground: { kind: 'order' },
        data: { topic: { value: topic.topic }, supervisor: 'p-9', edition: 1 },
      },
      { type: 'WorkSubmitted', data: { sha256: submission.sha256 } },
      {
        type: 'WorkReviewed',
        data: {
          reviewer: 'p-9',
          bySupervisor: true,
          grade: { value: '5', words: 'пять' },
          recommendation: 'admit',
          admits: true,
        },
      },
      {
        type: 'WorkDefended',
        occurredOn: '2026-12-20',
        refs: whose,
        data: { result: defended, protocol: 'c-1.1' },
      },
    ]);
    const again = await academy.works.defend({ work: 'w-1', result: defended });
    expectRefused(again, 'work-defended-already', 'w-1', defended);
    expectRefused(
      await academy.works.submit({ ...submission, on: '2026-12-21' }),
      'work-defended-already',
      'w-1',
    );
  });

  test('D10: its topic and review are personal and stand in no line', async () => {
    const { session } = await reviewed();
    for await (const page of session.handler.store.readStream('academy.work-w-1')) {
      const lines = page.map(({ line }) => line).join('\n');
      expect(lines).not.toMatch(/Охрана|самостоятельная/);
      expect(page[0]?.beside).toMatchObject({ topic: { value: JSON.stringify(topic.topic) } });
    }
  });

  test('D10: a topic sent twice is one, named by its command', async () => {
    const { works, ports } = await withCommissions();
    const { id: _, ...unnamed } = topic;
    const sent = { ...unnamed, commandId: newCommandId(ports) };
    const first = must(await works.approveTopic(sent));
    expect(first.id).toBe(sent.commandId);
    expect(must(await works.approveTopic(sent))).toEqual(first);
    expectRefused(await works.approveTopic({ ...topic, id: first.id }), 'already-exists', first.id);
  });

  test.each([
    ['work-code-unknown', { kind: 'essay' }, 'essay'],
    ['module-unknown', { module: 'dancing' }, 'dancing'],
    ['enrollment-unknown', { enrollment: 'l-2.mentor.1' }, 'l-2.mentor.1'],
    ['not-appointed', { supervisor: 'p-1' }, 'p-1'],
    ['dated-ahead', { on: '2026-12-26' }, '2026-12-26'],
    ['order-required', { ground: { kind: 'memo', number: '3', date: null } }, 'approve-topic'],
  ])('D10: a topic: %s', async (code, change, value) => {
    const { works } = await withCommissions();
    expectRefused(await works.approveTopic({ ...topic, ...change }), code, value);
  });

  test('D10: steps of a work that has no topic, or come too early', async () => {
    const { works } = await withCommissions();
    expectRefused(await works.submit(submission), 'work-unknown', 'w-1');
    must(await works.approveTopic(topic));
    expectRefused(await works.review(review), 'work-not-submitted', 'w-1');
    const early = await works.submit({ ...submission, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30');
  });

  test('D10 R1 §4.2.5: a review has its grade on the scale and a recommendation', async () => {
    const { works } = await submitted();
    const { grade: _, ...ungraded } = review;
    expectRefused(await works.review(ungraded), 'review-grade-missing', 'five-point');
    expectRefused(await works.review({ ...review, grade: '7' }), 'not-on-scale', '7');
    const odd = await works.review({ ...review, recommendation: 'praise' });
    expectRefused(odd, 'work-code-unknown', 'praise', 'do-not-admit');
    const without = await submitted({ works: { reviewScale: null } });
    expectRefused(await without.works.review(review), 'review-takes-no-grade', '5');
    expect((await without.works.review(ungraded)).ok).toBe(true);
  });

  test('D10 R1 §4.2.5: without the review of the supervisor there is no defence', async () => {
    const academy = await submitted();
    must(await academy.works.review({ ...review, reviewer: 'p-8' }));
    const defence = { work: 'w-1', result: await result(academy) };
    expectRefused(await academy.works.defend(defence), 'review-missing', 'w-1');
    must(await academy.works.review(review));
    must(await academy.works.submit({ ...submission, on: '2026-12-06' }));
    expectRefused(await academy.works.defend(defence), 'review-missing', 'w-1');
  });

  test('D10: a review that does not admit closes the way, where the rules say so', async () => {
    const refused = { ...review, recommendation: 'do-not-admit' };
    const academy = await submitted();
    must(await academy.works.review(refused));
    const defence = { work: 'w-1', result: await result(academy) };
    expectRefused(await academy.works.defend(defence), 'not-admitted', 'w-1', 'do-not-admit');
    const free = await submitted({ works: { admissionRequired: false } });
    must(await free.works.review(refused));
    const defended = { work: 'w-1', result: await result(free) };
    expect((await free.works.defend(defended)).ok).toBe(true);
  });

  test('D10: a defence names a standing result of its form, module and basis', async () => {
    const academy = await reviewed();
    const exam = await result(academy, { form: 'exam' });
    const defend = (event: string) => academy.works.defend({ work: 'w-1', result: event });
    expectRefused(await defend(exam), 'not-its-result', exam, 'exam');
    const facts = { kind: 'interim', form: 'project', module: 'practice' };
    const other = await mark(academy, 'зачтено', '2026-12-19', facts);
    expectRefused(await defend(other), 'not-its-result', other, 'practice');
    const undo = { enrollment: academy.id, result: exam, reason: 'не тот', signer: 'p-9' };
    must(await academy.assessments.annul(undo));
    const bare = await mark(academy, '5', '2026-12-20', { kind: 'final', form: 'project' });
    expectRefused(await defend(bare), 'not-its-result', bare, 'basis');
  });

  test('D10: a defence whose result was annulled is made good by another', async () => {
    const academy = await reviewed();
    const wrong = await result(academy);
    must(await academy.works.defend({ work: 'w-1', result: wrong }));
    must(
      await academy.assessments.annul({
        enrollment: academy.id,
        result: wrong,
        reason: 'не тот',
        signer: 'p-9',
        on: '2026-12-21',
      }),
    );
    const right = await result(academy);
    expect((await academy.works.defend({ work: 'w-1', result: right })).ok).toBe(true);
  });
});

describe('D10 R1 §3.5b, §5.1.2: practice and internship', () => {
  const evaluation = {
    id: 'pr-1',
    enrollment: 'l-1.mentor.1',
    kind: 'internship',
    place: 'ООО «Лучик»',
    from: '2026-10-01',
    until: '2026-10-31',
    supervisor: 'p-9',
    evaluation: 'проявил инициативу',
    on: '2026-11-02',
  };

  test('D10 R1 §3.5b: place, supervisor, evaluation, and the event of its mark', async () => {
    const academy = await withCommissions();
    const facts = { kind: 'interim', form: 'internship', module: 'practice' };
    const marked = await mark(academy, 'зачтено', '2026-11-01', facts);
    must(await academy.works.evaluatePractice({ ...evaluation, result: marked }));
    const [fact] = await academy.events('academy.practice-pr-1');
    expect(fact).toMatchObject({
      type: 'PracticeEvaluated',
      refs: { learner: ['l-1'], module: ['practice'], official: ['p-9'] },
      data: { place: 'ООО «Лучик»', result: marked, evaluation: { value: 'проявил инициативу' } },
    });
  });

  test.each([
    ['work-code-unknown', { kind: 'holiday' }, 'holiday'],
    ['period-reversed', { until: '2026-09-30' }, '2026-09-30'],
    ['act-out-of-order', { until: '2026-11-03' }, '2026-11-03'],
    ['enrollment-unknown', { enrollment: 'l-3.mentor.1' }, 'l-3.mentor.1'],
  ])('D10: %s', async (code, change, value) => {
    const { works } = await withCommissions();
    expectRefused(await works.evaluatePractice({ ...evaluation, ...change }), code, value);
  });

  test('D10: a result of another form is none of a practice; an id is given once', async () => {
    const academy = await withCommissions();
    const test1 = await mark(academy, '4', '2026-11-01', { kind: 'interim' });
    const no = await academy.works.evaluatePractice({ ...evaluation, result: test1 });
    expectRefused(no, 'not-its-result', test1, 'pr-1');
    must(await academy.works.evaluatePractice(evaluation));
    const again = await academy.works.evaluatePractice(evaluation);
    expectRefused(again, 'already-exists', 'pr-1');
  });
});

describe('D10 R1 §4.2.2: a teacher’s report', () => {
  const report = {
    id: 're-1',
    kind: 'teacher-report',
    teacher: 'p-9',
    group: 'm-1',
    from: '2026-09-01',
    until: '2026-12-20',
    sheets: 4,
    on: '2026-12-21',
  };

  test('D10 R1 §4.2.2: is filed by a teacher for a group and a period', async () => {
    const { works, events } = await withCommissions();
    must(await works.fileReport(report));
    expect(await events('academy.report-re-1')).toMatchObject([
      {
        type: 'ReportFiled',
        refs: { group: ['m-1'], programme: ['mentor'], official: ['p-9'] },
        data: { teacher: 'p-9', sheets: 4, edition: 1 },
      },
    ]);
    expectRefused(await works.fileReport(report), 'already-exists', 're-1');
  });

  test.each([
    ['work-code-unknown', { kind: 'novel' }, 'novel'],
    ['not-appointed', { teacher: 'p-1' }, 'p-1'],
    ['group-unknown', { group: 'm-77' }, 'm-77'],
    ['period-reversed', { until: '2026-08-31' }, '2026-08-31'],
    ['act-out-of-order', { until: '2026-12-22' }, '2026-12-22'],
  ])('D10: %s', async (code, change, value) => {
    const { works } = await withCommissions();
    expectRefused(await works.fileReport({ ...report, ...change }), code, value);
  });
});

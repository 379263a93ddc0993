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
const wrong = { reason: 'не та работа', signer: 'p-1', office: 'head', on: '2026-12-25' };

type Academy = Awaited<ReturnType<typeof withCommissions>>;

/** A work with its topic, one submission, one review and its defence, each by its event id. */
async function defended() {
  const academy = await withCommissions();
  const { works } = academy;
  const approved = must(await works.approveTopic(topic)).eventId;
  const submitted = must(await works.submit(submission)).eventId;
  const reviewed = must(await works.review(review)).eventId;
  const result = await defence(academy);
  const { eventId: entry } = must(await works.defend({ work: 'w-1', result }));
  const annul = async (step: string, more = {}) =>
    works.annulEntry({ work: 'w-1', entry: step, ...wrong, ...more });
  const state = async () => (await academy.handler.load(workFold, 'academy.work-w-1')).state;
  const last = async () => (await academy.events('academy.work-w-1')).at(-1);
  return {
    ...academy,
    approved,
    submitted,
    reviewed,
    result,
    defended: entry,
    annul,
    state,
    last,
  };
}

async function defence(academy: Academy, on = '2026-12-20') {
  const protocol = await sitting(academy, 'c-1', on);
  const facts = { kind: 'final', form: 'qualification-work', ...byProtocol(protocol) };
  return mark(academy, '5', on, facts);
}

describe('D10, RK 1.8: a step of a work is annulled', () => {
  test('it never was, by whom and why stays on record, the reason beside the line', async () => {
    const academy = await defended();
    must(await academy.annul(academy.defended));
    expect(await academy.last()).toMatchObject({
      type: 'WorkEntryAnnulled',
      occurredOn: '2026-12-20',
      refs: { work: ['w-1'], learner: ['l-1'], module: ['safety'], official: ['p-1'] },
      data: {
        work: 'w-1',
        learner: 'l-1',
        enrollment: 'l-1.mentor.1',
        programme: 'mentor',
        corrects: academy.defended,
        entry: 'WorkDefended',
        actedOn: '2026-12-25',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: { value: 'не та работа' },
        edition: 1,
      },
    });
    expect(await academy.state()).toMatchObject({ result: null });
    must(await academy.works.defend({ work: 'w-1', result: academy.result }));
    expect(await academy.state()).toMatchObject({ result: academy.result });
  });

  test('what rests on it is named, and is annulled first', async () => {
    const academy = await defended();
    for (const [entry, type, rests] of [
      [academy.reviewed, 'WorkDefended', academy.defended],
      [academy.submitted, 'WorkReviewed', academy.reviewed],
      [academy.approved, 'WorkSubmitted', academy.submitted],
    ] as const) {
      expectRefused(await academy.annul(entry), 'entry-rested-on', entry, type, rests);
      must(await academy.annul(rests));
    }
    must(await academy.annul(academy.approved));
    const gone = await academy.works.submit(submission);
    expectRefused(gone, 'work-unknown', 'w-1');
    must(await academy.works.approveTopic({ ...topic, on: '2026-10-05' }));
    expect(await academy.state()).toMatchObject({ id: 'w-1', approvedOn: '2026-10-05' });
  });

  test('one of two submissions, or a review that decides nothing, carries nothing', async () => {
    const { works, annul, ...academy } = await defended();
    const more = { ...submission, on: '2026-11-20' };
    const earlier = must(await works.submit(more)).eventId;
    must(await annul(earlier));
    const other = { ...review, reviewer: 'p-8' };
    const second = must(await works.review(other)).eventId;
    must(await annul(second));
    expect(await academy.state()).toMatchObject({ result: academy.result });
  });

  test('RK 1.8: once, by its event id, for a reason, by who may put entries right', async () => {
    const academy = await defended();
    const { annul, defended: entry } = academy;
    expectRefused(await annul(entry, { reason: undefined }), 'reason-missing', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-12-25');
    const strange = '01990000-0000-7000-8000-000000000001';
    expectRefused(await annul(strange), 'entry-unknown', strange, 'w-1');
  });
});

describe('D10, RK 1.5: a step that is entered late', () => {
  test('a revised work between review and defence would leave the defence unread', async () => {
    const { works, defended: entry } = await defended();
    const late = await works.submit({ ...submission, on: '2026-12-10' });
    expectRefused(late, 'entry-contradicted', '2026-12-10', 'WorkDefended', entry);
    must(await works.submit({ ...submission, on: '2026-12-02' }));
  });

  test('a review of a day before the defence is taken after it', async () => {
    const { works, state } = await defended();
    must(await works.review({ ...review, reviewer: 'p-8', on: '2026-12-19' }));
    expect(await state()).toMatchObject({ review: { recommendation: 'admit' } });
    const after = await works.review({ ...review, on: '2026-12-21' });
    expectRefused(after, 'work-defended-already', 'w-1');
  });
});

describe('D10, RK 1.8: a practice and a report are annulled', () => {
  test('a practice never was, and is evaluated anew under the same id', async () => {
    const { works, events } = await withCommissions();
    const practice = {
      id: 'pr-1',
      enrollment: 'l-1.mentor.1',
      kind: 'internship',
      place: 'ООО «Лучик»',
      from: '2026-10-01',
      until: '2026-10-31',
      on: '2026-10-31',
    };
    const { eventId: entry } = must(await works.evaluatePractice(practice));
    const again = await works.evaluatePractice(practice);
    expectRefused(again, 'already-exists', 'pr-1');
    must(await works.annulPractice({ practice: 'pr-1', entry, ...wrong }));
    must(await works.evaluatePractice({ ...practice, place: 'ООО «Маяк»' }));
    expect(await events('academy.practice-pr-1')).toMatchObject([
      { type: 'PracticeEvaluated' },
      {
        type: 'PracticeAnnulled',
        refs: { learner: ['l-1'], official: ['p-1'] },
        data: {
          practice: 'pr-1',
          learner: 'l-1',
          enrollment: 'l-1.mentor.1',
          programme: 'mentor',
          corrects: entry,
          entry: 'PracticeEvaluated',
          reason: { value: 'не та работа' },
        },
      },
      { type: 'PracticeEvaluated', data: { place: 'ООО «Маяк»' } },
    ]);
    const strange = '01990000-0000-7000-8000-000000000001';
    const none = await works.annulPractice({ practice: 'pr-1', entry: strange, ...wrong });
    expectRefused(none, 'entry-unknown', strange, 'pr-1');
  });

  test('a report never was, and is filed anew under the same id', async () => {
    const { works, events } = await withCommissions();
    const report = {
      id: 're-1',
      kind: 'teacher-report',
      teacher: 'p-9',
      group: 'm-1',
      from: '2026-09-01',
      until: '2026-12-21',
      on: '2026-12-21',
    };
    const { eventId: entry } = must(await works.fileReport(report));
    const noReason = await works.annulReport({
      report: 're-1',
      entry,
      ...wrong,
      reason: undefined,
    });
    expectRefused(noReason, 'reason-missing', entry);
    must(await works.annulReport({ report: 're-1', entry, ...wrong }));
    must(await works.fileReport(report));
    expect(await events('academy.report-re-1')).toMatchObject([
      { type: 'ReportFiled' },
      {
        type: 'ReportAnnulled',
        refs: { group: ['m-1'], official: ['p-1', 'p-9'] },
        data: { report: 're-1', corrects: entry, entry: 'ReportFiled', reason: wrong.reason },
      },
      { type: 'ReportFiled' },
    ]);
    const gone = await works.annulReport({ report: 're-1', entry, ...wrong });
    expectRefused(gone, 'entry-annulled-already', entry);
    const unknown = await works.annulReport({ report: 're-9', entry, ...wrong });
    expectRefused(unknown, 'entry-unknown', entry, 're-9');
  });
});

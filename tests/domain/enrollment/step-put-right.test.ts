import { must, newCommandId } from '@letopis/core';
import { releaseCarrier } from '@letopis/core/commands';
import { decideReleaseCarrier } from '@letopis/core/decisions';
import { enrollmentFold, placeOn, retentionFold } from '@letopis/core/facts';
import { on as operationsOn, receipt } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { mark, move, noOrder, passAll, withLearner } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lifeOf, ordered, putRight } from '../worlds/put-right-school.ts';
import { certificate, documentAcademy, documentOf } from '../worlds/register-academy.ts';

const from = '2026-09-01';

/** A learner with a life of every step; gives the event id of each, by type. */
async function wholeLife() {
  const academy = await withLearner();
  const { enrollments, id: enrollment } = academy;
  const ids = new Map<string, string>();
  const [first] = await academy.events(`academy.enrollment-${enrollment}`);
  ids.set('Enrolled', first?.id ?? '');
  const go = async (type: string, done: Promise<Parameters<typeof must>[0]>): Promise<void> =>
    void ids.set(type, (must(await done) as { eventId: string }).eventId);
  await go('Transferred', enrollments.transfer({ enrollment, to: 'm-2', on: '2026-09-20' }));
  const leave = { reason: 'academic-leave', on: '2026-10-01' };
  await go('Suspended', enrollments.suspend({ enrollment, ...leave }));
  await go('Reinstated', enrollments.reinstate({ enrollment, on: '2026-11-01' }));
  await go(
    'Discharged',
    enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }),
  );
  return { ...academy, enrollment, ids, entry: (type: string) => ids.get(type) ?? '' };
}

describe('a step is annulled from the start', () => {
  test('RK 1.8: a discharge that a court voids is as if never made', async () => {
    const academy = await wholeLife();
    const { enrollments, enrollment, entry } = academy;
    const given = { enrollment, module: 'safety', value: '4', on: '2026-12-15', assessor: 'p-9' };
    const early = await academy.assessments.record(given);
    expectRefused(early, 'outside-study', '2026-12-15');
    const ground = { kind: 'court', number: '2-118/2026', date: '2026-12-20' };
    const act = { enrollment, entry: entry('Discharged'), ...putRight, ground };
    must(await enrollments.annul(act));
    expect(await lifeOf(academy, enrollment, ['2026-12-01', '2026-12-25'])).toEqual([
      'studying m-2',
      'studying m-2',
    ]);
    await mark({ ...academy, id: enrollment }, '4', '2026-12-15');
  });

  test('RK 1.8: the fact says what was annulled, by whom and why', async () => {
    const { enrollments, enrollment, entry, events } = await wholeLife();
    const act = { enrollment, entry: entry('Discharged'), ...putRight, on: '2026-12-20' };
    must(await enrollments.annul({ ...act, ...ordered }));
    const annulment = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(annulment).toMatchObject({
      type: 'EnrollmentEntryAnnulled',
      occurredOn: '2026-12-01',
      refs: { learner: ['l-1'], enrollment: [enrollment], group: ['m-2'], official: ['p-1'] },
      ground: ordered.ground,
      data: {
        corrects: entry('Discharged'),
        entry: 'Discharged',
        actedOn: '2026-12-20',
        replacedBy: null,
        reason: { value: putRight.reason },
        signer: { person: 'p-1', office: 'head' },
      },
    });
  });

  test.each([
    ['Transferred', ['Suspended', 'Reinstated', 'Discharged'], ['studying m-1', 'suspended m-1']],
    ['Suspended', ['Reinstated'], ['studying m-2', 'studying m-2']],
    ['Reinstated', [], ['studying m-2', 'suspended m-2']],
  ] as const)(
    'RK 1.8: %s is annulled; the later steps that do not fit are named, or carried',
    async (type, later, places) => {
      const academy = await wholeLife();
      const { enrollments, enrollment, entry, ids } = academy;
      const act = { enrollment, entry: entry(type), ...putRight, ...ordered };
      const answer = await enrollments.annul(act);
      if (later.length > 0) {
        expectRefused(answer, 'entry-rested-on', ...later.map((one) => ids.get(one) ?? ''));
        must(await enrollments.annul({ ...act, withLater: true }));
      } else must(answer);
      expect(await lifeOf(academy, enrollment, ['2026-09-25', '2026-10-15'])).toEqual(places);
      expect(await lifeOf(academy, enrollment, ['2026-12-01'])).toEqual([
        type === 'Transferred' ? 'ended m-1' : 'ended m-2',
      ]);
    },
  );

  test('RK 1.8: a transfer is annulled, and its leave carried to the old group', async () => {
    const { enrollments, enrollment, entry, events } = await wholeLife();
    const act = { enrollment, entry: entry('Transferred'), ...putRight, ...ordered };
    must(await enrollments.annul({ ...act, withLater: true }));
    const made = (await events(`academy.enrollment-${enrollment}`)).slice(5);
    expect(made.map(({ type, occurredOn, refs }) => [type, occurredOn, refs.group])).toEqual([
      ['EnrollmentEntryAnnulled', '2026-09-20', ['m-1', 'm-2']],
      ['EnrollmentEntryAnnulled', '2026-10-01', ['m-2']],
      ['Suspended', '2026-10-01', ['m-1']],
      ['EnrollmentEntryAnnulled', '2026-11-01', ['m-2']],
      ['Reinstated', '2026-11-01', ['m-1']],
      ['EnrollmentEntryAnnulled', '2026-12-01', ['m-2']],
      ['Discharged', '2026-12-01', ['m-1']],
    ]);
    expect(made[1]?.data).toMatchObject({ replacedBy: made[2]?.id });
  });

  test('RK 1.8: study that was begun in error has not begun', async () => {
    const academy = await withLearner();
    const { enrollments } = academy;
    const sent = { learner: 'l-2', group: 'm-1', from, studyFrom: null };
    const { id: enrollment } = must(await enrollments.enroll(sent));
    const begun = must(await enrollments.startStudy({ enrollment, on: '2026-09-07' }));
    must(await enrollments.annul({ enrollment, entry: begun.eventId, ...putRight, ...ordered }));
    expect(await lifeOf(academy, enrollment, ['2026-09-08'])).toEqual(['not-begun m-1']);
    must(await enrollments.startStudy({ enrollment, on: '2026-09-14' }));
  });

  test('an entry is annulled once, and only one that the enrollment has', async () => {
    const { enrollments, enrollment, entry } = await wholeLife();
    const act = { enrollment, entry: entry('Discharged'), ...putRight, ...ordered };
    must(await enrollments.annul({ ...act, on: '2026-12-20' }));
    expectRefused(await enrollments.annul(act), 'entry-annulled-already', '2026-12-20');
    const none = '01990000-0000-7000-8000-000000000000';
    expectRefused(await enrollments.annul({ ...act, entry: none }), 'entry-unknown', none);
    const other = { ...act, enrollment: 'l-3.mentor.1' };
    expectRefused(await enrollments.annul(other), 'enrollment-unknown', 'l-3.mentor.1');
  });

  test('RK 1.8: it needs an order where the step needed one, a reason, and an office', async () => {
    const { enrollments, enrollment, entry } = await wholeLife();
    const act = { enrollment, entry: entry('Discharged'), ...putRight };
    expectRefused(await enrollments.annul({ ...act, ground: noOrder }), 'order-required');
    const court = { kind: 'court', number: null, date: '2026-12-20' };
    expectRefused(await enrollments.annul({ ...act, ground: court }), 'order-required', 'court');
    const { reason: _, ...silent } = act;
    expectRefused(await enrollments.annul({ ...silent, ...ordered }), 'reason-missing');
    const teacher = await enrollments.annul({ ...act, ...ordered, signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9', 'head');
    const ahead = await enrollments.annul({ ...act, ...ordered, on: '2027-01-01' });
    expectRefused(ahead, 'dated-ahead', '2027-01-01');
  });

  test('D4: a discharge is not annulled while another enrollment stands in its place', async () => {
    const { enrollments, enrollment, entry } = await wholeLife();
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-2', from: '2026-12-10' }));
    const act = { enrollment, entry: entry('Discharged'), ...putRight, ...ordered };
    expectRefused(await enrollments.annul(act), 'already-enrolled', 'l-1.mentor.2', 'm-2');
  });
});

describe('an annulled enrollment', () => {
  test('RK 1.8: keeps its number, and the next enrollment takes the next one', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events, session } = academy;
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    must(await enrollments.annul(act));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect([state.id, placeOn(state, '2026-10-01').status]).toEqual([enrollment, 'not-enrolled']);
    const next = must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
    expect(next.number).toBe(2);
  });

  test('RK 1.8: is used by no later command', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, debts, credits, works, id: enrollment } = academy;
    const [first] = await academy.events(`academy.enrollment-${enrollment}`);
    must(await enrollments.annul({ enrollment, entry: first?.id ?? '', ...putRight, ...ordered }));
    const on = '2026-10-05';
    const mark5 = { enrollment, module: 'safety', value: '5', on, assessor: 'p-9' };
    const source = { kind: 'own' as const };
    const wanted = [{ module: 'safety', kind: 'final' }];
    const asked = { enrollment, applicant: 'learner', wanted } as const;
    const work = { enrollment, kind: 'qualification-work', module: 'safety' };
    const topic = { ...work, topic: 'Тема', supervisor: 'p-9' };
    for (const answer of [
      await enrollments.transfer({ enrollment, to: 'm-2', on }),
      await enrollments.discharge({ enrollment, reason: 'own-wish', on }),
      await assessments.record(mark5),
      await debts.raise({ enrollment, module: 'safety', kind: 'interim', on }),
      await credits.apply({ ...asked, source, on }),
      await works.approveTopic({ ...topic, on }),
      await move(academy, 'handOver', enrollment, 't-1'),
    ])
      expectRefused(answer, 'enrollment-annulled', enrollment);
  });

  test('RK 1.8: results that rest on it are named, or annulled by the same order', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events, session } = academy;
    const event = await mark(academy, '4', '2026-10-05');
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    expectRefused(await enrollments.annul(act), 'entry-rested-on', event, 'AssessmentRecorded');
    must(await enrollments.annul({ ...act, on: '2026-12-20', withResults: true }));
    const last = (await events(`academy.enrollment-${enrollment}`)).at(-1);
    expect(last).toMatchObject({
      type: 'AssessmentAnnulled',
      occurredOn: '2026-10-05',
      ground: ordered.ground,
      data: { corrects: event, actedOn: '2026-12-20', signer: { person: 'p-1' } },
    });
    expect(last?.data).toMatchObject({ reason: { value: putRight.reason } });
    const { state } = await session.load(enrollmentFold, enrollment);
    expect(state.results.get(event)?.annulledOn).toBe('2026-12-20');
  });

  test('an act about a result after the day of the order stands in the way', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment, events } = academy;
    const replaces = await mark(academy, '4', '2026-10-05');
    const words = { value: '5', words: 'пять', reason: 'ошибка', signer: 'p-9' };
    must(await assessments.correct({ enrollment, replaces, ...words, on: '2026-12-24' }));
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    const answer = await enrollments.annul({ ...act, on: '2026-12-20', withResults: true });
    expectRefused(answer, 'act-out-of-order', '2026-12-20', '2026-12-24');
  });
});

describe('a document of completion', () => {
  test('RK 1.8: stands in the way of annulling the completion, and is named', async () => {
    const academy = await documentAcademy();
    const { documents, enrollments, id: enrollment, session } = academy;
    const document = documentOf(await documents.issue(certificate));
    const { state } = await session.load(enrollmentFold, enrollment);
    const entry = state.lifeFacts.at(-1)?.event ?? '';
    const act = { enrollment, entry, ...putRight, ...ordered };
    expectRefused(await enrollments.annul(act), 'entry-rested-on', document, '2026-12-22');
    const late = await enrollments.correct({ ...act, instead: { on: '2026-12-23' } });
    expectRefused(late, 'entry-rested-on', document);
    must(await enrollments.correct({ ...act, instead: { on: '2026-12-22' } }));
    const moved = (await session.load(enrollmentFold, enrollment)).state.lifeFacts.at(-1);
    const corrected = { ...act, entry: moved?.event ?? '' };
    expectRefused(await enrollments.annul(corrected), 'entry-rested-on', document);
    const reason = 'выдан не тому';
    const annulling = { document, reason, signer: 'p-1', on: '2026-12-24' };
    must(await documents.annul({ ...annulling, ...ordered }));
    must(await enrollments.annul(corrected));
    expect(await lifeOf(academy, enrollment, ['2026-12-25'])).toEqual(['studying m-1']);
  });
});

describe('a step is corrected', () => {
  test.each([
    ['Enrolled', { from: '2026-09-10' }, '2026-09-05', 'not-enrolled null'],
    ['Transferred', { on: '2026-09-10' }, '2026-09-15', 'studying m-2'],
    ['Suspended', { on: '2026-10-10' }, '2026-10-05', 'studying m-2'],
    ['Reinstated', { on: '2026-10-20' }, '2026-10-25', 'studying m-2'],
    ['Discharged', { on: '2026-12-10' }, '2026-12-05', 'studying m-2'],
  ] as const)('RK 1.8: %s takes its true day %j', async (type, instead, day, place) => {
    const academy = await wholeLife();
    const { enrollments, enrollment, entry, events } = academy;
    must(
      await enrollments.correct({
        enrollment,
        entry: entry(type),
        instead,
        ...putRight,
        ...ordered,
      }),
    );
    expect(await lifeOf(academy, enrollment, [day])).toEqual([place]);
    const [annulment, anew] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect([annulment?.type, anew?.type]).toEqual(['EnrollmentEntryAnnulled', type]);
    expect(annulment?.data).toMatchObject({ corrects: entry(type), replacedBy: anew?.id });
  });

  test.each([
    ['Enrolled', { sentBy: 'employer' }, { sentBy: 'employer', group: 'm-1', studyFrom: from }],
    ['Suspended', { reason: 'illness', until: '2026-10-30' }, { reason: 'illness' }],
    ['Discharged', { reason: 'moved', whereTo: 'Лицей № 2' }, { whereTo: 'Лицей № 2' }],
  ] as const)('RK 1.8: %s takes its true value %j', async (type, instead, says) => {
    const { enrollments, enrollment, entry, events } = await wholeLife();
    const act = { enrollment, entry: entry(type), ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead }));
    expect((await events(`academy.enrollment-${enrollment}`)).at(-1)?.data).toMatchObject(says);
    expectRefused(await enrollments.correct({ ...act, instead }), 'entry-annulled-already');
  });

  test('RK 1.8: a completion dated wrong, and a correction that is corrected', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    await passAll(academy);
    const wrong = must(await enrollments.complete({ enrollment, on: '2026-12-23' })).eventId;
    const act = { enrollment, ...putRight, ...ordered };
    const commandId = newCommandId(academy.session.handler.store.ports);
    const sent = { ...act, entry: wrong, instead: { on: '2026-12-24' }, commandId };
    const first = await enrollments.correct(sent);
    expect(await enrollments.correct(sent)).toEqual(first);
    const { state } = await academy.session.load(enrollmentFold, enrollment);
    const again = { ...act, entry: state.lifeFacts.at(-1)?.event ?? '' };
    must(await enrollments.correct({ ...again, instead: { on: '2026-12-21', honours: 'gold' } }));
    const days = ['2026-12-20', '2026-12-21', '2026-12-25'];
    expect(await lifeOf(academy, enrollment, days)).toEqual([
      'studying m-1',
      'ended m-1',
      'ended m-1',
    ]);
  });

  test('RK 1.8: the first day moves study with it, unless study has its own', async () => {
    const { enrollments, enrollment, entry, session } = await wholeLife();
    const act = { enrollment, entry: entry('Enrolled'), ...putRight, ...ordered };
    must(await enrollments.correct({ ...act, instead: { from: '2026-09-03' } }));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect(state.studyFrom).toBe('2026-09-03');
    const entry2 = state.lifeFacts[0]?.event ?? '';
    const again = { ...act, entry: entry2, instead: { studyFrom: '2026-09-07' } };
    must(await enrollments.correct(again));
    const after = (await session.load(enrollmentFold, enrollment)).state;
    expect([after.studyFrom, after.lifeFacts[0]?.on]).toEqual(['2026-09-07', '2026-09-03']);
  });

  test('RK 1.8: a step of the wrong group goes to the right one, with what follows', async () => {
    const academy = await wholeLife();
    const { enrollments, enrollment, entry, ids } = academy;
    const act = { enrollment, ...putRight, ...ordered };
    const enrolled = { ...act, entry: entry('Enrolled'), instead: { group: 'm-2' } };
    expectRefused(await enrollments.correct(enrolled), 'entry-rested-on', entry('Transferred'));
    const other = await enrollments.correct({ ...enrolled, instead: { group: 'o-1' } });
    expectRefused(other, 'other-programme', 'o-1');
    const back = { ...act, entry: entry('Reinstated'), instead: { group: 'm-1' } };
    expectRefused(await enrollments.correct(back), 'entry-rested-on', ids.get('Discharged') ?? '');
    must(await enrollments.correct({ ...back, withLater: true }));
    expect(await lifeOf(academy, enrollment, ['2026-11-05', '2026-12-01'])).toEqual([
      'studying m-1',
      'ended m-1',
    ]);
    must(await enrollments.correct({ ...enrolled, withLater: true }));
    expect(await lifeOf(academy, enrollment, ['2026-09-05', '2026-10-05'])).toEqual([
      'studying m-2',
      'suspended m-2',
    ]);
  });

  test('the ordinary rule of the step holds for what stands in its place', async () => {
    const { enrollments, enrollment, entry } = await wholeLife();
    const act = { enrollment, ...putRight, ...ordered };
    const fix = (type: string, instead: Parameters<typeof enrollments.correct>[0]['instead']) =>
      enrollments.correct({ ...act, entry: entry(type), instead });
    expectRefused(await fix('Transferred', { to: 'm-1' }), 'same-group', 'm-1');
    expectRefused(await fix('Suspended', { reason: 'boredom' }), 'not-in-regulation', 'boredom');
    expectRefused(await fix('Suspended', { until: '2026-09-30' }), 'period-reversed');
    expectRefused(await fix('Suspended', { on: '2026-08-31' }), 'regulation-missing');
    expectRefused(await fix('Reinstated', { on: '2026-09-25' }), 'not-possible-now', '2026-09-25');
    expectRefused(await fix('Enrolled', { studyFrom: '2026-08-20' }), 'study-before-enrollment');
    expectRefused(await fix('Discharged', { reason: 'moved' }), 'where-to-missing', 'moved');
  });

  test('only fields of the step can be put right, and something must change', async () => {
    const { enrollments, enrollment, entry } = await wholeLife();
    const act = { enrollment, ...putRight, ...ordered, entry: entry('Transferred') };
    const strange = await enrollments.correct({ ...act, instead: { honours: 'gold', on: from } });
    expectRefused(strange, 'step-has-no-field', 'honours', 'Transferred', 'to');
    const same = await enrollments.correct({ ...act, instead: { to: 'm-2' } });
    expectRefused(same, 'step-unchanged', 'Transferred', '2026-09-20');
    expectRefused(await enrollments.correct({ ...act, instead: {} }), 'step-unchanged');
  });

  test('RK 1.8: results that would lie outside study are named, or annulled', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, events, session } = academy;
    const event = await mark(academy, '4', '2026-09-05');
    const [first] = await events(`academy.enrollment-${enrollment}`);
    const act = { enrollment, entry: first?.id ?? '', ...putRight, ...ordered };
    const later = { ...act, instead: { from: '2026-09-06' } };
    expectRefused(await enrollments.correct(later), 'entry-rested-on', event);
    must(await enrollments.correct({ ...act, instead: { from: '2026-09-05' } }));
    const { state } = await session.load(enrollmentFold, enrollment);
    const again = { ...later, entry: state.lifeFacts[0]?.event ?? '', withResults: true };
    must(await enrollments.correct(again));
    expect((await session.load(enrollmentFold, enrollment)).state.results.get(event)).toMatchObject(
      {
        annulledOn: '2026-12-25',
      },
    );
  });
});

describe('after the archive', () => {
  test('RK 1.9: a step is put right by order and marked, and the record stays closed', async () => {
    const academy = await withLearner({ enrollment: { orderFor: [] } });
    const { enrollments, id: enrollment, events } = academy;
    const left = { enrollment, reason: 'own-wish', on: '2026-12-01' };
    const entry = must(await enrollments.discharge(left)).eventId;
    must(await move(academy, 'handOver', enrollment, 't-1'));
    const act = { enrollment, entry, ...putRight };
    const waiting = await enrollments.annul({ ...act, ...ordered });
    expectRefused(waiting, 'record-handed-over', 't-1');
    must(await move(academy, 'accept', enrollment, 't-1'));
    expectRefused(await enrollments.annul({ ...act, ground: null }), 'order-required');
    must(await enrollments.correct({ ...act, ...ordered, instead: { on: '2026-12-02' } }));
    const [annulment] = (await events(`academy.enrollment-${enrollment}`)).slice(-2);
    expect(annulment?.data).toMatchObject({ afterArchive: 't-1' });
    expectRefused(await enrollments.reinstate({ enrollment, on: '2026-12-20' }), 'record-archived');
  });
});

test('RK 1.9: once a carrier was destroyed, the act says where its paper lies', async () => {
  const academy = await withLearner();
  const { enrollments, id: enrollment, events, session } = academy;
  const left = { enrollment, reason: 'own-wish', on: '2026-12-01' };
  const entry = must(await enrollments.discharge(left)).eventId;
  const onRetention = operationsOn({ fold: retentionFold, key: () => ['main'], answer: receipt });
  const release = onRetention(releaseCarrier, { decide: decideReleaseCarrier });
  const record = `enrollment-${enrollment}`;
  must(await release.run(session, { act: 'd-1', record, carrier: 'files', on: '2026-12-10' }));
  const act = { enrollment, entry, ...putRight, ...ordered };
  expectRefused(await enrollments.annul(act), 'ground-place-missing', record);
  must(await enrollments.annul({ ...act, groundAt: 'архив, оп. 2, д. 14' }));
  const annulment = (await events(`academy.enrollment-${enrollment}`)).at(-1);
  expect(annulment?.data).toMatchObject({ groundAt: 'архив, оп. 2, д. 14' });
});

import { must, newCommandId, order } from '@letopis/core';
import { enrollmentFold, placeOn, studyOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyOver } from '../worlds/academy.ts';
import {
  mark,
  mentorAcademy,
  noOrder,
  passAll,
  servicesFor,
  withLearner,
} from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const from = '2026-09-01';

/** Where the learner stands on a day, in words. */
async function place(academy: Awaited<ReturnType<typeof withLearner>>, day: string) {
  const { state } = await academy.session.load(enrollmentFold, academy.id);
  const { status, group } = placeOn(state, day);
  return `${status} ${group}`;
}

describe('enrolling', () => {
  test('D4: an enrollment is named by learner, programme and number', async () => {
    const { enrollments, events } = await mentorAcademy();
    const answer = must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
    expect(answer).toMatchObject({ id: 'l-1.mentor.1', programme: 'mentor', number: 1 });
    const [event] = await events('academy.enrollment-l-1.mentor.1');
    expect(event).toMatchObject({
      type: 'Enrolled',
      occurredOn: from,
      refs: {
        learner: ['l-1'],
        enrollment: ['l-1.mentor.1'],
        programme: ['mentor'],
        group: ['m-1'],
      },
      data: { group: 'm-1', studyFrom: from, sentBy: null, edition: 1 },
    });
  });

  test('the same command sent twice has one effect and one answer', async () => {
    const { enrollments, session } = await mentorAcademy();
    const commandId = newCommandId(session.handler.store.ports);
    const sent = { learner: 'l-1', group: 'm-1', from, commandId };
    const first = await enrollments.enroll(sent);
    expect(await enrollments.enroll(sent)).toEqual(first);
    const { revision } = await session.load(enrollmentFold, 'l-1.mentor.1');
    expect(revision).toBe(0);
  });

  test('sent again it keeps its answer after a later enrollment has begun', async () => {
    const academy = await mentorAcademy();
    const { enrollments, session } = academy;
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from }));
    const one = { enrollment: 'l-1.mentor.1', on: '2026-10-01' };
    must(await enrollments.discharge({ ...one, reason: 'own-wish' }));
    const commandId = newCommandId(session.handler.store.ports);
    const sent = { learner: 'l-1', group: 'm-1', from: '2026-10-05', commandId };
    const second = await enrollments.enroll(sent);
    expect(must(second).number).toBe(2);
    const two = { enrollment: 'l-1.mentor.2', on: '2026-11-01' };
    must(await enrollments.discharge({ ...two, reason: 'own-wish' }));
    must(await enrollments.reinstate({ ...one, on: '2026-11-02' }));
    expect(await enrollments.enroll(sent)).toEqual(second);
  });

  test('a command id under another command is an error', async () => {
    const { enrollments, session } = await mentorAcademy();
    const commandId = newCommandId(session.handler.store.ports);
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from, commandId }));
    const other = enrollments.enroll({ learner: 'l-1', group: 'm-2', from, commandId });
    await expect(other).rejects.toMatchObject({ code: 'command-id-reused' });
  });

  test('SEC 8: a command id sent to two streams makes no two events of one id', async () => {
    const { learners, session } = await mentorAcademy();
    const commandId = newCommandId(session.handler.store.ports);
    for (const id of ['l-21', 'l-22']) must(await learners.register({ id, on: from, commandId }));
    const of = (learner: string) => session.handler.events(session.stream('learner', learner));
    const made = [...(await of('l-21')), ...(await of('l-22'))];
    expect(made.map((event) => event.commandId)).toEqual([commandId, commandId]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
  });

  test('D4: one open enrollment in a group refuses a second, another group takes it', async () => {
    const { enrollments } = await withLearner();
    const again = await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-10-01' });
    expectRefused(again, 'already-enrolled', 'l-1.mentor.1', 'm-1');
    const other = must(await enrollments.enroll({ learner: 'l-1', group: 'm-2', from }));
    expect(other.id).toBe('l-1.mentor.2');
  });

  test('D4: one open enrollment in the whole programme, where the regulation says so', async () => {
    const { enrollments } = await withLearner({ enrollment: { onePer: 'programme' } });
    const other = await enrollments.enroll({ learner: 'l-1', group: 'm-2', from });
    expectRefused(other, 'already-enrolled', 'l-1.mentor.1');
  });

  test('after the end the next number is free, also where the end is dated ahead', async () => {
    const { enrollments, id } = await withLearner();
    const end = { enrollment: id, reason: 'own-wish', on: '2027-02-01' };
    must(await enrollments.discharge(end));
    const early = await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2027-01-31' });
    expectRefused(early, 'already-enrolled', id);
    const next = await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2027-02-01' });
    expect(must(next).number).toBe(2);
  });

  test('twenty processes at once never open two enrollments in one group', async () => {
    const academy = await mentorAcademy();
    const { store } = academy.session.handler;
    const programs = Array.from({ length: 20 }, () =>
      academyOver(store, 'u-1', order('2-л', from)),
    );
    const answers = await Promise.all(
      programs.map(({ enrollments }, index) =>
        enrollments.enroll({ learner: 'l-1', group: index % 2 ? 'm-1' : 'm-2', from }),
      ),
    );
    const numbers = answers.flatMap((answer) => (answer.ok ? [answer.value.number] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2]);
    for (const answer of answers) if (!answer.ok) expectRefused(answer, 'already-enrolled', 'm-');
    const groups = await Promise.all(
      ['1', '2'].map(async (n) => {
        const { state } = await academy.session.load(enrollmentFold, 'l-1', 'mentor', n);
        return state.lifeFacts[0]?.group;
      }),
    );
    expect(groups.toSorted()).toEqual(['m-1', 'm-2']);
  });

  test('D3: a learner who is not registered is refused', async () => {
    const { enrollments } = await mentorAcademy();
    const answer = await enrollments.enroll({ learner: 'l-9', group: 'm-1', from });
    expectRefused(answer, 'learner-unknown', 'l-9');
  });

  test('a group that is not open, and one that is closed on the day, are refused', async () => {
    const { enrollments, groups, programmes } = await mentorAcademy();
    const none = await enrollments.enroll({ learner: 'l-1', group: 'm-7', from });
    expectRefused(none, 'group-unknown', 'm-7');
    must(await groups.close({ group: 'm-1', on: '2026-10-01' }));
    const late = await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-10-01' });
    expectRefused(late, 'group-closed', 'm-1', '2026-10-01');
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-30' }));
    must(await programmes.close({ programme: 'mentor', on: '2026-11-01' }));
    const shut = await enrollments.enroll({ learner: 'l-2', group: 'm-2', from: '2026-11-01' });
    expectRefused(shut, 'programme-closed', 'mentor', '2026-11-01');
  });

  test('D4: enrolling needs an order with number and date where the regulation says', async () => {
    const academy = await mentorAcademy();
    const { enrollments } = academy;
    const sent = { learner: 'l-1', group: 'm-1', from };
    const answer = await enrollments.enroll({ ...sent, ground: noOrder });
    expectRefused(answer, 'order-required', 'enroll', 'application');
    const bare = { kind: 'order', number: null, date: from };
    expectRefused(await enrollments.enroll({ ...sent, ground: bare }), 'order-required', 'order');
    expectRefused(await enrollments.enroll({ ...sent, ground: null }), 'order-required', 'enroll');
    const lenient = await mentorAcademy({ enrollment: { orderFor: [] } });
    must(await lenient.enrollments.enroll({ ...sent, ground: null }));
  });

  test('study cannot begin before the enrollment', async () => {
    const { enrollments } = await mentorAcademy();
    const sent = { learner: 'l-1', group: 'm-1', from, studyFrom: '2026-08-31' };
    const answer = await enrollments.enroll(sent);
    expectRefused(answer, 'study-before-enrollment', '2026-08-31', from);
  });

  test('a day before the first edition has no rules', async () => {
    const { enrollments } = await mentorAcademy();
    const answer = await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-08-01' });
    expectRefused(answer, 'regulation-missing', '2026-08-01');
  });

  test('an act on no enrollment is refused, and bad input names its path', async () => {
    const { enrollments } = await mentorAcademy();
    const none = { enrollment: 'l-1.mentor.1', on: from };
    expectRefused(await enrollments.startStudy(none), 'enrollment-unknown', 'l-1.mentor.1');
    const bad = await enrollments.startStudy({ enrollment: 'l-1', on: from });
    expectRefused(bad, 'invalid-input', 'enrollment', '"l-1"');
  });
});

describe('where a learner stands on a day', () => {
  test('R1 §3.2: enrolled and not begun until study starts', async () => {
    const { enrollments, ...rest } = await mentorAcademy();
    const sent = { learner: 'l-1', group: 'm-1', from, studyFrom: null };
    const { id } = must(await enrollments.enroll(sent));
    const academy = { ...rest, enrollments, id };
    expect(await place(academy, '2026-12-01')).toBe('not-begun m-1');
    must(await enrollments.startStudy({ enrollment: id, on: '2026-09-07' }));
    expect(await place(academy, '2026-08-31')).toBe('not-enrolled null');
    expect(await place(academy, '2026-09-06')).toBe('not-begun m-1');
    expect(await place(academy, '2026-09-07')).toBe('studying m-1');
    const again = await enrollments.startStudy({ enrollment: id, on: '2026-09-08' });
    expectRefused(again, 'study-begun', id, '2026-09-07');
  });

  test('study may begin later than the enrollment, and a transfer come between', async () => {
    const { enrollments, ...rest } = await mentorAcademy();
    const sent = { learner: 'l-1', group: 'm-1', from, studyFrom: '2026-10-01' };
    const academy = { ...rest, enrollments, id: must(await enrollments.enroll(sent)).id };
    must(await enrollments.transfer({ enrollment: academy.id, to: 'm-2', on: '2026-09-15' }));
    expect(await place(academy, '2026-09-30')).toBe('not-begun m-2');
    expect(await place(academy, '2026-10-01')).toBe('studying m-2');
  });

  test('a story of transfer, leave, return, discharge and reinstatement', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-09-20' }));
    const leave = { reason: 'academic-leave', until: '2027-01-31' };
    must(await enrollments.suspend({ enrollment, ...leave, on: '2026-10-01' }));
    must(await enrollments.reinstate({ enrollment, on: '2026-11-01' }));
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
    must(await enrollments.reinstate({ enrollment, group: 'm-1', on: '2027-02-01' }));
    const days = [
      '2026-09-19',
      '2026-09-20',
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
      '2027-02-01',
    ];
    expect(await Promise.all(days.map((day) => place(academy, day)))).toEqual([
      'studying m-1',
      'studying m-2',
      'suspended m-2',
      'studying m-2',
      'ended m-2',
      'studying m-1',
    ]);
  });

  test('the day of discharge is a day of study for results, and the next is not', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment, session } = academy;
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-12-01' }));
    const { state } = await session.load(enrollmentFold, enrollment);
    expect(studyOn(state, '2026-12-01').status).toBe('studying');
    expect(studyOn(state, '2026-12-02').status).toBe('ended');
  });
});

describe('acts that do not fit', () => {
  test('RK 1.5: an act entered late is refused where later steps would not fit', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    must(await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-01' }));
    const early = { enrollment, on: '2026-09-30' };
    for (const answer of [
      await enrollments.suspend({ ...early, reason: 'illness' }),
      await enrollments.discharge({ ...early, reason: 'own-wish' }),
    ])
      expectRefused(answer, 'steps-disagree', '2026-09-30', 'Transferred 2026-10-01');
    expectRefused(await enrollments.complete(early), 'results-missing');
  });

  test('an act is refused if a standing result would lie outside study', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment } = academy;
    const event = await mark(academy, '4', '2026-10-05');
    const on = '2026-10-05';
    for (const answer of [
      await enrollments.suspend({ enrollment, reason: 'illness', on }),
      await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-04' }),
    ])
      expectRefused(answer, 'results-outside', event, '2026-10-05');
    const annulled = { enrollment, result: event, reason: 'не тот слушатель', signer: 'p-9' };
    must(await assessments.annul(annulled));
    must(await enrollments.suspend({ enrollment, reason: 'illness', on }));
  });

  test('a discharge on the day of the last result is no act before it', async () => {
    const academy = await withLearner();
    await mark(academy, '4', '2026-10-05');
    const { enrollments, id: enrollment } = academy;
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-05' }));
  });

  test('a transfer goes to an open group of the same programme, and to another', async () => {
    const { enrollments, groups, id: enrollment } = await withLearner();
    const on = '2026-10-01';
    const other = await enrollments.transfer({ enrollment, to: 'o-1', on });
    expectRefused(other, 'other-programme', 'o-1', 'mentor', 'other');
    expectRefused(await enrollments.transfer({ enrollment, to: 'm-1', on }), 'same-group', 'm-1');
    const none = await enrollments.transfer({ enrollment, to: 'm-7', on });
    expectRefused(none, 'group-unknown', 'm-7');
    must(await groups.close({ group: 'm-2', on }));
    expectRefused(await enrollments.transfer({ enrollment, to: 'm-2', on }), 'group-closed', 'm-2');
  });

  test('D4: nobody is moved into a group where their other enrollment is open', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-2', from }));
    const answer = await enrollments.transfer({ enrollment, to: 'm-2', on: '2026-10-01' });
    expectRefused(answer, 'already-enrolled', 'l-1.mentor.2');
  });

  test('reasons are those of the regulation, and a leave ends after it begins', async () => {
    const { enrollments, id: enrollment } = await withLearner();
    const on = '2026-10-01';
    const odd = await enrollments.suspend({ enrollment, reason: 'boredom', on });
    expectRefused(odd, 'not-in-regulation', 'boredom', 'academic-leave');
    const gone = await enrollments.discharge({ enrollment, reason: 'boredom', on });
    expectRefused(gone, 'not-in-regulation', 'boredom', 'own-wish');
    const back = { enrollment, reason: 'illness', until: '2026-09-30', on };
    expectRefused(await enrollments.suspend(back), 'period-reversed', '2026-09-30', on);
  });

  test('what holds on the day decides which acts are possible', async () => {
    const { enrollments, groups, id: enrollment } = await withLearner();
    const back = await enrollments.reinstate({ enrollment, on: '2026-10-01' });
    expectRefused(back, 'not-possible-now', 'reinstate', '2026-10-01');
    must(await enrollments.suspend({ enrollment, reason: 'illness', on: '2026-10-01' }));
    const away = { enrollment, on: '2026-10-02' };
    const twice = await enrollments.suspend({ ...away, reason: 'illness' });
    expectRefused(twice, 'not-possible-now', 'suspend', '2026-10-01');
    const moved = await enrollments.transfer({ ...away, to: 'm-2' });
    expectRefused(moved, 'not-possible-now', 'transfer');
    expectRefused(await enrollments.complete(away), 'not-possible-now', 'complete');
    must(await groups.close({ group: 'm-1', on: '2026-10-01' }));
    must(await enrollments.reinstate(away)); // back from leave into one's own, closed, group
    must(await enrollments.discharge({ ...away, reason: 'own-wish' }));
    const again = await enrollments.discharge({ ...away, reason: 'own-wish' });
    expectRefused(again, 'not-possible-now', 'discharge', '2026-10-02');
    expectRefused(await enrollments.reinstate(away), 'group-closed', 'm-1');
    must(await enrollments.reinstate({ ...away, group: 'm-2' }));
  });

  test('study is started once, and only by one who is enrolled and has not left', async () => {
    const { enrollments } = await mentorAcademy();
    const sent = { learner: 'l-1', group: 'm-1', from, studyFrom: null };
    const { id: enrollment } = must(await enrollments.enroll(sent));
    must(await enrollments.discharge({ enrollment, reason: 'own-wish', on: '2026-10-01' }));
    const answer = await enrollments.startStudy({ enrollment, on: '2026-10-02' });
    expectRefused(answer, 'not-possible-now', 'start-study', '2026-10-02');
  });

  test.each(['transfer', 'suspend', 'reinstate', 'complete', 'discharge', 'start-study'])(
    'D4: %s needs an order where the regulation says so',
    async (act) => {
      const academy = await withLearner({ enrollment: { orderFor: [act] } });
      const { enrollments } = academy;
      const sent = { enrollment: academy.id, on: '2026-10-01', ground: noOrder };
      const acts = {
        transfer: () => enrollments.transfer({ ...sent, to: 'm-2' }),
        suspend: () => enrollments.suspend({ ...sent, reason: 'illness' }),
        reinstate: () => enrollments.reinstate(sent),
        complete: () => enrollments.complete(sent),
        discharge: () => enrollments.discharge({ ...sent, reason: 'own-wish' }),
        'start-study': () => enrollments.startStudy(sent),
      };
      const asked: string[] = [];
      for (const [name, run] of Object.entries(acts)) {
        const answer = await run();
        if (!answer.ok && answer.refusal.code === 'order-required') asked.push(name);
      }
      expect(asked).toEqual([act]);
    },
  );
});

describe('completing', () => {
  test('R2 §1.4-1.5: without interim and final results it is refused, listing each', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    const on = '2026-12-21';
    const answer = await enrollments.complete({ enrollment, on });
    const missing = ['safety: interim', 'practice: interim', 'safety: final'];
    const refusal = expectRefused(answer, 'results-missing', enrollment, ...missing);
    expect(refusal.data).toMatchObject({
      missing: [
        { module: 'safety', kind: 'interim' },
        { module: 'practice', kind: 'interim' },
        { module: 'safety', kind: 'final' },
      ],
    });
    await passAll(academy);
    must(await enrollments.complete({ enrollment, on, honours: 'distinction' }));
    expect(await place(academy, on)).toBe('ended m-1');
    const back = await enrollments.reinstate({ enrollment, on: '2026-12-22' });
    expectRefused(back, 'not-possible-now', 'reinstate');
  });

  test('an unsatisfactory mark, an absence and an annulled mark are no result', async () => {
    const academy = await withLearner();
    const { enrollments, assessments, id: enrollment } = academy;
    const event = await mark(academy, '5', '2026-12-20', { kind: 'final' });
    await mark(academy, '2', '2026-11-01', { kind: 'interim' });
    const absent = { module: 'practice', kind: 'interim', outcome: 'absent' as const };
    const facts = { enrollment, on: '2026-11-02', assessor: 'p-9' };
    must(await assessments.record({ ...facts, ...absent, reason: 'н' }));
    const reason = 'записано не тому';
    must(await assessments.annul({ enrollment, result: event, reason, signer: 'p-9' }));
    const answer = await enrollments.complete({ enrollment, on: '2026-12-21' });
    const missing = ['safety: interim', 'practice: interim', 'safety: final'];
    expectRefused(answer, 'results-missing', ...missing);
  });

  test('a failure that was retaken and passed does not stand in the way', async () => {
    const academy = await withLearner();
    const { debts, enrollments, id: enrollment } = academy;
    const failed = await mark(academy, '2', '2026-10-29', { kind: 'interim' });
    const granting = { enrollment, of: failed, plannedOn: '2026-10-30', on: '2026-10-29' };
    const retake = must(await debts.grantRetake(granting)).eventId;
    await mark(academy, '3', '2026-10-30', { retake });
    await mark(academy, 'зачтено', '2026-11-01', { kind: 'interim', module: 'practice' });
    await mark(academy, '4', '2026-12-20', { kind: 'final' });
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
  });

  test('RK 1.3: a pass that was followed by a failure does', async () => {
    const academy = await withLearner();
    const { enrollments, id: enrollment } = academy;
    await passAll(academy);
    await mark(academy, '4', '2026-11-05', { kind: 'interim' });
    await mark(academy, '2', '2026-12-05', { kind: 'interim' });
    const answer = await enrollments.complete({ enrollment, on: '2026-12-21' });
    expectRefused(answer, 'results-missing', 'safety: interim');
  });

  test('D11: a credited result counts in completion', async () => {
    const academy = await withLearner();
    const { assessments, enrollments, id: enrollment } = academy;
    await mark(academy, '4', '2026-11-01', { kind: 'interim' });
    await mark(academy, '5', '2026-12-20', { kind: 'final' });
    const source = { kind: 'other-organisation' as const, organisation: 'Институт' };
    const credit = { enrollment, module: 'practice', kind: 'interim', source, on: '2026-09-02' };
    must(await assessments.credit(credit));
    must(await enrollments.complete({ enrollment, on: '2026-12-21' }));
  });

  test('R2 §1.5: a mandatory kind that no module has a form for is asked once', async () => {
    const { programmes, groups, ...academy } = await mentorAcademy();
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'short', modules, on: from }));
    must(await groups.open({ id: 's-1', programme: 'short', on: from }));
    const { enrollments } = academy;
    const { id } = must(await enrollments.enroll({ learner: 'l-1', group: 's-1', from }));
    const answer = await enrollments.complete({ enrollment: id, on: '2026-12-21' });
    expectRefused(answer, 'results-missing', '*: interim', '*: final');
    await mark({ ...academy, id }, '4', '2026-11-01', { kind: 'interim' });
    await mark({ ...academy, id }, '4', '2026-12-20', { kind: 'final' });
    must(await enrollments.complete({ enrollment: id, on: '2026-12-21' }));
  });

  test('D2: what the programme names beside the regulation is asked for too', async () => {
    const { programmes, groups, ...academy } = await mentorAcademy({
      general: {
        programmeTypes: [
          {
            id: 'club',
            title: { ru: 'Кружок', en: 'Club' },
            category: null,
            mandatory: [],
            hoursMin: null,
          },
        ],
      },
    });
    const modules = [{ id: 'safety', scale: 'five-point', mandatory: ['interim'] }];
    const mandatory = ['final'];
    must(await programmes.open({ id: 'club', scale: 'pass-fail', modules, mandatory, on: from }));
    must(await groups.open({ id: 'c-1', programme: 'club', on: from }));
    const { enrollments } = academy;
    const { id } = must(await enrollments.enroll({ learner: 'l-1', group: 'c-1', from }));
    await mark({ ...academy, id }, '4', '2026-12-01', { kind: 'final' });
    const on = '2026-12-21';
    // A module's final mark is not the final result of the programme that the programme asks for.
    const answer = await enrollments.complete({ enrollment: id, on });
    expectRefused(answer, 'results-missing', 'safety: interim', '*: final');
    await mark({ ...academy, id }, '4', '2026-11-30', { kind: 'interim' });
    await mark({ ...academy, id }, 'зачтено', '2026-12-20', { kind: 'final', module: null });
    must(await enrollments.complete({ enrollment: id, on }));
  });
});

test('a story told again through another account has the same refusals', async () => {
  const academy = await withLearner();
  const other = servicesFor(academy, 'u-18');
  const sent = { enrollment: academy.id, on: '2026-10-01' };
  const first = await academy.enrollments.reinstate(sent);
  expect(await other.enrollments.reinstate(sent)).toEqual(first);
});

import type { coreServices, EventStore, Ground, GroundsGiven, RecordedEvent } from '@letopis/core';
import { creditGranting, letopis, must, order, runProcess } from '@letopis/core';
import { application as applicationPaper } from '@letopis/core/values';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { attested, sitting, withCommissions } from '../worlds/commission-academy.ts';
import { application, comparison, decision } from '../worlds/credit-school.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';
import {
  acceptance,
  act,
  begin,
  rejection,
  runTransfer,
  schoolWithRecords,
  signing,
} from '../worlds/transfer-school.ts';

/* The ground is the act's own: a paper stands beside a fact only where the fact rests on it. */

/** The services of a sender who opted for no ground at all. */
const plain = (store: EventStore) => letopis({ store, organisation: 'academy' }).as('u-9');

const groundsOf = (events: readonly RecordedEvent[], ...types: readonly string[]) =>
  events.filter(({ type }) => types.includes(type)).map(({ type, ground }) => [type, ground]);

const transferAct = { kind: 'act', number: '3-а', date: act.on };

describe('D18, R1 §7: a transfer stands on its act, never on an earlier order', () => {
  test('so does what the process does after the acceptance', async () => {
    const school = await schoolWithRecords();
    const { transfers } = plain(school.store);
    must(await transfers.begin(begin));
    await runTransfer(school.store);
    must(await transfers.drawUpAct(act));
    must(await transfers.sign(signing));
    must(await transfers.accept(acceptance));
    await runTransfer(school.store);
    const own = await school.events('transfer-t-1');
    expect(groundsOf(own, 'TransferBegun', 'RecordNoted')).toEqual([
      ['TransferBegun', null],
      ...Array.from({ length: 3 }, () => ['RecordNoted', null]),
    ]);
    const said = groundsOf(own, 'TransferActDrawnUp', 'TransferActSigned', 'TransferAccepted');
    expect(said.map(([, ground]) => ground)).toEqual([transferAct, transferAct, transferAct]);
    const file = await school.events('file-l-1.1');
    expect(groundsOf(file, 'HandedOver', 'AcceptedByArchive')).toEqual([
      ['HandedOver', null],
      ['AcceptedByArchive', transferAct],
    ]);
  });

  test('and what it does after a refusal', async () => {
    const school = await schoolWithRecords();
    const { transfers } = plain(school.store);
    must(await transfers.begin(begin));
    await runTransfer(school.store);
    must(await transfers.drawUpAct(act));
    must(await transfers.sign(signing));
    must(await transfers.refuse(rejection));
    await runTransfer(school.store);
    const file = await school.events('file-l-1.1');
    expect(groundsOf(file, 'ReturnedByArchive')).toEqual([['ReturnedByArchive', transferAct]]);
  });

  test('a paper that the command names comes first', async () => {
    const school = await schoolWithRecords();
    const { transfers } = plain(school.store);
    const ground = order('77-од', '2026-11-20');
    must(await transfers.begin({ ...begin, ground }));
    await runTransfer(school.store);
    must(await transfers.drawUpAct(act));
    must(await transfers.sign({ ...signing, ground }));
    const own = await school.events('transfer-t-1');
    expect(groundsOf(own, 'TransferActSigned')).toEqual([['TransferActSigned', ground]]);
    const file = await school.events('file-l-1.1');
    expect(groundsOf(file, 'HandedOver')).toEqual([['HandedOver', ground]]);
  });
});

/** The grounds of an application for credit with this paper, its decision, and the result. */
const creditOn = async (ground: Ground | undefined) => {
  const school = await openGifted();
  const { credits } = plain(school.store);
  must(await credits.apply({ ...application, ground }));
  must(await credits.compare(comparison));
  must(await credits.decide(decision));
  const { handler } = school;
  const process = creditGranting(handler, 'academy');
  await runProcess({ store: school.store, codec: handler.codec, process });
  const credited = await school.events('enrollment-l-1.mentor.1');
  return [
    ...groundsOf(await school.events('credit-c-1'), 'CreditApplied', 'CreditDecided'),
    ...groundsOf(credited, 'ResultCredited').slice(0, 1),
  ].map(([, paper]) => paper);
};

describe('D11, R5 §5: a credit stands on its application', () => {
  test('its decision and the result that the process records do so', async () => {
    const paper = { kind: 'application', number: null, date: application.on };
    expect(await creditOn(undefined)).toEqual([paper, paper, paper]);
  });

  test('with the number that the application bears, where it has one', async () => {
    const paper = applicationPaper('12-вх', '2026-10-04');
    expect(await creditOn(paper)).toEqual([paper, paper, paper]);
  });
});

test('D8, R1 §4.2.3: a result stands on the protocol that is its basis', async () => {
  const academy = await withCommissions();
  const on = '2026-11-10';
  const protocol = await sitting(academy, 'c-1', on);
  const { assessments } = plain(academy.store);
  await attested({ ...academy, assessments }, protocol, on);
  const events = await academy.events(`academy.enrollment-${academy.id}`);
  expect(groundsOf(events, 'AssessmentRecorded')).toEqual([
    ['AssessmentRecorded', { kind: 'protocol', number: '1', date: on }],
  ]);
});

test('RK 1.5: where the act has no paper of its own, the ground of the sender stands', async () => {
  const academy = await withCommissions();
  const record = order('5-л', '2026-10-01');
  const sender = letopis({ store: academy.store, organisation: 'academy' });
  const { assessments } = sender.as('u-9', { grounds: { assessments: { record } } });
  const of = { enrollment: academy.id, module: 'safety', kind: 'interim', value: '4' };
  must(await assessments.record({ ...of, on: '2026-11-10', assessor: 'p-9' }));
  const events = await academy.events(`academy.enrollment-${academy.id}`);
  expect(groundsOf(events, 'AssessmentRecorded')).toEqual([['AssessmentRecorded', record]]);
});

test('D18: an act that is a paper stands on it, though the command names none', async () => {
  const school = await schoolWithRecords();
  const { transfers } = plain(school.store);
  must(await transfers.begin(begin));
  await runTransfer(school.store);
  must(await transfers.drawUpAct({ ...act, ground: null }));
  const own = groundsOf(await school.events('transfer-t-1'), 'TransferActDrawnUp');
  expect(own).toEqual([['TransferActDrawnUp', transferAct]]);
});

/** A school, and its services for a sender with these grounds. */
const withGrounds = async (grounds: GroundsGiven<typeof coreServices>) => {
  const school = await schoolWithRecords();
  const { store } = school;
  return { school, ...letopis({ store, organisation: 'academy' }).as('u-9', { grounds }) };
};

describe('a sender’s grounds are given method by method', () => {
  const paper = order('5-л', '2026-10-01');
  const register = { learners: { register: paper } };

  test('they stand on the commands of that method only', async () => {
    const { school, learners, files } = await withGrounds(register);
    must(await learners.register({ id: 'l-8', on: '2026-10-02' }));
    must(await learners.change({ learner: 'l-8', phone: '+7 900 000', on: '2026-10-20' }));
    must(await files.open({ learner: 'l-8', number: '8', on: '2026-10-02' }));
    const [registered, changed] = await school.events('learner-l-8');
    expect([registered?.ground, changed?.ground]).toEqual([paper, null]);
    expect((await school.events('file-l-8.1'))[0]?.ground).toBeNull();
  });

  test('RK 1.8: an annulment never bears them, and needs an order of its own', async () => {
    const academy = await mentorAcademy();
    const { store } = academy;
    const enroll = order('1-од', '2026-08-25');
    const sender = letopis({ store, organisation: 'academy' });
    const { enrollments } = sender.as('u-9', { grounds: { enrollments: { enroll } } });
    const place = { learner: 'l-1', group: 'm-1', from: '2026-09-01' };
    const { id: enrollment, eventId: entry } = must(await enrollments.enroll(place));
    const leaving = { enrollment, reason: 'own-wish', on: '2026-11-01' };
    expectRefused(await enrollments.discharge(leaving), 'order-required', 'discharge');
    const wrong = { enrollment, entry, reason: 'зачислен однофамилец', signer: 'p-1' };
    expectRefused(await enrollments.annul(wrong), 'order-required', 'enroll');
    const own = order('9-од', '2026-11-20');
    must(await enrollments.annul({ ...wrong, ground: own }));
    const events = await academy.events(`academy.enrollment-${enrollment}`);
    expect(events.map(({ ground }) => ground)).toEqual([enroll, own]);
  });

  test('D8, R1 §4.2.3: the protocol that a result stands on comes before them', async () => {
    const academy = await withCommissions();
    const on = '2026-11-10';
    const protocol = await sitting(academy, 'c-1', on);
    const sender = letopis({ store: academy.store, organisation: 'academy' });
    const { assessments } = sender.as('u-9', { grounds: { assessments: { record: paper } } });
    await attested({ ...academy, assessments }, protocol, on);
    const events = await academy.events(`academy.enrollment-${academy.id}`);
    expect(groundsOf(events, 'AssessmentRecorded')).toEqual([
      ['AssessmentRecorded', { kind: 'protocol', number: '1', date: on }],
    ]);
  });

  test('a command’s own ground comes first, and null says none', async () => {
    const { school, learners } = await withGrounds(register);
    const ground = order('6-л', '2026-10-02');
    must(await learners.register({ id: 'l-8', on: '2026-10-02', ground }));
    must(await learners.register({ id: 'l-9', on: '2026-10-02', ground: null }));
    expect((await school.events('learner-l-8'))[0]?.ground).toEqual(ground);
    expect((await school.events('learner-l-9'))[0]?.ground).toBeNull();
  });
});

/** Opens the services for a sender with these options. */
const open = (options: object) => () =>
  letopis({ store: openMemory(), organisation: 'academy' })
    .with({ days: (session) => ({ who: () => session.sender.actor }) })
    .as('u-9', options);

describe('a ground for more than that is misuse, and the error says the repair', () => {
  const paper = order('1-од', '2026-08-25');
  const repair =
    'give `ground` with the command, or by service and method: `grounds: { enrollments';

  test.each([
    ['for everything', { ground: paper }, `facts that never rested on it: ${repair}`],
    ['for a service', { grounds: { enrollments: paper } }, `all of enrollments`],
    ['for a service', { grounds: { enrollments: paper } }, repair],
    ['for no service', { grounds: { enrolments: { enroll: paper } } }, 'no service enrolments'],
    ['for no method', { grounds: { enrollments: { enrol: paper } } }, 'enrollments.enrol sends no'],
    ['for no command', { grounds: { days: { who: paper } } }, 'days.who sends no command'],
    ['for an annulment', { grounds: { enrollments: { annul: paper } } }, 'puts an entry right'],
    [
      'for a correction',
      { grounds: { journals: { correctLesson: paper } } },
      'puts an entry right',
    ],
  ])('%s: %o', (_, options, said) => {
    expect(open(options)).toThrow(/^misuse: /u);
    expect(open(options)).toThrow(said);
  });
});

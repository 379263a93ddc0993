import type { EventStore, Ground, RecordedEvent } from '@letopis/core';
import { creditGranting, letopis, must, order, runProcess } from '@letopis/core';
import { application as applicationPaper } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { attested, sitting, withCommissions } from '../worlds/commission-academy.ts';
import { application, comparison, decision } from '../worlds/credit-school.ts';
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

describe('a sender’s grounds are given service by service', () => {
  test('they stand on the commands of that service only', async () => {
    const school = await schoolWithRecords();
    const grounds = { learners: { register: order('5-л', '2026-10-01') } };
    const sender = letopis({ store: school.store, organisation: 'academy' }).as('u-9', { grounds });
    must(await sender.learners.register({ id: 'l-8', on: '2026-10-02' }));
    must(await sender.files.open({ learner: 'l-8', number: '8', on: '2026-10-02' }));
    expect((await school.events('learner-l-8'))[0]?.ground).toEqual(grounds.learners.register);
    expect((await school.events('file-l-8.1'))[0]?.ground).toBeNull();
  });

  test('a command’s own ground comes first, and null says none', async () => {
    const school = await schoolWithRecords();
    const grounds = { learners: { register: order('5-л', '2026-10-01') } };
    const sender = letopis({ store: school.store, organisation: 'academy' }).as('u-9', { grounds });
    const ground = order('6-л', '2026-10-02');
    must(await sender.learners.register({ id: 'l-8', on: '2026-10-02', ground }));
    must(await sender.learners.register({ id: 'l-9', on: '2026-10-02', ground: null }));
    expect((await school.events('learner-l-8'))[0]?.ground).toEqual(ground);
    expect((await school.events('learner-l-9'))[0]?.ground).toBeNull();
  });

  test('one ground for everything is misuse, and the error says the repair', async () => {
    const { store } = await schoolWithRecords();
    const old = { ground: order('1-од', '2026-08-25') } as object;
    const open = () => letopis({ store, organisation: 'academy' }).as('u-9', old);
    expect(open).toThrow(/^misuse: .*give `ground` with the command, or `grounds: \{ enrollments/u);
  });

  test('a ground for a service that there is not is misuse', async () => {
    const { store } = await schoolWithRecords();
    const grounds = { enrolments: { enroll: order('1-од', '2026-08-25') } } as object;
    const open = () => letopis({ store, organisation: 'academy' }).as('u-9', { grounds });
    expect(open).toThrow('there is no service enrolments');
  });
});

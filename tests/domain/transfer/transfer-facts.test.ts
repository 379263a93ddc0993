import { codec, coreEvents, must } from '@letopis/core';
import { noteNotDone } from '@letopis/core/commands';
import { decideNoteNotDone } from '@letopis/core/decisions';
import { recordNotDone, recordNoted, recordsListed, transferBegun } from '@letopis/core/events';
import type { TransferEvent, TransferState } from '@letopis/core/facts';
import { placeOfKeeping, recordsAt, transferFold, transferStanding } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { regulation } from '../worlds/records-school.ts';
import {
  acceptance,
  act,
  begin,
  records,
  rejection,
  runTransfer,
  schoolWithRecords,
  signing,
} from '../worlds/transfer-school.ts';

/* What each step of a transfer says, who signs it, and in which order the steps come. */

type School = Awaited<ReturnType<typeof schoolWithRecords>>;

const off = { transfer: 't-1', signer: 'p-5', reason: 'не та группа', on: '2026-11-22' };

/** A school whose transfer is begun and handed over. */
async function handedOver(change: object = {}) {
  const school = await schoolWithRecords();
  must(await school.transfers.begin({ ...begin, ...change }));
  await runTransfer(school.store);
  return school;
}

const stateOf = async ({ session }: School) => (await session.load(transferFold, 't-1')).state;

describe('D18 R1 §7.2: each step says all of it', () => {
  const whose = { transfer: ['t-1'], group: ['m-1'] };
  const keeper = { person: 'p-5', office: 'records-keeper', position: null };
  const archivist = { person: 'p-7', office: 'archivist', position: null };

  test('begun, with its list; drawn up; signed; accepted', async () => {
    const school = await handedOver();
    must(await school.transfers.drawUpAct(act));
    must(await school.transfers.sign(signing));
    must(await school.transfers.accept(acceptance));
    const story = await school.events('transfer-t-1');
    const { archive } = regulation();
    expect(story[0]?.refs).toEqual({ ...whose, official: ['p-5'] });
    expect(story[0]?.data).toEqual({
      transfer: 't-1',
      group: 'm-1',
      handsOver: 'p-5',
      fromUnit: archive.fromUnit,
      toUnit: archive.toUnit,
      dueOn: '2026-12-20',
      edition: 1,
    });
    expect(story[1]?.data).toEqual({ transfer: 't-1', records });
    const [drawn, signed, taken] = story.slice(-3);
    expect([drawn, signed, taken].map((event) => event?.data)).toEqual([
      { transfer: 't-1', number: '3-а', records: 3, notDone: 2 },
      { transfer: 't-1', signer: keeper, edition: 1 },
      { transfer: 't-1', signer: archivist, place: acceptance.place, edition: 1 },
    ]);
    const days = [drawn, signed, taken].map((event) => event?.occurredOn);
    expect(days).toEqual([act.on, signing.on, acceptance.on]);
    expect(await stateOf(school)).toMatchObject({
      id: 't-1',
      phase: 'accepted',
      group: 'm-1',
      begunOn: begin.on,
      lastOn: acceptance.on,
      dueOn: '2026-12-20',
      acceptedOn: acceptance.on,
      act: { number: '3-а', date: act.on },
      signedBy: 'p-5',
    });
  });

  test('refused with its defects, or called off; each keeps the day and who signed', async () => {
    const refused = await handedOver();
    must(await refused.transfers.drawUpAct(act));
    must(await refused.transfers.sign(signing));
    must(await refused.transfers.refuse(rejection));
    const no = (await refused.events('transfer-t-1')).at(-1);
    const { defects } = rejection;
    expect(no).toMatchObject({ type: 'TransferRefused', occurredOn: rejection.on });
    expect(no?.refs).toEqual({ ...whose, official: ['p-7'] });
    expect(no?.data).toEqual({ transfer: 't-1', signer: archivist, defects, edition: 1 });
    const over = { phase: 'refused', lastOn: rejection.on, acceptedOn: null };
    expect(await stateOf(refused)).toMatchObject(over);
    const called = await handedOver();
    must(await called.transfers.callOff(off));
    const event = (await called.events('transfer-t-1')).at(-1);
    expect(event?.refs).toEqual({ ...whose, official: ['p-5'] });
    expect(event?.data).toEqual({
      transfer: 't-1',
      signer: keeper,
      defects: [{ record: null, defect: 'не та группа' }],
      edition: 1,
    });
  });

  test('a transfer of listed learners names no group in any step', async () => {
    const school = await handedOver({ group: null });
    must(await school.transfers.drawUpAct(act));
    must(await school.transfers.sign(signing));
    const [drawn, signed] = (await school.events('transfer-t-1')).slice(-2);
    expect(drawn?.refs).toEqual({ transfer: ['t-1'] });
    expect(signed?.refs).toEqual({ transfer: ['t-1'], official: ['p-5'] });
  });

  test('a defect of an unlisted record is refused, also after one of no record', async () => {
    const { transfers } = await handedOver();
    must(await transfers.drawUpAct(act));
    must(await transfers.sign(signing));
    const defects = [
      { record: null, defect: 'нет описи' },
      { record: 'file-l-9.1', defect: 'нет листов' },
    ];
    const no = await transfers.refuse({ ...rejection, defects });
    expectRefused(no, 'record-not-listed', 'file-l-9.1');
  });

  test('125 records are one event, and none of more is left out', async () => {
    const { transfers, events } = await schoolWithRecords();
    const many = Array.from({ length: 126 }, (_, n) => `enrollment-x-${n}.mentor.1`);
    must(await transfers.begin({ ...begin, records: many.slice(0, 125) }));
    expect(await events('transfer-t-1')).toHaveLength(2);
    must(await transfers.begin({ ...begin, id: 't-2', records: many, commandId: step(40) }));
    const [, first, second, ...rest] = await events('transfer-t-2');
    expect(rest).toEqual([]);
    expect(first?.data).toEqual({ transfer: 't-2', records: many.slice(0, 125) });
    expect(second?.data).toEqual({ transfer: 't-2', records: ['enrollment-x-125.mentor.1'] });
    expect(second?.refs).toEqual({
      transfer: ['t-2'],
      enrollment: ['x-125.mentor.1'],
      learner: ['x-125'],
      programme: ['mentor'],
    });
  });
});

/** Expects that another step comes first, and gives the data of the refusal. */
const notReady = (result: Parameters<typeof expectRefused>[0]) =>
  expectRefused(result, 'transfer-not-ready', 't-1').data;
const between = (phase: string, needed: string) => ({ transfer: 't-1', phase, needed });

describe('D18: the steps of a transfer have their order', () => {
  test('none of a transfer that nobody began', async () => {
    const { transfers } = await schoolWithRecords();
    for (const told of [
      await transfers.drawUpAct(act),
      await transfers.sign(signing),
      await transfers.accept(acceptance),
      await transfers.refuse(rejection),
      await transfers.callOff(off),
    ]) {
      expectRefused(told, 'transfer-unknown', 't-1');
    }
  });

  test('none before the day of the step before it', async () => {
    const { transfers } = await handedOver();
    const early = { on: '2026-11-20' };
    const late = ['2026-11-20', '2026-11-21'];
    expectRefused(await transfers.drawUpAct({ ...act, ...early }), 'act-out-of-order', ...late);
    must(await transfers.drawUpAct(act));
    must(await transfers.sign(signing));
    const said = { ...early, commandId: step(41) };
    expectRefused(await transfers.refuse({ ...rejection, ...said }), 'act-out-of-order', ...late);
    expectRefused(await transfers.callOff({ ...off, ...early }), 'act-out-of-order', ...late);
    must(await transfers.callOff({ ...off, on: '2026-11-21' }));
  });

  test('a refusal to go on names the phase, and the one that is needed', async () => {
    const { transfers } = await handedOver();
    expect(notReady(await transfers.sign(signing))).toEqual(between('begun', 'drawn-up'));
    must(await transfers.drawUpAct(act));
    const again = await transfers.drawUpAct({ ...act, commandId: step(42) });
    expect(notReady(again)).toEqual(between('drawn-up', 'begun'));
    must(await transfers.sign(signing));
    const twice = await transfers.sign({ ...signing, commandId: step(43) });
    expect(notReady(twice)).toEqual(between('signed', 'drawn-up'));
    must(await transfers.refuse(rejection));
    const over = await transfers.accept({ ...acceptance, commandId: step(44) });
    const { data } = expectRefused(over, 'transfer-over', 't-1');
    expect(data).toEqual({ transfer: 't-1', phase: 'refused' });
  });

  test('records that wait are named; where all were refused, nothing is drawn up', async () => {
    const school = await schoolWithRecords();
    const { transfers } = school;
    must(await transfers.begin(begin));
    const waiting = recordsAt(await stateOf(school), 'outstanding');
    expect(waiting).toEqual(records);
    expectRefused(await transfers.drawUpAct(act), 'records-outstanding', 't-1', ...records);
    await runTransfer(school.store);
    const state = await stateOf(school);
    const [noted, notDone] = [recordsAt(state, 'noted'), recordsAt(state, 'not-done')];
    expect([...noted, ...notDone].toSorted()).toEqual(records.toSorted());
    expect(notDone).toEqual([records[1], records[3]]);
  });
});

describe('D18: who signs for a group holds the office there', () => {
  const from = '2026-09-01';
  const of = (group: string) => ({ from, scope: { groups: [group] } });

  test('an office of another group signs no step of it, one of this group does', async () => {
    const school = await schoolWithRecords();
    const { officials, transfers, store } = school;
    must(await officials.appoint({ person: 'p-3', office: 'records-keeper', ...of('m-2') }));
    must(await officials.appoint({ person: 'p-4', office: 'archivist', ...of('m-2') }));
    must(await officials.appoint({ person: 'p-8', office: 'records-keeper', ...of('m-1') }));
    must(await officials.appoint({ person: 'p-10', office: 'archivist', ...of('m-1') }));
    const other = await transfers.begin({ ...begin, handsOver: 'p-3' });
    expectRefused(other, 'not-appointed', 'p-3', 'records-keeper');
    must(await transfers.begin({ ...begin, handsOver: 'p-8' }));
    await runTransfer(store);
    must(await transfers.drawUpAct(act));
    const no = 'not-appointed';
    expectRefused(await transfers.sign({ ...signing, signer: 'p-3' }), no, 'p-3');
    must(await transfers.sign({ ...signing, signer: 'p-8' }));
    expectRefused(await transfers.accept({ ...acceptance, signer: 'p-4' }), no, 'p-4', 'archivist');
    expectRefused(await transfers.refuse({ ...rejection, signer: 'p-4' }), no, 'p-4', 'archivist');
    expectRefused(await transfers.callOff({ ...off, signer: 'p-3' }), no, 'p-3');
    must(await transfers.accept({ ...acceptance, signer: 'p-10' }));
  });
});

describe('D18: what was not done of a record after its hand-over', () => {
  const day = '2026-11-21';
  const record = 'file-l-1.1';
  const at = <Data>(data: Data) => ({ occurredOn: day, refs: {}, data });
  const refs = { file: ['l-1.1'], learner: ['l-1'], transfer: ['t-1'] };
  const refusal = { code: 'record-unknown', ru: 'нет', en: 'none' };
  const units = { fromUnit: 'Отдел', toUnit: 'Архив' };
  const given = scenario<TransferState, TransferEvent>(transferFold, codec(coreEvents)).given(
    transferBegun.draft(
      at({ transfer: 't-1', group: null, handsOver: 'p-5', ...units, dueOn: null, edition: 1 }),
    ),
    recordsListed.draft(at({ transfer: 't-1', records: [record] })),
    recordNoted.draft(at({ transfer: 't-1', record, revision: 4 })),
  );

  test('is told by its step, and leaves it noted', () => {
    for (const of of ['close', 'return'] as const) {
      const said = { transfer: 't-1', record, step: of, refusal };
      const note = noteNotDone.schema.parse({ ...said, on: day });
      given
        .when((state) => decideNoteNotDone(state, note))
        .thenEvents(recordNotDone.draft({ occurredOn: day, refs, data: said }))
        .thenState((state) =>
          expect(state.records.get(record)).toEqual({
            standing: 'noted',
            revision: 4,
            settled: null,
          }),
        );
    }
  });
});

describe('D18 R1 §7.1-7.2: days at their edges', () => {
  test('an acceptance counts from its own day', () => {
    const facts = { dueOn: '2026-12-20', acceptedOn: '2026-12-20' };
    expect(transferStanding(facts, '2026-12-20')).toBe('in-time');
    expect(transferStanding({ ...facts, acceptedOn: '2026-12-21' }, '2026-12-20')).toBe('waiting');
    expect(transferStanding({ ...facts, acceptedOn: '2026-12-21' }, '2026-12-21')).toBe('late');
  });

  test('a record is in the archive from the day on which it was accepted', () => {
    const { archive } = regulation();
    const at = (on: string) =>
      placeOfKeeping(archive, { acceptedOn: '2026-11-22', loan: null }, on);
    expect(at('2026-11-21')).toEqual({ place: 'department', unit: archive.fromUnit });
    expect(at('2026-11-22')).toEqual({ place: 'archive', unit: archive.toUnit });
  });
});

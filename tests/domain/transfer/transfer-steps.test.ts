import { codec, coreEvents, must } from '@letopis/core';
import { noteNotDone, noteRecord, noteSettled } from '@letopis/core/commands';
import { decideNoteNotDone, decideNoteRecord, decideNoteSettled } from '@letopis/core/decisions';
import {
  recordNotDone,
  recordNoted,
  recordSettled,
  recordsListed,
  transferAccepted,
  transferBegun,
  transferRefused,
} from '@letopis/core/events';
import type { TransferEvent, TransferState } from '@letopis/core/facts';
import { placeOfKeeping, transferFold } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { regulation } from '../worlds/records-school.ts';
import {
  acceptance,
  act,
  begin,
  rejection,
  runTransfer,
  schoolWithRecords,
  signing,
} from '../worlds/transfer-school.ts';

const day = '2026-11-21';
const record = 'file-l-1.1';
const ids = { transfer: 't-1', record };
const refs = { file: ['l-1.1'], learner: ['l-1'], transfer: ['t-1'] };
const signer = { person: 'p-7', office: 'archivist', position: null };
const at = <Data>(data: Data) => ({ occurredOn: day, refs: {}, data });
const begun = transferBegun.draft(
  at({
    transfer: 't-1',
    group: null,
    handsOver: 'p-5',
    fromUnit: 'Отдел',
    toUnit: 'Архив',
    dueOn: null,
    edition: 1,
  }),
);
const listed = recordsListed.draft(at({ transfer: 't-1', records: [record] }));
const noted = recordNoted.draft(at({ ...ids, revision: 4 }));
const refusal = { code: 'not-ended', ru: 'не окончено', en: 'not ended' };
const notDone = recordNotDone.draft(at({ ...ids, step: 'hand-over' as const, refusal }));
const accepted = transferAccepted.draft(
  at({ transfer: 't-1', signer, place: 'Стеллаж 2', edition: 1 }),
);
const refused = transferRefused.draft(at({ transfer: 't-1', signer, defects: [], edition: 1 }));

const empty = scenario<TransferState, TransferEvent>(transferFold, codec(coreEvents));
const open = empty.given(begun, listed);
const note = noteRecord.schema.parse({ ...ids, revision: 4, on: day });
const failed = (of: 'hand-over' | 'close' | 'return') =>
  noteNotDone.schema.parse({ ...ids, step: of, refusal, on: day });
const settle = (of: 'close' | 'return') =>
  noteSettled.schema.parse({ ...ids, step: of, revision: 5, on: day });

describe('D18: what a process notes about a listed record', () => {
  test('its hand-over has one outcome: noted, or not done', () => {
    open
      .when((state) => decideNoteRecord(state, note))
      .thenEvents(recordNoted.draft({ occurredOn: day, refs, data: { ...ids, revision: 4 } }))
      .thenState(({ records }) =>
        expect(records.get(record)).toEqual({ standing: 'noted', revision: 4, settled: null }),
      );
    open
      .when((state) => decideNoteNotDone(state, failed('hand-over')))
      .thenEvents(
        recordNotDone.draft({
          occurredOn: day,
          refs,
          data: { ...ids, step: 'hand-over', refusal },
        }),
      )
      .thenState(({ records }) => expect(records.get(record)?.standing).toBe('not-done'));
    for (const [before, standing] of [
      [open.given(noted), 'noted'],
      [open.given(notDone), 'not-done'],
    ] as const) {
      const data = { ...ids, standing };
      before
        .when((state) => decideNoteRecord(state, note))
        .thenRefused('record-not-outstanding', data);
      before
        .when((state) => decideNoteNotDone(state, failed('hand-over')))
        .thenRefused('record-not-outstanding', data);
    }
  });

  test('and none once the transfer was called off', () => {
    open
      .given(refused)
      .when((state) => decideNoteRecord(state, note))
      .thenRefused('record-not-outstanding', { ...ids, standing: 'refused' });
  });

  test('of an unknown transfer, or a record that it does not list, nothing', () => {
    const steps = [
      (state: TransferState) => decideNoteRecord(state, note),
      (state: TransferState) => decideNoteNotDone(state, failed('hand-over')),
      (state: TransferState) => decideNoteSettled(state, settle('close')),
    ];
    for (const decide of steps) {
      empty.when(decide).thenRefused('transfer-unknown', { transfer: 't-1' });
      empty.given(begun).when(decide).thenRefused('record-not-listed', ids);
    }
  });

  test('a later step that was not done leaves it noted', () => {
    open
      .given(noted, accepted)
      .when((state) => decideNoteNotDone(state, failed('close')))
      .thenState(({ records }) => expect(records.get(record)?.standing).toBe('noted'));
  });
});

describe('D18: a record is settled once, as its transfer ended', () => {
  const closed = recordSettled.draft(at({ ...ids, step: 'close' as const, revision: 5 }));

  test('closed after acceptance, and not returned', () => {
    const after = open.given(noted, accepted);
    after
      .when((state) => decideNoteSettled(state, settle('close')))
      .thenEvents(
        recordSettled.draft({
          occurredOn: day,
          refs,
          data: { ...ids, step: 'close', revision: 5 },
        }),
      )
      .thenState(({ records }) => expect(records.get(record)?.settled).toBe('close'));
    const phase = 'accepted';
    after
      .when((state) => decideNoteSettled(state, settle('return')))
      .thenRefused('record-not-to-settle', { ...ids, step: 'return', phase });
    after
      .given(closed)
      .when((state) => decideNoteSettled(state, settle('close')))
      .thenRefused('record-not-to-settle', { ...ids, step: 'close', phase });
  });

  test('returned after a refusal, and not closed', () => {
    const after = open.given(noted, refused);
    after
      .when((state) => decideNoteSettled(state, settle('return')))
      .thenState(({ records }) => expect(records.get(record)?.settled).toBe('return'));
    after
      .when((state) => decideNoteSettled(state, settle('close')))
      .thenRefused('record-not-to-settle', { ...ids, step: 'close', phase: 'refused' });
  });

  test('returned in any phase, where it was handed over too late to be noted', () => {
    const late = open.given(notDone);
    for (const phase of [late, late.given(accepted)]) {
      phase
        .when((state) => decideNoteSettled(state, settle('return')))
        .thenState(({ records }) => expect(records.get(record)?.settled).toBe('return'));
    }
    late
      .given(accepted)
      .when((state) => decideNoteSettled(state, settle('close')))
      .thenRefused('record-not-to-settle');
  });

  test('neither before the transfer has ended', () => {
    for (const which of ['close', 'return'] as const) {
      open
        .given(noted)
        .when((state) => decideNoteSettled(state, settle(which)))
        .thenRefused('record-not-to-settle', { ...ids, step: which, phase: 'begun' });
    }
  });
});

describe('D18 R1 §7.2: days of a transfer', () => {
  test('it begins on the day of the order, and each step may be on the day before it', async () => {
    const { transfers, store, events, handler } = await schoolWithRecords();
    const early = await transfers.begin({ ...begin, on: '2026-11-19' });
    expectRefused(early, 'act-out-of-order', '2026-11-19', '2026-11-20');
    must(await transfers.begin({ ...begin, on: '2026-11-20' }));
    await runTransfer(store);
    const on = '2026-11-20';
    must(await transfers.drawUpAct({ ...act, on }));
    must(await transfers.sign({ ...signing, on }));
    const before = await transfers.accept({ ...acceptance, on: '2026-11-19' });
    expectRefused(before, 'act-out-of-order', '2026-11-19', '2026-11-20');
    must(await transfers.accept({ ...acceptance, on }));
    const story = await events('transfer-t-1');
    const whose = { transfer: ['t-1'], group: ['m-1'] };
    const [drawn, signed, taken] = story.slice(-3);
    expect(drawn?.refs).toEqual(whose);
    expect(drawn?.data).toMatchObject({ number: '3-а', records: 3, notDone: 2 });
    expect(signed?.refs).toEqual({ ...whose, official: ['p-5'] });
    expect(taken?.refs).toEqual({ ...whose, official: ['p-7'] });
    expect(taken?.data).toMatchObject({ place: acceptance.place, signer: { person: 'p-7' } });
    const { state } = await handler.load(transferFold, 'academy.transfer-t-1');
    const facts = { phase: 'accepted', group: 'm-1', begunOn: on, lastOn: on, acceptedOn: on };
    expect(state).toMatchObject({ id: 't-1', ...facts, signedBy: 'p-5' });
  });

  test('without a group it names none', async () => {
    const { transfers, events } = await schoolWithRecords();
    must(await transfers.begin({ ...begin, group: null }));
    const [told, list] = await events('transfer-t-1');
    expect(told?.refs).toEqual({ transfer: ['t-1'], official: ['p-5'] });
    expect(list?.refs.transfer).toEqual(['t-1']);
  });

  test('called off or refused, it says why, and who signed', async () => {
    const { transfers, store, events } = await schoolWithRecords();
    const off = { transfer: 't-1', reason: 'не та группа', on: '2026-11-21' };
    expectRefused(await transfers.callOff({ ...off, signer: 'p-5' }), 'transfer-unknown', 't-1');
    must(await transfers.begin(begin));
    await runTransfer(store);
    expectRefused(await transfers.callOff({ ...off, signer: 'p-7' }), 'not-appointed', 'p-7');
    must(await transfers.callOff({ ...off, signer: 'p-5' }));
    expect(
      (await events('transfer-t-1')).find(({ type }) => type === 'TransferRefused'),
    ).toMatchObject({
      refs: { transfer: ['t-1'], official: ['p-5'] },
      data: { defects: [{ record: null, defect: 'не та группа' }], signer: { person: 'p-5' } },
    });
    const over = await transfers.callOff({ ...off, signer: 'p-5' });
    expectRefused(over, 'transfer-over', 't-1');
  });

  test('a defect of no record may be named; who refuses is of the archive', async () => {
    const { transfers, store, events } = await schoolWithRecords();
    must(await transfers.begin(begin));
    await runTransfer(store);
    must(await transfers.drawUpAct(act));
    must(await transfers.sign(signing));
    const defects = [{ record: null, defect: 'нет описи' }];
    const other = await transfers.refuse({ ...rejection, defects, signer: 'p-5' });
    expectRefused(other, 'not-appointed', 'p-5');
    must(await transfers.refuse({ ...rejection, defects, on: '2026-11-21', commandId: step(31) }));
    expect((await events('transfer-t-1')).at(-1)?.data).toMatchObject({ defects });
  });
});

describe('R1 §7.1: where a record is kept on a day', () => {
  const { archive } = regulation();
  const loan = { on: '2026-12-01', until: '2026-12-20', borrower: 'p-5', unit: 'Отдел кадров' };

  test.each([
    ['2026-11-30', null, 'archive', archive.toUnit],
    ['2026-12-01', null, 'lent', loan.unit],
    ['2026-12-09', '2026-12-10', 'lent', loan.unit],
    ['2026-12-10', '2026-12-10', 'archive', archive.toUnit],
    ['2026-11-21', null, 'department', archive.fromUnit],
  ] as const)('on %s, a loan given back on %s: %s', (on, returnedOn, place, unit) => {
    const lent = { ...loan, returnedOn } as Parameters<typeof placeOfKeeping>[1]['loan'];
    const facts = { acceptedOn: '2026-11-22', loan: lent };
    expect(placeOfKeeping(archive, facts, on)).toEqual({ place, unit });
  });
});

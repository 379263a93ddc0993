import { createHash } from 'node:crypto';
import { codec, coreEvents, must } from '@letopis/core';
import { acceptRecord, closeFile, openFile } from '@letopis/core/commands';
import { decideCloseFile, decideOpenFile, decideTakeNumber } from '@letopis/core/decisions';
import {
  acceptedByArchive,
  fileNumberTaken,
  fileOpened,
  handedOver,
  returnedByArchive,
} from '@letopis/core/events';
import type { FileEvent, FileNumberEvent, FileNumberState, FileState } from '@letopis/core/facts';
import { fileArchive, fileFold, fileNumberFold, notArchived } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { act, copy, diploma, openSchool, opening } from '../worlds/records-school.ts';

const scan = { ...copy, title: 'Скан', sheets: 6, medium: 'electronic' as const };
const removal = {
  file: 'l-1.1',
  item: 1,
  reason: 'Возвращён',
  signer: 'p-5',
  ground: act,
  on: '2026-09-10',
};
const certify = { file: 'l-1.1', sheets: 5, inventorySheets: 1, signer: 'p-5', on: '2026-09-20' };
const next = { file: 'l-1.1', on: '2026-09-20' };

/** A school with an open file of three lines: 3 sheets, 2 sheets, and one that is electronic. */
async function schoolWithFile() {
  const school = await openSchool();
  must(await school.files.open(opening));
  for (const document of [diploma, copy, scan]) must(await school.files.addDocument(document));
  const state = async () => (await school.handler.load(fileFold, 'academy.file-l-1.1')).state;
  const last = async () => (await school.events('file-l-1.1')).at(-1);
  return { ...school, state, last };
}

describe('D17: days of a personal file', () => {
  test('it may be closed on the day of its latest document, and not the day before', async () => {
    const { files, last } = await schoolWithFile();
    const early = await files.close({ file: 'l-1.1', on: '2026-09-09' });
    expectRefused(early, 'act-out-of-order', '2026-09-09', '2026-09-10');
    must(await files.close({ file: 'l-1.1', on: '2026-09-10' }));
    expect(await last()).toMatchObject({ refs: { file: ['l-1.1'], learner: ['l-1'] } });
  });

  test('a document that is entered late moves its latest day back for nobody', async () => {
    const { files, state } = await schoolWithFile();
    must(await files.addDocument({ ...copy, on: '2026-09-05' }));
    expect((await state()).lastOn).toBe('2026-09-10');
    const early = await files.close({ file: 'l-1.1', on: '2026-09-09' });
    expectRefused(early, 'act-out-of-order', '2026-09-10');
  });

  test('each act about it is its latest day: a correction, an inscription, a part', async () => {
    const { files, state } = await schoolWithFile();
    const fixed = { ...copy, item: 2, title: 'Копия', signer: 'p-5', on: '2026-09-12' };
    must(await files.correctLine(fixed));
    expect((await state()).lastOn).toBe('2026-09-12');
    must(await files.certifyPart(certify));
    expect((await state()).lastOn).toBe('2026-09-20');
    const early = await files.openPart({ ...next, on: '2026-09-19' });
    expectRefused(early, 'act-out-of-order', '2026-09-19', '2026-09-20');
    must(await files.openPart({ ...next, on: '2026-09-21' }));
    expect((await state()).lastOn).toBe('2026-09-21');
  });

  test('a part is certified on its latest document’s day, and opened that day', async () => {
    const { files, last } = await schoolWithFile();
    must(await files.certifyPart({ ...certify, on: '2026-09-10' }));
    must(await files.openPart({ ...next, on: '2026-09-10' }));
    expect(await last()).toMatchObject({
      type: 'FilePartOpened',
      refs: { file: ['l-1.1'], learner: ['l-1'] },
      data: { part: 2, fromItem: 4 },
    });
  });

  test('a document may leave, and its line be corrected, on the day it was added', async () => {
    const { files } = await schoolWithFile();
    must(await files.correctLine({ ...diploma, item: 1, signer: 'p-5', on: '2026-09-02' }));
    must(await files.removeDocument({ ...removal, on: '2026-09-02' }));
  });
});

describe('D17: nothing more is written into a closed file', () => {
  test('neither a correction, nor a removal, nor an inscription, nor a part', async () => {
    const { files } = await schoolWithFile();
    must(await files.close({ file: 'l-1.1', on: '2026-09-11' }));
    const on = '2026-09-12';
    const closed = ['file-closed', 'l-1.1', '2026-09-11'] as const;
    expectRefused(await files.certifyPart({ ...certify, on }), ...closed);
    expectRefused(await files.openPart({ ...next, on }), ...closed);
    expectRefused(await files.removeDocument({ ...removal, on }), ...closed);
    const fixed = { ...copy, item: 2, signer: 'p-5', on };
    expectRefused(await files.correctLine(fixed), ...closed);
  });
});

describe('D17: a corrected line of the inventory counts as corrected', () => {
  const fixed = { ...copy, item: 2, signer: 'p-5', on: '2026-09-12' };

  test('its sheets and its medium decide what an inscription counts', async () => {
    const { files, state } = await schoolWithFile();
    must(await files.correctLine({ ...fixed, sheets: 4 }));
    expectRefused(await files.certifyPart(certify), 'sheets-miscounted', '5', '7');
    must(await files.correctLine({ ...fixed, sheets: 4, medium: 'electronic' }));
    expect((await state()).items.get(2)).toMatchObject({ sheets: 4, medium: 'electronic' });
    must(await files.certifyPart({ ...certify, sheets: 3 }));
  });

  test('a certified part keeps its sheets, and their medium, from the first line on', async () => {
    const { files } = await schoolWithFile();
    must(await files.certifyPart(certify));
    const later = { ...fixed, on: '2026-09-20' };
    const scanned = await files.correctLine({ ...later, medium: 'electronic' });
    expectRefused(scanned, 'file-part-certified', 'l-1.1', '1');
    must(await files.openPart(next));
    must(await files.addDocument({ ...copy, on: '2026-09-20' }));
    // Line 4 is the first of the new part, which nobody has certified yet.
    must(await files.correctLine({ ...later, item: 4, sheets: 8 }));
    must(await files.certifyPart({ ...certify, sheets: 8 }));
  });

  test('an earlier part that loses a document leaves the last one certified', async () => {
    const { files, state } = await schoolWithFile();
    must(await files.certifyPart(certify));
    must(await files.openPart(next));
    must(await files.addDocument({ ...copy, on: '2026-09-20' }));
    must(await files.certifyPart({ ...certify, sheets: 2 }));
    must(await files.removeDocument({ ...removal, on: '2026-09-20' }));
    expect((await state()).certified).toBe(true);
    must(await files.removeDocument({ ...removal, item: 4, on: '2026-09-20' }));
    expect((await state()).certified).toBe(false);
  });

  test('its number and the reason are kept where they were given, and only there', async () => {
    const { files, last } = await schoolWithFile();
    must(await files.correctLine({ ...fixed, reason: 'Описка' }));
    const told = { title: { value: 'Копия диплома' }, number: { value: '77-1' } };
    expect((await last())?.data).toMatchObject({ ...told, reason: { value: 'Описка' } });
    must(await files.correctLine({ ...fixed, number: null }));
    const silent = (await last())?.data as object;
    expect(Object.keys(silent)).not.toContain('number');
    expect(Object.keys(silent)).not.toContain('reason');
  });

  test('a removal needs the number and the date of its act', async () => {
    const { files } = await schoolWithFile();
    const undated = await files.removeDocument({ ...removal, ground: { ...act, date: null } });
    expectRefused(undated, 'removal-act-missing', 'l-1.1', '1', 'act');
    const paperless = await files.removeDocument({ ...removal, ground: null });
    expectRefused(paperless, 'removal-act-missing', 'l-1.1', '—');
  });

  test('an inscription is signed in an office that keeps the files', async () => {
    const { files } = await schoolWithFile();
    const teacher = await files.certifyPart({ ...certify, signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9');
  });
});

const close = (state: FileState) =>
  decideCloseFile(state, closeFile.schema.parse({ file: 'l-1.1', on: '2026-09-21' }));

describe('D18: a personal file goes to the archive at any time', () => {
  const record = 'file-l-1.1';
  const refs = { file: ['l-1.1'], learner: ['l-1'] };
  const opened = fileOpened.draft({
    occurredOn: '2026-09-01',
    refs,
    data: { file: 'l-1.1', learner: 'l-1', number: '1', index: null },
  });
  const moved = { occurredOn: '2026-09-20', refs, data: { transfer: 't-1', record } };
  const file = scenario<FileState, FileEvent>(fileArchive.fold, codec(coreEvents));
  test('with nothing to wait for, by its own refs; before it is opened there is none', () => {
    const none = fileFold.initial();
    const step = acceptRecord.schema.parse({ transfer: 't-1', record, on: '2026-09-20' });
    expect(fileArchive.statusOf(none)).toBe(null);
    expect(fileArchive.refsOf(none)).toMatchObject({ file: [] });
    const state = { ...none, file: 'l-1.1', learner: 'l-1' };
    expect(fileArchive.statusOf(state)).toEqual(notArchived());
    expect(fileArchive.refsOf(state)).toEqual(refs);
    expect(fileArchive.refuseUnlessReady(state, step)).toBe(null);
  });

  test('and takes nothing while it is handed over, until it is returned', () => {
    const waiting = file.given(opened, handedOver.draft(moved));
    waiting.when(close).thenRefused('record-handed-over', { record, transfer: 't-1' });
    const kept = waiting.given(acceptedByArchive.draft(moved));
    kept.when(close).thenRefused('record-archived', { record, transfer: 't-1' });
    const back = waiting.given(returnedByArchive.draft(moved)).when(close);
    back.thenState(({ closedOn }) => expect(closedOn).toBe('2026-09-21'));
  });
});

describe('D17: of two openings at once, the second meets what the first wrote', () => {
  test('the file, by its id and its number', () => {
    const asked = openFile.schema.parse({ ...opening, number: '2' });
    const first = { file: 'l-1.1', learner: 'l-1', number: '1', index: null };
    const written = { occurredOn: opening.on, refs: {}, data: first };
    scenario<FileState, FileEvent>(fileFold, codec(coreEvents))
      .given(fileOpened.draft(written))
      .when((state) => decideOpenFile(state, { ...asked, file: 'l-1.1' }))
      .thenRefused('file-still-open', { file: 'l-1.1', number: '1', learner: 'l-1' });
  });

  test('the number, which the same learner may take again, but not for a second file', () => {
    const asked = { number: 'А-2', learner: 'l-1', on: '2026-09-02' };
    const taken = scenario<FileNumberState, FileNumberEvent>(
      fileNumberFold,
      codec(coreEvents),
    ).given(
      fileNumberTaken.draft({ occurredOn: '2026-09-01', refs: {}, data: storedNumber(asked) }),
    );
    taken
      .when((state) => decideTakeNumber(state, asked, ['А-1']))
      .thenEvents(
        fileNumberTaken.draft({
          occurredOn: '2026-09-02',
          refs: { learner: ['l-1'] },
          data: storedNumber(asked),
        }),
      );
    taken
      .when((state) => decideTakeNumber(state, asked, ['А-1', ' а-2']))
      .thenRefused('file-number-taken', { number: 'А-2', learner: 'l-1' });
  });
});

/** The stored part of a number that is asked for. */
const storedNumber = ({
  number,
  learner,
}: {
  readonly number: string;
  readonly learner: string;
}) => ({
  number,
  learner,
});

const key = (number: string) => createHash('sha256').update(number).digest('hex').slice(0, 40);

describe('D17: the number of a file', () => {
  test('is taken in a stream named by its hash, for the learner', async () => {
    const { files, events } = await openSchool();
    must(await files.open({ ...opening, number: 'a-1' }));
    expect(await events(`filenumber-${key('a-1')}`)).toMatchObject([
      { refs: { learner: ['l-1'] }, data: { number: 'a-1', learner: 'l-1' } },
    ]);
  });

  test('of an earlier file does not hinder another number of the same learner', async () => {
    const { files } = await schoolWithFile();
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    const later = { ...opening, number: '02-11/2026-2', on: '2026-10-01' };
    must(await files.open(later));
  });
});

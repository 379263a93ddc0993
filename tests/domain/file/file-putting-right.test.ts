import { must, order } from '@letopis/core';
import { fileFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { act, copy, diploma, openSchool, opening } from '../worlds/records-school.ts';
import {
  approveBoth,
  on as destroyedOn,
  oldSchool,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';
import { archivedSchool } from '../worlds/transfer-school.ts';

const file = 'l-1.1';
const wrong = { file, reason: 'не то дело', signer: 'p-1', office: 'head', on: '2026-11-20' };
const strange = '01990000-0000-7000-8000-000000000001';
const certify = { file, sheets: 5, inventorySheets: 1, signer: 'p-5', on: '2026-09-20' };
const removal = {
  file,
  item: 1,
  reason: 'Возвращён',
  signer: 'p-5',
  ground: act,
  on: '2026-09-10',
};

/** A school with a file of two documents, 3 and 2 sheets; every entry by its event id. */
async function school() {
  const world = await openSchool();
  const opened = must(await world.files.open(opening)).eventId;
  const first = must(await world.files.addDocument(diploma)).eventId;
  const second = must(await world.files.addDocument(copy)).eventId;
  const annul = async (entry: string, more = {}) =>
    world.files.annulEntry({ entry, ...wrong, ...more });
  const state = async () => (await world.handler.load(fileFold, `academy.file-${file}`)).state;
  const last = async () => (await world.events(`file-${file}`)).at(-1);
  return { ...world, opened, first, second, annul, state, last };
}

describe('D17, RK 1.8: an entry of a personal file is annulled', () => {
  test('it never was; by whom and why stays on record, the reason beside the line', async () => {
    const { annul, second, last, state, files } = await school();
    must(await annul(second));
    expect(await last()).toMatchObject({
      type: 'FileEntryAnnulled',
      occurredOn: '2026-09-10',
      refs: { file: [file], learner: ['l-1'], official: ['p-1'] },
      ground: null,
      data: {
        file,
        learner: 'l-1',
        corrects: second,
        entry: 'FileDocumentAdded',
        actedOn: '2026-11-20',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
        reason: { value: 'не то дело' },
      },
    });
    expect([...(await state()).items.keys()]).toEqual([1]);
    // The number of an annulled item is not given again.
    expect(must(await files.addDocument({ ...copy, on: '2026-09-05' })).item).toBe(3);
    expect([...(await state()).items.keys()]).toEqual([1, 3]);
  });

  test('a document that an inscription counted is annulled after it', async () => {
    const { files, annul, first, state } = await school();
    const { eventId } = must(await files.certifyPart(certify));
    expectRefused(await annul(first), 'entry-rested-on', first, 'FilePartCertified', eventId);
    must(await annul(eventId));
    expect(await state()).toMatchObject({ certified: false, lastOn: '2026-09-10' });
    must(await annul(first));
    must(await files.certifyPart({ ...certify, sheets: 2 }));
  });

  test('an inscription after the next part, a part after its documents', async () => {
    const { files, annul, state } = await school();
    const certified = must(await files.certifyPart(certify)).eventId;
    const part = must(await files.openPart({ file, on: '2026-09-20' })).eventId;
    const added = must(await files.addDocument({ ...copy, on: '2026-09-21' })).eventId;
    const needed = await annul(certified);
    expectRefused(needed, 'entry-rested-on', certified, 'FilePartOpened', part);
    expectRefused(await annul(part), 'entry-rested-on', part, 'FileDocumentAdded', added);
    for (const entry of [added, part, certified]) must(await annul(entry));
    expect(await state()).toMatchObject({ part: 1, partFrom: 1, certified: false });
  });

  test('a removal and a correction: the document is there, and reads as before', async () => {
    const { files, annul, second, state } = await school();
    const fixed = { ...copy, item: 2, sheets: 4, signer: 'p-5', on: '2026-09-12' };
    const corrected = must(await files.correctLine(fixed)).eventId;
    expectRefused(await annul(second), 'entry-rested-on', second, 'InventoryLineCorrected');
    const removed = must(await files.removeDocument({ ...removal, replacedBy: 2 })).eventId;
    expectRefused(await annul(second), 'entry-rested-on', 'FileDocumentRemoved', removed);
    must(await annul(removed));
    must(await annul(corrected));
    const { items } = await state();
    expect(items.get(1)).toMatchObject({ removedOn: null });
    expect(items.get(2)).toMatchObject({ sheets: 2 });
    must(await annul(second));
  });

  test('a removal after which the part was certified anew is annulled after that', async () => {
    const { files, annul } = await school();
    must(await files.certifyPart(certify));
    const removed = must(await files.removeDocument({ ...removal, on: '2026-09-21' })).eventId;
    const anew = { ...certify, sheets: 2, on: '2026-09-21' };
    const { eventId } = must(await files.certifyPart(anew));
    expectRefused(await annul(removed), 'entry-rested-on', 'FilePartCertified', eventId);
    must(await annul(eventId));
    must(await annul(removed));
  });

  test('the closing, unless the next file was opened because of it', async () => {
    const { files, annul, state } = await school();
    const closed = must(await files.close({ file, on: '2026-09-30' })).eventId;
    const next = { ...opening, number: '02-11/2026-2', on: '2026-10-01' };
    const { eventId, file: second } = must(await files.open(next));
    expect(second).toBe('l-1.2');
    const scan = must(await files.addDocument({ ...copy, file: second, on: '2026-10-02' })).eventId;
    const no = await annul(closed);
    expectRefused(no, 'entry-rested-on', closed, 'FileOpened', eventId);
    // What is in the next file rests on its opening.
    expect(no).not.toHaveProperty('refusal.data.facts.1');
    must(await annul(scan, { file: second }));
    must(await annul(eventId, { file: second }));
    must(await annul(closed));
    expect(await state()).toMatchObject({ closedOn: null });
    must(await files.addDocument(copy));
  });

  test('a document of a closed file, also where the next one was opened', async () => {
    const { files, annul, first, second, state } = await school();
    must(await files.close({ file, on: '2026-09-30' }));
    must(await annul(second));
    must(await files.open({ ...opening, number: '02-11/2026-2', on: '2026-10-01' }));
    must(await annul(first));
    expect(await state()).toMatchObject({ closedOn: '2026-09-30', items: new Map() });
  });

  test('the opening, after all that is in the file; it is opened anew in its place', async () => {
    const { files, annul, opened, first, second, state } = await school();
    const needed = await annul(opened);
    expectRefused(needed, 'entry-rested-on', opened, 'FileDocumentAdded', first);
    expectRefused(needed, 'entry-rested-on', second);
    for (const entry of [second, first, opened]) must(await annul(entry));
    expectRefused(await files.addDocument(copy), 'file-unknown', file);
    const anew = must(await files.open({ ...opening, on: '2026-09-03' }));
    expect(anew.file).toBe(file);
    expect(await state()).toMatchObject({ file, openedOn: '2026-09-03', number: opening.number });
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { annul, second: entry } = await school();
    expectRefused(await annul(entry, { reason: undefined }), 'reason-missing', entry);
    expectRefused(await annul(entry, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, '2026-11-20');
    expectRefused(await annul(strange), 'entry-unknown', strange, file);
  });

  test('RK 1.9: in a file that the archive has, by order alone', async () => {
    const { files, events } = await archivedSchool();
    const [entry] = await events(`file-${file}`);
    const annulling = { ...wrong, entry: entry?.id ?? '', on: '2026-11-22' };
    expectRefused(await files.annulEntry(annulling), 'order-required', 'annul-file-entry');
    const ground = order('44-од', '2026-11-22');
    const line = { ...copy, item: 1, signer: 'p-5', on: '2026-11-22' };
    expectRefused(await files.correctLine(line), 'order-required', 'correct-inventory-line');
    const none = await files.correctLine({ ...line, ground });
    expectRefused(none, 'inventory-line-unknown', '1', file);
    must(await files.annulEntry({ ...annulling, ground }));
    expectRefused(await files.correctLine({ ...line, ground }), 'file-unknown', file);
  });

  test('RK 1.9: where its carrier was destroyed, with the place of the paper', async () => {
    const world = await oldSchool(paperOnly());
    const { files, retention, store, events } = world;
    must(await retention.select(selection));
    await approveBoth(world);
    await runActs(store);
    const [, added] = await events(`file-${file}`);
    const annulling = { ...wrong, entry: added?.id ?? '', on: destroyedOn };
    expectRefused(await files.annulEntry(annulling), 'ground-place-missing', `file-${file}`);
    const line = { ...copy, item: 1, signer: 'p-5', on: destroyedOn };
    expectRefused(await files.correctLine(line), 'ground-place-missing', `file-${file}`);
    must(await files.annulEntry({ ...annulling, groundAt: 'дело 01-15, лист 4' }));
  });
});

describe('D17, RK 1.8: the number of a file that was opened for the wrong learner', () => {
  const own = { ...opening, learner: 'l-2' };

  test('is free once every opening under it was annulled', async () => {
    const { files } = await openSchool();
    const { eventId: entry } = must(await files.open(opening));
    expectRefused(await files.open(own), 'file-number-taken', opening.number, 'l-1');
    must(await files.annulEntry({ ...wrong, entry }));
    must(await files.open(own));
    const back = await files.open(opening);
    expectRefused(back, 'file-number-taken', opening.number, 'l-2');
  });

  test('is not, where the learner opened the file anew under it', async () => {
    const { files } = await openSchool();
    const { eventId: entry } = must(await files.open(opening));
    must(await files.annulEntry({ ...wrong, entry }));
    const anew = must(await files.open(opening));
    expectRefused(await files.open(own), 'file-number-taken', opening.number, 'l-1');
    must(await files.annulEntry({ ...wrong, entry: anew.eventId }));
    must(await files.open(own));
  });

  test('nor by an annulled file that has another number', async () => {
    const { files } = await openSchool();
    must(await files.open(opening));
    must(await files.close({ file, on: '2026-09-30' }));
    const other = { ...opening, number: '02-11/2026-2', on: '2026-10-01' };
    const { eventId: entry } = must(await files.open(other));
    must(await files.annulEntry({ ...wrong, file: 'l-1.2', entry }));
    expectRefused(await files.open(own), 'file-number-taken', opening.number, 'l-1');
  });
});

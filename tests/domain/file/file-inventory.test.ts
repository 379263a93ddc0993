import { must, newCommandId } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { act, copy, diploma, openSchool, opening, schoolOver } from '../worlds/records-school.ts';

const removal = {
  file: 'l-1.1',
  item: 1,
  reason: 'Возвращён Ильиной',
  signer: 'p-5',
  ground: act,
  on: '2026-09-10',
};

/** A school with an open file: line 1 an original diploma, line 2 its copy, line 3 electronic. */
async function schoolWithFile() {
  const school = await openSchool();
  must(await school.files.open(opening));
  must(await school.files.addDocument(diploma));
  must(await school.files.addDocument(copy));
  const scan = { ...copy, title: 'Скан', sheets: 0, medium: 'electronic' as const };
  must(await school.files.addDocument(scan));
  return school;
}

describe('D17 R1 §5.4, R4 §5.5: a document leaves a file by an act, and its line stays', () => {
  test('the original is handed back and a copy takes its place', async () => {
    const { files, events, store } = await schoolWithFile();
    must(await files.removeDocument({ ...removal, replacedBy: 2 }));
    expect((await events('file-l-1.1')).at(-1)).toMatchObject({
      type: 'FileDocumentRemoved',
      occurredOn: '2026-09-10',
      ground: act,
      refs: { file: ['l-1.1'], learner: ['l-1'], official: ['p-5'] },
      data: { item: 1, replacedBy: 2, signer: { person: 'p-5', office: 'records-keeper' } },
    });
    for await (const page of store.readStream('academy.file-l-1.1')) {
      for (const { line } of page) expect(line).not.toMatch(/Ильин|иплом/);
    }
  });

  test('not without an act, nor twice, nor one that is not there', async () => {
    const { files } = await schoolWithFile();
    const remove = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await files.removeDocument({ ...removal, ...change }), code, ...values);
    const order = { ...act, kind: 'order' };
    await remove({ ground: order }, 'removal-act-missing', 'l-1.1', 'order');
    await remove({ ground: { ...act, number: null } }, 'removal-act-missing', 'act');
    await remove({ item: 9 }, 'inventory-line-unknown', '9', 'l-1.1');
    await remove({ replacedBy: 9 }, 'inventory-line-unknown', '9');
    await remove({ replacedBy: 1 }, 'inventory-line-unknown', '1');
    await remove({ signer: 'p-9' }, 'not-appointed', 'p-9');
    await remove({ on: '2026-09-01' }, 'act-out-of-order', '2026-09-01', '2026-09-02');
    await remove({ file: 'l-2.1' }, 'file-unknown', 'l-2.1');
    must(await files.removeDocument(removal));
    await remove({}, 'document-removed', '1', '2026-09-10');
    await remove({ item: 2, replacedBy: 1 }, 'document-removed', '1');
    const fixed = { ...diploma, item: 1, signer: 'p-5', on: '2026-09-11' };
    expectRefused(await files.correctLine(fixed), 'document-removed', '1');
  });
});

describe('D17: a line of the inventory is corrected by a line that names it', () => {
  const corrected = { ...copy, item: 2, sheets: 4, reason: 'Пересчёт', signer: 'p-5' };

  test('the first stays readable, and the correction carries its day and ids', async () => {
    const { files, events } = await schoolWithFile();
    must(await files.correctLine({ ...corrected, on: '2026-09-12' }));
    const all = await events('file-l-1.1');
    expect(all[2]?.data).toMatchObject({ item: 2, sheets: 2 });
    expect(all.at(-1)).toMatchObject({
      type: 'InventoryLineCorrected',
      occurredOn: '2026-09-10',
      refs: { file: ['l-1.1'], learner: ['l-1'], official: ['p-5'] },
      data: {
        item: 2,
        corrects: all[2]?.id,
        actedOn: '2026-09-12',
        sheets: 4,
        title: { value: 'Копия диплома' },
        signer: { person: 'p-5' },
      },
    });
  });

  test('not before it was written, nor by anybody, nor without sheets', async () => {
    const { files } = await schoolWithFile();
    const correct = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await files.correctLine({ ...corrected, ...change }), code, ...values);
    await correct({ on: '2026-09-09' }, 'act-out-of-order', '2026-09-09', '2026-09-10');
    await correct({ signer: 'p-9' }, 'not-appointed', 'p-9');
    await correct({ item: 9 }, 'inventory-line-unknown', '9');
    await correct({ sheets: 0 }, 'invalid-input', 'sheets', '0');
  });
});

describe('D17: a part of a file bears a certifying inscription', () => {
  const certify = { file: 'l-1.1', sheets: 5, inventorySheets: 1, signer: 'p-5', on: '2026-09-20' };

  test('it counts the paper that is in the part, and says who counted', async () => {
    const { files, events } = await schoolWithFile();
    const miscounted = await files.certifyPart({ ...certify, sheets: 6 });
    expectRefused(miscounted, 'sheets-miscounted', 'l-1.1', '6', '5');
    must(await files.removeDocument({ ...removal, replacedBy: 2 }));
    expectRefused(await files.certifyPart(certify), 'sheets-miscounted', '5', '2');
    must(await files.certifyPart({ ...certify, sheets: 2 }));
    expect((await events('file-l-1.1')).at(-1)).toMatchObject({
      type: 'FilePartCertified',
      occurredOn: '2026-09-20',
      refs: { official: ['p-5'] },
      data: { part: 1, sheets: 2, inventorySheets: 1, signer: { office: 'records-keeper' } },
    });
  });

  test('a certified part takes nothing more; the next one goes on with the numbers', async () => {
    const { files } = await schoolWithFile();
    const next = { file: 'l-1.1', on: '2026-09-21' };
    expectRefused(await files.openPart(next), 'file-part-not-certified', 'l-1.1', '1');
    must(await files.certifyPart(certify));
    expectRefused(await files.certifyPart(certify), 'file-part-certified', 'l-1.1', '1');
    const more = { ...copy, sheets: 7, on: '2026-09-21' };
    expectRefused(await files.addDocument(more), 'file-part-certified', 'l-1.1', '1');
    const recount = { ...copy, item: 2, sheets: 9, signer: 'p-5', on: '2026-09-21' };
    expectRefused(await files.correctLine(recount), 'file-part-certified', 'l-1.1');
    must(await files.correctLine({ ...recount, sheets: 2, title: 'Копия диплома, 2020' }));
    must(await files.openPart(next));
    expectRefused(await files.correctLine(recount), 'file-part-certified', 'l-1.1');
    expect(must(await files.addDocument(more)).item).toBe(4);
    must(await files.certifyPart({ ...certify, sheets: 7, on: '2026-09-22' }));
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
  });

  test('what leaves a certified part makes it be counted again', async () => {
    const { files } = await schoolWithFile();
    must(await files.certifyPart(certify));
    must(await files.removeDocument({ ...removal, on: '2026-09-25' }));
    const early = await files.certifyPart({ ...certify, sheets: 2 });
    expectRefused(early, 'act-out-of-order', '2026-09-20', '2026-09-25');
    must(await files.certifyPart({ ...certify, sheets: 2, on: '2026-09-25' }));
  });

  test('sent twice it is written once', async () => {
    const { files, store, events } = await schoolWithFile();
    const once = { ...certify, commandId: newCommandId(store.ports) };
    expect(must(await files.certifyPart(once))).toEqual(must(await files.certifyPart(once)));
    expect(await events('file-l-1.1')).toHaveLength(5);
  });
});

describe('D17: the number of a file is used once', () => {
  test('not for another learner, however it is spelt, nor for a later file', async () => {
    const { files } = await schoolWithFile();
    const other = { ...opening, learner: 'l-2' };
    expectRefused(await files.open(other), 'file-number-taken', '02-11/2026-1', 'l-1');
    const spelt = await files.open({ ...other, number: 'А-1' });
    must(spelt);
    const again = await files.open({ ...other, learner: 'l-3', number: ' а-1 ' });
    expectRefused(again, 'file-number-taken', 'а-1', 'l-2');
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    const later = { ...opening, on: '2026-10-01' };
    expectRefused(await files.open(later), 'file-number-taken', '02-11/2026-1');
    must(await files.open({ ...later, number: '02-11/2026-9' }));
  });

  test('of two learners at once one gets it', async () => {
    const school = await openSchool();
    const other = schoolOver(school.store, 'u-18');
    const both = await Promise.all([
      school.files.open(opening),
      other.files.open({ ...opening, learner: 'l-2' }),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    for (const one of both) if (!one.ok) expectRefused(one, 'file-number-taken', '02-11/2026-1');
  });

  test('an opening that is refused takes no number', async () => {
    const { files } = await schoolWithFile();
    const second = { ...opening, number: '02-11/2026-5' };
    expectRefused(await files.open(second), 'file-still-open', 'l-1.1');
    must(await files.open({ ...second, learner: 'l-2' }));
  });
});

import { createHash } from 'node:crypto';
import { codec, coreEvents, must, newCommandId } from '@letopis/core';
import { receiveImport, recordRows } from '@letopis/core/commands';
import { decideReceiveImport, decideRecordRows } from '@letopis/core/decisions';
import { importReceived, rowsIngested } from '@letopis/core/events';
import type { Edition, ImportEvent, ImportState } from '@letopis/core/facts';
import { importFold, importId, rowsPageKey } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const marks = { name: 'marks.csv', sha256: 'ab'.repeat(32), bytes: 2048, rows: 31 };
const lessons = { name: 'lessons.csv', sha256: 'cd'.repeat(32), bytes: 512, rows: 8 };
const given = { id: 'i-1', source: 'platform', files: [marks, lessons], on: '2026-11-20' };
const page = {
  import: 'i-1',
  file: marks.sha256,
  mapping: 'marks',
  mappingHash: '01'.repeat(32),
  command: 'record-assessment',
  page: 0,
  accepted: [],
  notTaken: [{ row: 2, lastRow: 2, code: 'not-on-scale', field: 'mark' }],
  leftOut: 0,
  digest: '02'.repeat(32),
  on: '2026-11-21',
};

async function withFiles() {
  const school = await openSchool();
  must(await school.imports.receive(given));
  const state = async () => (await school.handler.load(importFold, 'academy.import-i-1')).state;
  return { ...school, state };
}

describe('D22 R4 §5.2: the outcome of a page of rows is recorded', () => {
  test('D22: with its file, its mapping and what was not taken', async () => {
    const { imports, events, state } = await withFiles();
    must(await imports.recordRows(page));
    expect((await events('import-i-1'))[1]).toMatchObject({
      type: 'RowsIngested',
      occurredOn: '2026-11-21',
      refs: { import: ['i-1'] },
      data: { file: marks.sha256, sheet: null, notTaken: page.notTaken, digest: page.digest },
    });
    const { source, files, pages } = await state();
    expect({ source, files }).toEqual({ source: 'platform', files: [marks, lessons] });
    const key = rowsPageKey({ ...page, sheet: null });
    expect(pages).toEqual(new Map([[key, { revision: 1, digest: page.digest }]]));
  });

  test('D22: the same outcome gives the first receipt, another stands beside it', async () => {
    const { imports, events, store, state } = await withFiles();
    const first = must(await imports.recordRows(page));
    const again = { ...page, commandId: newCommandId(store.ports) };
    expect(must(await imports.recordRows(again))).toEqual(first);
    expect(await events('import-i-1')).toHaveLength(2);
    must(await imports.recordRows({ ...page, digest: '03'.repeat(32) }));
    expect(await events('import-i-1')).toHaveLength(3);
    expect([...(await state()).pages.values()]).toEqual([{ revision: 2, digest: '03'.repeat(32) }]);
  });

  test('D22: a page is that of its file, sheet, mapping and number', async () => {
    const { imports, state } = await withFiles();
    const others = [
      { file: lessons.sha256 },
      { sheet: 'Лист1' },
      { mapping: 'other' },
      { page: 1 },
    ];
    must(await imports.recordRows(page));
    for (const other of others) must(await imports.recordRows({ ...page, ...other }));
    expect((await state()).pages.size).toBe(5);
  });

  test('D22: not before its files were received, nor for a file that is none of them', async () => {
    const { imports, events } = await openSchool();
    expectRefused(await imports.recordRows(page), 'import-unknown', 'i-1');
    must(await imports.receive(given));
    const strange = await imports.recordRows({ ...page, file: 'ef'.repeat(32) });
    const known = `${marks.sha256}, ${lessons.sha256}`;
    expectRefused(strange, 'imported-file-unknown', 'i-1', 'ef'.repeat(32), known);
    expect(await events('import-i-1')).toHaveLength(1);
  });
});

const day = (on: string) => ({ on, today: on, edition: {} as Edition });

describe('D22: what was entered already is said with its id, and answered with the first', () => {
  const received = importReceived.draft({
    occurredOn: '2026-11-20',
    refs: { import: ['i-1'] },
    data: { import: 'i-1', source: 'platform', files: [marks] },
  });
  const files = scenario<ImportState, ImportEvent>(importFold, codec(coreEvents));

  test('D22: the files, and a page of rows', () => {
    const asked = receiveImport.schema.parse({ ...given, files: [marks] });
    files
      .given(received)
      .when((state) => decideReceiveImport(state, asked, day('2026-11-21')))
      .thenRefused('import-stands', { import: 'i-1' });
    const rows = recordRows.schema.parse(page);
    const { on: _, ...data } = rows;
    const outcome = { occurredOn: '2026-11-21', refs: { import: ['i-1'] }, data };
    files
      .given(received, rowsIngested.draft(outcome))
      .when((state) => decideRecordRows(state, rows, day('2026-11-22')))
      .thenRefused('rows-stand', { import: 'i-1', page: 0 });
  });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const base64 = (text: string) => createHash('sha256').update(text).digest('base64');

describe('D22: the id of an import', () => {
  test('D22: is SHA-256 over the hashes of its files, a line each, in base64url', () => {
    const lines = [marks.sha256, lessons.sha256];
    for (const source of [undefined, 'platform', 'second', 'third', 'fourth']) {
      const all = source === undefined ? lines : [...lines, source];
      expect(importId([lessons, marks], base64, source)).toBe(sha256(all.join('\n')));
    }
  });
});

import { must, newCommandId } from '@letopis/core';
import { importId, rowCommandId } from '@letopis/core/facts';
import { isUuidV7 } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, schoolOver } from '../worlds/records-school.ts';

const marks = { name: 'marks.csv', sha256: 'ab'.repeat(32), bytes: 2048, rows: 31 };
const lessons = { name: 'lessons.csv', sha256: 'cd'.repeat(32), bytes: 512, rows: 8 };
const given = { id: 'i-1', source: 'platform', files: [marks, lessons], on: '2026-11-20' };

describe('D22 R4 §4.7, §5.1: an import is received', () => {
  test('D22: the source and each file’s hash and rows are kept', async () => {
    const { imports, events } = await openSchool();
    must(await imports.receive(given));
    expect(await events('import-i-1')).toMatchObject([
      {
        type: 'ImportReceived',
        occurredOn: '2026-11-20',
        refs: { import: ['i-1'] },
        data: { import: 'i-1', source: 'platform', files: [marks, lessons] },
      },
    ]);
  });

  test('D22: the same files again give the first result, whoever sends them', async () => {
    const school = await openSchool();
    const first = must(await school.imports.receive(given));
    const other = schoolOver(school.store, 'u-2');
    const again = must(await other.imports.receive({ ...given, files: [lessons, marks] }));
    expect(again).toEqual(first);
    const commandId = newCommandId(school.store.ports);
    expect(must(await school.imports.receive({ ...given, commandId }))).toEqual(first);
    expect(await school.events('import-i-1')).toHaveLength(1);
  });

  test('D22: two who send it at once get one result', async () => {
    const school = await openSchool();
    const other = schoolOver(school.store);
    const rooms = [school, other, school, other];
    const all = await Promise.all(rooms.map(({ imports }) => imports.receive(given)));
    expect(new Set(all.map((result) => must(result).eventId)).size).toBe(1);
    expect(await school.events('import-i-1')).toHaveLength(1);
  });

  test('D22: other files under its id are refused', async () => {
    const { imports } = await openSchool();
    must(await imports.receive(given));
    const fewer = await imports.receive({ ...given, files: [marks] });
    expectRefused(fewer, 'import-differs', 'i-1', 'marks.csv', 'lessons.csv');
    const edited = { ...marks, sha256: 'ef'.repeat(32) };
    const other = await imports.receive({ ...given, files: [edited, lessons] });
    expectRefused(other, 'import-differs', 'i-1');
  });

  test('D22: what is nonsense is refused', async () => {
    const { imports } = await openSchool();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await imports.receive({ ...given, ...change }), code, ...values);
    await refuses({ files: [] }, 'invalid-input', 'files');
    await refuses({ files: [{ ...marks, sha256: 'AB' }] }, 'invalid-input', '"AB"');
    for (const sha256 of [`${marks.sha256}a`, `0x${marks.sha256}`]) {
      await refuses({ files: [{ ...marks, sha256 }] }, 'invalid-input', 'SHA-256');
    }
    await refuses({ files: [{ ...marks, rows: -1 }] }, 'invalid-input', 'rows');
    await refuses({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23', '2026-11-22');
  });

  test('D22: an import is named by its files, and a row by its import', async () => {
    const { imports, store, events } = await openSchool();
    const { hash } = store.ports;
    const id = importId([marks, lessons], hash);
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(importId([lessons, { ...marks, name: 'other.csv' } as typeof marks], hash)).toBe(id);
    expect(importId([marks], hash)).not.toBe(id);
    const { eventId } = must(await imports.receive({ ...given, id }));
    expect(await events(`import-${id}`)).toHaveLength(1);
    const row = rowCommandId(eventId, 'marks.csv:17', hash);
    expect(isUuidV7(row)).toBe(true);
    expect(rowCommandId(eventId, 'marks.csv:17', hash)).toBe(row);
    expect(rowCommandId(eventId, 'marks.csv:18', hash)).not.toBe(row);
    expect(row.slice(0, 13)).toBe(eventId.slice(0, 13));
  });
});

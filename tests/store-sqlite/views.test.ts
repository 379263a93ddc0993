import { DatabaseSync } from 'node:sqlite';
import type { ViewStore } from '@letopis/core';
import type { ViewCommit } from '@letopis/core/store';
import { openSqliteViews } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { freshPath } from './samples.ts';

const at = (n: number): string => String(n).padStart(16, '0');

/** A commit of partitions to one generation, from one checkpoint to the next. */
function commitOf(
  id: number,
  [from, to]: readonly [number, number],
  puts: Readonly<Record<string, string>>,
): ViewCommit {
  const expected = from === 0 ? '' : at(from);
  const change = { id, expected, next: at(to), puts: new Map(Object.entries(puts)), deletes: [] };
  return { logId: 'log', changes: [change], timeMarks: [] };
}

async function many(views: ViewStore, count: number): Promise<number> {
  const { id } = await views.open('journal', 1);
  const puts = Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${at(n)}`, `${n}`]));
  await views.commit(commitOf(id, [0, 1], puts));
  return id;
}

const partitions = (path: string): unknown => {
  const raw = new DatabaseSync(path);
  const row = raw.prepare('SELECT count(*) AS n FROM partitions').get();
  raw.close();
  return row?.['n'];
};

describe('views in a file', () => {
  it('refuse a key whose order would differ, and then nothing of the commit stands', async () => {
    const views = await openSqliteViews(await freshPath());
    const { id } = await views.open('journal', 1);
    const commit = commitOf(id, [0, 1], { a: '1', '😀': '2' });
    await expect(views.commit(commit)).rejects.toMatchObject({ code: 'misuse' });
    expect(await views.scan(id, '', '', 9)).toEqual([]);
    expect(await views.logId()).toBeNull();
    await views.close();
  });

  it('scan keys up to U+FFFF in plain string order', async () => {
    const views = await openSqliteViews(await freshPath());
    const { id } = await views.open('journal', 1);
    const edges = ['\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff'];
    const keys = ['a', 'z', 'я', '~', 'a\uffff', 'a0', ...edges];
    const puts = Object.fromEntries(keys.map((key) => [key, '1']));
    await views.commit(commitOf(id, [0, 1], puts));
    const scanned = async (prefix: string) => {
      return (await views.scan(id, prefix, '', Infinity)).map(([key]) => key);
    };
    expect(await scanned('')).toEqual(keys.toSorted());
    expect(await scanned('a')).toEqual(['a', 'a0', 'a\uffff']);
    await views.close();
  });

  it('write what a commit was given, whatever the caller does meanwhile', async () => {
    const path = await freshPath();
    const views = await openSqliteViews(path);
    const { id } = await views.open('journal', 1);
    const raw = new DatabaseSync(path);
    raw.exec('BEGIN IMMEDIATE');
    const puts = new Map([['a', '1']]);
    const change = { id, expected: '', next: at(1), puts, deletes: [] };
    const committed = views.commit({ logId: 'log', changes: [change], timeMarks: [] });
    puts.set('a', '2').set('b', '3');
    raw.close();
    await committed;
    expect(await views.scan(id, '', '', 9)).toEqual([['a', '1']]);
    await views.close();
  });

  it('let go of a dropped generation’s partitions, of more than one sweep takes', async () => {
    const path = await freshPath();
    const views = await openSqliteViews(path);
    const old = await many(views, 5000);
    await views.switchTo(old);
    const { id } = await views.open('journal', 1);
    await views.commit(commitOf(id, [0, 1], { a: '1' }));
    await views.switchTo(id);
    expect(partitions(path)).toBe(1);
    await views.drop(id);
    expect(partitions(path)).toBe(0);
    await views.close();
  });

  it('finish a drop that was broken off, and never give its id again', async () => {
    const path = await freshPath();
    const views = await openSqliteViews(path);
    const [kept, lost] = [await many(views, 10), await many(views, 3000)];
    await views.close();
    const raw = new DatabaseSync(path);
    raw.exec(`DELETE FROM generations WHERE id = ${lost}`);
    raw.close();
    const again = await openSqliteViews(path);
    await expect(again.get(lost, `k${at(0)}`)).rejects.toMatchObject({ code: 'no-generation' });
    const next = await again.open('journal', 1);
    expect([kept, lost]).not.toContain(next.id);
    await again.drop(next.id);
    expect(partitions(path)).toBe(10);
    expect(await again.get(kept, `k${at(3)}`)).toBe('3');
    await again.close();
  });
});

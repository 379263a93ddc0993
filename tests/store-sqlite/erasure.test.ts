import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { freshPath, personalItem, wholeLog } from './samples.ts';

const STREAM = 'academy.sample-a';
const COUNT = 300;

/** Values of many lengths, some longer than a page of the file. */
const nameOf = (n: number): string => `Фамилия${n}-${'ё'.repeat((n * 37) % 5000)}-Отчество${n}.`;

/** Which of the values' beginnings and ends still stand in the database file or in its WAL. */
function found(path: string): readonly number[] {
  const bytes = ['', '-wal', '-journal'].map((end) =>
    existsSync(path + end) ? readFileSync(path + end) : Buffer.alloc(0),
  );
  return [...Array(COUNT).keys()].filter((n) =>
    bytes.some((file) => file.includes(`Фамилия${n}-`) || file.includes(`-Отчество${n}.`)),
  );
}

async function filled() {
  const path = await freshPath();
  const store = await openSqlite(path, { durability: 'normal', busyTimeoutMs: 50 });
  const items = Array.from({ length: COUNT }, (_, n) => personalItem(n, nameOf(n)));
  for (let n = 0; n < COUNT; n += 10) await store.append(STREAM, items.slice(n, n + 10), n - 1);
  return { path, store, ids: items.map(({ event }) => event.id) };
}

describe('emptying what lies beside events', () => {
  it('leaves no byte of it in the file or in its WAL, and all of the rest', async () => {
    const { path, store, ids } = await filled();
    expect(found(path)).toHaveLength(COUNT);
    // Some at a time, in no order, so that pages are emptied by and by.
    const left = new Set(ids.keys());
    for (let round = 0; round < 6; round += 1) {
      const some = [...left].filter((n) => (n * 7 + round) % 4 === 0);
      await store.emptyBeside(
        STREAM,
        some.map((n) => ids[n] ?? ''),
      );
      for (const n of some) left.delete(n);
      expect(found(path)).toEqual([...left]);
    }
    const lines = await wholeLog(store);
    lines.forEach(({ beside }, n) => {
      const value = JSON.stringify(nameOf(n));
      const nonce = 'AAAAAAAAAAAAAAAAAAAAAA==';
      expect(beside).toEqual(left.has(n) ? { name: { nonce, value } } : 'emptied');
    });
    await store.close();
    expect(found(path)).toEqual([...left]);
  });

  it('waits for a reader elsewhere who keeps the WAL; calling again finishes it', async () => {
    const { path, store, ids } = await filled();
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    const empty = () => store.emptyBeside(STREAM, ids);
    await expect(empty()).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining('call again'),
    });
    expect((await wholeLog(store)).every(({ beside }) => beside === 'emptied')).toBe(true);
    reader.close();
    await empty();
    expect(found(path)).toEqual([]);
    await store.close();
  });
});

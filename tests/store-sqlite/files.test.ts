import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@letopis/core';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { freshPath, sampleItem, wholeLog } from './samples.ts';

const STREAM = 'academy.sample-a';

/** Runs SQL over a file with a plain connection. */
function rawly(path: string, sql: string): unknown {
  const raw = new DatabaseSync(path);
  try {
    return sql.startsWith('PRAGMA') && !sql.includes('=')
      ? Object.values(raw.prepare(sql).get() ?? {})[0]
      : raw.exec(sql);
  } finally {
    raw.close();
  }
}

describe('opening a file', () => {
  it.for(['', ':memory:', 'file::memory:', 'file:log?mode=memory'])(
    'refuses "%s", which keeps nothing',
    async (path) => {
      await expect(openSqlite(path)).rejects.toMatchObject({ code: 'misuse' });
      await expect(openSqliteViews(path)).rejects.toMatchObject({ code: 'misuse' });
    },
  );

  it.for([
    ['a short text', 'hello'],
    ['a long text', 'no database '.repeat(1000)],
  ])('refuses %s and leaves it as it was', async ([, content]) => {
    const path = await freshPath();
    await writeFile(path, content ?? '');
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'not-a-letopis-file' });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it.for([
    ['a table', 'CREATE TABLE t (a)'],
    ['an application id', 'PRAGMA application_id = 7'],
    ['a user version', 'PRAGMA user_version = 1'],
  ])('refuses another program’s database, known by %s, untouched', async ([, sql]) => {
    const path = await freshPath();
    rawly(path, sql ?? '');
    const before = await readFile(path);
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'not-a-letopis-file' });
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(rawly(path, 'PRAGMA journal_mode')).toBe('delete');
  });

  it('tells events from views, and says how each is opened', async () => {
    const [events, views] = [await freshPath(), await freshPath()];
    await (await openSqlite(events)).close();
    await (await openSqliteViews(views)).close();
    const code = 'not-a-letopis-file';
    const message = expect.stringContaining('openSqliteViews');
    await expect(openSqlite(views)).rejects.toMatchObject({ code, message });
    await expect(openSqliteViews(events)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/holds events.*open it with openSqlite$/),
    });
  });

  it('refuses a file of a newer version', async () => {
    const path = await freshPath();
    await (await openSqlite(path)).close();
    rawly(path, 'PRAGMA user_version = 99');
    await expect(openSqlite(path)).rejects.toMatchObject({
      code: 'newer-file',
      fields: { version: 99 },
    });
  });

  it('refuses a path where no file can be', async () => {
    const path = `${await freshPath()}/none/log.letopis`;
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'store-failed' });
  });

  it('brings a file of version 0 to the present one and keeps it', async () => {
    const path = await freshPath();
    rawly(path, `PRAGMA application_id = ${0x4c747045}`);
    const store = await openSqlite(path);
    await store.append(STREAM, [sampleItem(0)], -1);
    const logId = await store.logId();
    await store.close();
    expect(rawly(path, 'PRAGMA user_version')).toBe(1);
    const again = await openSqlite(path);
    expect(await again.logId()).toBe(logId);
    expect(await wholeLog(again)).toHaveLength(1);
    await again.close();
  });

  it('changes nothing where a migration fails half-way', async () => {
    const path = await freshPath();
    rawly(path, `PRAGMA application_id = ${0x4c747045}; CREATE TABLE metadata (a)`);
    await expect(openSqlite(path)).rejects.toMatchObject({ code: 'store-failed' });
    const raw = new DatabaseSync(path);
    expect(raw.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'metadata' }]);
    raw.close();
    expect(rawly(path, 'PRAGMA user_version')).toBe(0);
  });

  it('lays a new file out once, also when many open it at the same time', async () => {
    const path = await freshPath();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openSqlite(path)));
    const ids = await Promise.all(stores.map((store) => store.logId()));
    expect(new Set(ids).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('keeps the file to itself where that is asked for', async () => {
    const path = await freshPath();
    const alone = await openSqlite(path, { exclusive: true });
    await alone.append(STREAM, [sampleItem(0)], -1);
    const other = openSqlite(path, { busyTimeoutMs: 20 });
    await expect(other).rejects.toMatchObject({ code: 'busy' });
    expect(await wholeLog(alone)).toHaveLength(1);
    await alone.close();
    const next = await openSqlite(path, { busyTimeoutMs: 20 });
    expect(await wholeLog(next)).toHaveLength(1);
    await next.close();
  });

  it.for(['full', 'normal'] as const)('takes durability %s', async (durability) => {
    const store: EventStore = await openSqlite(await freshPath(), { durability });
    await store.append(STREAM, [sampleItem(0)], -1);
    expect(await wholeLog(store)).toHaveLength(1);
    await store.close();
  });
});

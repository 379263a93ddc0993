import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { freshPath, personalItem, sampleItem, wholeLog } from './samples.ts';

const STREAM = 'academy.sample-a';

/** A log of three events, with something beside the second and metadata at the third. */
async function filled(): Promise<string> {
  const path = await freshPath();
  const store = await openSqlite(path);
  const items = [sampleItem(0), personalItem(1, 'Анна'), { ...sampleItem(2), metadata: { t: 1 } }];
  await store.append(STREAM, items, -1);
  await store.close();
  return path;
}

const FORBIDDEN = [
  `UPDATE events SET line = '{}' WHERE position = 2`,
  'UPDATE events SET position = 9 WHERE position = 3',
  'DELETE FROM events WHERE position = 3',
  'DELETE FROM events',
  `INSERT OR REPLACE INTO events VALUES (2, 1, 1, 1, 0, '{}')`,
  `INSERT OR REPLACE INTO events VALUES (4, 1, 1, 1, 0, '{}')`,
  `REPLACE INTO events (stream, revision, type, extras, line) VALUES (1, 1, 1, 0, '{}')`,
  `INSERT INTO events VALUES (2, 1, 1, 1, 0, '{}') ON CONFLICT DO UPDATE SET line = '{}'`,
  `INSERT INTO events VALUES (5, 1, 3, 1, 0, '{}')`,
  `INSERT INTO events VALUES (4, 1, 4, 1, 0, '{}')`,
  `INSERT INTO events VALUES (0, 2, 0, 1, 0, '{}')`,
  `UPDATE streams SET name = 'academy.sample-b'`,
  'DELETE FROM streams',
  `INSERT OR REPLACE INTO streams VALUES (1, 'academy.sample-b')`,
  `INSERT OR REPLACE INTO streams VALUES (9, 'academy.sample-a')`,
  `UPDATE types SET name = 'Other'`,
  'DELETE FROM types',
  `INSERT OR REPLACE INTO types VALUES (1, 'Other')`,
  `UPDATE beside SET json = '{}'`,
  `UPDATE beside SET json = zeroblob(3)`,
  'UPDATE beside SET position = 3, json = zeroblob(length(CAST(json AS BLOB)))',
  'DELETE FROM beside',
  `INSERT OR REPLACE INTO beside VALUES (2, '{}')`,
  `UPDATE metadata SET json = '{}'`,
  'DELETE FROM metadata',
  `INSERT OR REPLACE INTO metadata VALUES (3, '{}')`,
  'DELETE FROM log',
];

describe('a log opened with plain SQLite', () => {
  it.for(FORBIDDEN)('refuses %s', async (sql) => {
    const path = await filled();
    const raw = new DatabaseSync(path);
    const before = dump(raw);
    expect(() => raw.exec(sql)).toThrow(/only|once|never rewritten/);
    expect(dump(raw)).toEqual(before);
    raw.close();
  });

  it('lets what lies beside an event be emptied, and nothing be put there again', async () => {
    const path = await filled();
    const raw = new DatabaseSync(path);
    raw.exec('UPDATE beside SET json = zeroblob(length(CAST(json AS BLOB)))');
    expect(() => raw.exec(`UPDATE beside SET json = '{"name":1}'`)).toThrow('only be emptied');
    raw.close();
    const store = await openSqlite(path);
    expect((await wholeLog(store)).map(({ beside }) => beside)).toEqual([null, 'emptied', null]);
    await store.close();
  });

  it('is found corrupt where what lies beside an event is missing', async () => {
    const path = await filled();
    const raw = new DatabaseSync(path);
    raw.exec('DROP TRIGGER beside_no_delete; DELETE FROM beside');
    raw.close();
    const store = await openSqlite(path);
    await expect(wholeLog(store)).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });
});

function dump(raw: DatabaseSync): unknown {
  const tables = ['log', 'streams', 'types', 'events', 'beside', 'metadata'];
  return tables.map((table) => raw.prepare(`SELECT * FROM ${table}`).all());
}

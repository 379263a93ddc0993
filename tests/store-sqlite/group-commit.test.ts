import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { codes, freshPath, sampleItem, wholeLog } from './samples.ts';

const stream = (n: number): string => `academy.sample-${n}`;

describe('appends that wait in the same turn', () => {
  it('stand all but the one that conflicts', async () => {
    const store = await openSqlite(await freshPath());
    await store.append(stream(17), [sampleItem(999)], -1);
    const settled = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) => store.append(stream(n), [sampleItem(n)], -1)),
    );
    const expected = codes(settled).map((_, n) => (n === 17 ? 'conflict' : 'ok'));
    expect(codes(settled)).toEqual(expected);
    expect(settled[17]).toMatchObject({ reason: { fields: { expected: -1, actual: 0 } } });
    expect(await wholeLog(store)).toHaveLength(64);
    await store.close();
  });

  it('build on each other in one stream, in the order in which they were sent', async () => {
    const store = await openSqlite(await freshPath());
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, n) => store.append(stream(0), [sampleItem(n)], n - 1)),
    );
    expect(results.map(({ events }) => events[0]?.revision)).toEqual([...Array(64).keys()]);
    await store.close();
  });

  it('give one batch that is sent twice one result', async () => {
    const store = await openSqlite(await freshPath());
    const send = () => store.append(stream(0), [sampleItem(0), sampleItem(1)], -1);
    const [one, two] = await Promise.all([send(), send()]);
    expect(two).toEqual(one);
    expect(await wholeLog(store)).toHaveLength(2);
    await store.close();
  });

  it('share one transaction: a failure of SQLite takes all of them back', async () => {
    const path = await freshPath();
    const store = await openSqlite(path);
    await store.append(stream(0), [sampleItem(100)], -1);
    const raw = new DatabaseSync(path);
    raw.exec(`CREATE TRIGGER fault BEFORE INSERT ON metadata BEGIN SELECT raise(ABORT, 'x'); END`);
    const settled = await Promise.allSettled(
      Array.from({ length: 64 }, (_, n) => {
        const metadata = n === 63 ? { trace: 't' } : null;
        return store.append(stream(n + 1), [{ ...sampleItem(n), metadata }], -1);
      }),
    );
    expect(new Set(codes(settled))).toEqual(new Set(['store-failed']));
    expect(raw.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 1 });
    expect(raw.prepare('SELECT count(*) AS n FROM streams').get()).toEqual({ n: 1 });
    raw.exec('DROP TRIGGER fault');
    raw.close();
    // It stays shut, since nobody knows what state it is in; reopened, it works.
    for (const call of [() => store.append(stream(0), [sampleItem(7)], 0), () => store.head()]) {
      await expect(call()).rejects.toMatchObject({ code: 'store-failed' });
    }
    await store.close();
    const again = await openSqlite(path);
    await again.append(stream(1), [sampleItem(0)], -1);
    expect(await wholeLog(again)).toHaveLength(2);
    await again.close();
  });

  it('refuse only the one whose clock fails', async () => {
    let calls = 0;
    const clock = (): number => {
      calls += 1;
      if (calls === 2) throw new Error('no clock');
      return 1_790_000_000_000;
    };
    const store = await openSqlite(await freshPath(), { ports: { clock } });
    calls = 0;
    const settled = await Promise.allSettled(
      [0, 1, 2].map((n) => store.append(stream(n), [sampleItem(n)], -1)),
    );
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await wholeLog(store)).toHaveLength(2);
    await store.close();
  });

  it('are all answered before the store is closed', async () => {
    const path = await freshPath();
    const store = await openSqlite(path);
    // More than one transaction takes.
    const send = (n: number) => store.append(stream(n), [sampleItem(n)], -1);
    const sent = Array.from({ length: 1500 }, (_, n) => send(n));
    const closed = store.close();
    await expect(store.append(stream(0), [sampleItem(0)], 0)).rejects.toMatchObject({
      code: 'store-closed',
    });
    await Promise.all(sent);
    await closed;
    const again = await openSqlite(path);
    expect(await wholeLog(again)).toHaveLength(1500);
    await again.close();
  });
});

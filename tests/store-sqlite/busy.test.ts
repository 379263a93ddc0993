import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { describe, expect, it } from 'vitest';
import { codes, freshPath, sampleItem, wholeLog } from './samples.ts';

const STREAM = 'academy.sample-a';

/** Another process's write lock. */
function lock(path: string): { release: () => void } {
  const raw = new DatabaseSync(path);
  raw.exec('BEGIN IMMEDIATE');
  return { release: () => raw.close() };
}

describe('a file that another process writes to', () => {
  it('is waited for without blocking the event loop', async () => {
    const path = await freshPath();
    const store = await openSqlite(path);
    const held = lock(path);
    const sent = [0, 1, 2].map((n) => store.append(`${STREAM}${n}`, [sampleItem(n)], -1));
    let answered = 0;
    for (const one of sent) void one.then(() => (answered += 1));
    let ticks = 0;
    for (; ticks < 40; ticks += 1) await pause(1);
    expect(answered).toBe(0);
    held.release();
    await Promise.all(sent);
    expect(ticks).toBe(40);
    expect(await wholeLog(store)).toHaveLength(3);
    await store.close();
  });

  it('is waited for with short pauses that do not grow', async () => {
    const path = await freshPath();
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms);
      await turn();
      if (waits.length === 300) held.release();
    };
    const store = await openSqlite(path, { ports: { wait } });
    const held = lock(path);
    await store.append(STREAM, [sampleItem(0)], -1);
    expect(waits).toHaveLength(300);
    expect(Math.max(...waits)).toBeLessThanOrEqual(4);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1);
    expect(new Set(waits).size).toBeGreaterThan(30);
    await store.close();
  });

  it('is busy after the stated time, and then nothing was written', async () => {
    const path = await freshPath();
    const store = await openSqlite(path, { busyTimeoutMs: 30 });
    const held = lock(path);
    const settled = await Promise.allSettled(
      [0, 1].map((n) => store.append(`${STREAM}${n}`, [sampleItem(n)], -1)),
    );
    expect(codes(settled)).toEqual(['busy', 'busy']);
    await expect(store.emptyBeside(STREAM, [])).rejects.toMatchObject({ code: 'busy' });
    await expect(store.restore([[]])).rejects.toMatchObject({ code: 'busy' });
    // Readers are not locked out, and the store goes on as soon as the lock is gone.
    expect(await wholeLog(store)).toEqual([]);
    held.release();
    await store.append(STREAM, [sampleItem(0)], -1);
    expect(await wholeLog(store)).toHaveLength(1);
    await store.close();
  });

  it('counts the wait of each append from when it was sent', async () => {
    const path = await freshPath();
    let paused = 0;
    const late: Promise<unknown>[] = [];
    const wait = async (ms: number): Promise<void> => {
      const before = paused;
      paused += ms;
      if (before < 5000 && paused >= 5000) {
        late.push(store.append(`${STREAM}2`, [sampleItem(2)], -1));
      }
      if (before < 12_000 && paused >= 12_000) held.release();
      await turn();
    };
    const store = await openSqlite(path, { ports: { wait } });
    const held = lock(path);
    const early = store.append(`${STREAM}1`, [sampleItem(1)], -1);
    await expect(early).rejects.toMatchObject({ code: 'busy' });
    await Promise.all(late);
    expect(late).toHaveLength(1);
    expect(await wholeLog(store)).toHaveLength(1);
    await store.close();
  });

  it('is waited for at opening too', async () => {
    const path = await freshPath();
    const raw = new DatabaseSync(path);
    raw.exec('BEGIN EXCLUSIVE');
    await expect(openSqlite(path, { busyTimeoutMs: 20 })).rejects.toMatchObject({ code: 'busy' });
    const opening = openSqlite(path);
    await pause(20);
    raw.close();
    const store = await opening;
    await store.append(STREAM, [sampleItem(0)], -1);
    await store.close();
  });

  it('is waited for by views as well', async () => {
    const path = await freshPath('views.letopis');
    const views = await openSqliteViews(path, { busyTimeoutMs: 20 });
    const { id } = await views.open('journal', 1);
    const held = lock(path);
    await expect(views.open('people', 1)).rejects.toMatchObject({ code: 'busy' });
    expect((await views.generations()).map((one) => one.id)).toEqual([id]);
    held.release();
    await views.open('people', 1);
    await views.close();
  });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '@letopis/core';
import { START } from '@letopis/core';
import type { StoredLine } from '@letopis/core/store';
import { eventStoreContract } from '@letopis/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { openAt } from './kurrent-opening.ts';
import { freshNamespace, openerBy, skips } from './opener.ts';
import type { ServerProcess } from './server-process.ts';
import { startServerProcess } from './server-process.ts';

// The client of KurrentDB, in a process that never loads the other client.

const { EVENTSTORE_URL } = process.env;
const [stream, other] = ['academy.sample-1', 'academy.sample-2'];

// Its reads wait more than they work: several tests at a time take a third of the time.
const together = { describe, it: it.concurrent };

/** Where it makes no difference by which call the lines came in. */
const readingOnly = {
  reason: 'holds through the other call of appending already',
  tests: [
    'reading a stream',
    'reading the log',
    'isolation of what is given and returned',
    'limits',
    'position at an instant',
    'follow',
    'close',
    'any history of calls, against a plain model',
  ],
};

describe.each([
  ['batch-append', skips],
  ['append', [...skips, readingOnly]],
] as const)('over TCP, offering %s', (path, skip) => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess(path);
  });
  afterAll(() => server.stop());

  eventStoreContract({
    ...together,
    name: `store-eventstore with Kurrent’s client through ${path}`,
    open: openerBy((options) => openAt(server.url, options)),
    skip,
  });
});

describe.skipIf(EVENTSTORE_URL === undefined)('on a real server', () => {
  eventStoreContract({
    ...together,
    name: 'store-eventstore with Kurrent’s client',
    open: openerBy((options) => openAt(EVENTSTORE_URL ?? '', options)),
    skip: skips,
  });
});

async function shortRead(store: EventStore): Promise<number> {
  let lines = 0;
  for await (const some of store.readStream(other)) lines += some.length;
  return lines;
}

describe('when calls of Kurrent’s client go wrong', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess('batch-append');
  });
  afterAll(() => server.stop());
  const open = (timeoutMs = 8000) =>
    openAt(server.url, { namespace: freshNamespace(), answerMs: 400, timeoutMs, pollMs: 20 });

  it.each(['lose-reply', 'break-after-commit', 'time-out-after-commit'] as const)(
    'an append is stored once where its reply is lost: %s',
    async (fault) => {
      const store = await open();
      await store.append(stream, [item(1)], -1);
      await server.tell({ call: 'append', fault, times: 1 });
      const { events } = await store.append(stream, [item(2), item(3)], 0);
      expect(events.map(({ revision }) => revision)).toEqual([1, 2]);
      expect(await logOf(store)).toHaveLength(3);
      await store.close();
    },
  );

  it.each(['silence', 'break', { cutAfter: 1 }, { silentAfter: 1 }] as const)(
    'a read gives all there is: %o',
    async (fault) => {
      const store = await open();
      await store.append(stream, [item(1), item(2), item(3)], -1);
      await server.tell({ call: 'read', fault, times: 2 });
      const lines: StoredLine[] = [];
      for await (const page of store.readStream(stream)) lines.push(...page);
      expect(lines).toHaveLength(3);
      await store.close();
    },
  );

  it('an append without an answer has an unknown outcome; the same again settles it', async () => {
    const store = await open(900);
    await server.tell({ call: 'append', fault: 'lose-reply', times: 100 });
    const attempt = store.append(stream, [item(1)], -1);
    await expect(attempt).rejects.toMatchObject({ code: 'outcome-unknown' });
    await server.tell({ call: 'append', fault: 'lose-reply', times: 0 });
    expect((await store.append(stream, [item(1)], -1)).events).toHaveLength(1);
    expect(await logOf(store)).toHaveLength(1);
    await store.close();
  });

  it('a follower and a writer survive two ends of the server', async () => {
    const store = await open();
    const seen: number[] = [];
    const following = (async () => {
      for await (const { lines } of store.follow(START)) {
        seen.push(...lines.map(({ line }) => JSON.parse(line).revision as number));
        if (seen.length >= 6) return;
      }
    })();
    await store.append(stream, [item(0), item(1)], -1);
    for (const revision of [1, 3]) {
      await server.tell('kill');
      const appended = store.append(stream, [item(revision + 1), item(revision + 2)], revision);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await server.tell('restart');
      await appended;
    }
    await following;
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    await store.close();
  });

  describe('a long stream, whose reads this client cannot cancel', () => {
    const count = 1200;
    const page = { pageSize: 100 };
    /** Each of its lines is long: what nobody reads must not fill the connection. */
    async function fill(store: EventStore): Promise<void> {
      for (let n = 0; n < count; n += 100) {
        const long = { note: 'x'.repeat(4000) };
        const items = Array.from({ length: 100 }, (_, i) => item(n + i, 'Noted', long));
        await store.append(stream, items, n - 1);
      }
      await store.append(other, [item(0)], -1);
    }

    it('is left by 30 readers, and others read on', async () => {
      const store = await open();
      await fill(store);
      for (let n = 0; n < 30; n += 1) {
        let pages = 0;
        for await (const _ of store.readStream(stream, page)) {
          pages += 1;
          if (pages === 2) break;
        }
        expect(await shortRead(store)).toBe(1);
      }
      await store.close();
    });

    it('is read by eight readers at once, who read others meanwhile', async () => {
      const store = await open();
      await fill(store);
      const read = async (): Promise<number> => {
        let lines = 0;
        for await (const some of store.readStream(stream, page)) {
          lines += some.length;
          await shortRead(store);
        }
        return lines;
      };
      const counts = await Promise.all(Array.from({ length: 8 }, read));
      expect(new Set(counts)).toEqual(new Set([count]));
      await store.close();
    });

    it('is given whole where the server shuts down meanwhile', async () => {
      const namespace = freshNamespace();
      const options = { namespace, answerMs: 400, timeoutMs: 8000 };
      const writer = await openAt(server.url, options);
      await fill(writer);
      const reader = await openAt(server.url, options);
      let lines = 0;
      for await (const some of reader.readStream(stream, page)) {
        lines += some.length;
        if (lines === 200) {
          await server.tell('shut-down');
          await server.tell('restart');
        }
      }
      expect(lines).toBe(count);
      await reader.close();
      await writer.close();
    });
  });

  it('a program ends by itself once its store is closed', () => {
    const program = fileURLToPath(new URL('./kurrent-program.ts', import.meta.url));
    const ended = spawnSync(process.execPath, [program, server.url], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    const { status, stdout, stderr } = ended;
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '2 lines', stderr: '' });
  });
});

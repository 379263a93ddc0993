import type { EventStore } from '@letopis/core';
import type {
  Fault, FaultyCall, TestServer, TestServerOptions,
} from '@letopis/store-eventstore/testing'; // prettier-ignore
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { START } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace, openAt } from './opening.ts';

const stream = 'academy.sample-1';
const fast = { answerMs: 150, timeoutMs: 600, pollMs: 10 };
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  ends.push(() => server.stop());
  return server;
}
function bareClient(server: TestServer, more = ''): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(server.url + more);
  ends.push(() => Promise.race([client.dispose(), pause(200)]));
  return client;
}
async function open(server: TestServer, options = {}): Promise<EventStore> {
  const store = await openAt(server.url, { namespace: freshNamespace(), ...fast, ...options });
  ends.push(() => store.close());
  return store;
}
/** The fault for calls of one kind; for the first `times` of them only. */
function inject(server: TestServer, call: FaultyCall, fault: Fault, times = Infinity): void {
  let left = times;
  server.inject((one) => (one === call && (left -= 1) >= 0 ? fault : null));
}
const fill = async (store: EventStore, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 100) {
    const items = Array.from({ length: Math.min(100, count - n) }, (_, i) => item(n + i));
    await store.append(stream, items, n - 1);
  }
};
const note = jsonEvent({ type: 'Noted', data: {} });
const within = (ms: number, promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([promise.then(() => 'done', () => 'failed'), pause(ms, 'pending')]);
const code = (name: string) => expect.objectContaining({ code: name });

describe('what the client does, and this store survives', () => {
  it('leaves the call of an abandoned read open (1); here it ends', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 2500);
    const bare = bareClient(server);
    for await (const _ of bare.readAll()) break;
    await pause(50);
    expect(server.openReads).toBe(1);
    for await (const _ of store.readAll(START, { pageSize: 10 })) break;
    for await (const _ of store.readStream(stream, { pageSize: 10 })) break;
    await expect.poll(() => server.openReads).toBe(1);
  });

  it('hangs after 100 abandoned reads (2); here any number is abandoned, 60 at once', async () => {
    const store = await open(await start(), { answerMs: 4000, timeoutMs: 8000 });
    await fill(store, 300);
    const abandon = async (): Promise<void> => {
      for await (const _ of store.readAll(START, { pageSize: 10 })) break;
    };
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 60 }, abandon));
    }
    expect(await logOf(store)).toHaveLength(300);
  });

  it('reads a silent server for ever (3); here a read ends in the stated time', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 3);
    inject(server, 'read', 'silence');
    const bare = (async () => {
      for await (const _ of bareClient(server).readStream('x', { deadline: 100 })) return;
    })();
    expect(await within(300, bare)).toBe('pending');
    await expect(store.head()).rejects.toEqual(code('unreachable'));
    inject(server, 'subscribe', { silentAfter: 1 });
    await expect(logOf(store)).rejects.toEqual(code('unreachable'));
  });

  it('waits for a silent append for ever (4); here the outcome is unknown in time', async () => {
    const server = await start();
    const store = await open(server);
    inject(server, 'append', 'lose-reply');
    const bare = bareClient(server, '&defaultDeadline=100').appendToStream('x', note);
    expect(await within(300, bare)).toBe('pending');
    const lost = store.append(stream, [item(1)], -1);
    await expect(lost).rejects.toEqual(code('outcome-unknown'));
    server.inject(null);
    const { events } = await store.append(stream, [item(1)], -1);
    expect((await logOf(store)).map(({ position }) => position)).toEqual([events[0]?.position]);
    bare.catch(() => undefined);
  });

  it('keeps the first answer about the server’s features (5); here a new client asks', async () => {
    const server = await start();
    inject(server, 'features', 'too-busy', 1);
    const bare = bareClient(server);
    await expect(bare.appendToStream('x', note)).rejects.toThrow('broken for a moment');
    await expect(bare.appendToStream('x', note)).rejects.toThrow('broken for a moment');
    inject(server, 'features', 'too-busy', 1);
    const store = await open(server, { timeoutMs: 3000 });
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
  });

  it('fails an append for another server’s trouble (6); here it stands once', async () => {
    const [calm, troubled] = [await start(), await start()];
    const store = await open(calm, { answerMs: 2000, timeoutMs: 6000 });
    inject(calm, 'append', 'lose-reply', 1);
    const appending = store.append(stream, [item(1)], -1);
    await pause(30);
    inject(troubled, 'append', 'break', 1);
    await expect(bareClient(troubled).appendToStream('x', note)).rejects.toThrow('');
    await appending;
    expect(await logOf(store)).toHaveLength(1);
  });

  it('takes bad ids and data that is no JSON (7, 8, 15); here no call is made', async () => {
    const server = await start();
    const store = await open(server);
    inject(server, 'append', 'break');
    const bad = [{ ...item(1).event, id: 'x' }, { ...item(1).event, data: { n: 1n } as never }];
    for (const event of bad) {
      const attempt = store.append(stream, [{ event }], -1);
      await expect(attempt).rejects.toEqual(code('invalid-append'));
    }
    await expect(store.append(stream, [], -1)).rejects.toEqual(code('invalid-append'));
  });

  it('throws past everybody for a read not awaited yet (9); here nothing does', async () => {
    const server = await start();
    const store = await open(server);
    const reading = store.readStream(stream)[Symbol.asyncIterator]();
    const first = reading.next();
    await pause(100);
    expect(await first).toEqual({ done: true, value: undefined });
    inject(server, 'read', 'break');
    const failing = store.readStream(stream)[Symbol.asyncIterator]().next();
    await expect(failing).rejects.toEqual(code('unreachable'));
  });

  it('ends a disposed or broken-off read as if all had come (10, 11); here all comes', async () => {
    const server = await start();
    const client = bareClient(server);
    const store = await openEventStore(client, { namespace: freshNamespace(), ...fast });
    ends.push(() => store.close());
    await fill(store, 3000);
    let count = 0;
    for await (const { lines } of store.readAll(START, { pageSize: 100 })) {
      if (count === 0) await within(100, client.dispose());
      count += lines.length;
    }
    expect(count).toBe(3000);
    inject(server, 'subscribe', { endAfter: 700 });
    expect(await logOf(store)).toHaveLength(3000);
  });

  it('does not come back after the server was gone (12); here a follower does', async () => {
    const server = await start();
    const store = await open(server, { timeoutMs: 300 });
    await fill(store, 5);
    const seen: number[] = [];
    for await (const { lines } of store.follow(START)) {
      seen.push(...lines.map(({ line }) => JSON.parse(line).revision as number));
      if (seen.length === 5) {
        await server.kill();
        void pause(600)
          .then(() => server.restart())
          .then(() => store.append(stream, [item(9)], 4));
      }
      if (seen.length >= 6) break;
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('fails at once where its clock is behind (13); here the message says why', async () => {
    const server = await start({ clockOffsetMs: 11_000 });
    const bare = bareClient(server).appendToStream('x', note);
    await expect(bare).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await expect(open(server)).rejects.toThrow(/clock/u);
    const near = await open(await start({ clockOffsetMs: 9000 }));
    await near.append(stream, [item(1)], -1);
  });

  it('tells a wrong revision (14); here the conflict has the right one', async () => {
    const server = await start();
    const client = bareClient(server, '&throwOnAppendFailure=false');
    const store = await openEventStore(client, { namespace: freshNamespace(), ...fast });
    await store.append(stream, [item(1), item(2), item(3)], -1);
    const other = await openEventStore(client, { namespace: freshNamespace(), ...fast });
    await other.append(stream, [item(4), item(5)], -1);
    const attempt = store.append(stream, [item(6)], -1);
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', fields: { actual: 2 } });
  });

  it('puts the first of many appends last (17); here a stream keeps their order', async () => {
    const store = await open(await start(), { answerMs: 5000, timeoutMs: 9000 });
    const all = Array.from({ length: 40 }, (_, n) => store.append(stream, [item(n)], n - 1));
    await Promise.all(all);
    const ids = (await logOf(store)).map(({ line }) => JSON.parse(line).id as string);
    expect(ids).toEqual(Array.from({ length: 40 }, (_, n) => item(n).event.id));
  });

  it('fails the first call to a follower (18); here it goes through', async () => {
    const server = await start();
    const store = await open(server);
    inject(server, 'append', 'not-leader', 1);
    await expect(bareClient(server).appendToStream('x', note)).rejects.toThrow('');
    inject(server, 'append', 'not-leader', 1);
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
  });

  it('keeps the process alive until disposed (19); here close disposes of its own', async () => {
    const server = await start();
    let disposed = 0;
    const counted = (): EventStoreDBClient => {
      const client = bareClient(server);
      const { dispose } = client;
      client.dispose = () => {
        disposed += 1;
        return dispose();
      };
      return client;
    };
    const owning = await openEventStore(counted, { namespace: freshNamespace() });
    await owning.close();
    expect(disposed).toBe(2); // one reads, one appends
    const borrowing = await openEventStore(counted(), { namespace: freshNamespace() });
    await borrowing.close();
    expect(disposed).toBe(2);
  });
});

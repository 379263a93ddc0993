import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { START } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import { describe, expect, it } from 'vitest';
import { logOf } from './events.ts';
import { freshNamespace } from './opening.ts';
import {
  all,
  atEnd,
  bareClient,
  expectSoon,
  fill,
  hasty,
  inject,
  note,
  open,
  refusedAs,
  start,
  stream,
  within,
} from './test-server-started.ts';

const CALLS_MAX = 100;
/** More events than a connection takes in before its reader has read one. */
const many = Array.from({ length: 2500 }, (_, n) => note(n));

async function abandon(client: EventStoreDBClient): Promise<void> {
  for await (const _ of client.readStream('many')) return;
}

describe('duty 1: an abandoned read keeps its call', () => {
  it('of the client, until it is cancelled', async () => {
    const server = await start();
    const bare = bareClient(server);
    await bare.appendToStream('many', many);
    await abandon(bare);
    await pause(100);
    expect(server.openReads).toBe(1);
    const read = bare.readStream('many');
    for await (const _ of read) break;
    await read.cancel();
    await expectSoon(() => server.openReads).toBe(1);
  });

  it('and the store gives it back', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 2500);
    for await (const _ of store.readAll(START, { pageSize: 10 })) break;
    for await (const _ of store.readStream(stream, { pageSize: 10 })) break;
    for await (const _ of store.follow(START, { pageSize: 10 })) break;
    await expectSoon(() => server.openReads).toBe(0);
  });
});

describe('duty 2: a connection carries 100 calls', () => {
  it('and the client’s next read waits for ever, for all clients of that connection', async () => {
    const server = await start();
    const bare = bareClient(server);
    await bare.appendToStream('many', many); // its batch call stays open
    for (let n = 1; n < CALLS_MAX; n += 1) await abandon(bare);
    await expectSoon(() => server.openReads).toBe(CALLS_MAX - 1);
    const next = abandon(bare);
    const neighbour = abandon(bareClient(server));
    expect(await within(500, next)).toBe('pending');
    expect(await within(1, neighbour)).toBe('pending');
    const elsewhere = abandon(bareClient(server, '&keepAliveInterval=20000'));
    expect(await within(20_000, elsewhere)).toBe('done');
  });

  it('and any number of the store’s reads is abandoned, 60 at once', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 300);
    const give = async (): Promise<void> => {
      for await (const _ of store.readAll(START, { pageSize: 10 })) break;
    };
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 60 }, give));
    }
    expect(await logOf(store)).toHaveLength(300);
    await expectSoon(() => server.openReads).toBe(0);
  });

  it('and 120 scans of the store, each read within, wait for one another', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 50);
    const scan = async (): Promise<number> => {
      let count = 0;
      for await (const { lines } of store.readAll(START, { pageSize: 10 })) {
        count += lines.length;
        await store.readStream(stream, { pageSize: 1 })[Symbol.asyncIterator]().next();
      }
      return count;
    };
    const counts = await Promise.all(Array.from({ length: 120 }, scan));
    expect(new Set(counts)).toEqual(new Set([50]));
  });
});

describe('duty 3: no deadline holds for reads', () => {
  it('so the client reads a silent server for ever', async () => {
    const server = await start();
    inject(server, 'read', 'silence');
    const reading = all(bareClient(server).readStream('x', { deadline: 100 }));
    expect(await within(400, reading)).toBe('pending');
  });

  it('and the store’s read ends in the stated time', async () => {
    const server = await start();
    const store = await open(server, hasty);
    await fill(store, 3);
    inject(server, 'read', 'silence');
    await expect(store.head()).rejects.toEqual(refusedAs('unreachable'));
    inject(server, 'subscribe', { silentAfter: 1 });
    await expect(logOf(store)).rejects.toEqual(refusedAs('unreachable'));
    await expectSoon(() => server.openReads).toBe(0);
  });
});

describe('duty 10: a read that is cancelled or disposed of ends as if all had come', () => {
  it.each(['cancel', 'dispose'] as const)('in the client, by %s()', async (act) => {
    const server = await start();
    const bare = bareClient(server);
    await bare.appendToStream('many', many);
    const read = bare.readStream('many');
    let count = 0;
    for await (const _ of read) {
      count += 1;
      if (count === 50) void (act === 'cancel' ? read.cancel() : bare.dispose());
    }
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(many.length);
  });

  it('and in the store all comes', async () => {
    const client = bareClient(await start());
    const store = await openEventStore(client, { namespace: freshNamespace() });
    atEnd(() => store.close());
    await fill(store, 3000);
    let count = 0;
    for await (const { lines } of store.readAll(START, { pageSize: 100 })) {
      if (count === 0) await within(100, client.dispose());
      count += lines.length;
    }
    expect(count).toBe(3000);
  });

  it('and a read of a store that is closed throws', async () => {
    const store = await open(await start());
    await fill(store, 300);
    const reading = (async () => {
      for await (const _ of store.readAll(START, { pageSize: 10 })) void store.close();
    })();
    await expect(reading).rejects.toEqual(refusedAs('store-closed'));
  });
});

describe('duty 11: a subscription that the server ends looks complete', () => {
  it('in the client', async () => {
    const server = await start();
    const bare = bareClient(server);
    await bare.appendToStream('many', many);
    inject(server, 'subscribe', { endAfter: 700 });
    const seen = await all(bare.subscribeToStream('many'));
    expect(seen.length).toBeLessThan(700);
  });

  it('and in the store it goes on where it had come to', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 3000);
    inject(server, 'subscribe', { endAfter: 700 });
    const ids = (await logOf(store)).map(({ position }) => position);
    expect(ids).toHaveLength(3000);
    expect(new Set(ids).size).toBe(3000);
  });
});

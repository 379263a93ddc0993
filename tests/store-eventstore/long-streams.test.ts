import type { EventStore } from '@letopis/core';
import type { LineFields, StoredLine } from '@letopis/core/store';
import type { Fault } from '@letopis/store-eventstore/testing';
import { describe, expect, it } from 'vitest';
import { item } from './events.ts';
import { freshNamespace } from './opening.ts';
import {
  bareClient,
  expectSoon,
  fill,
  hasty,
  inject,
  open,
  refusedAs,
  start,
  stream,
} from './test-server-started.ts';

// A stream longer than its first page is read on in one call, which is held open while its reader
// works: duties 1, 2, 3, 10 and 11 hold for that call too.

const COUNT = 2500;
type Direction = 'forward' | 'backward';
const directions: readonly Direction[] = ['forward', 'backward'];

const faults: readonly Fault[] = [
  'break',
  'not-ready',
  { cutAfter: 333 },
  { endAfter: 333 },
  { silentAfter: 333 },
];

const revisionOf = ({ line }: StoredLine): number => (JSON.parse(line) as LineFields).revision;

const expected = (direction: Direction): readonly number[] => {
  const all = Array.from({ length: COUNT }, (_, n) => n);
  return direction === 'forward' ? all : all.toReversed();
};

/** Reads on, and does something once after the first page. */
async function readWhile(
  store: EventStore,
  direction: Direction,
  after: () => Promise<unknown> | unknown,
  pageSize = 100,
): Promise<readonly number[]> {
  const seen: number[] = [];
  for await (const page of store.readStream(stream, { direction, pageSize })) {
    seen.push(...page.map(revisionOf));
    if (seen.length === pageSize) await after();
  }
  return seen;
}

describe.each(directions)('a long stream, %s', (direction) => {
  it('is read in few calls, whatever its pages are', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, COUNT);
    // Forward, one call more asks where the stream ends.
    const fewCalls = direction === 'forward' ? 3 : 2;
    let calls = 0;
    server.inject((call) => {
      if (call === 'read') calls += 1;
      return null;
    });
    expect(await readWhile(store, direction, () => undefined)).toEqual(expected(direction));
    expect(calls).toBe(fewCalls);
    calls = 0;
    const seen: number[] = [];
    for await (const page of store.readStream(stream, { direction })) {
      seen.push(...page.map(revisionOf));
    }
    expect(seen).toEqual(expected(direction));
    expect(calls).toBe(fewCalls);
  });

  it.each(faults)('is given once and in order where its call goes wrong: %o', async (fault) => {
    const server = await start();
    const options = { namespace: freshNamespace(), answerMs: 300, timeoutMs: 20_000 };
    await fill(await open(server, options), COUNT);
    // One that wrote none of it knows no more than what the server says.
    const store = await open(server, options);
    const read = readWhile(store, direction, () => inject(server, 'read', fault, 2));
    expect(await read).toEqual(expected(direction));
    await expectSoon(() => server.openReads).toBe(0);
  });

  it('is not given as if whole by a server that always ends its calls too early', async () => {
    const server = await start();
    const store = await open(server, hasty);
    await fill(store, COUNT);
    const read = readWhile(store, direction, () => inject(server, 'read', { endAfter: 0 }));
    await expect(read).rejects.toEqual(refusedAs('unreachable'));
  });

  it('is not waited for longer than was said where the server falls silent', async () => {
    const server = await start();
    const store = await open(server, hasty);
    await fill(store, COUNT);
    const read = readWhile(store, direction, () => inject(server, 'read', { silentAfter: 0 }));
    await expect(read).rejects.toEqual(refusedAs('unreachable'));
    await expectSoon(() => server.openReads).toBe(0);
  });

  it('keeps no call where its reader turns away, 200 times over', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, COUNT);
    let mostOpen = 0;
    for (let n = 0; n < 200; n += 1) {
      let pages = 0;
      for await (const _ of store.readStream(stream, { direction, pageSize: 10 })) {
        pages += 1;
        mostOpen = Math.max(mostOpen, server.openReads);
        if (pages === 3) break;
      }
    }
    expect(mostOpen).toBeGreaterThan(0);
    await expectSoon(() => server.openReads).toBe(0);
    expect(await readWhile(store, direction, () => undefined)).toEqual(expected(direction));
  });

  it('is read by 60 readers at once, each within another’s read', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, 300);
    const nested = async (depth: number): Promise<number> => {
      let pages = 0;
      let below = 0;
      for await (const _ of store.readStream(stream, { direction, pageSize: 30 })) {
        pages += 1;
        if (pages === 2 && depth > 1) below = await nested(depth - 1);
      }
      return pages + below;
    };
    const counts = await Promise.all(Array.from({ length: 20 }, () => nested(3)));
    expect(new Set(counts)).toEqual(new Set([30]));
  });

  it('is given whole where the server shuts down meanwhile', async () => {
    const server = await start();
    const namespace = freshNamespace();
    const writer = await open(server, { namespace });
    await fill(writer, COUNT);
    const reader = await open(server, { namespace });
    const restart = async (): Promise<void> => {
      await server.shutDown();
      await server.restart();
    };
    expect(await readWhile(reader, direction, restart)).toEqual(expected(direction));
  });

  it('is refused as corrupt where the server hides its beginning', async () => {
    const server = await start();
    const namespace = freshNamespace();
    const store = await open(server, { namespace });
    await fill(store, 300);
    await bareClient(server).setStreamMetadata(`${namespace}.${stream}`, { maxCount: 250 });
    for (const pageSize of [100, 1000]) {
      const read = readWhile(store, direction, () => undefined, pageSize);
      await expect(read).rejects.toEqual(refusedAs('corrupt'));
    }
  });

  it('gives its places back with its store where readers forget their reads', async () => {
    const server = await start();
    const store = await open(server);
    await fill(store, COUNT);
    for (let n = 0; n < 30; n += 1) {
      const reader = store.readStream(stream, { direction, pageSize: 10 })[Symbol.asyncIterator]();
      for (let page = 0; page < 3; page += 1) await reader.next();
    }
    expect(server.openReads).toBe(10);
    await store.close();
    await expectSoon(() => server.openReads).toBe(0);
    const next = await open(server);
    await fill(next, COUNT);
    let mostOpen = 0;
    const look = (): void => void (mostOpen = Math.max(mostOpen, server.openReads));
    for await (const _ of next.readStream(stream, { direction, pageSize: 10 })) look();
    expect(mostOpen).toBe(1);
  });

  it('throws where the store is closed meanwhile', async () => {
    const store = await open(await start());
    await fill(store, COUNT);
    const read = readWhile(store, direction, () => void store.close());
    await expect(read).rejects.toEqual(refusedAs('store-closed'));
  });
});

it('a long stream that grows meanwhile is given without a gap', async () => {
  const store = await open(await start());
  await fill(store, COUNT);
  const grow = () => store.append(stream, [item(COUNT)], COUNT - 1);
  const seen = await readWhile(store, 'forward', grow);
  expect(seen).toEqual(Array.from({ length: COUNT + 1 }, (_, n) => n));
});

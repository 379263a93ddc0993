import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@letopis/core';
import { START } from '@letopis/core';
import { openEventStore } from '@letopis/store-eventstore';
import type { TestServer } from '@letopis/store-eventstore/testing';
import { describe, expect, it } from 'vitest';
import { item, logOf } from './events.ts';
import { freshNamespace } from './opening.ts';
import {
  all,
  atEnd,
  bareClient,
  errorOf,
  expectSoon,
  hasty,
  inject,
  note,
  open,
  start,
  stream,
  within,
} from './test-server-started.ts';

describe('duty 5: what the server can do is asked once, without a deadline', () => {
  it('and the client keeps a failure for ever', async () => {
    const server = await start();
    inject(server, 'features', 'too-busy', 1);
    const bare = bareClient(server);
    await expect(bare.appendToStream('x', note(1))).rejects.toThrow('broken for a moment');
    await expect(bare.appendToStream('x', note(1))).rejects.toThrow('broken for a moment');
  });

  it('and the client waits for ever for an answer', async () => {
    const server = await start();
    inject(server, 'features', 'silence', 1);
    const bare = bareClient(server, '&defaultDeadline=100');
    const first = bare.appendToStream('x', note(1));
    expect(await within(400, first)).toBe('pending');
    expect(await within(200, bare.appendToStream('x', note(1)))).toBe('pending');
  });

  it.each(['too-busy', 'silence'] as const)('and the store asks anew after %s', async (fault) => {
    const server = await start();
    inject(server, 'features', fault, 1);
    const store = await open(server, { answerMs: 1000 });
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
  });
});

/** The server comes back later than any one call of the store waits, and is written to again. */
async function comesBack(server: TestServer, store: EventStore): Promise<void> {
  await pause(2500);
  await server.restart();
  for (let tries = 0; tries < 100; tries += 1) {
    const error = await errorOf(store.append(stream, [item(9)], 4));
    if (error === undefined) return;
  }
  throw new Error('the server was not written to again');
}

describe('duty 12: a subscription does not outlive its connection', () => {
  it('and the client’s ends with an error, for good', async () => {
    const server = await start();
    const bare = bareClient(server);
    await bare.appendToStream('x', note(1));
    const subscription = bare.subscribeToStream('x');
    const reading = all(subscription);
    await expectSoon(() => server.openReads).toBe(1);
    const ended = errorOf(reading);
    await server.kill();
    expect(await ended).toMatchObject({ code: 14 });
    await server.restart();
    await expect
      .poll(() => within(5000, bareClient(server).appendToStream('x', note(2))))
      .toBe('done');
    expect(server.openReads).toBe(0);
  });

  it.each(['kill', 'shutDown'] as const)(
    'and a follower of the store goes on after %s',
    async (end) => {
      const server = await start();
      const store = await open(server, hasty);
      for (let n = 0; n < 5; n += 1) await store.append(stream, [item(n)], n - 1);
      const seen: number[] = [];
      let restarted: Promise<unknown> = Promise.resolve();
      for await (const { lines } of store.follow(START)) {
        seen.push(...lines.map(({ line }) => JSON.parse(line).revision as number));
        if (seen.length === 5) {
          await server[end]();
          restarted = comesBack(server, store);
        }
        if (seen.length >= 6) break;
      }
      await restarted;
      expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
    },
  );
});

describe('duty 18: a follower sends away who asks for the leader', () => {
  it('and the client fails the first call, and only that', async () => {
    const leader = await start();
    const bare = bareClient(await start({ leader }));
    const append = () => bare.appendToStream('x', note(1), { requiresLeader: true });
    await expect(append()).rejects.toMatchObject({ type: 'not-leader' });
    await append();
    expect(leader.log.stream('x')).toHaveLength(1);
  });

  it('and the store’s calls go through at once', async () => {
    const leader = await start();
    const follower = await start({ leader });
    let waits = 0;
    const wait = async (): Promise<void> => void (waits += 1);
    const namespace = freshNamespace();
    const store = await openEventStore(() => EventStoreDBClient.connectionString(follower.url), {
      namespace,
      ports: { wait },
      answerMs: 2000,
      timeoutMs: 6000,
    });
    atEnd(() => store.close());
    await store.append(stream, [item(1)], -1);
    expect(await logOf(store)).toHaveLength(1);
    expect(leader.log.stream(`${namespace}.${stream}`)).toHaveLength(1);
    inject(leader, 'append', 'not-leader', 1);
    await store.append(stream, [item(2)], 0);
    expect(waits).toBe(0);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { EventStore } from '@letopis/core';
import type { EventStoreOptions } from '@letopis/store-eventstore';
import type {
  Fault,
  FaultyCall,
  TestServer,
  TestServerOptions,
} from '@letopis/store-eventstore/testing';
import { startTestServer } from '@letopis/store-eventstore/testing';
import { afterEach, expect } from 'vitest';
import { item } from './events.ts';
import { freshNamespace, openAt } from './opening.ts';

// Everything that a test starts here ends with the test, the last one first.
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

export const atEnd = (end: () => Promise<unknown>): void => void ends.push(end);

export async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  atEnd(() => server.stop());
  return server;
}

/** The client without this store around it. */
export function bareClient(server: TestServer, more = ''): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(server.url + more);
  atEnd(() => Promise.race([client.dispose(), pause(200)]));
  return client;
}

/** For a store that must give up in a test; all others have all the time they may need. */
export const hasty: EventStoreOptions = { answerMs: 500, timeoutMs: 2000 };

/** Opens a store that waits as long as a busy machine needs, unless the options say otherwise. */
export async function open(
  server: TestServer,
  options: EventStoreOptions = {},
): Promise<EventStore> {
  const patient = { answerMs: 5000, timeoutMs: 30_000, pollMs: 10 };
  const store = await openAt(server.url, { namespace: freshNamespace(), ...patient, ...options });
  atEnd(() => store.close());
  return store;
}

/** Expects that something becomes true; a busy machine may need long for it. */
export const expectSoon = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

/** The fault for calls of one kind; for the first `times` of them only. */
export function inject(
  server: TestServer,
  call: FaultyCall,
  fault: Fault,
  times = Number.POSITIVE_INFINITY,
): void {
  let left = times;
  server.inject((one) => (one === call && (left -= 1) >= 0 ? fault : null));
}

export const stream = 'academy.sample-1';

/** Appends a number of events to {@link stream}, which has none yet. */
export async function fill(store: EventStore, count: number): Promise<void> {
  for (let n = 0; n < count; n += 100) {
    const items = Array.from({ length: Math.min(100, count - n) }, (_, i) => item(n + i));
    await store.append(stream, items, n - 1);
  }
}

/** An event for the bare client, with an id made of a number. */
export const note = (n: number, type = 'Noted') =>
  jsonEvent({ type, data: { n }, id: item(n).event.id });

/** The outcome of a promise within that many milliseconds. */
export const within = (ms: number, promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    promise.then(
      () => 'done',
      () => 'failed',
    ),
    pause(ms, 'pending'),
  ]);

/** Everything that an iterable yields. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of items) found.push(one);
  return found;
}

/**
 * The error that a promise is rejected with, caught from now on; undefined if it is not rejected.
 */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

export const refusedAs = (code: string): unknown => expect.objectContaining({ code });

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

// What a test starts here ends with it, last things first.
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

/** The client as it is, without this store around it. */
export function bareClient(server: TestServer, more = ''): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(server.url + more);
  atEnd(() => Promise.race([client.dispose(), pause(200)]));
  return client;
}

/** For a store that is to give up in a test; every other one has all the time it may need. */
export const hasty: EventStoreOptions = { answerMs: 500, timeoutMs: 2000 };

/** A store that waits as long as a busy machine needs, if nothing else is said. */
export async function open(
  server: TestServer,
  options: EventStoreOptions = {},
): Promise<EventStore> {
  const patient = { answerMs: 5000, timeoutMs: 30_000, pollMs: 10 };
  const store = await openAt(server.url, { namespace: freshNamespace(), ...patient, ...options });
  atEnd(() => store.close());
  return store;
}

/** Holds as soon as it does; a busy machine may need long for it. */
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

/** Appends so many events to {@link stream}, which has none. */
export async function fill(store: EventStore, count: number): Promise<void> {
  for (let n = 0; n < count; n += 100) {
    const items = Array.from({ length: Math.min(100, count - n) }, (_, i) => item(n + i));
    await store.append(stream, items, n - 1);
  }
}

/** An event for the bare client, with an id made of a number. */
export const note = (n: number, type = 'Noted') =>
  jsonEvent({ type, data: { n }, id: item(n).event.id });

/** What came of a promise in so many milliseconds. */
export const within = (ms: number, promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    promise.then(
      () => 'done',
      () => 'failed',
    ),
    pause(ms, 'pending'),
  ]);

/** Everything that an iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of items) found.push(one);
  return found;
}

/** The error that a promise ends with, listened for from now on; undefined if it has none. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

export const refusedAs = (code: string): unknown => expect.objectContaining({ code });

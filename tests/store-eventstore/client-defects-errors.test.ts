import type { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStoreClient } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';
import { describe, expect, it } from 'vitest';
import { item } from './events.ts';
import { freshNamespace } from './opening.ts';
import { atEnd, bareClient, refusedAs, start, stream } from './test-server-started.ts';

/** Pauses take no time, and their sum ends the tries all the same. */
const wait = async (): Promise<void> => undefined;

/** The client, with an append that fails as told once it is told. */
function failing(client: EventStoreDBClient) {
  const state: { error: unknown } = { error: null };
  const appendToStream: EventStoreClient['appendToStream'] = async (...call) => {
    if (state.error === null) return client.appendToStream(...call);
    throw state.error;
  };
  const wrapped: EventStoreClient = {
    appendToStream,
    readStream: (...call) => client.readStream(...call),
    readAll: (...call) => client.readAll(...call),
    subscribeToAll: (...call) => client.subscribeToAll(...call),
    dispose: () => client.dispose(),
  };
  return { state, wrapped };
}

describe('errors of any client, which are of no class that the store knows', () => {
  it.each([
    ['access denied', { type: 'access-denied', message: '' }, 'store-failed'],
    ['a wrong password', { code: 16, message: 'Unauthenticated' }, 'store-failed'],
    ['no right', { code: 7 }, 'store-failed'],
    ['too large an append', { type: 'maximum-append-size-exceeded' }, 'invalid-append'],
    [
      'too large an event',
      { type: 'unknown', message: 'Could not recognize MaximumAppendEventSizeExceeded' },
      'invalid-append',
    ],
    ['a deleted stream', { type: 'stream-deleted', streamName: 'x' }, 'corrupt'],
    [
      'a server that starts',
      { type: 'unknown', message: 'Could not recognize Server Is Not Ready' },
      'unreachable',
    ],
    ['a time-out', { type: 'timeout', code: 10, message: '' }, 'outcome-unknown'],
    ['a reset', { type: 'unknown', code: 13, message: 'RST_STREAM' }, 'outcome-unknown'],
    ['no connection', { code: 14 }, 'outcome-unknown'],
    ['a cancelled call', { type: 'cancelled', code: 1 }, 'outcome-unknown'],
    ['a word', 'no', 'outcome-unknown'],
    ['nothing', undefined, 'outcome-unknown'],
  ])('are known by type, code and text: %s', async (_what, error, code) => {
    const { state, wrapped } = failing(bareClient(await start()));
    const options = { namespace: freshNamespace(), ports: { wait } };
    const store = await openEventStore(wrapped, options);
    atEnd(() => store.close());
    state.error = error;
    await expect(store.append(stream, [item(1)], -1)).rejects.toEqual(refusedAs(code));
    state.error = null;
    await store.append(stream, [item(1)], -1);
  });
});

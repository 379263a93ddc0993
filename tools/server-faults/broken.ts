import type { EventStore } from '@letopis/core';
import type { FollowPage } from '@letopis/core/store';
import type { EventStoreClient } from '@letopis/store-eventstore';

/**
 * How a store or its client is broken on purpose, to show that the check can fail; and the word
 * that must be in the failure.
 */
export const BREAKS = {
  none: '',
  'errors-taken-for-success': 'lost',
  'append-twice': 'doubled',
  'skip-a-page': 'followed',
  'repeat-a-page': 'followed',
  'never-settle': 'pending',
} as const;
export type Break = keyof typeof BREAKS;

/** How often a break happens that needs no fault, in calls. */
const EVERY = 100;

/** A client that takes any error of an append for a successful answer. */
export function brokenClient(client: EventStoreClient, breakage: Break): EventStoreClient {
  if (breakage !== 'errors-taken-for-success') return client;
  return {
    appendToStream: async (stream, events, options) => {
      try {
        return await client.appendToStream(stream, events, options);
      } catch (error) {
        const { expectedRevision } = (options ?? {}) as { readonly expectedRevision?: unknown };
        if (stream.endsWith(':log')) throw error;
        const before = typeof expectedRevision === 'bigint' ? expectedRevision : -1n;
        const nextExpectedRevision = before + BigInt(events.length);
        return { success: true, nextExpectedRevision, position: { commit: 1n, prepare: 1n } };
      }
    },
    readStream: (stream, options) => client.readStream(stream, options),
    readAll: (options) => client.readAll(options),
    subscribeToAll: (options) => client.subscribeToAll(options),
    dispose: () => client.dispose(),
  };
}

/** The store with that break; the same store where the break is elsewhere. */
export function broken(store: EventStore, breakage: Break): EventStore {
  if (breakage === 'none' || breakage === 'errors-taken-for-success') return store;
  let appends = 0;
  const append: EventStore['append'] = async (stream, items, expected) => {
    const appended = await store.append(stream, items, expected);
    appends += 1;
    if (appends % EVERY !== 0) return appended;
    if (breakage === 'never-settle') return new Promise(() => undefined);
    if (breakage !== 'append-twice') return appended;
    return store.append(stream, items, appended.events.at(-1)?.revision ?? expected);
  };
  return {
    append,
    ports: store.ports,
    guarantees: store.guarantees,
    readStream: (stream, options) => store.readStream(stream, options),
    readAll: (after, options) => store.readAll(after, options),
    follow: (after, options) => brokenPages(store.follow(after, options), breakage),
    head: () => store.head(),
    positionAt: (instant) => store.positionAt(instant),
    logId: () => store.logId(),
    restore: (pages) => store.restore(pages),
    emptyBeside: (stream, ids) => store.emptyBeside(stream, ids),
    close: () => store.close(),
  };
}

async function* brokenPages(
  pages: AsyncIterable<FollowPage>,
  breakage: Break,
): AsyncGenerator<FollowPage, void, void> {
  let count = 0;
  for await (const page of pages) {
    if (page.lines.length > 0) count += 1;
    const strikes = page.lines.length > 0 && count % 5 === 0;
    if (strikes && breakage === 'skip-a-page') continue;
    if (strikes && breakage === 'repeat-a-page') yield page;
    yield page;
  }
}

import type { EventStore } from '@letopis/core';

/** The store with some of its functions replaced, to act as a network or another writer. */
export function wrapped(store: EventStore, changes: Partial<EventStore>): EventStore {
  return {
    ports: store.ports,
    guarantees: store.guarantees,
    append: (...args) => store.append(...args),
    readStream: (...args) => store.readStream(...args),
    readAll: (...args) => store.readAll(...args),
    follow: (...args) => store.follow(...args),
    head: () => store.head(),
    positionAt: (instant) => store.positionAt(instant),
    logId: () => store.logId(),
    restore: (pages) => store.restore(pages),
    emptyBeside: (...args) => store.emptyBeside(...args),
    close: () => store.close(),
    ...changes,
  };
}

/** The number of lines in the log. */
export async function logLength(store: EventStore): Promise<number> {
  let count = 0;
  for await (const page of store.readAll('')) count += page.lines.length;
  return count;
}

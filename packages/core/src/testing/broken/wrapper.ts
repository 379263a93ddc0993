import type { EventStore, StoredLine } from '../../kernel/event-store.ts';
import type { Ports } from '../../kernel/ports.ts';

/** A fault that a suite must find: how it breaks a correct store, and which test finds it. */
export interface BrokenStore<Store> {
  /** What is wrong with it, in words. */
  readonly fault: string;
  /** Title of the test, or name of the concern, that must catch it. */
  readonly caughtBy: string;
  /** Breaks the ports before the store is opened with them. */
  readonly ports?: (ports: Partial<Ports>) => Partial<Ports>;
  /** Breaks the store itself. */
  readonly wrap?: (store: Store) => Store;
}

/** The same store with some of its functions replaced. */
export function altered(store: EventStore, changes: Partial<EventStore>): EventStore {
  return {
    ports: store.ports,
    guarantees: store.guarantees,
    append: (stream, items, expected) => store.append(stream, items, expected),
    readStream: (stream, options) => store.readStream(stream, options),
    readAll: (after, options) => store.readAll(after, options),
    follow: (after, options) => store.follow(after, options),
    head: () => store.head(),
    positionAt: (instant) => store.positionAt(instant),
    logId: () => store.logId(),
    restore: (pages) => store.restore(pages),
    emptyBeside: (stream, eventIds) => store.emptyBeside(stream, eventIds),
    close: () => store.close(),
    ...changes,
  };
}

/** The same store, with every line that it gives changed. */
export function alteredLines(
  store: EventStore,
  change: (stored: StoredLine) => StoredLine,
): EventStore {
  return altered(store, {
    async *readStream(stream, options) {
      for await (const page of store.readStream(stream, options)) yield page.map(change);
    },
    async *readAll(after, options) {
      for await (const page of store.readAll(after, options)) {
        yield { ...page, lines: page.lines.map(change) };
      }
    },
    async *follow(after, options) {
      for await (const page of store.follow(after, options)) {
        yield { ...page, lines: page.lines.map(change) };
      }
    },
  });
}

/** The last revision of a stream; −1 where there is no such stream. */
export async function endOf(store: EventStore, stream: string): Promise<number> {
  const options = { direction: 'backward', pageSize: 1 } as const;
  for await (const [last] of store.readStream(stream, options)) {
    if (last !== undefined) return (JSON.parse(last.line) as { revision: number }).revision;
  }
  return -1;
}

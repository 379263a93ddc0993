import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import type { AppendItem, StoredLine } from '@letopis/core/store';
import { openMemory } from '@letopis/store-memory';

/**
 * The raw limit of `@letopis/store-eventstore`: the client alone, with the same lines as ready-made
 * events in as many streams, and reads that stop at the text of the lines.
 */
export interface BareEventStore {
  /** One append of ready-made events; resolves with the server's answer. */
  readonly append: (
    stream: string,
    events: readonly BareEvent[],
    expected: number,
  ) => Promise<unknown>;
  /** Reads a whole stream from a revision on; calls back with each line. */
  readonly readStream: (stream: string, from: number, count: number, take: Take) => Promise<void>;
  /** Reads the server's log after a place, until that many lines of the prefix have come. */
  readonly readAll: (after: Place, prefix: string, count: number, take: Take) => Promise<void>;
  /** The same by a catch-up subscription with a filter by stream name. */
  readonly follow: (after: Place, prefix: string, count: number, take: Take) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type BareEvent = ReturnType<typeof jsonEvent>;
type Take = (line: string) => void;

export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export function openBare(url: string): BareEventStore {
  const client = EventStoreDBClient.connectionString(url);
  return {
    append: (stream, events, expected) =>
      client.appendToStream(stream, [...events], {
        expectedRevision: expected < 0 ? 'no_stream' : BigInt(expected),
      }),
    readStream: async (stream, from, maxCount, take) => {
      const options = { fromRevision: BigInt(from), maxCount };
      for await (const { event } of client.readStream(stream, options)) {
        take(JSON.stringify(event?.data));
      }
    },
    readAll: async (fromPosition, prefix, count, take) => {
      const reading = client.readAll({ fromPosition });
      let left = count;
      for await (const { event } of reading) {
        if (event?.streamId.startsWith(prefix) !== true) continue;
        left -= 1;
        if (left >= 0) take(JSON.stringify(event.data));
        // Cancelled inside the loop, which then ends: after `break` the client never ends a read.
        if (left === 0) await reading.cancel();
      }
    },
    follow: async (fromPosition, prefix, count, take) => {
      const filter = streamNameFilter({ prefixes: [prefix] });
      const following = client.subscribeToAll({ fromPosition, filter });
      let left = count;
      for await (const { event } of following) {
        left -= 1;
        if (left >= 0) take(JSON.stringify(event?.data));
        if (left === 0) await following.unsubscribe();
      }
    },
    close: () => client.dispose(),
  };
}

/** The lines that a store would make of the items of one stream. */
async function linesOf(stream: string, items: readonly AppendItem[]): Promise<readonly string[]> {
  const store = openMemory();
  for (let from = 0; from < items.length; from += 500) {
    await store.append(stream, items.slice(from, from + 500), from - 1);
  }
  const lines: StoredLine[] = [];
  for await (const page of store.readStream(stream)) lines.push(...page);
  return lines.map(({ line }) => line);
}

/** The same lines as the client's events, made before anything is measured. */
export async function bareEvents(
  stream: string,
  items: readonly AppendItem[],
): Promise<readonly BareEvent[]> {
  const lines = await linesOf(stream, items);
  return lines.map((line) => {
    const data = JSON.parse(line) as { readonly type: string };
    return jsonEvent({ id: randomUUID(), type: data.type, data });
  });
}

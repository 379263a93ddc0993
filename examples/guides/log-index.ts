import type { Position, Ports } from '@letopis/core';
import { START } from '@letopis/core';
import type {
  Appended,
  AppendResult,
  ReadAllOptions,
  RestoredLine,
  StoredLine,
  StreamHead,
} from '@letopis/core/store';
import { lineHash, NO_STREAM, parseLine } from '@letopis/core/store';
import { countLeading, positionOf } from '@letopis/store-node';

/** A stored line, with what it is searched by. */
export interface Entry {
  stored: StoredLine;
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** The newest `recordedAt` of the log up to here: times of a restored log may cross. */
  readonly newest: string;
}

/** What the store of the guide knows of its file: all lines in order, and each stream's. */
export class LogIndex {
  readonly #hash: Ports['hash'];
  readonly #all: Entry[] = [];
  readonly #streams = new Map<string, { readonly entries: Entry[]; head: StreamHead }>();

  constructor(hash: Ports['hash']) {
    this.#hash = hash;
  }

  get all(): readonly Entry[] {
    return this.#all;
  }

  /** The newest time of all lines; empty where there is none. */
  get newest(): string {
    return this.#all.at(-1)?.newest ?? '';
  }

  ofStream(stream: string): readonly Entry[] {
    return this.#streams.get(stream)?.entries ?? [];
  }

  /** Where a stream ends; `NO_STREAM` where there is none. */
  head(stream: string): StreamHead {
    return this.#streams.get(stream)?.head ?? NO_STREAM;
  }

  /** Takes in the next line of the log. */
  add({ line, beside, metadata }: RestoredLine): Entry {
    const position = positionOf(this.#all.length + 1);
    const { id, stream, type, revision, recordedAt } = parseLine(line, position);
    const newest = recordedAt > this.newest ? recordedAt : this.newest;
    // Frozen, so that no reader can change what the next one gets.
    const stored = Object.freeze({ position, line, beside, metadata });
    const entry = { stored, id, stream, type, revision, recordedAt, newest };
    const entries = this.#streams.get(stream)?.entries ?? [];
    entries.push(entry);
    this.#streams.set(stream, {
      entries,
      head: { revision, hash: lineHash(line, this.#hash), recordedAt },
    });
    this.#all.push(entry);
    return entry;
  }

  /** One page of what a reader wants, from an index on, and the index after it. */
  page(from: number, end: number, options: ReadAllOptions) {
    const { pageSize = 1000, types = null, streamPrefix = null } = options;
    const lines: StoredLine[] = [];
    let next = from;
    for (; next < end && lines.length < pageSize; next += 1) {
      const { stored, type, stream } = this.#all[next] as Entry;
      const wanted = types === null || types.includes(type);
      if (wanted && stream.startsWith(streamPrefix ?? '')) lines.push(stored);
    }
    return { lines, next };
  }

  /** The end of the longest prefix in which nothing was recorded after the instant. */
  positionAt(instant: string): Position {
    const until = new Date(instant).toISOString();
    const within = (index: number): boolean => (this.#all[index] as Entry).newest <= until;
    return positionAfter(countLeading(this.#all.length, within));
  }

  /** The first result of an append that the stream holds already; null: it does not. */
  appended(
    stream: string,
    from: number,
    prepared: readonly { readonly id: string }[],
  ): AppendResult | null {
    const entries = this.ofStream(stream).slice(from, from + prepared.length);
    const same =
      entries.length === prepared.length &&
      entries.every(({ id }, index) => id === prepared[index]?.id);
    return same ? { stream, events: entries.map(placeOf) } : null;
  }
}

/** The position after so many lines. */
export const positionAfter = (count: number): Position => (count === 0 ? START : positionOf(count));

/** Where an appended event stands, as its writer is told. */
export function placeOf({ id, revision, stored, recordedAt }: Entry): Appended {
  return { id, revision, position: stored.position, recordedAt };
}

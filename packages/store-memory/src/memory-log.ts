import type { Position } from '@letopis/core';
import { START } from '@letopis/core';
import type {
  AppendResult,
  ReadAllOptions,
  RestoredLine,
  StoredLine,
  StreamHead,
} from '@letopis/core/store';
import { lineEventId, NO_STREAM } from '@letopis/core/store';
import { countLeading, positionOf } from '@letopis/store-node';

/** One line of the log, with the fields that are searched for. */
export interface Entry {
  stored: StoredLine;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** The newest `recordedAt` up to here; the times of a restored log may go back. */
  readonly newest: string;
}

/** Where a new line belongs, and its hash. */
export interface Place extends Pick<Entry, 'stream' | 'type' | 'revision' | 'recordedAt'> {
  readonly hash: string;
}

interface Stream {
  readonly entries: Entry[];
  hash: string;
}

/** The lines of a log in their order, with one index by stream. */
export class MemoryLog {
  readonly #entries: Entry[] = [];
  readonly #streams = new Map<string, Stream>();
  #newest = '';

  /** How many lines there are. */
  get length(): number {
    return this.#entries.length;
  }

  /** The newest `recordedAt` of all lines; empty where there is none. */
  get newest(): string {
    return this.#newest;
  }

  /** The position after that many lines; the start after none. */
  positionAfter(count: number): Position {
    return count === 0 ? START : positionOf(count);
  }

  lineAt(index: number): string | undefined {
    return this.#entries[index]?.stored.line;
  }

  /** The lines of one stream, in the order of their revisions. */
  ofStream(stream: string): readonly Entry[] {
    return this.#streams.get(stream)?.entries ?? [];
  }

  /** The next page of lines that a reader asked for, from one index on, and the index after it. */
  page(
    from: number,
    end: number,
    pageSize: number,
    { types, streamPrefix }: ReadAllOptions,
  ): { readonly lines: readonly StoredLine[]; readonly next: number } {
    const wantedTypes = types ? new Set(types) : null;
    const lines: StoredLine[] = [];
    let index = from;
    for (; index < end && lines.length < pageSize; index += 1) {
      const { type, stream, stored } = this.#entries[index] as Entry;
      if (wantedTypes !== null && !wantedTypes.has(type)) continue;
      if (streamPrefix && !stream.startsWith(streamPrefix)) continue;
      lines.push(stored);
    }
    return { lines, next: index };
  }

  /** How many lines come before the first that was recorded after an instant. */
  countUntil(instant: string): number {
    const entries = this.#entries;
    return countLeading(entries.length, (index) => (entries[index] as Entry).newest <= instant);
  }

  /** The end of a stream, after which the next line is written. */
  head(stream: string): StreamHead {
    const known = this.#streams.get(stream);
    const last = known?.entries.at(-1);
    if (known === undefined || last === undefined) return NO_STREAM;
    return { revision: last.revision, hash: known.hash, recordedAt: last.recordedAt };
  }

  /** Adds a line at the end, and gives its position. */
  push({ line, beside, metadata }: RestoredLine, place: Place): Position {
    const position = positionOf(this.#entries.length + 1);
    // Frozen, so that one reader cannot change what the next one gets.
    const stored = Object.freeze({ position, line, beside, metadata });
    const { stream, type, revision, recordedAt, hash } = place;
    this.#newest = recordedAt > this.#newest ? recordedAt : this.#newest;
    const entry = { stored, stream, type, revision, recordedAt, newest: this.#newest };
    const known = this.#streams.get(stream);
    if (known === undefined) this.#streams.set(stream, { entries: [entry], hash });
    else {
      known.entries.push(entry);
      known.hash = hash;
    }
    this.#entries.push(entry);
    return position;
  }

  /** The first result of an append that is stored already, found by its event ids; else null. */
  appended(
    stream: string,
    from: number,
    prepared: readonly { readonly id: string }[],
  ): AppendResult | null {
    const entries = this.ofStream(stream).slice(from, from + prepared.length);
    if (entries.length !== prepared.length) return null;
    const same = entries.every((e, i) => lineEventId(e.stored.line) === prepared[i]?.id);
    if (!same) return null;
    const events = entries.map(({ stored, revision, recordedAt }) => {
      return { id: lineEventId(stored.line), revision, position: stored.position, recordedAt };
    });
    return { stream, events };
  }
}

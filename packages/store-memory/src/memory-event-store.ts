import type {
  AppendItem,
  AppendResult,
  ArmedWait,
  Beside,
  EventStore,
  FollowOptions,
  FollowPage,
  JsonObject,
  LogPage,
  Ports,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RestoredLine,
  StoredLine,
  StoreGuarantees,
  StreamHead,
} from '@letopis/core';
import {
  checkRestored,
  conflict,
  followLog,
  LetopisError,
  lineEventId,
  mismatch,
  newCommandId,
  NO_STREAM,
  prepareAppend,
  sealLines,
  START,
} from '@letopis/core';
import { nodePorts } from './ports.ts';

interface Entry {
  stored: StoredLine;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** The newest `recordedAt` up to here: a restored log's times may go back. */
  readonly newest: string;
}

interface Stream {
  readonly entries: Entry[];
  hash: string;
}

const PAGE = 1000;

const positionOf = (index: number): Position => String(index + 1).padStart(16, '0');
const indexAfter = (position: Position): number => (position === START ? 0 : Number(position));

/**
 * The reference store: keeps lines as text in memory, in log order, with one index by stream.
 * It holds all of the port's contract, and nothing outlives the process.
 *
 * @param ports replaces clock, chance or hash; tests give fixed ones.
 * @example
 * const store = openMemory();
 * await store.head(); // => ''
 */
export function openMemory(ports: Partial<Ports> = {}): EventStore {
  return new MemoryEventStore(nodePorts(ports));
}

class MemoryEventStore implements EventStore {
  readonly ports: Ports;
  readonly guarantees: StoreGuarantees = { timesRise: 'log', erasure: 'in-place' };
  readonly #log: Entry[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #waiting = new Set<() => void>();
  #logId: string;
  #newest = '';
  #closed = false;

  constructor(ports: Ports) {
    this.ports = ports;
    this.#logId = newCommandId(ports);
  }

  async append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult> {
    this.#open();
    const prepared = prepareAppend(stream, items, expectedRevision);
    const head = this.#head(stream);
    if (head.revision !== expectedRevision) {
      const first = this.#standing(stream, expectedRevision + 1, prepared);
      if (first !== null) return first;
      throw conflict(stream, expectedRevision, head.revision);
    }
    const parts = prepared.map((item) => item.parts);
    const sealed = sealLines(parts, head, this.#newest, this.ports);
    const events = sealed.map(({ line, hash, revision, recordedAt }, index) => {
      const item = prepared[index] as (typeof prepared)[number];
      const type = items[index]?.event.type ?? '';
      const beside = parsed<Beside>(item.beside);
      const stored = { line, beside, metadata: parsed<JsonObject>(item.metadata) };
      const position = this.#push(stored, { stream, type, revision, recordedAt, hash });
      return { id: item.id, revision, position, recordedAt };
    });
    this.#wake();
    return { stream, events };
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#open();
    const { direction = 'forward', pageSize = PAGE } = options;
    const entries = this.#streams.get(stream)?.entries ?? [];
    const end = entries.length;
    if (direction === 'forward') {
      for (let from = options.from ?? 0; from < end; from += pageSize) {
        yield entries.slice(from, Math.min(from + pageSize, end)).map((entry) => entry.stored);
        this.#open();
      }
      return;
    }
    let last = Math.min(options.from ?? end - 1, end - 1);
    for (; last >= 0; last -= pageSize) {
      const page = entries.slice(Math.max(0, last - pageSize + 1), last + 1);
      yield page.map((entry) => entry.stored).toReversed();
      this.#open();
    }
  }

  async *readAll(
    after: Position,
    options: ReadAllOptions = {},
  ): AsyncGenerator<LogPage, void, void> {
    this.#open();
    const { pageSize = PAGE, streamPrefix } = options;
    const types = options.types ? new Set(options.types) : null;
    const wanted = (entry: Entry): boolean =>
      (types === null || types.has(entry.type)) &&
      (!streamPrefix || entry.stream.startsWith(streamPrefix));
    const end = this.#log.length;
    let index = indexAfter(after);
    while (index < end) {
      const lines: StoredLine[] = [];
      for (; index < end && lines.length < pageSize; index += 1) {
        const entry = this.#log[index] as Entry;
        if (wanted(entry)) lines.push(entry.stored);
      }
      yield { lines, scannedTo: positionOf(index - 1) };
      this.#open();
    }
  }

  follow(after: Position, options: FollowOptions = {}): AsyncIterable<FollowPage> {
    this.#open();
    return followLog(
      (from, rest) => this.readAll(from, rest),
      () => this.#arm(),
      after,
      options,
    );
  }

  async head(): Promise<Position> {
    this.#open();
    return this.#log.length === 0 ? START : positionOf(this.#log.length - 1);
  }

  async positionAt(instant: string): Promise<Position> {
    this.#open();
    const at = new Date(instant).toISOString();
    let [low, high] = [0, this.#log.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#log[middle] as Entry).newest <= at) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? START : positionOf(low - 1);
  }

  async logId(): Promise<string> {
    this.#open();
    return this.#logId;
  }

  async restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    this.#open();
    let at = 0;
    let written = 0;
    for await (const page of pages) {
      for (const restored of page) {
        const standing = this.#log[at]?.stored.line;
        at += 1;
        if (standing === restored.line) continue;
        if (standing !== undefined) throw mismatch(`line ${at}`, 'the log holds another line');
        this.#restoreLine(restored);
        written += 1;
      }
    }
    if (at < this.#log.length) {
      throw mismatch(`line ${at + 1}`, `the log holds ${this.#log.length - at} lines more`);
    }
    this.#logId = newCommandId(this.ports);
    this.#wake();
    return written;
  }

  async emptyBeside(stream: string, eventIds: readonly string[]): Promise<void> {
    this.#open();
    const wanted = new Set(eventIds);
    const entries = this.#streams.get(stream)?.entries ?? [];
    const found = entries.filter((entry) => wanted.has(lineEventId(entry.stored.line)));
    if (found.length !== wanted.size) {
      const say = `${stream} holds ${found.length} of the ${wanted.size} events to empty`;
      throw new LetopisError('misuse', say, { stream });
    }
    for (const entry of found) {
      const { beside } = entry.stored;
      if (beside === null) continue;
      entry.stored = Object.freeze({ ...entry.stored, beside: 'emptied' });
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
  }

  #restoreLine(restored: RestoredLine): void {
    const head = (stream: string): StreamHead => this.#head(stream);
    const { fields, hash } = checkRestored(restored.line, head, this.ports.hash);
    this.#push(structuredClone(restored), { ...fields, hash });
  }

  #push(
    content: RestoredLine,
    at: Pick<Entry, 'stream' | 'type' | 'revision' | 'recordedAt'> & { readonly hash: string },
  ): Position {
    const position = positionOf(this.#log.length);
    const { line, beside, metadata } = content;
    // Frozen, so that what one reader is given cannot be changed for the next.
    const stored = Object.freeze({ position, line, beside, metadata });
    const { stream, type, revision, recordedAt } = at;
    const newest = recordedAt > this.#newest ? recordedAt : this.#newest;
    const entry: Entry = { stored, stream, type, revision, recordedAt, newest };
    const known = this.#streams.get(stream);
    if (known === undefined) this.#streams.set(stream, { entries: [entry], hash: at.hash });
    else {
      known.entries.push(entry);
      known.hash = at.hash;
    }
    this.#log.push(entry);
    this.#newest = newest;
    return position;
  }

  #head(stream: string): StreamHead {
    const known = this.#streams.get(stream);
    const last = known?.entries.at(-1);
    if (known === undefined || last === undefined) return NO_STREAM;
    return { revision: last.revision, hash: known.hash, recordedAt: last.recordedAt };
  }

  /** The first result of a batch that stands already, found by its event ids; else null. */
  #standing(
    stream: string,
    from: number,
    prepared: readonly { readonly id: string }[],
  ): AppendResult | null {
    const entries = this.#streams.get(stream)?.entries.slice(from, from + prepared.length) ?? [];
    if (entries.length !== prepared.length) return null;
    const same = entries.every((e, i) => lineEventId(e.stored.line) === prepared[i]?.id);
    if (!same) return null;
    const events = entries.map(({ stored, revision, recordedAt }) => {
      return { id: lineEventId(stored.line), revision, position: stored.position, recordedAt };
    });
    return { stream, events };
  }

  #arm(): ArmedWait {
    const wakes = Promise.withResolvers<void>();
    const wake = (): void => wakes.resolve();
    this.#waiting.add(wake);
    return {
      wait: async (ms, signal) => {
        const timer = setTimeout(wake, ms);
        signal?.addEventListener('abort', wake, { once: true });
        await wakes.promise;
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
      },
      disarm: () => void this.#waiting.delete(wake),
    };
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #open(): void {
    if (this.#closed) throw new LetopisError('store-closed', 'this store was closed: open another');
  }
}

/** Parsed and frozen through and through: the caller's own objects never come in. */
function parsed<T>(json: string | null): T | null {
  return json === null
    ? null
    : (JSON.parse(json, (_, value: unknown) => Object.freeze(value)) as T);
}

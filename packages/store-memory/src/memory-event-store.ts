import type { EventStore, Ports, Position } from '@letopis/core';
import { newCommandId } from '@letopis/core';
import type {
  AppendItem,
  AppendResult,
  Beside,
  FollowOptions,
  FollowPage,
  JsonObject,
  LogPage,
  ReadAllOptions,
  ReadStreamOptions,
  RestoredLine,
  StoredLine,
  StoreGuarantees,
} from '@letopis/core/store';
import {
  checkRestored,
  conflict,
  followLog,
  lineEventId,
  mismatch,
  prepareAppend,
  chainLines,
} from '@letopis/core/store';
import {
  countOf,
  eventsNotFound,
  frozenJson,
  nodePorts,
  storeClosed,
  WakeUps,
} from '@letopis/store-node';
import { MemoryLog } from './memory-log.ts';

const PAGE = 1000;

/**
 * The reference store: lines as text in memory, in log order, with one index by stream. It fulfils
 * the whole contract of the port; its log is gone when the process ends.
 *
 * @param ports replaces clock, random bytes or hash; tests give fixed ones.
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
  readonly #log = new MemoryLog();
  readonly #wakeUps = new WakeUps();
  #logId: string;
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
    this.#assertOpen();
    const prepared = prepareAppend(stream, items, expectedRevision);
    const head = this.#log.head(stream);
    if (head.revision !== expectedRevision) {
      const first = this.#log.appended(stream, expectedRevision + 1, prepared);
      if (first !== null) return first;
      throw conflict(stream, expectedRevision, head.revision);
    }
    const parts = prepared.map((item) => item.parts);
    const sealed = chainLines(parts, head, this.#log.newest, this.ports);
    const events = sealed.map(({ line, hash, revision, recordedAt }, index) => {
      const item = prepared[index] as (typeof prepared)[number];
      const type = items[index]?.event.type ?? '';
      const beside = frozenJson<Beside>(item.beside);
      const content = { line, beside, metadata: frozenJson<JsonObject>(item.metadata) };
      const position = this.#log.push(content, { stream, type, revision, recordedAt, hash });
      return { id: item.id, revision, position, recordedAt };
    });
    this.#wakeUps.wake();
    return { stream, events };
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#assertOpen();
    const { direction = 'forward', pageSize = PAGE } = options;
    const entries = this.#log.ofStream(stream);
    const end = entries.length;
    if (direction === 'forward') {
      for (let from = options.from ?? 0; from < end; from += pageSize) {
        yield entries.slice(from, Math.min(from + pageSize, end)).map((entry) => entry.stored);
        this.#assertOpen();
      }
      return;
    }
    let last = Math.min(options.from ?? end - 1, end - 1);
    for (; last >= 0; last -= pageSize) {
      const page = entries.slice(Math.max(0, last - pageSize + 1), last + 1);
      yield page.map((entry) => entry.stored).toReversed();
      this.#assertOpen();
    }
  }

  async *readAll(
    after: Position,
    options: ReadAllOptions = {},
  ): AsyncGenerator<LogPage, void, void> {
    this.#assertOpen();
    const { pageSize = PAGE } = options;
    const end = this.#log.length;
    let from = countOf(after);
    while (from < end) {
      const { lines, next } = this.#log.page(from, end, pageSize, options);
      yield { lines, scannedTo: this.#log.positionAfter(next) };
      this.#assertOpen();
      from = next;
    }
  }

  follow(after: Position, options: FollowOptions = {}): AsyncIterable<FollowPage> {
    this.#assertOpen();
    return followLog(
      (from, rest) => this.readAll(from, rest),
      () => this.#wakeUps.arm(),
      after,
      options,
    );
  }

  async head(): Promise<Position> {
    this.#assertOpen();
    return this.#log.positionAfter(this.#log.length);
  }

  async positionAt(instant: string): Promise<Position> {
    this.#assertOpen();
    return this.#log.positionAfter(this.#log.countUntil(new Date(instant).toISOString()));
  }

  async logId(): Promise<string> {
    this.#assertOpen();
    return this.#logId;
  }

  async restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    this.#assertOpen();
    let at = 0;
    let written = 0;
    for await (const page of pages) {
      for (const restored of page) {
        const standing = this.#log.lineAt(at);
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
    this.#wakeUps.wake();
    return written;
  }

  async emptyBeside(stream: string, eventIds: readonly string[]): Promise<void> {
    this.#assertOpen();
    const wanted = new Set(eventIds);
    const found = this.#log
      .ofStream(stream)
      .filter((entry) => wanted.has(lineEventId(entry.stored.line)));
    if (found.length !== wanted.size) throw eventsNotFound(stream, found.length, wanted.size);
    for (const entry of found) {
      if (entry.stored.beside === null) continue;
      entry.stored = Object.freeze({ ...entry.stored, beside: 'emptied' });
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeUps.wake();
  }

  #restoreLine(restored: RestoredLine): void {
    const head = (stream: string) => this.#log.head(stream);
    const { fields, hash } = checkRestored(restored.line, head, this.ports.hash);
    this.#log.push(structuredClone(restored), { ...fields, hash });
  }

  #assertOpen(): void {
    if (this.#closed) throw storeClosed();
  }
}

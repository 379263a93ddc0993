import type { FileHandle } from 'node:fs/promises';
import { open, rename } from 'node:fs/promises';
import type { EventStore, Ports, Position } from '@letopis/core';
import { LetopisError, newCommandId } from '@letopis/core';
import type {
  AppendItem,
  AppendResult,
  FollowOptions,
  FollowPage,
  LogPage,
  ReadAllOptions,
  ReadStreamOptions,
  RestoredLine,
  StoredLine,
  StoreGuarantees,
} from '@letopis/core/store';
import {
  chainLines,
  checkRestored,
  conflict,
  followLog,
  mismatch,
  prepareAppend,
} from '@letopis/core/store';
import {
  countOf,
  eventsNotFound,
  frozenJson,
  nodePorts,
  storeClosed,
  WakeUps,
} from '@letopis/store-node';
import { LogIndex, placeOf, positionAfter } from './log-index.ts';

/* An event store on one text file, for one process: see docs/guides/writing-a-store.md. */

/** One row of the file: the lines of one append, or the id of the log. */
type Row = { readonly logId: string } | { readonly lines: readonly RestoredLine[] };

/** Opens a file as a store, and makes the file where there is none. */
export async function openFileStore(path: string, ports: Partial<Ports> = {}): Promise<EventStore> {
  const store = new FileStore(path, await open(path, 'a+'), nodePorts(ports));
  await store.load();
  return store;
}

class FileStore implements EventStore {
  readonly ports: Ports;
  // One process appends, so times never go back; a value can be emptied where it lies.
  readonly guarantees: StoreGuarantees = { timesRise: 'log', erasure: 'in-place' };
  readonly #path: string;
  readonly #index: LogIndex;
  readonly #wakeUps = new WakeUps();
  #file: FileHandle;
  #logId = '';
  #last: Promise<unknown> = Promise.resolve();
  #shut = false;

  constructor(path: string, file: FileHandle, ports: Ports) {
    this.#path = path;
    this.#file = file;
    this.ports = ports;
    this.#index = new LogIndex(ports.hash);
  }

  // #region append
  async append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult> {
    this.#assertOpen();
    // 1. Every store refuses the same things in the same words, before any I/O. It also copies
    //    what it was given: the caller may change it while the append waits.
    const prepared = prepareAppend(stream, items, expectedRevision);
    return this.#inTurn(async () => {
      // 2. The stream ends at the expected revision, or holds this very append already.
      const head = this.#index.head(stream);
      if (head.revision !== expectedRevision) {
        const first = this.#index.appended(stream, expectedRevision + 1, prepared);
        if (first !== null) return first;
        throw conflict(stream, expectedRevision, head.revision);
      }
      // 3. Core makes the lines: revisions, times, salts and the chain of hashes.
      const parts = prepared.map((item) => item.parts);
      const chained = chainLines(parts, head, this.#index.newest, this.ports);
      const lines = prepared.map(({ beside, metadata }, at): RestoredLine => {
        const line = chained[at]?.line ?? '';
        return { line, beside: frozenJson(beside), metadata: frozenJson(metadata) };
      });
      // 4. One row is one append: the file holds it whole or not at all. Only then is it read.
      await this.#write({ lines });
      const events = lines.map((line) => placeOf(this.#index.add(line)));
      this.#wakeUps.wake();
      return { stream, events };
    });
  }
  // #endregion append

  // #region reading
  async *readAll(
    after: Position,
    options: ReadAllOptions = {},
  ): AsyncGenerator<LogPage, void, void> {
    this.#assertOpen();
    const end = this.#index.all.length;
    for (let from = countOf(after); from < end;) {
      const { lines, next } = this.#index.page(from, end, options);
      yield { lines, scannedTo: positionAfter(next) };
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
  // #endregion reading

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#assertOpen();
    const { direction = 'forward', pageSize = 1000 } = options;
    const all = this.#index.ofStream(stream).map(({ stored }) => stored);
    const wanted =
      direction === 'forward'
        ? all.slice(options.from ?? 0)
        : all.slice(0, (options.from ?? all.length) + 1).toReversed();
    for (let from = 0; from < wanted.length; from += pageSize) {
      yield wanted.slice(from, from + pageSize);
      this.#assertOpen();
    }
  }

  async head(): Promise<Position> {
    this.#assertOpen();
    return positionAfter(this.#index.all.length);
  }

  async positionAt(instant: string): Promise<Position> {
    this.#assertOpen();
    return this.#index.positionAt(instant);
  }

  async logId(): Promise<string> {
    this.#assertOpen();
    return this.#logId;
  }

  restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    return this.#inTurn(async () => {
      let [at, written] = [0, 0];
      for await (const page of pages) {
        for (const { line, beside, metadata } of page) {
          const present = this.#index.all[at]?.stored.line;
          at += 1;
          if (present === line) continue;
          if (present !== undefined) throw mismatch(`line ${at}`, 'the log holds another line');
          checkRestored(line, (stream) => this.#index.head(stream), this.ports.hash);
          const restored = structuredClone({ line, beside, metadata });
          await this.#write({ lines: [restored] });
          this.#index.add(restored);
          written += 1;
        }
      }
      const more = this.#index.all.length - at;
      if (more > 0) throw mismatch(`line ${at + 1}`, `the log holds ${more} lines more`);
      await this.#name();
      this.#wakeUps.wake();
      return written;
    });
  }

  emptyBeside(stream: string, eventIds: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const wanted = new Set(eventIds);
      const found = this.#index.ofStream(stream).filter(({ id }) => wanted.has(id));
      if (found.length !== wanted.size) throw eventsNotFound(stream, found.length, wanted.size);
      for (const entry of found) {
        if (entry.stored.beside === null) continue;
        entry.stored = Object.freeze({ ...entry.stored, beside: 'emptied' });
      }
      await this.#rewrite();
    });
  }

  async close(): Promise<void> {
    this.#shut = true;
    this.#wakeUps.wake();
    await this.#last;
    await this.#file.close();
  }

  /** Reads the file. A row that a crash cut short was never acknowledged, and goes. */
  async load(): Promise<void> {
    const text = await this.#file.readFile('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await this.#file.truncate(Buffer.byteLength(whole));
    for (const written of whole.split('\n').slice(0, -1)) {
      const row = frozenJson<Row>(written);
      if (row === null) continue;
      if ('logId' in row) this.#logId = row.logId;
      else for (const line of row.lines) this.#index.add(line);
    }
    if (this.#logId === '') await this.#name();
  }

  /** Runs writers one after another, each on the log that the one before it left. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#assertOpen();
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #write(row: Row): Promise<void> {
    try {
      await this.#file.appendFile(`${JSON.stringify(row)}\n`);
      await this.#file.datasync();
    } catch (error) {
      // Nobody knows what the file holds now: it must be opened and read anew.
      this.#shut = true;
      throw new LetopisError('outcome-unknown', `writing ${this.#path} failed`, {}, error);
    }
  }

  /** Writes the log anew beside the old file, and puts it in its place in one step. */
  async #rewrite(): Promise<void> {
    const old = this.#file;
    this.#file = await open(`${this.#path}.new`, 'w+');
    await this.#write({ logId: this.#logId });
    for (const { stored } of this.#index.all) {
      const { line, beside, metadata } = stored;
      await this.#write({ lines: [{ line, beside, metadata }] });
    }
    await rename(`${this.#path}.new`, this.#path);
    await old.close();
  }

  async #name(): Promise<void> {
    this.#logId = newCommandId(this.ports);
    await this.#write({ logId: this.#logId });
  }

  #assertOpen(): void {
    if (this.#shut) throw storeClosed();
  }
}

import type { EventStore, Ports, Position } from '@letopis/core';
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
import { followLog, prepareAppend } from '@letopis/core/store';
import { storeClosed, WakeUps } from '@letopis/store-node';
import { AppendQueue } from './append-queue.ts';
import type { Connection } from './connection.ts';
import { emptyBeside } from './empty-beside.ts';
import { EVENTS_FILE } from './event-schema.ts';
import { LogReader } from './log-reader.ts';
import { LogWriter } from './log-writer.ts';
import { openFile } from './open-file.ts';
import type { SqliteOptions } from './options.ts';
import { restoreLog } from './restore-log.ts';
import { Tails } from './tails.ts';

/**
 * Opens a log in a file, which is created where it does not exist. Several processes may open the
 * same file and write to it; it must be on a local disk.
 *
 * Throws `not-a-letopis-file`, `newer-file`, `busy`, `store-failed`; `misuse` for `:memory:`.
 *
 * @example
 * const store = await openSqlite('academy.letopis');
 * await store.head(); // => ''
 * await store.close();
 */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<EventStore> {
  const connection = await openFile(path, EVENTS_FILE, options, 'full');
  return new SqliteEventStore(connection, options.pollMs ?? 250);
}

class SqliteEventStore implements EventStore {
  readonly ports: Ports;
  readonly guarantees: StoreGuarantees = { timesRise: 'log', erasure: 'in-place' };
  readonly #connection: Connection;
  readonly #pollMs: number;
  readonly #writer: LogWriter;
  readonly #reader: LogReader;
  readonly #queue: AppendQueue;
  readonly #wakeUps = new WakeUps();
  #closing: Promise<void> | null = null;

  constructor(connection: Connection, pollMs: number) {
    this.ports = connection.ports;
    this.#connection = connection;
    this.#pollMs = pollMs;
    const tails = new Tails();
    this.#writer = new LogWriter(connection, tails);
    this.#reader = new LogReader(connection, tails, () => this.#assertOpen());
    this.#queue = new AppendQueue(connection, this.#writer, () => this.#wakeUps.wake());
  }

  async append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult> {
    this.#assertOpen();
    const prepared = prepareAppend(stream, items, expectedRevision);
    const types = items.map((item) => item.event.type);
    return this.#queue.add({ stream, items: prepared, types, expected: expectedRevision });
  }

  readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncIterable<readonly StoredLine[]> {
    return this.#reader.stream(stream, options);
  }

  readAll(after: Position, options: ReadAllOptions = {}): AsyncIterable<LogPage> {
    return this.#reader.all(after, options);
  }

  follow(after: Position, options: FollowOptions = {}): AsyncIterable<FollowPage> {
    this.#assertOpen();
    const readAll: EventStore['readAll'] = (from, rest) => this.readAll(from, rest);
    const arm = (): ReturnType<WakeUps['arm']> => this.#wakeUps.arm();
    return followLog(readAll, arm, after, { pollMs: this.#pollMs, ...options });
  }

  async head(): Promise<Position> {
    this.#assertOpen();
    return this.#reader.head();
  }

  async positionAt(instant: string): Promise<Position> {
    this.#assertOpen();
    return this.#reader.positionAt(instant);
  }

  async logId(): Promise<string> {
    this.#assertOpen();
    return this.#reader.logId();
  }

  async restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    this.#assertOpen();
    const written = await restoreLog(this.#connection, this.#writer, pages);
    this.#wakeUps.wake();
    return written;
  }

  async emptyBeside(stream: string, eventIds: readonly string[]): Promise<void> {
    this.#assertOpen();
    await emptyBeside(this.#connection, stream, eventIds);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#wakeUps.wake();
    await this.#queue.idle();
    await this.#connection.close();
  }

  #assertOpen(): void {
    if (this.#closing !== null) throw storeClosed();
  }
}

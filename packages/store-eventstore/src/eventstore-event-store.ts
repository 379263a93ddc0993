import type { EventStore, Ports, Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
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
import { nodePorts, storeClosed, WakeUps } from '@letopis/store-node';
import type { ClientSource } from './connection.ts';
import { Connection } from './connection.ts';
import { LogHead } from './log-head.ts';
import { LogReader } from './log-reader.ts';
import { LogWriter } from './log-writer.ts';
import { Newest } from './newest.ts';
import type { EventStoreOptions } from './options.ts';
import { settingsOf } from './options.ts';
import { LogRestore } from './restore-log.ts';
import { resuming } from './resuming.ts';
import { TimeMarks } from './time-marks.ts';

/**
 * Opens a log on EventStoreDB (22.6 or later) or KurrentDB, and begins it where it does not exist.
 *
 * Give a function that makes the client: the store then owns it, disposes of it when it is closed,
 * and makes another where one has failed for good. A client that is given itself remains the
 * caller's; stores of one process that must exist side by side should share one. Throws `misuse`
 * for bad options, `unreachable` where the server does not answer, and `store-failed` where it
 * cannot be used.
 *
 * @example
 * const url = 'esdb://127.0.0.1:2113?tls=false';
 * const store = await openEventStore(() => EventStoreDBClient.connectionString(url));
 */
export async function openEventStore(
  client: ClientSource,
  options: EventStoreOptions = {},
): Promise<EventStore> {
  const settings = settingsOf(options);
  const connection = new Connection(client, nodePorts(options.ports), settings);
  const newest = new Newest();
  const head = new LogHead(connection, newest);
  try {
    await head.open();
  } catch (error) {
    connection.shut();
    await connection.dispose();
    throw error;
  }
  return new EventStoreDbStore(connection, head, newest);
}

class EventStoreDbStore implements EventStore {
  readonly ports: Ports;
  readonly guarantees: StoreGuarantees = { timesRise: 'stream', erasure: 'by-key' };
  readonly #connection: Connection;
  readonly #head: LogHead;
  readonly #reader: LogReader;
  readonly #writer: LogWriter;
  readonly #timeMarks: TimeMarks;
  readonly #wakeUps = new WakeUps();
  #closing: Promise<void> | null = null;

  constructor(connection: Connection, head: LogHead, newest: Newest) {
    this.ports = connection.ports;
    this.#connection = connection;
    this.#head = head;
    this.#reader = new LogReader(connection, head, newest);
    this.#writer = new LogWriter(connection, this.#reader, newest, () => this.#wakeUps.wake());
    this.#timeMarks = new TimeMarks(this.#reader);
  }

  async append(
    stream: string,
    items: readonly AppendItem[],
    expectedRevision: number,
  ): Promise<AppendResult> {
    this.#assertOpen();
    const prepared = prepareAppend(stream, items, expectedRevision, true);
    return this.#writer.append(stream, prepared, expectedRevision);
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#assertOpen();
    for await (const page of this.#reader.stream(stream, options)) {
      yield page;
      this.#assertOpen();
    }
  }

  async *readAll(
    after: Position,
    options: ReadAllOptions = {},
  ): AsyncGenerator<LogPage, void, void> {
    this.#assertOpen();
    for await (const page of this.#reader.all(after, options)) {
      yield page;
      this.#assertOpen();
    }
  }

  follow(after: Position, options: FollowOptions = {}): AsyncIterable<FollowPage> {
    const { pollMs = this.#connection.settings.pollMs, signal } = options;
    const read = resuming(this.ports, (from, rest) => this.readAll(from, rest), signal);
    return followLog(read, () => this.#wakeUps.arm(), after, { ...options, pollMs });
  }

  async head(): Promise<Position> {
    this.#assertOpen();
    return this.#head.find();
  }

  async positionAt(instant: string): Promise<Position> {
    this.#assertOpen();
    return this.#timeMarks.positionAt(instant);
  }

  async logId(): Promise<string> {
    this.#assertOpen();
    return this.#head.id();
  }

  async restore(
    pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
  ): Promise<number> {
    this.#assertOpen();
    const restore = new LogRestore(this.#reader, this.#writer, this.ports.hash);
    try {
      const written = await restore.restore(pages);
      await this.#head.rename();
      return written;
    } finally {
      this.#timeMarks.forget();
      this.#wakeUps.wake();
    }
  }

  /**
   * Always throws `misuse`, because the server cannot empty an event's metadata. A value that must
   * be erasable is sealed under its subject's key, and erased with that key.
   */
  async emptyBeside(stream: string, eventIds: readonly string[]): Promise<void> {
    this.#assertOpen();
    const say = 'EventStoreDB empties nothing beside an event: seal personal data under keys';
    const fields = { reason: 'erasure-by-key', stream, events: eventIds.length };
    throw new LetopisError('misuse', `${say}, and erase the key`, fields);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#wakeUps.wake();
    await this.#writer.idle();
    this.#connection.shut();
    await this.#connection.dispose();
  }

  #assertOpen(): void {
    if (this.#closing !== null) throw storeClosed();
    this.#connection.assertOpen();
  }
}

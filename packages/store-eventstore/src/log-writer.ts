import { isLetopisError, LetopisError } from '@letopis/core';
import type {
  Appended,
  AppendResult,
  Beside,
  JsonObject,
  NewEvent,
  PreparedItem,
  StreamHead,
} from '@letopis/core/store';
import { conflict, lineEventId, lineFields, NO_STREAM, chainLines } from '@letopis/core/store';
import { frozenJson } from '@letopis/store-node';
import type { ClientEvent } from './client.ts';
import type { Connection } from './connection.ts';
import type { LogReader } from './log-reader.ts';
import type { Newest } from './newest.ts';
import { positionOf } from './position.ts';
import type { ReadLine } from './record.ts';
import { clientEvent, hashOf } from './record.ts';
import { outcomeUnknown, send } from './send.ts';

/** Most streams whose last known lines are remembered. */
const HEADS_MAX = 20_000;

/**
 * What is remembered of an append until its answer. It is little, because hundreds are under way at
 * a time, and an object that lives until the collector moves it costs as much as making it.
 */
interface Batch {
  readonly stream: string;
  readonly expected: number;
  readonly ids: readonly string[];
  readonly events: readonly ClientEvent[];
  /** The stream's end after the append. */
  readonly last: StreamHead;
}

/**
 * Appends to streams, each stream's appends one after another. Of a stream it remembers a line that
 * is known to be stored: its own after the server's answer, or one that was read.
 */
export class LogWriter {
  readonly #connection: Connection;
  readonly #reader: LogReader;
  readonly #newest: Newest;
  readonly #onAppended: () => void;
  readonly #heads = new Map<string, StreamHead>();
  /** The end of the last append of each stream that is being appended to; none of these rejects. */
  readonly #queues = new Map<string, Promise<void>>();

  /** @param onAppended called after each append that is stored. */
  constructor(connection: Connection, reader: LogReader, newest: Newest, onAppended: () => void) {
    this.#onAppended = onAppended;
    this.#connection = connection;
    this.#reader = reader;
    this.#newest = newest;
  }

  append(stream: string, items: readonly PreparedItem[], expected: number): Promise<AppendResult> {
    const before = this.#queues.get(stream);
    const run =
      before === undefined
        ? this.#append(stream, items, expected)
        : this.#appendAfter(before, stream, items, expected);
    this.#queue(stream, run);
    return run;
  }

  async #appendAfter(
    before: Promise<void>,
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult> {
    await before;
    return this.#append(stream, items, expected);
  }

  /**
   * Separate from {@link append}, so that what waits for the end does not keep the items in memory.
   */
  #queue(stream: string, run: Promise<AppendResult>): void {
    const over = (): void => {
      if (this.#queues.get(stream) === done) this.#queues.delete(stream);
    };
    const stands = (): void => {
      over();
      this.#onAppended();
    };
    const done = run.then(stands, over);
    this.#queues.set(stream, done);
  }

  /** Resolves when no append is under way. */
  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
  }

  /** Writes finished lines at the end of their stream, for a restore. */
  async writeLines(stream: string, events: readonly ClientEvent[], from: number): Promise<void> {
    const sent = await send(this.#connection, this.#serverName(stream), events, from - 1);
    this.#heads.delete(stream);
    if (sent.kind === 'stands') return;
    throw conflict(stream, from - 1, await this.#reader.lastRevision(stream));
  }

  #append(stream: string, items: readonly PreparedItem[], expected: number): Promise<AppendResult> {
    const head = this.#knownHead(stream, expected);
    if (head === undefined || head === null) return this.#appendAfterRead(stream, items, expected);
    return this.#write(this.#sealed(stream, items, head));
  }

  async #appendAfterRead(
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult> {
    let head = this.#knownHead(stream, expected);
    if (head === undefined) head = await this.#readHead(stream, expected);
    if (head !== null) return this.#write(this.#sealed(stream, items, head));
    const ids = items.map(({ id }) => id);
    const found = await this.#firstResult(stream, ids, expected);
    if (found !== null) return found;
    throw conflict(stream, expected, await this.#reader.lastRevision(stream));
  }

  #sealed(stream: string, items: readonly PreparedItem[], head: StreamHead): Batch {
    const parts = items.map((item) => item.parts);
    const sealed = chainLines(parts, head, this.#newest.at, this.#connection.ports);
    const ids: string[] = [];
    const events: ClientEvent[] = [];
    let last = head;
    for (const [index, entry] of sealed.entries()) {
      const { id, event, beside, metadata } = items[index] as PreparedItem;
      const fields = lineFields(stream, event as NewEvent, entry);
      const [kept, extra] = [frozenJson<Beside>(beside), frozenJson<JsonObject>(metadata)];
      ids.push(id);
      events.push(clientEvent(fields, entry.hash, kept, extra));
      const { revision, hash, recordedAt } = entry;
      last = { revision, hash, recordedAt };
    }
    return { stream, expected: head.revision, ids, events, last };
  }

  async #write({ stream, expected, ids, events, last }: Batch): Promise<AppendResult> {
    const patience = this.#connection.patience();
    const name = this.#serverName(stream);
    let unsure = false;
    for (;;) {
      // After *wrong revision* and after any failure nothing is known of the stream.
      this.#heads.delete(stream);
      const sent = await send(this.#connection, name, events, expected, patience);
      if (sent.kind === 'stands') {
        this.#remember(stream, last);
        this.#newest.saw(last.recordedAt);
        const [id, more] = ids;
        if (id !== undefined && more === undefined && sent.place !== undefined) {
          const { revision, recordedAt } = last;
          return {
            stream,
            events: [{ id, revision, position: positionOf(sent.place), recordedAt }],
          };
        }
      }
      // What was acknowledged is stored; if it cannot be read, that is as uncertain as no answer.
      unsure ||= sent.kind === 'stands' || sent.unsure;
      const found = await this.#settled(unsure, stream, ids, expected);
      if (found !== null) return found;
      if (!(await patience.pause())) throw unexplained(stream, expected, unsure);
    }
  }

  /**
   * The line at the expected revision; null where the stream is known to be longer; undefined where
   * nothing is known.
   */
  #knownHead(stream: string, expected: number): StreamHead | null | undefined {
    const known = this.#heads.get(stream);
    if (known !== undefined && known.revision > expected) return null;
    if (expected === NO_STREAM.revision) return NO_STREAM;
    return known?.revision === expected ? known : undefined;
  }

  async #readHead(stream: string, expected: number): Promise<StreamHead | null> {
    const [at, next] = await this.#reader.lines(stream, expected, 2);
    if (at === undefined) throw conflict(stream, expected, await this.#reader.lastRevision(stream));
    this.#remember(stream, headOf(next ?? at));
    return next === undefined ? headOf(at) : null;
  }

  /** Reads what is stored; where that fails, the outcome stays unknown. */
  async #settled(
    unsure: boolean,
    stream: string,
    ids: readonly string[],
    expected: number,
  ): Promise<AppendResult | null> {
    try {
      return await this.#firstResult(stream, ids, expected);
    } catch (error) {
      if (!unsure || !isLetopisError(error, 'unreachable')) throw error;
      throw outcomeUnknown(stream, expected, error);
    }
  }

  /**
   * The first result of a batch that is stored already, found by its lines' event ids; else a
   * conflict. Null where nothing that can be read contradicts the batch: the server compares
   * revisions also with appends under way, which nobody can read yet and which may fail.
   */
  async #firstResult(
    stream: string,
    ids: readonly string[],
    expected: number,
  ): Promise<AppendResult | null> {
    const lines = await this.#reader.lines(stream, expected + 1, ids.length);
    const last = lines.at(-1);
    if (last !== undefined) this.#remember(stream, headOf(last));
    const same = lines.every(({ stored }, at) => lineEventId(stored.line) === ids[at]);
    if (same && lines.length === ids.length) return { stream, events: lines.map(appended) };
    if (same) return null;
    const whole = last !== undefined && lines.length < ids.length;
    const actual = whole ? last.fields.revision : await this.#reader.lastRevision(stream);
    throw conflict(stream, expected, actual);
  }

  #remember(stream: string, head: StreamHead): void {
    const known = this.#heads.get(stream);
    if (known !== undefined && known.revision > head.revision) return;
    if (this.#heads.size >= HEADS_MAX) this.#heads.clear();
    this.#heads.set(stream, head);
    this.#reader.knows(stream, head.revision);
  }

  #serverName(stream: string): string {
    return `${this.#connection.settings.namespace}.${stream}`;
  }
}

const headOf = (line: ReadLine): StreamHead => {
  const { revision, recordedAt } = line.fields;
  return { revision, hash: hashOf(line), recordedAt };
};

/**
 * The error where the server keeps answering *wrong revision*, and nothing that it shows explains
 * it.
 */
function unexplained(stream: string, expected: number, unsure: boolean): LetopisError {
  const say = `${stream} ends at revision ${expected} and takes nothing there`;
  const error = new LetopisError('corrupt', `${say}: was it deleted on the server?`, { stream });
  return unsure ? outcomeUnknown(stream, expected, error) : error;
}

function appended({ stored, fields }: ReadLine): Appended {
  const { id, revision, recordedAt } = fields;
  return { id, revision, position: stored.position, recordedAt };
}

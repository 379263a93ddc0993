import type {
  Appended, AppendResult, Beside, JsonObject, PreparedItem, StreamHead,
} from '@letopis/core'; // prettier-ignore
import type { ClientEvent } from './client.ts';
import type { Connection } from './connection.ts';
import type { LogReader } from './log-reader.ts';
import type { Newest } from './newest.ts';
import type { Patience } from './patience.ts';
import type { ReadLine } from './record.ts';
import type { Sent } from './send.ts';
import {
  conflict, isLetopisError, LetopisError, lineEventId, NO_STREAM, sealLines,
} from '@letopis/core'; // prettier-ignore
import { positionOf } from './position.ts';
import { clientEvent, hashOf } from './record.ts';
import { outcomeUnknown, send } from './send.ts';

/** Streams whose last known lines are remembered at the most. */
const HEADS_MAX = 20_000;

/**
 * Appends to streams, each stream's appends one after another. What it remembers of a stream is a
 * line that is known to stand: its own after the server's answer, or one that was read.
 */
export class LogWriter {
  readonly #connection: Connection;
  readonly #reader: LogReader;
  readonly #newest: Newest;
  readonly #heads = new Map<string, StreamHead>();
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(connection: Connection, reader: LogReader, newest: Newest) {
    this.#connection = connection;
    this.#reader = reader;
    this.#newest = newest;
  }

  append(
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult> {
    const before = this.#queues.get(stream) ?? Promise.resolve();
    const run = before.then(() => this.#append(stream, items, expected));
    const done = run.catch(() => undefined);
    this.#queues.set(stream, done);
    void done.then(() => {
      if (this.#queues.get(stream) === done) this.#queues.delete(stream);
    });
    return run;
  }

  /** Over when no append is under way. */
  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
  }

  /** Writes ready lines at the end of their stream; a restore's. */
  async write(stream: string, events: readonly ClientEvent[], from: number): Promise<void> {
    const sent = await send(this.#connection, this.#serverName(stream), events, from - 1);
    this.#heads.delete(stream);
    if (sent.kind === 'stands') return;
    throw conflict(stream, from - 1, await this.#reader.lastRevision(stream));
  }

  async #append(
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult> {
    const head = await this.#headAt(stream, expected);
    if (head === null) {
      const found = await this.#standing(stream, items, expected);
      if (found !== null) return found;
      throw conflict(stream, expected, await this.#reader.lastRevision(stream));
    }
    const parts = items.map((item) => item.parts);
    const sealed = sealLines(parts, head, this.#newest.at, this.#connection.ports);
    const events = sealed.map(({ line, hash }, index) => {
      const { beside = null, metadata = null } = items[index] ?? {};
      return clientEvent(line, hash, parsed<Beside>(beside), parsed<JsonObject>(metadata));
    });
    const patience = this.#connection.patience();
    let unsure = false;
    for (;;) {
      const sent = await this.#send(stream, events, expected, patience);
      const last = sealed.at(-1);
      if (sent.kind === 'stands' && last !== undefined) {
        this.#remember(stream, last);
        this.#newest.saw(last.recordedAt);
        if (sealed.length === 1 && sent.place !== undefined) {
          const { revision, recordedAt } = last;
          const id = items[0]?.id ?? '';
          const position = positionOf(sent.place);
          return { stream, events: [{ id, revision, position, recordedAt }] };
        }
      }
      // What was acknowledged stands; a failing read of it leaves the same doubt as no answer.
      unsure ||= sent.kind === 'stands' || sent.unsure;
      const found = await this.#settled(unsure, stream, items, expected);
      if (found !== null) return found;
      if (!(await patience.pause())) throw unexplained(stream, expected, unsure);
    }
  }

  /** Sends; after *wrong revision* and any failure nothing is known of the stream any more. */
  async #send(
    stream: string,
    events: readonly ClientEvent[],
    expected: number,
    patience: Patience,
  ): Promise<Sent> {
    let stands = false;
    try {
      const name = this.#serverName(stream);
      const sent = await send(this.#connection, name, events, expected, patience);
      stands = sent.kind === 'stands';
      return sent;
    } finally {
      if (!stands) this.#heads.delete(stream);
    }
  }

  /** The line at the expected revision; null where more than that is known to stand. */
  async #headAt(stream: string, expected: number): Promise<StreamHead | null> {
    const known = this.#heads.get(stream);
    if (known !== undefined && known.revision > expected) return null;
    if (expected === NO_STREAM.revision) return NO_STREAM;
    if (known?.revision === expected) return known;
    const [at, next] = await this.#reader.lines(stream, expected, 2);
    if (at === undefined) throw conflict(stream, expected, await this.#reader.lastRevision(stream));
    this.#remember(stream, headOf(next ?? at));
    return next === undefined ? headOf(at) : null;
  }

  /** Reads what stands, and wherever that fails keeps the doubt. */
  async #settled(
    unsure: boolean,
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult | null> {
    try {
      return await this.#standing(stream, items, expected);
    } catch (error) {
      if (!unsure || !isLetopisError(error, 'unreachable')) throw error;
      throw outcomeUnknown(stream, expected, error);
    }
  }

  /**
   * The first result of a batch that stands already, by its lines' event ids; else a conflict.
   * Null where nothing that can be read speaks against the batch: the server compares revisions
   * with appends under way too, which nobody can read yet and which may still come to nothing.
   */
  async #standing(
    stream: string,
    items: readonly PreparedItem[],
    expected: number,
  ): Promise<AppendResult | null> {
    const lines = await this.#reader.lines(stream, expected + 1, items.length);
    const last = lines.at(-1);
    if (last !== undefined) this.#remember(stream, headOf(last));
    const same = lines.every(({ stored }, at) => lineEventId(stored.line) === items[at]?.id);
    if (same && lines.length === items.length) return { stream, events: lines.map(appended) };
    if (same) return null;
    const whole = last !== undefined && lines.length < items.length;
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

/** The server keeps saying *wrong revision*, and nothing that it shows says why. */
function unexplained(stream: string, expected: number, unsure: boolean): LetopisError {
  const say = `${stream} ends at revision ${expected} and takes nothing there`;
  const error = new LetopisError('corrupt', `${say}: was it deleted on the server?`, { stream });
  return unsure ? outcomeUnknown(stream, expected, error) : error;
}

function appended({ stored, fields }: ReadLine): Appended {
  const { id, revision, recordedAt } = fields;
  return { id, revision, position: stored.position, recordedAt };
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}

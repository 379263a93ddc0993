import type { Position, Ports } from '@letopis/core';
import type { AppendResult, Appended } from '@letopis/core/store';
import type { PreparedItem, RestoredLine, StreamHead } from '@letopis/core/store';
import {
  checkRestored,
  conflict,
  lineEventId,
  lineHash,
  lineRecordedAt,
  NO_STREAM,
  chainLines,
} from '@letopis/core/store';
import { positionOf } from '@letopis/store-node';
import type { Command, Connection, Query } from './connection.ts';
import { HAS_BESIDE, HAS_METADATA, NEWEST_AT } from './event-schema.ts';
import type { Tails } from './tails.ts';

/** An append that has passed every check and waits for its transaction. */
export interface PreparedAppend {
  readonly stream: string;
  readonly items: readonly PreparedItem[];
  readonly types: readonly string[];
  readonly expected: number;
}

interface Head extends StreamHead {
  /** Integer key of the stream; null for a stream that does not exist yet. */
  readonly key: number | null;
}

/** Most streams whose heads are remembered. */
const HEADS_MAX = 20_000;
const EMPTY: Head = { key: null, ...NO_STREAM };

/**
 * Writes to the log, inside a transaction that the caller has begun.
 *
 * What it remembers (end of the log, heads, keys) is right as long as no other process has
 * committed. The log only grows, so an unchanged last position shows that. It is read in every
 * transaction, so that several processes may write, and a process that is alone hardly reads
 * anything else.
 */
export class LogWriter {
  readonly #ports: Ports;
  readonly #last: Query<[count: number | null]>;
  readonly #lineAt: Query<[line: string]>;
  readonly #newestAt: Query<[recordedAt: string]>;
  readonly #headOf: Query<[key: number, revision: number, line: string]>;
  readonly #standing: Query<[count: number, revision: number, line: string]>;
  readonly #typeKey: Query<[key: number]>;
  readonly #insertStream: Command;
  readonly #insertType: Command;
  readonly #insertEvent: Command;
  readonly #insertBeside: Command;
  readonly #insertEmptied: Command;
  readonly #insertMetadata: Command;
  readonly #insertLate: Command;
  readonly #tails: Tails;
  readonly #heads = new Map<string, Head>();
  /**
   * The new ends of the streams that this transaction appends to, and the log's length before it.
   */
  readonly #grown = new Map<string, number>();
  #grownFrom = 0;
  readonly #types = new Map<string, number>();
  #count = 0;
  #newest = '';
  /**
   * True where nothing is known, or where a transaction began and was not reported as committed.
   */
  #unsure = true;

  constructor(connection: Connection, tails: Tails) {
    this.#tails = tails;
    this.#ports = connection.ports;
    this.#last = connection.query('SELECT max(position) FROM events');
    this.#lineAt = connection.query('SELECT line FROM events WHERE position = ?');
    this.#newestAt = connection.query(NEWEST_AT);
    this.#headOf = connection.query(
      `SELECT s.id, e.revision, e.line FROM streams s JOIN events e ON e.stream = s.id
       WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1`,
    );
    this.#standing = connection.query(
      `SELECT position, revision, line FROM events
       WHERE stream = ? AND revision >= ? AND revision < ? ORDER BY revision`,
    );
    this.#typeKey = connection.query('SELECT id FROM types WHERE name = ?');
    this.#insertStream = connection.command('INSERT INTO streams (name) VALUES (?)');
    this.#insertType = connection.command('INSERT INTO types (name) VALUES (?)');
    this.#insertEvent = connection.command('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)');
    this.#insertBeside = connection.command('INSERT INTO beside VALUES (?, ?)');
    this.#insertEmptied = connection.command('INSERT INTO beside VALUES (?, zeroblob(0))');
    this.#insertMetadata = connection.command('INSERT INTO metadata VALUES (?, ?)');
    this.#insertLate = connection.command('INSERT INTO late VALUES (?, ?)');
  }

  /** How many events the log has; right only after {@link begin}. */
  get count(): number {
    return this.#count;
  }

  /**
   * Call it first in every transaction: drops what another writer, or a failure, has made wrong.
   *
   * @returns whether another writer has written meanwhile.
   */
  begin(): boolean {
    const count = this.#last.get()?.[0] ?? 0;
    const others = !this.#unsure && count !== this.#count;
    if (this.#unsure || count !== this.#count) {
      this.#heads.clear();
      this.#types.clear();
      this.#count = count;
      this.#newest = this.#newestAt.get(count)?.[0] ?? '';
    } else if (this.#heads.size > HEADS_MAX) {
      this.#heads.clear();
    }
    this.#unsure = true;
    this.#grownFrom = this.#count;
    this.#grown.clear();
    return others;
  }

  /** Call it after COMMIT: what was written is what is stored. */
  committed(): void {
    this.#unsure = false;
    this.#tails.grew(this.#grownFrom, this.#count, this.#grown);
  }

  /**
   * Writes one append, or gives its first result where it is stored already. Throws `conflict`, or
   * the error of a port, before it has written anything.
   */
  append({ stream, items, types, expected }: PreparedAppend): AppendResult {
    const head = this.#head(stream);
    if (head.revision !== expected) {
      const first = this.#firstResult(stream, head, expected + 1, items);
      if (first !== null) return first;
      throw conflict(stream, expected, head.revision);
    }
    const parts = items.map((item) => item.parts);
    const sealed = chainLines(parts, head, this.#newest, this.#ports);
    const key = head.key ?? Number(this.#insertStream.run(stream).lastInsertRowid);
    const events = sealed.map((entry, index): Appended => {
      const { id, beside, metadata } = items[index] as PreparedItem;
      const type = this.#type(types[index] ?? '');
      const extras = (beside === null ? 0 : HAS_BESIDE) | (metadata === null ? 0 : HAS_METADATA);
      const position = this.#insert(key, entry.revision, type, extras, entry.line);
      if (beside !== null) this.#insertBeside.run(this.#count, beside);
      if (metadata !== null) this.#insertMetadata.run(this.#count, metadata);
      return { id, revision: entry.revision, position, recordedAt: entry.recordedAt };
    });
    const last = sealed.at(-1);
    if (last !== undefined) {
      const { revision, hash, recordedAt } = last;
      this.#heads.set(stream, { key, revision, hash, recordedAt });
      this.#grown.set(stream, last.revision);
      this.#newest = last.recordedAt;
    }
    return { stream, events };
  }

  /** Checks and writes one restored line at the end. Throws `restore-mismatch` or `corrupt`. */
  restore({ line, beside, metadata }: RestoredLine): void {
    const head = (stream: string): StreamHead => this.#head(stream);
    const { fields, hash } = checkRestored(line, head, this.#ports.hash);
    const { stream, revision, type, recordedAt } = fields;
    const key = this.#head(stream).key ?? Number(this.#insertStream.run(stream).lastInsertRowid);
    const extras = (beside === null ? 0 : HAS_BESIDE) | (metadata === null ? 0 : HAS_METADATA);
    this.#insert(key, revision, this.#type(type), extras, line);
    if (beside === 'emptied') this.#insertEmptied.run(this.#count);
    else if (beside !== null) this.#insertBeside.run(this.#count, JSON.stringify(beside));
    if (metadata !== null) this.#insertMetadata.run(this.#count, JSON.stringify(metadata));
    if (recordedAt < this.#newest) this.#insertLate.run(this.#count, this.#newest);
    else this.#newest = recordedAt;
    this.#heads.set(stream, { key, revision, hash, recordedAt });
    this.#grown.set(stream, revision);
  }

  /** The line at a position's number (from 1); undefined beyond the end. */
  lineAt(count: number): string | undefined {
    return this.#lineAt.get(count)?.[0];
  }

  #insert(key: number, revision: number, type: number, extras: number, line: string): Position {
    this.#insertEvent.run(this.#count + 1, key, revision, type, extras, line);
    this.#count += 1;
    return positionOf(this.#count);
  }

  #head(stream: string): Head {
    const known = this.#heads.get(stream);
    if (known !== undefined) return known;
    const row = this.#headOf.get(stream);
    if (row === undefined) return EMPTY;
    const [key, revision, line] = row;
    const hash = lineHash(line, this.#ports.hash);
    const head = { key, revision, hash, recordedAt: lineRecordedAt(line) };
    this.#heads.set(stream, head);
    return head;
  }

  #type(name: string): number {
    let key = this.#types.get(name) ?? this.#typeKey.get(name)?.[0];
    key ??= Number(this.#insertType.run(name).lastInsertRowid);
    this.#types.set(name, key);
    return key;
  }

  /** The first result of a batch that is stored already, found by its event ids; else null. */
  #firstResult(
    stream: string,
    head: Head,
    from: number,
    items: readonly PreparedItem[],
  ): AppendResult | null {
    if (head.key === null || head.revision + 1 < from + items.length) return null;
    const rows = this.#standing.all(head.key, from, from + items.length);
    const same = rows.every(([, , line], index) => lineEventId(line) === items[index]?.id);
    if (!same || rows.length !== items.length) return null;
    const events = rows.map(([count, revision, line]) => {
      const position = positionOf(count);
      return { id: lineEventId(line), revision, position, recordedAt: lineRecordedAt(line) };
    });
    return { stream, events };
  }
}

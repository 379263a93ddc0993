import type { SQLInputValue } from 'node:sqlite';
import type { Position } from '@letopis/core';
import { LetopisError, START } from '@letopis/core';
import type {
  Beside,
  JsonObject,
  LogFilter,
  LogPage,
  ReadAllOptions,
  ReadStreamOptions,
  StoredLine,
} from '@letopis/core/store';
import { countLeading, countOf, positionOf } from '@letopis/store-node';
import type { Connection, Query } from './connection.ts';
import { turn } from './connection.ts';
import { HAS_BESIDE, HAS_METADATA, NEWEST_AT } from './event-schema.ts';
import type { Tails } from './tails.ts';
import { afterPrefix } from './text-order.ts';

type Row = [
  count: number,
  line: string,
  extras: number,
  beside: string | Uint8Array | null,
  metadata: string | null,
];

const PAGE = 1000;
/** Most rows that a filtered page looks at before others have their turn. */
const SCAN_MAX = 20_000;

const COLUMNS = `e.position, e.line, e.extras,
  CASE WHEN e.extras & ${HAS_BESIDE}
    THEN (SELECT b.json FROM beside b WHERE b.position = e.position) END,
  CASE WHEN e.extras & ${HAS_METADATA}
    THEN (SELECT m.json FROM metadata m WHERE m.position = e.position) END`;

const OF_STREAM = `SELECT ${COLUMNS} FROM events e
  WHERE e.stream = (SELECT id FROM streams WHERE name = ?)
    AND e.revision >= ? AND e.revision <= ? ORDER BY e.revision`;

/**
 * Reads pages of the log. Each page is one read of the file, and nothing stays open between two.
 */
export class LogReader {
  readonly #connection: Connection;
  readonly #tails: Tails;
  readonly #assertOpen: () => void;
  readonly #last: Query<[count: number | null]>;
  readonly #logId: Query<[id: string]>;
  readonly #newestAt: Query<[recordedAt: string]>;
  readonly #streamEnd: Query<[revision: number | null]>;
  readonly #forward: Query<Row>;
  readonly #backward: Query<Row>;
  readonly #strangers: Query<[one: number]>;
  readonly #pages = new Map<string, Query<Row>>();

  constructor(connection: Connection, tails: Tails, assertOpen: () => void) {
    this.#connection = connection;
    this.#tails = tails;
    this.#assertOpen = assertOpen;
    this.#last = connection.query('SELECT max(position) FROM events');
    this.#logId = connection.query('SELECT id FROM log');
    this.#newestAt = connection.query(NEWEST_AT);
    this.#streamEnd = connection.query(
      'SELECT max(revision) FROM events WHERE stream = (SELECT id FROM streams WHERE name = ?)',
    );
    this.#forward = connection.query(`${OF_STREAM} ASC LIMIT ?`);
    this.#backward = connection.query(`${OF_STREAM} DESC LIMIT ?`);
    this.#strangers = connection.query(
      'SELECT 1 WHERE EXISTS (SELECT 1 FROM streams WHERE name < ?1) ' +
        'OR EXISTS (SELECT 1 FROM streams WHERE name >= ?2)',
    );
  }

  async *stream(
    stream: string,
    options: ReadStreamOptions,
  ): AsyncGenerator<readonly StoredLine[], void, void> {
    this.#assertOpen();
    const { direction = 'forward', pageSize = PAGE } = options;
    const forward = direction === 'forward';
    let low = forward ? Math.max(0, options.from ?? 0) : 0;
    let high = forward ? Number.MAX_SAFE_INTEGER : (options.from ?? Number.MAX_SAFE_INTEGER);
    for (let first = true; low <= high; first = false) {
      if (!first) await turn();
      const query = forward ? this.#forward : this.#backward;
      const page = await this.#connection.read(() => {
        this.#assertOpen();
        const tail = first && forward && low > 0;
        if (tail && this.#endsBefore(stream, low)) return [];
        const rows = query.all(stream, low, high, pageSize);
        if (tail && rows.length < pageSize) this.#tails.note(stream, low + rows.length - 1);
        // The stream's end is fixed in the first read, so that a reader never runs after a writer
        // for ever.
        if (first && forward && rows.length === pageSize) {
          high = this.#streamEnd.get(stream)?.[0] ?? -1;
        }
        return rows.map(stored);
      });
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      if (forward) low += pageSize;
      else high = Math.min(high, this.#revisionOf(page.at(-1))) - 1;
    }
  }

  async *all(after: Position, options: ReadAllOptions): AsyncGenerator<LogPage, void, void> {
    this.#assertOpen();
    const { pageSize = PAGE } = options;
    let from = countOf(after);
    const end = await this.#connection.read(() => this.#count());
    for (let first = true; from < end; first = false) {
      if (!first) await turn();
      const lines: StoredLine[] = [];
      while (from < end && lines.length < pageSize) {
        const room = pageSize - lines.length;
        const rows = await this.#connection.read(() => {
          this.#assertOpen();
          return this.#scan(from, end, room, options);
        });
        for (const row of rows.found) lines.push(stored(row));
        from = rows.scannedTo;
        if (rows.paused) await turn();
      }
      yield { lines, scannedTo: positionOf(from) };
      this.#assertOpen();
    }
  }

  /** Is there surely nothing to read? Checked in the file as it is now. */
  #endsBefore(stream: string, revision: number): boolean {
    this.#tails.at(this.#count());
    return this.#tails.endsBefore(stream, revision);
  }

  head(): Promise<Position> {
    return this.#connection.read(() => {
      const count = this.#count();
      return count === 0 ? START : positionOf(count);
    });
  }

  logId(): Promise<string> {
    return this.#connection.read(() => this.#logId.get()?.[0] ?? '');
  }

  /** Searches by halving: positions are dense, and the newest time so far never goes back. */
  async positionAt(instant: string): Promise<Position> {
    const at = new Date(instant).toISOString();
    return this.#connection.read(() => {
      const newestAt = (count: number): string => this.#newestAt.get(count)?.[0] ?? '';
      const count = countLeading(this.#count(), (index) => newestAt(index + 1) <= at);
      return count === 0 ? START : positionOf(count);
    });
  }

  #count(): number {
    return this.#last.get()?.[0] ?? 0;
  }

  #revisionOf(line: StoredLine | undefined): number {
    return line === undefined ? 0 : (JSON.parse(line.line) as { revision: number }).revision;
  }

  #scan(from: number, end: number, room: number, filter: LogFilter): Scan {
    const { types = null } = filter;
    const prefix = this.#narrowing(filter.streamPrefix);
    const filtered = types !== null || prefix !== null;
    const to = filtered ? Math.min(end, from + SCAN_MAX) : end;
    const values: SQLInputValue[] = [from, to];
    if (types !== null) values.push(JSON.stringify(types));
    if (prefix !== null) values.push(prefix, afterPrefix(prefix));
    const found = this.#page(types !== null, prefix !== null).all(...values, room);
    const last = found.at(-1);
    if (found.length === room && last !== undefined) {
      return { found, scannedTo: last[0], paused: false };
    }
    return { found, scannedTo: to, paused: to < end };
  }

  /** The prefix to compare stream names with; null where every stream has it. */
  #narrowing(prefix: string | null | undefined): string | null {
    if (!prefix) return null;
    return this.#strangers.get(prefix, afterPrefix(prefix)) === undefined ? null : prefix;
  }

  #page(types: boolean, prefix: boolean): Query<Row> {
    // CROSS JOIN fixes the order: along the log, looking up each event's stream.
    const sql = `SELECT ${COLUMNS} FROM events e
      ${prefix ? 'CROSS JOIN streams s ON s.id = e.stream' : ''}
      WHERE e.position > ? AND e.position <= ?
      ${types ? `AND e.type IN (${TYPE_KEYS})` : ''}
      ${prefix ? 'AND s.name >= ? AND s.name < ?' : ''}
      ORDER BY e.position LIMIT ?`;
    let query = this.#pages.get(sql);
    if (query === undefined) {
      query = this.#connection.query<Row>(sql);
      this.#pages.set(sql, query);
    }
    return query;
  }
}

const TYPE_KEYS = 'SELECT t.id FROM json_each(?) j JOIN types t ON t.name = j.value';

interface Scan {
  readonly found: readonly Row[];
  readonly scannedTo: number;
  /** Must more rows be looked at for this page, after others have had their turn? */
  readonly paused: boolean;
}

function stored([count, line, extras, beside, metadata]: Row): StoredLine {
  const position = positionOf(count);
  if (extras === 0) return { position, line, beside: null, metadata: null };
  const lost =
    ((extras & HAS_BESIDE) !== 0 && beside === null) ||
    ((extras & HAS_METADATA) !== 0 && metadata === null);
  if (lost) {
    const say = `what belongs to the event at ${position} is missing, and was not emptied`;
    throw new LetopisError('corrupt', say, { position });
  }
  return {
    position,
    line,
    beside: typeof beside === 'string' ? (JSON.parse(beside) as Beside) : emptied(beside),
    metadata: metadata === null ? null : (JSON.parse(metadata) as JsonObject),
  };
}

function emptied(beside: Uint8Array | null): 'emptied' | null {
  return beside === null ? null : 'emptied';
}

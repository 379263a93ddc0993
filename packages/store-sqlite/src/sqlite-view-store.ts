import type { ViewStore } from '@letopis/core';
import type { Generation, TimeMark, ViewCommit } from '@letopis/core/store';
import { noGeneration, viewsClosed } from '@letopis/store-node';
import type { Connection, Query } from './connection.ts';
import { openFile } from './open-file.ts';
import type { SqliteOptions } from './options.ts';
import { afterPrefix, checkKeys } from './text-order.ts';
import { VIEWS_FILE } from './view-schema.ts';
import { ViewWriter } from './view-writer.ts';

type GenerationRow = [
  id: number,
  name: string,
  version: number,
  state: Generation['state'],
  checkpoint: string,
];

/**
 * Opens views in a file of their own, which is created where it does not exist. Several processes
 * may open the same file. Its durability is `normal` by default: a commit that a power cut loses is
 * lost with its checkpoint, and the runner only reads the log again from there.
 *
 * Keys must not have characters beyond U+FFFF (ids never do), because only up to there the order of
 * plain strings is also SQLite's order of UTF-8 bytes.
 *
 * Throws `not-a-letopis-file`, `newer-file`, `busy`, `store-failed`; `misuse` for `:memory:`.
 *
 * @example
 * const views = await openSqliteViews('academy.views');
 * await views.generations(); // => []
 * await views.close();
 */
export async function openSqliteViews(
  path: string,
  options: Omit<SqliteOptions, 'pollMs'> = {},
): Promise<ViewStore> {
  return new SqliteViewStore(await openFile(path, VIEWS_FILE, options, 'normal'));
}

class SqliteViewStore implements ViewStore {
  readonly #connection: Connection;
  readonly #writer: ViewWriter;
  readonly #generations: Query<GenerationRow>;
  readonly #exists: Query<[one: number]>;
  readonly #get: Query<[id: number, value: string | null]>;
  readonly #scan: Query<[key: string, value: string]>;
  readonly #logId: Query<[id: string]>;
  readonly #timeMark: Query<[recordedAt: string, position: string]>;
  #closed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#writer = new ViewWriter(connection);
    this.#generations = connection.query(
      'SELECT id, name, version, state, checkpoint FROM generations ORDER BY id',
    );
    this.#exists = connection.query('SELECT 1 FROM generations WHERE id = ?');
    this.#get = connection.query(
      `SELECT g.id, p.value FROM generations g
       LEFT JOIN partitions p ON p.generation = g.id AND p.key = ? WHERE g.id = ?`,
    );
    this.#scan = connection.query(
      `SELECT key, value FROM partitions
       WHERE generation = ? AND key >= ? AND key < ? AND key <> ? ORDER BY key LIMIT ?`,
    );
    this.#logId = connection.query('SELECT log_id FROM binding');
    this.#timeMark = connection.query(
      `SELECT recorded_at, position FROM time_marks WHERE recorded_at <= ?
       ORDER BY recorded_at DESC, position DESC LIMIT 1`,
    );
  }

  generations(): Promise<readonly Generation[]> {
    return this.#read(() =>
      this.#generations.all().map(([id, name, version, state, checkpoint]) => {
        return { id, name, version, state, checkpoint };
      }),
    );
  }

  async open(name: string, version: number): Promise<Generation> {
    this.#assertOpen();
    return this.#connection.transact(() => this.#writer.open(name, version));
  }

  async switchTo(id: number): Promise<void> {
    this.#assertOpen();
    await this.#connection.transact(() => this.#writer.switchTo(id));
    await this.#writer.sweep();
  }

  async drop(id: number): Promise<void> {
    this.#assertOpen();
    await this.#connection.transact(() => this.#writer.drop(id));
    await this.#writer.sweep();
  }

  get(id: number, key: string): Promise<string | undefined> {
    return this.#read(() => {
      const row = this.#get.get(key, id);
      if (row === undefined) throw noGeneration(id);
      return row[1] ?? undefined;
    });
  }

  scan(
    id: number,
    prefix: string,
    after: string,
    limit: number,
  ): Promise<readonly (readonly [string, string])[]> {
    return this.#read(() => {
      if (this.#exists.get(id) === undefined) throw noGeneration(id);
      const from = after > prefix ? after : prefix;
      const most = Number.isFinite(limit) ? limit : -1;
      return this.#scan.all(id, from, afterPrefix(prefix), after, most);
    });
  }

  async commit(commit: ViewCommit): Promise<void> {
    this.#assertOpen();
    for (const { puts } of commit.changes) checkKeys(puts.keys());
    // Copied, because the caller may change its maps while the store waits for a locked file.
    const changes = commit.changes.map((change) => {
      return { ...change, puts: new Map(change.puts), deletes: [...change.deletes] };
    });
    const own = { ...commit, changes, timeMarks: [...commit.timeMarks] };
    await this.#connection.transact(() => this.#writer.commit(own));
  }

  logId(): Promise<string | null> {
    return this.#read(() => this.#logId.get()?.[0] ?? null);
  }

  timeMark(instant: string): Promise<TimeMark | null> {
    return this.#read(() => {
      const row = this.#timeMark.get(instant);
      return row === undefined ? null : { recordedAt: row[0], position: row[1] };
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection.close();
  }

  async #read<T>(work: () => T): Promise<T> {
    this.#assertOpen();
    return this.#connection.read(work);
  }

  #assertOpen(): void {
    if (this.#closed) throw viewsClosed();
  }
}

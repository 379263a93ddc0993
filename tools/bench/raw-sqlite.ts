import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

/**
 * The raw limit: the same line bytes under the same keys as `@letopis/store-sqlite` uses, by
 * prepared statements written by hand, without checks, chain and triggers.
 */
export interface RawLog {
  readonly db: DatabaseSync;
  readonly insert: (stream: number, revision: number, line: string) => void;
  readonly load: (stream: number) => readonly (readonly [number, string])[];
  readonly page: (after: number, limit: number) => readonly (readonly [number, string])[];
  readonly close: () => void;
}

export function openRaw(path: string, synchronous: 'FULL' | 'NORMAL'): RawLog {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${synchronous};
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
      type INTEGER NOT NULL, extras INTEGER NOT NULL, line TEXT NOT NULL,
      UNIQUE (stream, revision)) STRICT`);
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, 1, 0, ?)');
  const load = rows(
    db.prepare('SELECT position, line FROM events WHERE stream = ? ORDER BY revision'),
  );
  const page = rows(
    db.prepare('SELECT position, line FROM events WHERE position > ? ORDER BY position LIMIT ?'),
  );
  let position = 0;
  return {
    db,
    insert: (stream, revision, line) => {
      position += 1;
      insert.run(position, stream, revision, line);
    },
    load: (stream) => load.all(stream) as unknown as readonly (readonly [number, string])[],
    page: (after, limit) =>
      page.all(after, limit) as unknown as readonly (readonly [number, string])[],
    close: () => db.close(),
  };
}

function rows(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true);
  return statement;
}

/** Runs work inside one transaction. */
export function inTransaction(log: RawLog, work: () => void): void {
  log.db.exec('BEGIN IMMEDIATE');
  work();
  log.db.exec('COMMIT');
}

import type { FileKind } from './open-file.ts';
import { VIEWS_FILE_ID } from './open-file.ts';

/**
 * The tables of views. Ids of generations are never used again, so rows that an interrupted drop
 * has left behind belong to no generation. A partition is stored in the index of its key, without a
 * row id to look up in between.
 */
const TABLES = `
  CREATE TABLE binding (one INTEGER PRIMARY KEY CHECK (one = 1), log_id TEXT NOT NULL) STRICT;
  CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('building', 'live')),
    checkpoint TEXT NOT NULL
  ) STRICT;
  CREATE TABLE partitions (
    generation INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (generation, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE time_marks (
    position TEXT NOT NULL PRIMARY KEY,
    recorded_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX time_marks_by_instant ON time_marks (recorded_at, position);
`;

/** The kind of file that has views. */
export const VIEWS_FILE: FileKind = {
  applicationId: VIEWS_FILE_ID,
  holds: 'views',
  opener: 'openSqliteViews',
  steps: [() => TABLES],
};

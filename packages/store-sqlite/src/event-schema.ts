import { newCommandId } from '@letopis/core';
import type { FileKind } from './open-file.ts';
import { EVENTS_FILE_ID } from './open-file.ts';

/** Bit of `events.extras`: the event has personal values beside its line. */
export const HAS_BESIDE = 1;
/** Bit of `events.extras`: the event has metadata. */
export const HAS_METADATA = 2;

/**
 * The tables of the log. The writer numbers `position` densely from 1, in the order of commits. A
 * stream's head is its last row, so that it can never disagree with the events and costs no page of
 * its own (a separate head made an append a third slower, an index on types a quarter). A value of
 * type BLOB in `beside` was emptied: zeros of the same length, written over the former bytes.
 * `late` has the log's newest time at each event whose own time is earlier, which only restored
 * logs have.
 */
const TABLES = `
  CREATE TABLE log (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type INTEGER NOT NULL,
    extras INTEGER NOT NULL,
    line TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TABLE beside (position INTEGER PRIMARY KEY, json ANY NOT NULL) STRICT;
  CREATE TABLE metadata (position INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
  CREATE TABLE late (position INTEGER PRIMARY KEY, newest TEXT NOT NULL) STRICT;
`;

/** The newest `recordedAt` of the log up to a position; none beyond its end. */
export const NEWEST_AT = `SELECT coalesce(l.newest, e.line ->> '$.recordedAt')
  FROM events e LEFT JOIN late l ON l.position = e.position WHERE e.position = ?`;

/**
 * Triggers that refuse changes. REPLACE deletes rows without firing DELETE triggers, so the INSERT
 * triggers refuse any collision.
 */
const GUARDS = `
  CREATE TRIGGER events_appended BEFORE INSERT ON events
    WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events)
      OR NEW.revision IS NOT
        (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
    BEGIN SELECT raise(ABORT, 'events are only ever appended, at the end'); END;
  CREATE TRIGGER streams_added BEFORE INSERT ON streams
    WHEN EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR name = NEW.name)
    BEGIN SELECT raise(ABORT, 'streams are only ever added'); END;
  CREATE TRIGGER types_added BEFORE INSERT ON types
    WHEN EXISTS (SELECT 1 FROM types WHERE id = NEW.id OR name = NEW.name)
    BEGIN SELECT raise(ABORT, 'types are only ever added'); END;
  CREATE TRIGGER beside_added BEFORE INSERT ON beside
    WHEN EXISTS (SELECT 1 FROM beside WHERE position = NEW.position)
    BEGIN SELECT raise(ABORT, 'what lies beside an event is written once'); END;
  CREATE TRIGGER beside_emptied BEFORE UPDATE ON beside
    WHEN NEW.position IS NOT OLD.position
      OR NEW.json IS NOT zeroblob(length(CAST(OLD.json AS BLOB)))
    BEGIN SELECT raise(ABORT, 'what lies beside an event can only be emptied'); END;
  CREATE TRIGGER metadata_added BEFORE INSERT ON metadata
    WHEN EXISTS (SELECT 1 FROM metadata WHERE position = NEW.position)
    BEGIN SELECT raise(ABORT, 'metadata are written once'); END;
  CREATE TRIGGER late_added BEFORE INSERT ON late
    WHEN NEW.position IS NOT (SELECT max(position) FROM events)
    BEGIN SELECT raise(ABORT, 'a late event is told with the event'); END;
`;

const guarded = (table: string, verb: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    BEGIN SELECT raise(ABORT, 'no ${verb} of ${table}: a log is never rewritten'); END;`;

/**
 * Tables whose rows are neither changed nor deleted; only what lies beside an event may be emptied.
 */
const NO_REWRITING = [
  ...['events', 'streams', 'types', 'metadata', 'late'].map((table) => guarded(table, 'UPDATE')),
  ...['events', 'streams', 'types', 'metadata', 'beside', 'late', 'log'].map((table) =>
    guarded(table, 'DELETE'),
  ),
].join('\n');

/** The kind of file that has an event log. */
export const EVENTS_FILE: FileKind = {
  applicationId: EVENTS_FILE_ID,
  holds: 'events',
  opener: 'openSqlite',
  steps: [
    (ports) => `${TABLES}${GUARDS}${NO_REWRITING}
      INSERT INTO log VALUES (1, '${newCommandId(ports)}');`,
  ],
};

import { newCommandId } from '@letopis/core';
import type { FileKind } from './open-file.ts';
import { EVENTS_FILE_ID } from './open-file.ts';

/** Bits of `events.extras`: what else there is about an event. */
export const HAS_BESIDE = 1;
export const HAS_METADATA = 2;

/**
 * The log. `position` is counted by the writer, densely from 1, in the order of commits; a stream's
 * head is its last row, so that it can never disagree with its events and costs no page of its own
 * (a head beside it made an append a third dearer, an index on types a quarter). What is typed BLOB
 * in `beside` was emptied: zeros of the same length, written over the bytes that stood there.
 * `late` holds the log's newest time at each event whose own is earlier: only restored logs have
 * such.
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

/** REPLACE deletes without asking DELETE triggers, so the INSERT triggers let nothing collide. */
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

/** Neither changed nor taken away; what lies beside an event may be emptied. */
const NO_REWRITING = [
  ...['events', 'streams', 'types', 'metadata', 'late'].map((table) => guarded(table, 'UPDATE')),
  ...['events', 'streams', 'types', 'metadata', 'beside', 'late', 'log'].map((table) =>
    guarded(table, 'DELETE'),
  ),
].join('\n');

/** A file of events. */
export const EVENTS_FILE: FileKind = {
  applicationId: EVENTS_FILE_ID,
  holds: 'events',
  opener: 'openSqlite',
  steps: [
    (ports) => `${TABLES}${GUARDS}${NO_REWRITING}
      INSERT INTO log VALUES (1, '${newCommandId(ports)}');`,
  ],
};

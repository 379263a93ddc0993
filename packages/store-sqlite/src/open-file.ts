import { DatabaseSync } from 'node:sqlite';
import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { nodePorts } from '@letopis/store-node';
import { Connection } from './connection.ts';
import type { Durability, SqliteOptions } from './options.ts';
import { filePath } from './options.ts';
import { isNoDatabase, storeFailed } from './sqlite-fault.ts';

/** One step of a schema: SQL, or SQL that needs something from the machine (a new id). */
export type SchemaStep = (ports: Ports) => string;

/** A kind of file: how it is recognised, and which tables it has. */
export interface FileKind {
  /** The number in the file's header (`PRAGMA application_id`). */
  readonly applicationId: number;
  readonly holds: 'events' | 'views';
  readonly opener: string;
  /** `steps[n]` brings a file from schema version n (`PRAGMA user_version`) to n + 1. */
  readonly steps: readonly SchemaStep[];
}

/** The number by which a file of events is recognised. */
export const EVENTS_FILE_ID = 0x4c_74_70_45; // "LtpE"
/** The number by which a file of views is recognised. */
export const VIEWS_FILE_ID = 0x4c_74_70_56; // "LtpV"

interface Identity {
  readonly applicationId: number;
  readonly version: number;
  readonly tables: number;
}

/**
 * Opens a file of one kind: recognises it before anything is written to it, switches it to WAL, and
 * creates or migrates its tables in one transaction. Two processes may do so at the same time.
 *
 * Throws `not-a-letopis-file`, `newer-file`, `busy`, `store-failed`, `misuse`.
 */
export async function openFile(
  path: string,
  kind: FileKind,
  options: SqliteOptions,
  durabilityByDefault: Durability,
): Promise<Connection> {
  const file = filePath(path);
  const { busyTimeoutMs = 10_000, exclusive = false, durability = durabilityByDefault } = options;
  const ports = nodePorts(options.ports);
  const db = connect(file);
  try {
    const connection = new Connection(db, file, ports, busyTimeoutMs);
    // The waiting is outside SQLite, because its own handler would block the event loop.
    if (exclusive) db.exec('PRAGMA locking_mode = EXCLUSIVE');
    await connection.patiently(() => check(db, kind, file));
    await connection.patiently(() => prepare(db, file, durability));
    const ready = await connection.patiently(() => identify(db).version === kind.steps.length);
    if (!ready) await connection.transact(() => migrate(db, kind, file, ports));
    return connection;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: false });
  } catch (error) {
    throw storeFailed(error, file);
  }
}

function check(db: DatabaseSync, kind: FileKind, file: string): void {
  let identity: Identity;
  try {
    identity = identify(db);
  } catch (error) {
    if (!isNoDatabase(error)) throw error;
    throw foreign(file, 'it is no SQLite database', error);
  }
  const { applicationId, version, tables } = identity;
  if (applicationId !== kind.applicationId) {
    const other = applicationId === EVENTS_FILE_ID ? 'events' : 'views';
    if (applicationId === EVENTS_FILE_ID || applicationId === VIEWS_FILE_ID) {
      const opener = other === 'events' ? 'openSqlite' : 'openSqliteViews';
      throw foreign(file, `it holds ${other}, not ${kind.holds}: open it with ${opener}`);
    }
    const blank = applicationId === 0 && version === 0 && tables === 0;
    if (!blank) throw foreign(file, 'it is the SQLite database of another program');
  }
  if (version > kind.steps.length) {
    const say = `${file} has schema version ${version}, this Letopis knows ${kind.steps.length}`;
    throw new LetopisError('newer-file', `${say}: use a newer one`, { file, version });
  }
}

function foreign(file: string, why: string, cause?: unknown): LetopisError {
  return new LetopisError('not-a-letopis-file', `${file}: ${why}`, { file }, cause);
}

function identify(db: DatabaseSync): Identity {
  const number = (sql: string): number => {
    const row = db.prepare(sql).get() ?? {};
    return Number(Object.values(row)[0]);
  };
  return {
    applicationId: number('PRAGMA application_id'),
    version: number('PRAGMA user_version'),
    tables: number('SELECT count(*) FROM sqlite_schema'),
  };
}

/**
 * Sets WAL and its syncing, and `secure_delete`, so that what is emptied or replaced is overwritten
 * and not only unlinked.
 */
function prepare(db: DatabaseSync, file: string, durability: Durability): void {
  const mode = Object.values(db.prepare('PRAGMA journal_mode = WAL').get() ?? {})[0];
  if (mode !== 'wal') {
    const say = `${file}: SQLite keeps it in mode ${String(mode)}, not WAL; put it on a local disk`;
    throw new LetopisError('store-failed', say, { file });
  }
  db.exec(`PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'};
    PRAGMA secure_delete = ON; PRAGMA cache_size = -8000;`);
}

function migrate(db: DatabaseSync, kind: FileKind, file: string, ports: Ports): void {
  // Read again under the lock, because another process may have migrated the file meanwhile.
  check(db, kind, file);
  const { version } = identify(db);
  for (const step of kind.steps.slice(version)) db.exec(step(ports));
  db.exec(`PRAGMA application_id = ${kind.applicationId};
    PRAGMA user_version = ${kind.steps.length};`);
}

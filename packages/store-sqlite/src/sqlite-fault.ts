import { LetopisError } from '@letopis/core';

/** An error as `node:sqlite` throws it: `errcode` is SQLite's extended result code. */
interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

const [BUSY, LOCKED, CORRUPT, PROTOCOL, NOTADB] = [5, 6, 11, 15, 26];

/** Does this error come from SQLite, rather than from our code or a caller's port? */
export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && typeof (error as Partial<SqliteError>).errcode === 'number';
}

/** The primary result code: the low eight bits; −1 for an error that is not SQLite's. */
function primaryCode(error: unknown): number {
  return isSqliteError(error) ? error.errcode & 0xff : -1;
}

/**
 * Is the file locked for now? All kinds count: a writer, a recovery after a crash, a checkpoint, a
 * snapshot that is too old (`SQLITE_BUSY_SNAPSHOT`), a lost race for a lock.
 */
export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED || code === PROTOCOL;
}

/** Is the file something other than an SQLite database? */
export const isNoDatabase = (error: unknown): boolean => primaryCode(error) === NOTADB;

/** The error that a failed read or write throws; the caller decides what follows from it. */
export function storeFailed(error: unknown, where: string): LetopisError {
  if (error instanceof LetopisError) return error;
  const code = primaryCode(error);
  const why = isSqliteError(error) ? `${error.errstr} (${error.errcode})` : String(error);
  const fields = { file: where, sqlite: isSqliteError(error) ? error.errcode : null };
  if (code === CORRUPT || code === NOTADB) {
    return new LetopisError('corrupt', `${where} is damaged: ${why}`, fields, error);
  }
  const say = `${where}: ${why}; mend the cause, close the store and open it again`;
  return new LetopisError('store-failed', say, fields, error);
}

/** The error of a wait that was longer than the stated time. */
export function busyError(where: string, waitedMs: number): LetopisError {
  const ms = Math.round(waitedMs);
  const say = `${where} was in use elsewhere for ${ms} ms; nothing was written, try again`;
  return new LetopisError('busy', say, { file: where, waitedMs: ms });
}

import { isLetopisError, LetopisError } from '@letopis/core';
import { eventsNotFound } from '@letopis/store-node';
import type { Connection } from './connection.ts';
import { HAS_BESIDE } from './event-schema.ts';

/**
 * Erases for good what lies beside events of a stream. Zeros of the same length are written over
 * the bytes in place: a row that keeps its length is not moved, so the file has no older copy of
 * it. Then the WAL, which has older pages, is moved into the file and truncated. The length of the
 * value can still be seen. Blocks that the disk keeps of a truncated file, and copies made of the
 * file before, are out of a library's reach.
 *
 * Throws `misuse` where the stream does not have all of the events; `busy` where a reader elsewhere
 * keeps the WAL from being truncated: the values are then erased from the file, and calling again
 * truncates the WAL.
 */
export async function emptyBeside(
  connection: Connection,
  stream: string,
  eventIds: readonly string[],
): Promise<void> {
  const wanted = new Set(eventIds);
  const rows = connection.query<[count: number, id: string, extras: number]>(
    `SELECT position, substr(line, 14, 36), extras FROM events
     WHERE stream = (SELECT id FROM streams WHERE name = ?) ORDER BY revision`,
  );
  const empty = connection.command(
    `UPDATE beside SET json = zeroblob(length(CAST(json AS BLOB)))
     WHERE position = ? AND typeof(json) = 'text'`,
  );
  await connection.transact(() => {
    const found = rows.all(stream).filter(([, id]) => wanted.has(id));
    if (found.length !== wanted.size) throw eventsNotFound(stream, found.length, wanted.size);
    for (const [count, , extras] of found) if ((extras & HAS_BESIDE) !== 0) empty.run(count);
  });
  try {
    await connection.truncateWal();
  } catch (error) {
    if (!isLetopisError(error, 'busy')) throw error;
    const say = 'the values are emptied, but a reader keeps older pages in the WAL: call again';
    throw new LetopisError('busy', say, error.fields, error);
  }
}

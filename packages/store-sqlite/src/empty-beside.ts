import { isLetopisError, LetopisError } from '@letopis/core';
import { eventsNotFound } from '@letopis/store-node';
import type { Connection } from './connection.ts';
import { HAS_BESIDE } from './event-schema.ts';

/**
 * Empties what lies beside events of a stream for good: zeros of the same length are written over
 * the bytes where they stand (a row that keeps its length is never moved, so there is no older copy
 * of it in the file), and the WAL, which holds older pages, is folded into the file and cut to
 * nothing. How long the value was can still be seen. What the disk keeps of a cut file's blocks,
 * and copies made of the file before, are beyond a library.
 *
 * Throws `misuse` where the stream does not hold all of the events; `busy` where a reader elsewhere
 * keeps the WAL from being cut: then the values are emptied, and calling again cuts it.
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

import { newCommandId } from '@letopis/core';
import type { RestoredLine } from '@letopis/core/store';
import { mismatch } from '@letopis/core/store';
import type { Connection } from './connection.ts';
import type { LogWriter } from './log-writer.ts';

/**
 * Writes whole lines into a log that is empty or already has exactly a prefix of them, with one
 * transaction for each page, and gives the log a new id at the end. If it is interrupted, the log
 * has a prefix, and the next restore goes on from there. Throws `restore-mismatch`, `corrupt`.
 *
 * @returns how many lines were written.
 */
export async function restoreLog(
  connection: Connection,
  writer: LogWriter,
  pages: AsyncIterable<readonly RestoredLine[]> | Iterable<readonly RestoredLine[]>,
): Promise<number> {
  const rename = connection.command('UPDATE log SET id = ?');
  let at = 0;
  let written = 0;
  for await (const page of pages) {
    const from = at;
    written += await connection.transact(() => {
      writer.begin();
      return writePage(writer, page, from);
    });
    writer.committed();
    at += page.length;
  }
  await connection.transact(() => {
    writer.begin();
    if (at < writer.count) {
      throw mismatch(`line ${at + 1}`, `the log holds ${writer.count - at} lines more`);
    }
    rename.run(newCommandId(connection.ports));
  });
  writer.committed();
  return written;
}

function writePage(writer: LogWriter, page: readonly RestoredLine[], from: number): number {
  let written = 0;
  page.forEach((restored, index) => {
    const at = from + index + 1;
    const standing = at <= writer.count ? writer.lineAt(at) : undefined;
    if (standing === restored.line) return;
    if (standing !== undefined) throw mismatch(`line ${at}`, 'the log holds another line');
    writer.restore(restored);
    written += 1;
  });
  return written;
}

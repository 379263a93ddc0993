import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';

/**
 * What an acknowledged commit survives.
 *
 * - `full` (SQLite `synchronous=FULL`): the commit is on the disk. It survives the end of the
 *   process, a crash of the system and a power cut.
 *
 * - `normal` (`synchronous=NORMAL`): the commit is given to the operating system, which syncs the
 *   disk only now and then. It survives the end of the process, also by `kill -9`. **A power cut or
 *   a crash of the system may lose the newest acknowledged commits**: always the end of the log,
 *   never a part in the middle, and the file stays intact.
 */
export type Durability = 'full' | 'normal';

/** How a file is opened; every option has a default. */
export interface SqliteOptions {
  /** Default `full` for events; `normal` for views, which can always be rebuilt. */
  readonly durability?: Durability;
  /**
   * How long to wait for a file that another process writes to, in milliseconds; default 10,000.
   * The wait does not block this process. After it the call throws `busy`, and nothing was written.
   */
  readonly busyTimeoutMs?: number;
  /**
   * Locks the file for this process until it is closed (`locking_mode=EXCLUSIVE`): an append costs
   * about a tenth less, and every other process gets `busy`. Default false.
   */
  readonly exclusive?: boolean;
  /** Replaces clock, random bytes, hash or waits; tests give fixed ones. */
  readonly ports?: Partial<Ports>;
  /**
   * Longest wait of a follower between two reads of the log, in milliseconds; default 250. Appends
   * of this process wake it at once; those of another process are seen at the next read.
   */
  readonly pollMs?: number;
}

/** Checks the file's path. Throws `misuse` for a path that is no file of its own on a disk. */
export function filePath(path: string): string {
  if (path === '' || path.startsWith(':memory:')) {
    const say = 'SQLite in memory keeps nothing: give a path, or take openMemory of store-memory';
    throw new LetopisError('misuse', say, { path });
  }
  if (path.startsWith('file:') || path.includes('\0')) {
    throw new LetopisError('misuse', `${JSON.stringify(path)} is no plain path`, { path });
  }
  return path;
}

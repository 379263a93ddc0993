import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';

/**
 * What a commit outlives.
 *
 * - `full` (SQLite `synchronous=FULL`): an acknowledged commit is on the disk. It outlives the end
 *   of the process, of the system and of the power.
 * - `normal` (`synchronous=NORMAL`): a commit is handed to the operating system, and the disk is
 *   waited for only now and then. It outlives the end of the process, also by `kill -9`. **A power
 *   cut or a crash of the system may lose the newest acknowledged commits**: always a tail of the
 *   log, never a hole in it, and the file stays whole.
 */
export type Durability = 'full' | 'normal';

/** How a file is opened; every part may be left out. */
export interface SqliteOptions {
  /** Default `full` for events; `normal` for views, which can always be rebuilt. */
  readonly durability?: Durability;
  /**
   * How long a file that another process writes to is waited for, in milliseconds; default 10,000.
   * The wait does not block this process. After it comes the error `busy`, and nothing was written.
   */
  readonly busyTimeoutMs?: number;
  /**
   * Keeps the file to this process until it is closed (`locking_mode=EXCLUSIVE`): an append costs
   * about a tenth less, and every other process gets `busy`. Default false.
   */
  readonly exclusive?: boolean;
  /** Replaces clock, chance, hash or waits; tests give fixed ones. */
  readonly ports?: Partial<Ports>;
  /**
   * Longest wait of a follower between two looks at the log, in milliseconds; default 250. Appends
   * of this process wake it at once, those of another process are seen at the next look.
   */
  readonly pollMs?: number;
}

/** The file's path, checked. Throws `misuse` for what is not a file of its own on a disk. */
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

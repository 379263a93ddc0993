import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** Gives the import secret of an organisation: 32 random bytes or more, always the same. */
export type ImportSecret = () => Promise<Uint8Array>;

/**
 * Keeps the import secret in a file that only its owner may read, and makes it on first use. Back
 * the file up apart from the log: without it rows of later files are not known again. Throws what
 * `node:fs` throws.
 *
 * @example
 * const ingest = ingestServiceWith({}, { secret: secretOnDisk('/var/lib/school/import.secret') });
 */
export function secretOnDisk(path: string): ImportSecret {
  return async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    // The whole file appears at once, and only if no other process made it first.
    const made = `${path}.${randomBytes(8).toString('hex')}`;
    await writeFile(made, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true });
    try {
      await link(made, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await rm(made);
    }
    return readFile(path);
  };
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

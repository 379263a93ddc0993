import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

/** A file to ingest: its name and its bytes. */
export interface SourceFile {
  /** Name as the history records it; 1 to 255 characters, no personal data. */
  readonly name: string;
  /** Reads the bytes from the start; called several times. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/**
 * Opens a file on disk. Reading it throws what `node:fs` throws.
 * @param name by default the last part of the path.
 * @example
 * fileOnDisk('exports/marks.csv').name; // => 'marks.csv'
 */
export function fileOnDisk(path: string, name: string = basename(path)): SourceFile {
  return { name, open: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}

/**
 * Makes a file of bytes in memory, such as an upload.
 * @example
 * fileInMemory('marks.csv', new TextEncoder().encode('id;mark\nl-1;4\n'));
 */
export function fileInMemory(name: string, bytes: Uint8Array): SourceFile {
  return {
    name,
    open: async function* open() {
      yield bytes;
    },
  };
}

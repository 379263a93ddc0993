import * as z from 'zod';
import { sortedJson } from '../../../kernel/json.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { deriveId } from '../../../kernel/uuid.ts';
import { complaint, shown } from '../../../values/complaint.ts';

/** Schema of SHA-256 in 64 lower-case hexadecimal digits. */
export const importedHash = z.string().regex(/^[0-9a-f]{64}$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не SHA-256: нужно 64 шестнадцатеричных знака`,
      `${shown(input)} is no SHA-256: give 64 small hexadecimal digits`,
    ),
});

/** The largest number of rows of one page, so that its event fits into one line. */
export const ROWS_PAGE_MAX = 250;

/**
 * The id of an import: SHA-256 over the hashes of its files, whatever their order and names, and
 * over its source where one is given (the same bytes from two sources are then two imports).
 * @returns 43 characters of base64url.
 * @example
 * importId([{ sha256: 'ab'.repeat(32) }], store.ports.hash).length; // => 43
 */
export function importId(
  files: readonly { readonly sha256: string }[],
  hash: Ports['hash'],
  source?: string,
): string {
  const hashes = files.map(({ sha256 }) => sha256).toSorted();
  const text = (source === undefined ? hashes : [...hashes, source]).join('\n');
  return hash(text, 'base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The command id of one imported row. The same import and row always give the same id, so that a
 * second run over the files changes nothing. D22.
 * @param target the file and row: `marks.csv:17`.
 * @example
 * rowCommandId(received.eventId, 'marks.csv:17', store.ports.hash);
 */
export function rowCommandId(importEventId: string, target: string, hash: Ports['hash']): string {
  return deriveId(importEventId, target, hash);
}

/** Key of one page of rows within an import. */
export function rowsPageKey(of: {
  readonly file: string;
  readonly sheet: string | null;
  readonly mapping: string;
  readonly page: number;
}): string {
  return sortedJson([of.file, of.sheet, of.mapping, of.page]);
}

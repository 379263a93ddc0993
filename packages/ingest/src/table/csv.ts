import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { FileFormat } from './format.ts';
import type { SheetRow } from './row.ts';
import { tidy } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** Most characters of one record, so that a quote that is never closed cannot fill the memory. */
const RECORD_MAX = 1_000_000;

/** The format of one CSV file, with nothing left on `auto`. */
export interface CsvFormat {
  readonly encoding: 'utf-8' | 'windows-1251';
  readonly separator: string;
}

/**
 * Reads the records of a CSV file one after another, in bounded memory. Empty records are included,
 * so that rows are counted as in a spreadsheet. Throws a `TypeError` for bytes that are not in the
 * encoding, and csv-parse's `CsvError` for broken quotes.
 */
export async function* csvRecords(file: SourceFile, format: CsvFormat): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: format.separator,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: RECORD_MAX,
  });
  let row = 0;
  // An error reaches the loop below through the parser, which `pipeline` destroys with it.
  pipeline(Readable.from(texts(file, format.encoding)), parser, () => undefined);
  for await (const record of parser as AsyncIterable<readonly string[]>) {
    row += 1;
    yield { row, cells: record.map(tidy) };
  }
}

/** The text of the file, without a byte order mark. */
async function* texts(file: SourceFile, encoding: CsvFormat['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of file.open()) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Determines what the format leaves on `auto`.
 * @param head the first bytes of the file.
 * @param isUtf8 whether all its bytes are UTF-8.
 */
export function settleFormat(format: FileFormat, head: Uint8Array, isUtf8: boolean): CsvFormat {
  const found = isUtf8 ? 'utf-8' : 'windows-1251';
  const encoding = format.encoding === 'auto' ? found : format.encoding;
  if (format.separator !== 'auto') return { encoding, separator: format.separator };
  const lines = new TextDecoder(encoding).decode(head).split(/\r\n|\r|\n/);
  return { encoding, separator: likeliest(lines[format.headingRow - 1] ?? '') };
}

/** The separator that a heading has most of, outside quotes; `;` if it has none (one column). */
function likeliest(heading: string): string {
  const bare = heading.replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}

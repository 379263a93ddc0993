import { createHash } from 'node:crypto';
import type { Refusal } from '@letopis/core';
import { isRefusal } from '@letopis/core';
import { csvRecords, settleFormat } from './csv.ts';
import type { FileFormat } from './format.ts';
import { fileTooLarge, fileUnreadable, headingMissing } from './refusals.ts';
import type { Sheet, SheetRow } from './row.ts';
import { cellText, isFilled } from './row.ts';
import type { SourceFile } from './source-file.ts';
import { isZip, XLSX_BYTES_MAX, xlsxSheets } from './xlsx.ts';

/** A file that was read once to its end, so everything in it is readable. */
export interface SurveyedFile {
  readonly name: string;
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Number of rows below the headings of all sheets that are not empty. */
  readonly rows: number;
  readonly sheets: readonly Sheet[];
}

/** Number of bytes in which the heading of a CSV file is looked for. */
const HEAD_BYTES = 65_536;

/**
 * Reads a file to its end: its hash, its sheets, their headings and the number of rows. Refuses
 * `file-unreadable`, `file-too-large` (XLSX) and `heading-missing`, before anything is written.
 */
export async function surveyFile(
  file: SourceFile,
  format: FileFormat,
): Promise<SurveyedFile | Refusal> {
  const facts = await readBytes(file);
  const sheets = isZip(facts.head)
    ? await surveyXlsx(file, facts.bytes, format)
    : await surveyCsv(file, facts, format);
  if (isRefusal(sheets)) return sheets;
  const rows = sheets.reduce((sum, sheet) => sum + sheet.count, 0);
  const { sha256, bytes } = facts;
  return { name: file.name, sha256, bytes, rows, sheets: sheets.map(({ sheet }) => sheet) };
}

interface Counted {
  readonly sheet: Sheet;
  readonly count: number;
}

interface ByteFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly isUtf8: boolean;
}

async function readBytes(file: SourceFile): Promise<ByteFacts> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const head: number[] = [];
  let bytes = 0;
  let isUtf8 = true;
  const decode = (chunk?: Uint8Array): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      isUtf8 = false;
    }
  };
  for await (const chunk of file.open()) {
    hash.update(chunk);
    bytes += chunk.byteLength;
    if (head.length < HEAD_BYTES) head.push(...chunk.subarray(0, HEAD_BYTES - head.length));
    if (isUtf8) decode(chunk);
  }
  if (isUtf8) decode();
  return { sha256: hash.digest('hex'), bytes, head: Uint8Array.from(head), isUtf8 };
}

async function surveyCsv(
  file: SourceFile,
  facts: ByteFacts,
  format: FileFormat,
): Promise<readonly Counted[] | Refusal> {
  const settled = settleFormat(format, facts.head, facts.isUtf8);
  const { headingRow } = format;
  let heading: readonly string[] | null = null;
  let count = 0;
  try {
    for await (const { row, cells } of csvRecords(file, settled)) {
      if (row === headingRow) heading = cells.map(cellText);
      else if (row > headingRow && isFilled(cells)) count += 1;
    }
  } catch (error) {
    const why = whyOf(error, settled.encoding);
    return fileUnreadable({ file: file.name, row: rowOf(error), why });
  }
  if (heading === null || !isFilled(heading)) {
    return headingMissing({ file: file.name, sheet: null, row: headingRow });
  }
  const rows = () => below(csvRecords(file, settled), headingRow);
  return [{ sheet: { name: null, heading, rows }, count }];
}

async function* below(records: AsyncIterable<SheetRow>, heading: number): AsyncGenerator<SheetRow> {
  for await (const record of records) {
    if (record.row > heading && isFilled(record.cells)) yield record;
  }
}

async function surveyXlsx(
  file: SourceFile,
  bytes: number,
  { headingRow }: FileFormat,
): Promise<readonly Counted[] | Refusal> {
  if (bytes > XLSX_BYTES_MAX) return fileTooLarge({ file: file.name, bytes, max: XLSX_BYTES_MAX });
  let read: Awaited<ReturnType<typeof xlsxSheets>>;
  try {
    read = await xlsxSheets(file);
  } catch (error) {
    return fileUnreadable({ file: file.name, row: null, why: whyOf(error, 'xlsx') });
  }
  const sheets = read.flatMap(({ name, rows: all }): Counted[] => {
    const heading = all[headingRow - 1]?.cells.map(cellText) ?? [];
    if (!isFilled(heading)) return []; // a sheet of pictures or notes
    const rows = all.filter(({ row, cells }) => row > headingRow && isFilled(cells));
    const iterate = async function* iterate() {
      yield* rows;
    };
    return [{ sheet: { name, heading, rows: iterate }, count: rows.length }];
  });
  if (sheets.length > 0) return sheets;
  return headingMissing({ file: file.name, sheet: read[0]?.name ?? null, row: headingRow });
}

/** The row at which the parser stopped: it counts the records before it. */
function rowOf(error: unknown): number | null {
  const known = error instanceof Error && 'records' in error ? error.records : null;
  return typeof known === 'number' ? known + 1 : null;
}

/** Why it cannot be read, without the text of a cell, which may be personal. */
function whyOf(error: unknown, encoding: string): string {
  if (error instanceof TypeError) return `not ${encoding}`;
  if (error instanceof Error && 'code' in error) return String(error.code);
  return encoding === 'xlsx' ? 'not an XLSX file' : 'unknown';
}

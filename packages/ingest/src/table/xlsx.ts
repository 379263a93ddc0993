import { Buffer } from 'node:buffer';
import readXlsx from 'read-excel-file/node';
import type { Cell, SheetRow } from './row.ts';
import { tidy } from './row.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Largest size of an XLSX file in bytes: it is read whole, and unpacked it takes several times
 * that.
 */
export const XLSX_BYTES_MAX = 20_000_000;

/** True for the first bytes of a ZIP file, which every XLSX file is. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;

/** The sheets of an XLSX file with all their rows. Throws what the reader throws. */
export async function xlsxSheets(
  file: SourceFile,
): Promise<readonly { readonly name: string; readonly rows: readonly SheetRow[] }[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  const sheets = await readXlsx(Buffer.concat(chunks));
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) })),
  }));
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  // The reader gives a day as its midnight in UTC.
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) };
  return tidy(String(value));
}

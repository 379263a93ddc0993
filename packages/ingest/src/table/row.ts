/**
 * The content of a cell: its text without surrounding spaces, or a calendar day (XLSX has a type
 * for days).
 */
export type Cell = string | { readonly day: string };

/** One row of a sheet below its heading. */
export interface SheetRow {
  /** Row number as in a spreadsheet: from 1, the heading included. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** One sheet of a file; a CSV file has one, without a name. */
export interface Sheet {
  readonly name: string | null;
  readonly heading: readonly string[];
  /** Reads the rows below the heading that are not empty; each call starts anew. */
  readonly rows: () => AsyncIterable<SheetRow>;
}

/** The text of a cell; a day as `YYYY-MM-DD`. */
export const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.day;

/** True if any cell has content. */
export const isFilled = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => cellText(cell) !== '');

/** A text as cells and headings are compared: without surrounding spaces, in one Unicode form. */
export const tidy = (text: string): string => text.normalize('NFC').trim();

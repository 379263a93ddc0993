/** What a cell holds: its text without spaces around it, or a calendar day (XLSX types days). */
export type Cell = string | { readonly day: string };

/** One row of a sheet below its heading. */
export interface SheetRow {
  /** As a spreadsheet shows it: from 1, the heading counted. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** One sheet of a file; a CSV file has one, without a name. */
export interface Sheet {
  readonly name: string | null;
  readonly heading: readonly string[];
  /** Rows below the heading that are not empty; each call reads from the beginning. */
  readonly rows: () => AsyncIterable<SheetRow>;
}

/** A cell's text; a day as `YYYY-MM-DD`. */
export const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.day;

/** Is there anything in the row? */
export const isFilled = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => cellText(cell) !== '');

/** A text as cells and headings are compared: without spaces around it, in one Unicode form. */
export const tidy = (text: string): string => text.normalize('NFC').trim();

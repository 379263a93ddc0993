import type { Language } from '@letopis/core';
import type { Column, Table } from '../kit/table.ts';
import { plainText } from './csv.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import { workbookXlsx } from './workbook.ts';

/** Options of spreadsheets. */
export interface TablesOptions {
  /** Language of the words that stand for styles, such as «зачёркнуто»; Russian by default. */
  readonly language?: Language;
}

/**
 * Writes tables as an XLSX file, one sheet a table, named by its caption: the same columns, groups
 * of headings and texts as in print.
 *
 * @example
 * const bytes = await tablesXlsx([{ key: 'x', caption: 'Итого', columns: [], rows: [],
 *   empty: 'Записей нет' }]);
 */
export function tablesXlsx(
  tables: readonly Table[],
  { language = 'ru' }: TablesOptions = {},
): Promise<Uint8Array> {
  return workbookXlsx(tables.map((table) => tableSheet(table, language)));
}

/** One table as a sheet. */
export function tableSheet({ caption, columns, rows, empty }: Table, language: Language): Sheet {
  const body = rows.map((row) =>
    columns.map((_, index) => plainText(row[index] ?? { lines: [] }, language)),
  );
  return {
    name: caption,
    headings: headingRows(columns),
    rows: body.length > 0 ? body : [[empty]],
    widths: columns.map((column, index) =>
      widthOf(
        column,
        body.map((row) => row[index] ?? ''),
      ),
    ),
  };
}

/** The headings: one row, or two if columns are grouped. */
function headingRows(columns: readonly Column[]): readonly (readonly SheetCell[])[] {
  if (columns.every(({ group }) => group === undefined)) {
    return [columns.map(({ heading }) => ({ text: heading }))];
  }
  const upper: SheetCell[] = [];
  columns.forEach(({ group, heading }, index) => {
    if (group === undefined) upper.push({ text: heading, rows: 2 });
    else if (columns[index - 1]?.group !== group) {
      const after = columns.slice(index).findIndex((one) => one.group !== group);
      upper.push({ text: group, columns: after === -1 ? columns.length - index : after });
    }
  });
  const lower = columns.map(({ group, heading }) => ({ text: group === undefined ? '' : heading }));
  return [upper, lower];
}

const MM_PER_CHARACTER = 2;
const WIDTH_MAX = 60;

function widthOf({ widthMm, heading }: Column, texts: readonly string[]): number {
  if (widthMm !== undefined) return Math.max(4, Math.round(widthMm / MM_PER_CHARACTER));
  const lines = [heading, ...texts].flatMap((text) => text.split('\n'));
  return Math.min(WIDTH_MAX, Math.max(...lines.map((line) => line.length)) + 2);
}

import type { Language } from '@letopis/core';
import type { Cell, Column, Table } from '../kit/table.ts';

/** Options of CSV. */
export interface CsvOptions {
  /** Language of the words that stand for styles, such as «зачёркнуто»; Russian by default. */
  readonly language?: Language;
  /** Separator; `;` by default, as spreadsheets with Russian settings expect. */
  readonly separator?: ';' | ',' | '\t';
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes a table as CSV that a spreadsheet opens by a double click: a byte order mark, `;`, CRLF,
 * one row of headings. A cell that a spreadsheet would run as a formula (it begins with `=`, `+`,
 * `-`, `@`, a tab or a line break) gets an apostrophe before it.
 *
 * @example
 * tableCsv({ key: 'x', caption: 'Итого', columns: [{ key: 'n', heading: 'Число' }],
 *   rows: [[cell('12')]], empty: 'Записей нет' }); // => '\uFEFFЧисло\r\n12\r\n'
 */
export function tableCsv(
  { columns, rows }: Table,
  { language = 'ru', separator = ';' }: CsvOptions = {},
): string {
  const headings = columns.map((column) => headingText(column));
  const body = rows.map((row) =>
    columns.map((_, index) => plainText(row[index] ?? { lines: [] }, language)),
  );
  return csvText([headings, ...body], separator);
}

/**
 * Writes rows of texts as CSV, with the same protection against formulas.
 *
 * @example
 * csvText([['=1+1', 'а;б']]); // => '\uFEFF\'=1+1;"а;б"\r\n'
 */
export function csvText(rows: readonly (readonly string[])[], separator = ';'): string {
  const lines = rows.map((row) => row.map((text) => quoted(text, separator)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** A column's heading with that of its group: `Занятия / 07.09`. */
export function headingText({ heading, group }: Column): string {
  return group === undefined ? heading : `${group} / ${heading}`;
}

/**
 * The text of a cell without styles. Struck text is marked in words, because the earlier value must
 * stay readable as such (R2 §2.3). Lines stay separate.
 *
 * @example
 * plainText({ lines: [[{ text: '3', as: 'struck' }], [{ text: '4' }]] });
 * // => '[зачёркнуто: 3]\n4'
 */
export function plainText({ lines }: Cell, language: Language = 'ru'): string {
  const struck = language === 'ru' ? 'зачёркнуто' : 'struck out';
  return lines
    .map((line) => line.map(({ text, as }) => (as === 'struck' ? `[${struck}: ${text}]` : text)))
    .map((runs) => runs.join(''))
    .join('\n');
}

const FORMULA = /^[=+\-@\t\r\n]/;

function quoted(text: string, separator: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const special = safe.includes(separator) || /["\r\n]/.test(safe);
  return special ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import type { Refusal, Result } from '@letopis/core';
import { columnLetters } from '../spreadsheets/column-letters.ts';
import type { RowValues, SheetPart } from '../spreadsheets/sheet-part.ts';
import { filledSheet, readSheetPart } from '../spreadsheets/sheet-part.ts';
import type { WorkbookFile } from '../spreadsheets/workbook-file.ts';
import { openWorkbookFile, withPart, WORKBOOK_BYTES_MAX } from '../spreadsheets/workbook-file.ts';
import {
  frdoFileUnreadable,
  frdoFormulaInTheWay,
  frdoHeadingsDiffer,
  frdoRowsPresent,
  frdoSheetAdded,
  frdoSheetMissing,
} from './refusals.ts';
import type { FrdoRow, FrdoTemplate } from './template.ts';

/**
 * Fills the file that was downloaded from the register: the rows go under the headings of its
 * visible sheet, all as texts. Every other part of the file keeps its bytes: the hidden sheet with
 * the lists, styles, names. On the sheet itself validations, protection and widths stay too. It
 * refuses a file that is not the template's: other headings (compared without spaces at their
 * ends), a sheet missing or added, rows in it already. Check the rows first with
 * {@link frdoProblems}: nothing is left out or fixed here. regulation-verified §3.2.
 *
 * @example
 * const filled = fillFrdoFile(frdoDpo, await readFile('Шаблон ДПО.xlsx'), rows);
 * if (filled.ok) await writeFile('ДПО 2027-01.xlsx', filled.value);
 */
export function fillFrdoFile(
  template: FrdoTemplate,
  bytes: Uint8Array,
  rows: readonly FrdoRow[],
): Result<Uint8Array> {
  const file = openWorkbookFile(bytes);
  if (file === null) return no(unreadable(bytes));
  const refused = refuseUnlessSheets(template, file);
  if (refused !== null) return no(refused);
  const path = file.sheets.find(({ name }) => name === template.sheet)?.part ?? '';
  const part = readSheetPart(file, path);
  if (part === null) return no(unreadable(bytes));
  const values = valuesBySheetRow(template, rows);
  const unfit =
    refuseUnlessHeadings(template, part) ??
    refuseIfRows(template, part) ??
    refuseIfFormula(template, part, values);
  if (unfit !== null) return no(unfit);
  if (values.size === 0) return { ok: true, value: bytes };
  return { ok: true, value: withPart(file, path, filledSheet(part, values)) };
}

const no = (refusal: Refusal): Result<never> => ({ ok: false, refusal });

const unreadable = (bytes: Uint8Array): Refusal =>
  frdoFileUnreadable({ bytes: bytes.length, bytesMax: WORKBOOK_BYTES_MAX });

const FIRST_ROW = 2;

function valuesBySheetRow(
  { columns }: FrdoTemplate,
  rows: readonly FrdoRow[],
): ReadonlyMap<number, RowValues> {
  return new Map(
    rows.map(({ values }, index) => [
      index + FIRST_ROW,
      new Map(columns.map(({ key }, column) => [column, values[key] ?? ''])),
    ]),
  );
}

function refuseUnlessSheets(template: FrdoTemplate, { sheets }: WorkbookFile): Refusal | null {
  const visible = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const all = sheets.map(({ name }) => name);
  const missing = { template: template.id, sheets: all };
  if (!visible.includes(template.sheet)) {
    return frdoSheetMissing({ sheet: template.sheet, ...missing });
  }
  if (!all.includes(template.listsSheet)) {
    return frdoSheetMissing({ sheet: template.listsSheet, ...missing });
  }
  const own = [template.sheet, template.listsSheet];
  const added = visible.find((name) => !own.includes(name));
  return added === undefined ? null : frdoSheetAdded({ sheet: added });
}

function refuseUnlessHeadings(
  { id, version, columns }: FrdoTemplate,
  { rows }: SheetPart,
): Refusal | null {
  const cells = rows.find(({ number }) => number === FIRST_ROW - 1)?.cells ?? [];
  const found = new Map(cells.map(({ column, text }) => [column, text.trim()]));
  const width = Math.max(columns.length, ...[...found.keys()].map((column) => column + 1));
  const differences = Array.from({ length: width }, (_, column) => ({
    cell: `${columnLetters(column)}${FIRST_ROW - 1}`,
    expected: columns[column]?.heading ?? '',
    found: found.get(column) ?? '',
  })).filter((one) => one.expected !== one.found);
  return differences.length === 0
    ? null
    : frdoHeadingsDiffer({ template: id, version, differences });
}

function refuseIfRows({ sheet }: FrdoTemplate, { rows }: SheetPart): Refusal | null {
  for (const { number, cells } of rows) {
    if (number < FIRST_ROW) continue;
    const filled = cells.find(({ text, hasFormula }) => !hasFormula && text.trim() !== '');
    if (filled === undefined) continue;
    return frdoRowsPresent({ sheet, cell: `${columnLetters(filled.column)}${number}` });
  }
  return null;
}

function refuseIfFormula(
  { sheet, columns }: FrdoTemplate,
  { rows }: SheetPart,
  values: ReadonlyMap<number, RowValues>,
): Refusal | null {
  for (const { number, cells } of rows) {
    const own = values.get(number);
    const wrong = cells.find(
      ({ column, hasFormula }) =>
        hasFormula &&
        (own?.get(column) ?? '') !== '' &&
        columns[column]?.yearsBetween === undefined,
    );
    if (wrong === undefined) continue;
    return frdoFormulaInTheWay({ sheet, cell: `${columnLetters(wrong.column)}${number}` });
  }
  return null;
}

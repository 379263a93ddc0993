import { columnLetters, columnNumber } from './column-letters.ts';
import type { WorkbookFile } from './workbook-file.ts';
import { partText, textOfItem } from './workbook-file.ts';
import type { XmlElement } from './xml.ts';
import { attributeOf, cellText, childrenOf, readXml, xmlText } from './xml.ts';

/*
 * The part of a file's sheet: what its cells say, and the same text with rows filled in. Whatever
 * is not a filled cell stays as it stands in the text.
 */

/** A cell of a file. */
export interface FileCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly hasFormula: boolean;
  readonly element: XmlElement;
}

/** A row of a file. */
export interface FileRow {
  /** From 1, as sheets count. */
  readonly number: number;
  readonly cells: readonly FileCell[];
  readonly element: XmlElement;
}

/** The part of a sheet, read. */
export interface SheetPart {
  readonly text: string;
  readonly root: XmlElement;
  /** The element that holds the rows. */
  readonly data: XmlElement;
  readonly rows: readonly FileRow[];
}

/** Reads a sheet; `null` if its part is missing, is no sheet, or has its rows in disorder. */
export function readSheetPart(file: WorkbookFile, path: string): SheetPart | null {
  const text = partText(file.parts, path);
  const root = text === null ? null : readXml(text);
  const data = root === null ? undefined : childrenOf(root, 'sheetData')[0];
  if (text === null || root === null || data === undefined) return null;
  const rows: FileRow[] = [];
  for (const row of childrenOf(data, 'row')) {
    const last = rows.at(-1)?.number ?? 0;
    const number = Number(attributeOf(row, 'r') ?? last + 1);
    if (!Number.isInteger(number) || number <= last) return null;
    rows.push({ number, cells: cellsOf(file, row), element: row });
  }
  return { text, root, data, rows };
}

function cellsOf({ texts }: WorkbookFile, row: XmlElement): readonly FileCell[] {
  let last = -1;
  return childrenOf(row, 'c').map((cell) => {
    last = columnNumber(attributeOf(cell, 'r') ?? '') ?? last + 1;
    return {
      column: last,
      text: textOfCell(texts, cell),
      hasFormula: childrenOf(cell, 'f').length > 0,
      element: cell,
    };
  });
}

function textOfCell(texts: readonly string[], cell: XmlElement): string {
  const [value] = childrenOf(cell, 'v');
  switch (attributeOf(cell, 't')) {
    case 's':
      return texts[Number(value?.text ?? '')] ?? '';
    case 'inlineStr':
      return childrenOf(cell, 'is').map(textOfItem).join('');
    default:
      return cellText(value?.text ?? '');
  }
}

/** The values of a row by column, from 0. */
export type RowValues = ReadonlyMap<number, string>;

/**
 * The text of the sheet with values in its rows, all as texts. A cell keeps its style, or gets that
 * of the first of these rows or of its column; where a formula stands, it stays, and the value is
 * what it last gave.
 */
export function filledSheet(part: SheetPart, values: ReadonlyMap<number, RowValues>): string {
  const { text, data, rows } = part;
  const { prefix } = data;
  const style = stylesOf(part, Math.min(...values.keys()));
  const known = new Map(rows.map((row) => [row.number, row]));
  const written = [...values]
    .toSorted(([one], [other]) => one - other)
    .map(([number, own]): Edit => {
      const row = known.get(number);
      const { start, end } = row?.element ?? placeAfter(part, number);
      return { start, end, text: rowText({ text, prefix, style, number, row, values: own }) };
    });
  return edited(text, [...dimensionEdit(part, values), ...written]);
}

/** Where a row goes that the sheet has not: before the first with a greater number. */
function placeAfter({ data, rows }: SheetPart, number: number): { start: number; end: number } {
  const start = rows.find((one) => one.number > number)?.element.start ?? data.closing;
  return { start, end: start };
}

/** A part of a text, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the edits, which stand in the order of the text. */
function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: own } of edits) {
    pieces.push(text.slice(at, start), own);
    at = end;
  }
  return `${pieces.join('')}${text.slice(at)}`;
}

interface RowToWrite {
  readonly text: string;
  readonly prefix: string;
  readonly style: (column: number) => string | undefined;
  readonly number: number;
  readonly row: FileRow | undefined;
  readonly values: RowValues;
}

function rowText({ text, prefix, style, number, row, values }: RowToWrite): string {
  const known = new Map(row?.cells.map((cell) => [cell.column, cell]));
  const columns = [...new Set([...known.keys(), ...values.keys()])].toSorted((a, b) => a - b);
  const cells = columns.map((column) => {
    const cell = known.get(column);
    const value = values.get(column) ?? '';
    if (value === '') return cell === undefined ? '' : text.slice(...placeOf(cell.element));
    if (cell?.hasFormula === true) return resultText(text, cell.element, value);
    const own = cell === undefined ? style(column) : attributeOf(cell.element, 's');
    const styled = own === undefined ? '' : ` s="${own}"`;
    return (
      `<${prefix}c r="${columnLetters(column)}${number}"${styled} t="inlineStr"><${prefix}is>` +
      `<${prefix}t xml:space="preserve">${xmlText(value)}</${prefix}t></${prefix}is></${prefix}c>`
    );
  });
  // `spans` only hints at which columns have cells, and would be wrong now.
  const opening =
    row === undefined
      ? `<${prefix}row r="${number}">`
      : text
          .slice(row.element.start, row.element.opened)
          .replace(/\s*\/>$/, '>')
          .replace(/\sspans=(?:"[^"]*"|'[^']*')/, '');
  return `${opening}${cells.join('')}</${prefix}row>`;
}

const placeOf = ({ start, end }: XmlElement): [number, number] => [start, end];

/** A cell with a formula, and a number as what the formula last gave. */
function resultText(text: string, cell: XmlElement, value: string): string {
  const formula = childrenOf(cell, 'f').map((one) => text.slice(...placeOf(one)));
  const attributes = [...cell.attributes]
    .filter(([name]) => name === 'r' || name === 's')
    .map(([name, one]) => ` ${name}="${xmlText(one)}"`);
  const { prefix } = cell;
  const inner = `${formula.join('')}<${prefix}v>${xmlText(value)}</${prefix}v>`;
  return `<${prefix}c${attributes.join('')}>${inner}</${prefix}c>`;
}

/** The style of a new cell: that of the first row to fill, or else of its column. */
function stylesOf({ root, rows }: SheetPart, first: number) {
  const model = rows.find(({ number }) => number === first)?.cells ?? [];
  const styles = childrenOf(root, 'cols').flatMap((one) => childrenOf(one, 'col'));
  return (column: number): string | undefined => {
    const cell = model.find((one) => one.column === column);
    if (cell !== undefined) return attributeOf(cell.element, 's');
    const col = styles.find(
      (one) =>
        Number(attributeOf(one, 'min')) <= column + 1 &&
        Number(attributeOf(one, 'max')) >= column + 1,
    );
    return col === undefined ? undefined : attributeOf(col, 'style');
  };
}

/** The area of cells that the sheet states, if it states one, with the new rows in it. */
function dimensionEdit(
  { root, data, rows }: SheetPart,
  values: ReadonlyMap<number, RowValues>,
): readonly Edit[] {
  const [dimension] = childrenOf(root, 'dimension');
  if (dimension === undefined || dimension.end > data.start) return [];
  const [from = 'A1', to = from] = (attributeOf(dimension, 'ref') ?? 'A1').split(':');
  const columns = [...values.values()].flatMap((row) => [...row.keys()]);
  const column = Math.max(columnNumber(to) ?? 0, ...columns);
  const numbers = [...values.keys(), ...rows.map(({ number }) => number)];
  const row = Math.max(Number(/\d+$/.exec(to)?.[0] ?? 1), ...numbers);
  const text = `<${dimension.prefix}dimension ref="${from}:${columnLetters(column)}${row}"/>`;
  return [{ start: dimension.start, end: dimension.end, text }];
}

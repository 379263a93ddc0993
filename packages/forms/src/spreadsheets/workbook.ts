import type { Cell, Feature, Sheet as WrittenSheet } from 'write-excel-file/universal';
import writeXlsx from 'write-excel-file/universal';

/** One sheet of a workbook. All cells are texts, so that no number loses its zeros. */
export interface Sheet {
  /** Cut to 31 characters, without `[]:*?/\`, and made unique in its workbook. */
  readonly name: string;
  /** Rows of headings, in bold and frozen. */
  readonly headings: readonly (readonly SheetCell[])[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of columns, in characters. */
  readonly widths?: readonly number[];
  readonly hidden?: boolean;
}

/** A heading: its text, and how many columns and rows it spans. */
export interface SheetCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * Makes the bytes of an XLSX file. Every cell is a text: a SNILS or the number of a blank would
 * otherwise become a number, and a text that begins with `=` a formula. The bytes of two runs
 * differ (a ZIP contains the time); their sheets do not.
 *
 * @example
 * const bytes = await workbookXlsx([{ name: 'Книга', headings: [[{ text: '№' }]],
 *   rows: [['0001']] }]);
 */
export async function workbookXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, index) => sheetOf(sheet, names[index] ?? ''));
  const hidden = new Set(names.filter((_, index) => sheets[index]?.hidden === true));
  const features = hidden.size === 0 ? [] : [hiding(hidden)];
  const blob = await writeXlsx(written, { features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const NAME_MAX = 31;

/** Valid names of sheets: short, without special characters, each once. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const short = (plain === '' ? 'Лист' : plain).slice(0, NAME_MAX).trim();
    let unique = short;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) {
      unique = `${short.slice(0, NAME_MAX - 1 - String(n).length)} ${n}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

type Written = WrittenSheet<Blob>;

function sheetOf({ headings, rows, widths }: Sheet, sheet: string): Written {
  const head = headings.map((row) => row.flatMap(headingCells));
  const body = rows.map((row) => row.map((text) => textCell(text)));
  return {
    sheet,
    data: [...head, ...body],
    ...(headings.length === 0 ? {} : { stickyRowsCount: headings.length }),
    ...(widths === undefined ? {} : { columns: widths.map((width) => ({ width })) }),
  };
}

/** A heading, and the empty cells that it spans. */
function headingCells({ text, columns = 1, rows = 1 }: SheetCell): Cell[] {
  const spans = {
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
  };
  if (text === '') return [null]; // also what an upper heading spans
  const own: Cell = { value: text, type: String, fontWeight: 'bold', wrap: true, ...spans };
  return [own, ...Array.from({ length: columns - 1 }, () => null)];
}

const textCell = (value: string): Cell =>
  value === '' ? null : { value, type: String, ...(value.includes('\n') ? { wrap: true } : {}) };

/** Hides sheets by name, such as the lists of allowed values. */
function hiding(names: ReadonlySet<string>): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'sheet' && names.has(String(attributes['name']))
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
      },
    },
  };
}

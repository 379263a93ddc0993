import { isoDay, valueFault } from './check-value.ts';
import type { FrdoProblem, FrdoProblemCode } from './problem.ts';
import { columnLetters, hintOf } from './problem.ts';
import type { FrdoColumn, FrdoRow, FrdoTemplate } from './template.ts';

/** What the checks need besides the rows. */
export interface FrdoCheck {
  /** Day of the check, `ГГГГ-ММ-ДД`: a later day of issue is a fault. */
  readonly today: string;
}

/**
 * Finds, before upload, what the register would refuse and what a person should look at: each
 * problem with its row, cell, severity and a hint in both languages. It checks values that are
 * required or must be empty, lists letter by letter, days, years, hours, the SNILS with its check
 * number, lengths, characters, the block about the original of a duplicate, and documents and
 * persons that occur twice. An empty list does not guarantee that the register accepts the file.
 * regulation-facts §5.3.
 *
 * @example
 * frdoProblems(frdoDpo, rows, { today: '2027-01-15' })
 *   .filter(({ severity }) => severity !== 'warning');
 */
export function frdoProblems(
  template: FrdoTemplate,
  rows: readonly FrdoRow[],
  { today }: FrdoCheck,
): readonly FrdoProblem[] {
  const found = rows.flatMap((row, index) => {
    const sheetRow = new SheetRow(template, row, index + 2);
    const cells = cellProblems(sheetRow);
    const wrong = new Set(cells.map(({ column }) => column));
    return [...cells, ...rowProblems(sheetRow, wrong, today)];
  });
  return [...found, ...repeated(template, rows)];
}

/** A row at its place on the sheet, which collects its problems. */
class SheetRow {
  readonly template: FrdoTemplate;
  readonly row: FrdoRow;
  readonly number: number;

  constructor(template: FrdoTemplate, row: FrdoRow, number: number) {
    this.template = template;
    this.row = row;
    this.number = number;
  }

  value(key: string): string {
    return this.row.values[key] ?? '';
  }

  problem(
    key: string,
    code: FrdoProblemCode,
    { more = '', fix, warning = false }: { more?: string; fix?: string; warning?: boolean } = {},
  ): FrdoProblem {
    const index = this.template.columns.findIndex((one) => one.key === key);
    const heading = this.template.columns[index]?.heading ?? key;
    const severity = warning ? 'warning' : fix === undefined ? 'blocking' : 'fixable';
    return {
      code,
      severity,
      row: this.number,
      document: this.row.document,
      column: key,
      cell: `${columnLetters(index)}${this.number}`,
      hint: hintOf(code, heading, this.value(key), more),
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

function cellProblems(sheetRow: SheetRow): readonly FrdoProblem[] {
  return sheetRow.template.columns.flatMap((column) => {
    const one = cellProblem(sheetRow, column);
    return one === null ? [] : [one];
  });
}

function cellProblem(sheetRow: SheetRow, column: FrdoColumn): FrdoProblem | null {
  const { key, onlyWhen, absent } = column;
  const value = sheetRow.value(key);
  const asked = onlyWhen === undefined || onlyWhen.is.includes(sheetRow.value(onlyWhen.column));
  if (column.leftEmpty === true || !asked) {
    const more = onlyWhen?.is.join(', ') ?? '';
    return value === '' ? null : sheetRow.problem(key, 'must-be-empty', { more });
  }
  if (value === '') {
    if (sheetRow.row.erased.includes(key)) return sheetRow.problem(key, 'erased');
    const required = column.required || (onlyWhen !== undefined && absent !== '');
    return required ? sheetRow.problem(key, 'required') : null;
  }
  if (value === absent) return null;
  const fault = valueFault(column, value);
  return fault === null ? null : sheetRow.problem(key, fault.code, fault);
}

/** Finds contradictions between two cells of a row. Skips a cell that is wrong by itself. */
function rowProblems(
  sheetRow: SheetRow,
  wrong: ReadonlySet<string>,
  today: string,
): readonly FrdoProblem[] {
  const found: FrdoProblem[] = [];
  const value = (key: string): string => (wrong.has(key) ? '' : sheetRow.value(key));
  const day = (key: string): string | null => isoDay(value(key));
  const before = (key: string, other: string, early: string | null, late: string | null): void => {
    if (early === null || late === null || late >= early) return;
    const heading = sheetRow.template.columns.find((one) => one.key === other)?.heading ?? other;
    found.push(sheetRow.problem(key, 'dates-out-of-order', { more: heading }));
  };
  const issuedOn = day('issuedOn');
  if (issuedOn !== null && issuedOn > today) {
    found.push(sheetRow.problem('issuedOn', 'in-the-future', { more: today }));
  }
  before('issuedOn', 'birthDate', day('birthDate'), issuedOn);
  before('issuedOn', 'originalIssuedOn', day('originalIssuedOn'), issuedOn);
  const [start, end] = [value('startYear'), value('endYear')];
  if (start !== '' && end !== '') before('endYear', 'startYear', start, end);
  if (end !== '' && issuedOn !== null) before('issuedOn', 'endYear', end, issuedOn.slice(0, 4));
  return found;
}

/** Finds documents that occur twice, and persons with the same programme and day of issue. */
function repeated(template: FrdoTemplate, rows: readonly FrdoRow[]): readonly FrdoProblem[] {
  const found: FrdoProblem[] = [];
  const documents = new Map<string, number>();
  const persons = new Map<string, number>();
  rows.forEach((row, index) => {
    const sheetRow = new SheetRow(template, row, index + 2);
    const seen = (rowsByKey: Map<string, number>, keys: readonly string[]): number | null => {
      const key = JSON.stringify(keys.map((one) => sheetRow.value(one)));
      const earlier = rowsByKey.get(key) ?? null;
      if (earlier === null) rowsByKey.set(key, sheetRow.number);
      return earlier;
    };
    const whole = sheetRow.value('number') !== '';
    const document = whole ? seen(documents, template.unique) : null;
    if (document !== null) {
      found.push(sheetRow.problem('number', 'document-twice', { more: String(document) }));
    }
    const named = sheetRow.value('surname') !== '';
    const same = ['surname', 'givenName', 'patronymic', 'birthDate', 'programmeName', 'issuedOn'];
    const person = named && document === null ? seen(persons, same) : null;
    if (person !== null) {
      const more = String(person);
      found.push(sheetRow.problem('surname', 'person-twice', { more, warning: true }));
    }
  });
  return found;
}

/**
 * Gives the rows with every fixable problem fixed once. Check them again, because one fault may
 * hide another. The log does not change: correct a wrong entry in its register.
 */
export function frdoFixed(
  rows: readonly FrdoRow[],
  problems: readonly FrdoProblem[],
): readonly FrdoRow[] {
  return rows.map((row, index) => {
    const fixes = problems.flatMap(({ row: at, column, fix }) =>
      at === index + 2 && fix !== undefined ? [[column, fix] as const] : [],
    );
    return { ...row, values: { ...row.values, ...Object.fromEntries(fixes) } };
  });
}

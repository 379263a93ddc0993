import { isoDay, valueFault } from './check-value.ts';
import { allHold, isAsked, isRequired, yearIn } from './condition.ts';
import type { FrdoProblem } from './problem.ts';
import { SheetRow } from './sheet-row.ts';
import type { FrdoColumn, FrdoRow, FrdoTemplate } from './template.ts';

/** What the checks need besides the rows. */
export interface FrdoCheck {
  /** Day of the check, `ГГГГ-ММ-ДД`: a later day of issue or year of study is a fault. */
  readonly today: string;
}

/**
 * Finds, before upload, what the register would refuse and what a person should look at: each
 * problem with its row, cell, severity and a hint in both languages. It checks values that are
 * required or must be empty, lists letter by letter, days, years, hours, the SNILS with its check
 * number, lengths, characters, names that are not in parts, the block about the original of a
 * duplicate, and documents and persons that occur twice: all by the template's data. An empty list
 * does not guarantee that the register accepts the file. regulation-verified §3.2-3.7.
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
    const cells = cellProblems(sheetRow, today);
    const refused = cells.filter(({ severity }) => severity !== 'warning');
    return [...cells, ...orderProblems(sheetRow, new Set(refused.map(({ column }) => column)))];
  });
  return [...found, ...repeated(template, rows)];
}

const TOLD_ONCE: readonly FrdoProblem['code'][] = ['name-not-in-parts', 'original-name-unknown'];

function cellProblems(sheetRow: SheetRow, today: string): readonly FrdoProblem[] {
  return sheetRow.template.columns.flatMap((column, index, all) => {
    const one = cellProblem(sheetRow, column, today);
    if (one === null) return [];
    // A line that stands for three cells is told once, at the first of them.
    const before = sheetRow.row.gaps[all[index - 1]?.key ?? '']?.code;
    return TOLD_ONCE.includes(one.code) && before === one.code ? [] : [one];
  });
}

function cellProblem(sheetRow: SheetRow, column: FrdoColumn, today: string): FrdoProblem | null {
  const { key } = column;
  const { values, gaps } = sheetRow.row;
  const value = sheetRow.value(key);
  if (!isAsked(column, values)) {
    const barring = column.onlyWhen?.find((one) => !allHold([one], values));
    const more = barring === undefined ? '' : sheetRow.heading(barring.column);
    return value === '' ? null : sheetRow.problem(key, 'must-be-empty', { more });
  }
  if (value === '') {
    const gap = gaps[key];
    if (gap !== undefined) return sheetRow.problem(key, gap.code, { more: gap.name ?? '' });
    return isRequired(column, values) ? sheetRow.problem(key, 'required') : null;
  }
  if (column.absent?.includes(value) === true) return null;
  const fault = valueFault(column, value, values);
  if (fault !== null) return sheetRow.problem(key, fault.code, fault);
  if (column.notAfterToday !== true) return null;
  const late = (isoDay(value) ?? value) > (column.kind === 'day' ? today : today.slice(0, 4));
  return late ? sheetRow.problem(key, 'in-the-future', { more: today }) : null;
}

/** Finds days and years in the wrong order. Skips a cell that is wrong by itself. */
function orderProblems(sheetRow: SheetRow, wrong: ReadonlySet<string>): readonly FrdoProblem[] {
  const value = (key: string): string => (wrong.has(key) ? '' : sheetRow.value(key));
  return sheetRow.template.columns.flatMap(({ key, notBefore = [] }) =>
    notBefore
      .filter((other) => isBefore(value(key), value(other)))
      .map((other) =>
        sheetRow.problem(key, 'dates-out-of-order', { more: sheetRow.heading(other) }),
      ),
  );
}

/** Compares two days, or the years where one is a year only. */
function isBefore(one: string, other: string): boolean {
  const [day, otherDay] = [isoDay(one), isoDay(other)];
  if (day !== null && otherDay !== null) return day < otherDay;
  const [year, otherYear] = [yearIn(one), yearIn(other)];
  return year !== null && otherYear !== null && year < otherYear;
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
    const person = named && document === null ? seen(persons, template.personOnce) : null;
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

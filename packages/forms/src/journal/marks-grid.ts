import type { JournalPage } from '@letopis/projections';
import type { JournalCell, JournalColumn, JournalRow } from '@letopis/projections/reports';
import { dayAndMonth, shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../tables/labels.ts';
import { nameRun } from '../tables/labels.ts';
import type { Notes } from '../tables/result-cell.ts';
import { resultsCell } from '../tables/result-cell.ts';
import { datesThatFit, shareOut } from './columns.ts';
import { inGroupOn, stayNotes } from './stays.ts';

const DATE_MM = 12.8;
/** Width of a letter in the words of a corrected mark, without brackets, in millimetres. */
const LETTER_MM = 1.6;
const MISSED_MM = 13;
const ATTESTATION_MM = 26;

/** What the grid needs besides the page. */
export interface GridOptions {
  readonly notes: Notes;
  readonly labels: Labels;
  /** Number of dates on a sheet without totals; by default as many as fit A4 landscape. */
  readonly datesPerSheet?: number | undefined;
}

/**
 * Makes the grid of attendance and marks, learners by lesson dates, on as many sheets as needed;
 * the last one has the missed lessons and the results of attestation. An annulled lesson has a
 * column only if something was recorded in it. Source: R2 §2.3, domain P1.
 */
export function marksGrid(page: JournalPage, options: GridOptions): readonly Table[] {
  const { labels } = options;
  const { say } = labels;
  const days = page.columns.filter((column) => !column.attestation && isShown(column, page));
  const finals = page.columns.filter(({ attestation }) => attestation);
  const dateMm = dateWidthMm(page);
  const totalsMm = MISSED_MM * 2 + ATTESTATION_MM * finals.length;
  const perSheet = options.datesPerSheet ?? datesThatFit(dateMm);
  const sheets = shareOut(days, Math.ceil(totalsMm / dateMm), perSheet);
  return sheets.map((columns, index) => {
    const last = index === sheets.length - 1;
    return {
      key: `marks-${index + 1}`,
      caption: sheetCaption(columns, index + 1, sheets.length, labels),
      columns: [
        ...nameColumns(labels),
        ...columns.map((column) => dayColumn(column, page, labels)),
        ...(last ? totalColumns(finals, page, labels) : []),
      ],
      rows: page.rows.map((row) => [
        cell(row.line),
        nameCell(row, page, labels),
        ...columns.map((column) => dayCell(row, column, options)),
        ...(last ? totalCells(row, finals, options) : []),
      ]),
      empty: say('noLearners'),
      layout: 'fixed',
    };
  });
}

/** The number of each assessment outside lessons, by column key, as headings and legend give it. */
export function assessmentNumbers(page: JournalPage): ReadonlyMap<string, number> {
  const outside = page.columns.filter((column) => column.lesson === null && !column.attestation);
  return new Map(outside.map(({ key }, index) => [key, index + 1]));
}

/** The name of an assessment's column: its planned title, or kind and form. */
export function assessmentName(column: JournalColumn, page: JournalPage, labels: Labels): string {
  if (column.title !== null) return column.title;
  const result = page.rows.flatMap((row) => cellOf(row, column)?.results ?? [])[0];
  const kind = labels.titled(result?.kindTitle ?? null, column.kind ?? '');
  const form = labels.titled(result?.formTitle ?? null, column.form ?? '');
  return `${kind}: ${form}`;
}

/**
 * Width of a date column in millimetres: enough for the longest word of a corrected mark, so that
 * «восемьдесят» is not broken.
 */
function dateWidthMm({ corrections }: JournalPage): number {
  const words = corrections.flatMap(({ correction: { after } }) =>
    'mark' in after ? (after.mark?.words.split(' ') ?? []) : [],
  );
  return Math.max(DATE_MM, ...words.map((word) => word.length * LETTER_MM + 3));
}

function isShown(column: JournalColumn, { rows }: JournalPage): boolean {
  if (!column.annulled) return true;
  return rows.some((row) => (cellOf(row, column)?.results.length ?? 0) > 0);
}

function cellOf({ cells }: JournalRow, { key }: JournalColumn): JournalCell | undefined {
  return cells.find(({ column }) => column === key);
}

function nameColumns({ say }: Labels): readonly Column[] {
  return [
    { key: 'line', heading: say('number'), widthMm: 8, align: 'center' },
    { key: 'fullName', heading: say('fullName'), widthMm: 52, names: true },
  ];
}

/** A column of the grid: the day below its year, or the number of an assessment outside lessons. */
function dayColumn(column: JournalColumn, page: JournalPage, labels: Labels): Column {
  const { key, on, lesson } = column;
  const number = assessmentNumbers(page).get(key);
  const topic = page.lessons.find((line) => line.lesson === lesson)?.topic ?? '';
  const day = dayAndMonth(on);
  const named = lesson === null ? assessmentName(column, page, labels) : topic;
  return {
    key,
    heading: number === undefined ? day : `${day} ${labels.say('assessmentNumber', number)}`,
    group: on.slice(0, 4),
    title: `${shortDate(on)}: ${named}`,
    align: 'center',
  };
}

function totalColumns(
  finals: readonly JournalColumn[],
  page: JournalPage,
  labels: Labels,
): readonly Column[] {
  const { say } = labels;
  const missed = { group: say('missedLessons'), widthMm: MISSED_MM, align: 'center' } as const;
  return [
    { key: 'missed', heading: say('missedAll'), ...missed },
    { key: 'missedExcused', heading: say('missedExcused'), ...missed },
    ...finals.map((column): Column => ({
      key: column.key,
      heading: assessmentName(column, page, labels),
      group: say('attestation'),
      widthMm: ATTESTATION_MM,
      align: 'center',
    })),
  ];
}

function nameCell(
  { learner, stays }: JournalRow,
  { groupTitles }: JournalPage,
  { say }: Labels,
): Cell {
  // Everybody completes one day: the roster says so, and the grid has no room for it.
  const apart = stays.map((stay) =>
    stay.departure?.by === 'completed' ? { ...stay, departure: null } : stay,
  );
  const told = stayNotes(apart, groupTitles, say);
  const notes = told.map((text): Run[] => [{ text, as: 'quiet' }]);
  return {
    lines: [[nameRun(learner, say)], ...notes],
    events: stays.map(({ arrival }) => arrival.source.event),
  };
}

function dayCell(row: JournalRow, column: JournalColumn, { notes, labels }: GridOptions): Cell {
  const { attendance, results } = cellOf(row, column) ?? { attendance: null, results: [] };
  const marks = resultsCell(results, notes, labels);
  const lesson = attendance === null ? [] : [attendance.source.event];
  const events = [...lesson, ...(marks.events ?? [])];
  if (attendance !== null && attendance.code !== null) {
    const { code, title } = attendance;
    return {
      lines: [[{ text: code }], ...marks.lines],
      state: ['absence', marks.state].filter(Boolean).join(' '),
      title: [labels.titled(title, code), marks.title].filter(Boolean).join('\n'),
      events,
    };
  }
  if (attendance === null && results.length === 0 && !inGroupOn(row.stays, column.on)) {
    return { lines: [], state: 'outside', title: labels.say('notInGroup') };
  }
  return { ...marks, events };
}

function totalCells(
  row: JournalRow,
  finals: readonly JournalColumn[],
  { notes, labels }: GridOptions,
): readonly Cell[] {
  const { lessonsMissed, lessonsMissedExcused } = row.attendance;
  const missed = row.cells.flatMap(({ attendance }) =>
    attendance === null || attendance.code === null ? [] : [attendance.source.event],
  );
  return [
    cell(lessonsMissed, { events: missed }),
    cell(lessonsMissedExcused),
    ...finals.map((column) => resultsCell(cellOf(row, column)?.results ?? [], notes, labels)),
  ];
}

function sheetCaption(
  columns: readonly JournalColumn[],
  sheet: number,
  sheets: number,
  { say }: Labels,
): string {
  const [first, last] = [columns[0], columns.at(-1)];
  const part = sheets > 1 ? ` (${say('partOf', sheet, sheets)})` : '';
  const span =
    first === undefined || last === undefined
      ? ''
      : `: ${shortDate(first.on)} – ${shortDate(last.on)}`;
  return `${say('attendanceAndMarks')}${span}${part}`;
}

import type { Personal } from '@letopis/core';
import type {
  Attendance, LessonRecord, RegulationTitles, ResultRecord, Stay,
} from '@letopis/projections'; // prettier-ignore
import type { NoteNumbers } from '../marks/result-cell.ts';
import { resultsCell } from '../marks/result-cell.ts';
import { dayAndMonth, shortDate } from '../kit/dates.ts';
import type { Cell, Column, Run, Table } from '../kit/table.ts';
import { cell } from '../kit/table.ts';
import type { Labels } from '../words/labels.ts';
import { personalRun } from '../words/labels.ts';
import { shareOut } from './columns.ts';
import type { DayColumn } from './lesson-columns.ts';
import { dayColumns } from './lesson-columns.ts';
import { inGroupOn, stayNotes } from './stays.ts';

/** One learner of a journal, with all that stands in the row. */
export interface GridLearner {
  readonly learner: string;
  readonly name: Personal<string> | null;
  readonly stays: readonly Stay[];
  readonly results: readonly ResultRecord[];
  readonly attendance: readonly Attendance[];
}

/** What the grid is drawn from. */
export interface GridInput {
  readonly lessons: readonly LessonRecord[];
  readonly learners: readonly GridLearner[];
  readonly titles: RegulationTitles;
  readonly notes: NoteNumbers;
  readonly labels: Labels;
  /** Title of another group, for «из группы …». */
  readonly groupTitle: (group: string) => string;
  /** Dates on a sheet without totals; absent: as many as A4 landscape takes. */
  readonly datesPerSheet?: number;
}

const MISSED_MM = 13;
const ATTESTATION_MM = 21;

/**
 * Attendance and marks, learners by lesson dates, shared out over as many sheets as it takes; the
 * last one bears what was missed and the results of attestation. Source: R2 §2.3, domain P1.
 */
export function marksGrid(input: GridInput): readonly Table[] {
  const { learners, titles, labels } = input;
  const { say } = labels;
  const isAttestation = ({ first }: ResultRecord): boolean =>
    titles.assessmentKinds[first.data.kind]?.attestation ?? false;
  const all = learners.flatMap(({ results }) => results);
  const { columns, columnOf } = dayColumns(
    input.lessons,
    all.filter((result) => !isAttestation(result)),
  );
  const kinds = attestationKinds(titles, all);
  const totals = totalColumns(kinds, input);
  const totalsMm = MISSED_MM * 2 + ATTESTATION_MM * kinds.length;
  const sheets = shareOut(columns, totalsMm, input.datesPerSheet);
  return sheets.map((days, index) => {
    const last = index === sheets.length - 1;
    return {
      key: `marks-${index + 1}`,
      caption: sheetCaption(days, index + 1, sheets.length, labels),
      columns: [...nameColumns(labels), ...days.map((day) => dateColumn(day, labels)),
        ...(last ? totals : [])], // prettier-ignore
      rows: learners.map((learner, row) => [
        cell(row + 1),
        nameCell(learner, input),
        ...days.map((day) => dayCell(learner, day, columnOf, isAttestation, input)),
        ...(last ? totalCells(learner, kinds, input) : []),
      ]),
      empty: say('noLearners'),
      layout: 'fixed',
    };
  });
}

/** Kinds of attestation that the regulation has or a result bears, in the regulation's order. */
function attestationKinds(
  { assessmentKinds }: RegulationTitles,
  results: readonly ResultRecord[],
): readonly string[] {
  const borne = new Set(results.map(({ first }) => first.data.kind));
  const common = ['interim', 'final'];
  return Object.entries(assessmentKinds)
    .filter(([kind, { attestation }]) => attestation && (borne.has(kind) || common.includes(kind)))
    .map(([kind]) => kind);
}

function nameColumns({ say }: Labels): readonly Column[] {
  return [
    { key: 'line', heading: say('line'), widthMm: 8, align: 'center' },
    { key: 'fullName', heading: say('fullName'), widthMm: 52, names: true },
  ];
}

function dateColumn({ key, on, lesson }: DayColumn, { say }: Labels): Column {
  const heading = lesson === null ? `${dayAndMonth(on)}*` : dayAndMonth(on);
  const title =
    lesson === null
      ? `${shortDate(on)}: ${say('outsideLessons')}`
      : `${shortDate(on)}: ${lesson.held.data.topic}`;
  return { key, heading, group: on.slice(0, 4), title, align: 'center' };
}

function totalColumns(kinds: readonly string[], { titles, labels }: GridInput): readonly Column[] {
  const { say, titled } = labels;
  const missed = { group: say('missedHours'), widthMm: MISSED_MM, align: 'center' } as const;
  return [
    { key: 'missed', heading: say('missedAll'), ...missed },
    { key: 'missedExcused', heading: say('missedExcused'), ...missed },
    ...kinds.map((kind): Column => ({
      key: `attestation-${kind}`,
      heading: titled(titles.assessmentKinds, kind),
      group: say('attestation'),
      widthMm: ATTESTATION_MM,
      align: 'center',
    })),
  ];
}

function nameCell({ name, stays }: GridLearner, { labels, groupTitle }: GridInput): Cell {
  const notes = stayNotes(stays, groupTitle, labels.say);
  return {
    lines: [
      [personalRun(name, labels.say)],
      ...notes.map((text): Run[] => [{ text, as: 'quiet' }]),
    ],
    events: stays.map(({ arrival }) => arrival.source.event),
  };
}

function dayCell(
  { stays, results, attendance }: GridLearner,
  column: DayColumn,
  columnOf: (result: ResultRecord) => string,
  isAttestation: (result: ResultRecord) => boolean,
  { notes, labels, titles }: GridInput,
): Cell {
  const own = results.filter(
    (result) => !isAttestation(result) && columnOf(result) === column.key,
  );
  const marks = resultsCell(own, notes, labels.say);
  const { lesson } = column;
  const was =
    lesson === null ? undefined : attendance.find(({ source }) => source.event === heldBy(lesson));
  const code = was?.code ?? null;
  const events = [...(was === undefined ? [] : [was.source.event]), ...(marks.events ?? [])];
  if (code !== null) {
    const title = [labels.titled(titles.attendance, code), marks.title ?? ''].filter(Boolean);
    const state = ['absence', marks.state].filter(Boolean).join(' ');
    return { lines: [[{ text: code }], ...marks.lines], state, title: title.join('\n'), events };
  }
  if (own.length > 0) return { ...marks, events };
  if (was === undefined && !inGroupOn(stays, column.on)) {
    return { lines: [], state: 'outside', title: labels.say('notInGroup') };
  }
  return { lines: [], events };
}

const heldBy = ({ held }: LessonRecord): string => held.source.event;

function totalCells(
  { results, attendance }: GridLearner,
  kinds: readonly string[],
  { titles, notes, labels }: GridInput,
): readonly Cell[] {
  const missed = attendance.filter(({ code }) => code !== null);
  const excused = missed.filter(({ code }) => titles.attendance[code ?? '']?.excused ?? false);
  const hours = (list: readonly Attendance[]): Cell =>
    cell(
      list.reduce((sum, one) => sum + one.hours, 0),
      { events: list.map(({ source }) => source.event) },
    );
  const ofKind = (kind: string): readonly ResultRecord[] =>
    results.filter(({ first }) => first.data.kind === kind);
  return [
    hours(missed),
    hours(excused),
    ...kinds.map((kind) => resultsCell(ofKind(kind), notes, labels.say)),
  ];
}

function sheetCaption(
  days: readonly DayColumn[],
  sheet: number,
  sheets: number,
  { say }: Labels,
): string {
  const [first, last] = [days[0], days.at(-1)];
  const part = sheets > 1 ? ` (${say('partOf', sheet, sheets)})` : '';
  const span =
    first === undefined || last === undefined
      ? ''
      : `: ${shortDate(first.on)} – ${shortDate(last.on)}`;
  return `${say('attendanceAndMarks')}${span}${part}`;
}

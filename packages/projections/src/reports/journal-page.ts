import type { LessonsHeld } from '@letopis/core/facts';
import { heldAlone, heldInClass } from '@letopis/core/facts';
import { isMasked } from '../access/masks.ts';
import type { Source } from '../projection/fact.ts';
import type { ApprovedForm } from '../views/catalogue-titles.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import type { JournalMarks } from '../views/journal-marks.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { Stay } from '../views/stay.ts';
import type { ShownCarrier } from './absent-carriers.ts';
import { absentJournals } from './absent-carriers.ts';
import type { AttendanceTotals } from './attendance.ts';
import { attendanceTotals } from './attendance.ts';
import { byAct } from './correction-order.ts';
import type { JournalColumn, JournalColumns } from './journal-columns.ts';
import { journalColumns } from './journal-columns.ts';
import type { JournalKeepingLine } from './journal-keeping.ts';
import { carriedInto, keepingOf } from './journal-keeping.ts';
import type { JournalLesson } from './journal-lesson.ts';
import { showLesson } from './journal-lesson.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';
import type { ShownCorrection, ShownResult } from './shown-result.ts';
import { showResult } from './shown-result.ts';

/** One cell: the attendance of the column's lesson, and the results in it. */
export interface JournalCell {
  readonly column: string;
  /** `null` if the column is no lesson, or the lesson does not list the learner. */
  readonly attendance: {
    /** Absence code; `null` if present. */
    readonly code: string | null;
    readonly title: Titled | null;
    readonly source: Source;
  } | null;
  readonly results: readonly ShownResult[];
}

/** The row of one learner. */
export interface JournalRow {
  readonly line: number;
  readonly learner: ShownName;
  /** Whether it is another learner's, of which the reader may see only that it is there. */
  readonly masked: boolean;
  /** Each time that the learner was in the group; transfers name the other group. */
  readonly stays: readonly Stay[];
  readonly cells: readonly JournalCell[];
  readonly attendance: AttendanceTotals;
}

/** One row of the sheet of corrections (лист исправлений). R2 §2.3, form C1. */
export interface JournalCorrection {
  readonly line: number;
  readonly learner: ShownName;
  readonly result: ShownResult;
  readonly correction: ShownCorrection;
}

/** A page of the journal: one group in one module. P1. */
export interface JournalPage {
  readonly basis: PageBasis;
  /** The approved version of its form; `null`: none is in force. R2 §2.1. */
  readonly form: ApprovedForm | null;
  readonly group: {
    readonly id: string;
    readonly title: string | null;
    /** Planned first and last day of study. */
    readonly from: string | null;
    readonly until: string | null;
  };
  /** Titles of the groups that `stays` name, by id; the id itself if a group has no title. */
  readonly groupTitles: Readonly<Record<string, string>>;
  readonly programme: { readonly id: string; readonly title: string | null } | null;
  /** `null` for results of the whole programme. */
  readonly module: { readonly id: string; readonly title: string | null } | null;
  readonly hoursPlanned: number | null;
  /** Hours of the lessons of the class, annulled ones excluded. */
  readonly hoursHeld: number;
  /** Lessons for one learner alone, as at home: they are none of the class. 273-FZ art. 17. */
  readonly heldAlone: LessonsHeld;
  /** Lessons of the class, and hours, of the journals that this one continues. RK 4 no. 5. */
  readonly carried: LessonsHeld;
  /** Who handed it over, where it is continued, and what it continues; annulled ones too. */
  readonly keeping: readonly JournalKeepingLine[];
  /** Its carriers that are not in place; a learner is told of none. RK 4 no. 3, 10. */
  readonly absent: readonly ShownCarrier[];
  readonly scale: Titled | null;
  /** The teachers of its lessons, and those who took it over. */
  readonly teachers: readonly ShownName[];
  readonly columns: readonly JournalColumn[];
  readonly rows: readonly JournalRow[];
  readonly lessons: readonly JournalLesson[];
  readonly corrections: readonly JournalCorrection[];
}

/**
 * Reads the journal of a group in a module (`null`: results of the whole programme). Learners are
 * in Russian alphabetical order. Everybody who was in the group, or has a result in it, has a row.
 * P1, R2 §2.3.
 */
export async function journalPage(
  reader: ViewReader,
  { group, module }: { readonly group: string; readonly module: string | null },
): Promise<JournalPage> {
  const reading = new Reading(reader);
  const held = await lessonsOf(reading, group, module);
  const found = await rowsOf(reading, group, module);
  const titles = await reading.group(group);
  const results = found.flatMap((row) => row.results);
  const columns = journalColumns(held, results, titles?.planned ?? []);
  const rows: JournalRow[] = [];
  for (const row of found) rows.push(await rowOf(reading, rows.length + 1, row, columns));
  const lessons: JournalLesson[] = [];
  for (const lesson of held) lessons.push(await showLesson(reading, lessons.length + 1, lesson));
  const standing = held.filter(({ annulled }) => annulled === null);
  const counted = standing.map(({ inForce }) => inForce.data.entry);
  const keeping = await keepingOf(reading, group, module);
  await reading.tellApart();
  return {
    ...(await headingOf(reading, group, module)),
    keeping,
    absent: await absentOf(reader, reading, group, module),
    carried: await carriedInto(reading, group, module),
    hoursHeld: heldInClass(counted).hours,
    heldAlone: heldAlone(counted),
    teachers: teachersOf(lessons, keeping),
    groupTitles: await groupTitlesOf(reading, rows),
    columns: columns.columns,
    rows,
    lessons,
    corrections: correctionsOf(found),
    form: await reading.approvedForm('lesson-journal'),
    basis: reading.basis(),
  };
}

/** The carriers of its journals that are not in place, save for a learner. */
async function absentOf(
  { asker }: ViewReader,
  reading: Reading,
  group: string,
  module: string | null,
): Promise<readonly ShownCarrier[]> {
  const isOfLearner = asker?.kind === 'learner' || asker?.kind === 'representative';
  return module === null || isOfLearner ? [] : absentJournals(reading, group, module);
}

interface FoundRow {
  readonly learner: ShownName;
  readonly stays: readonly Stay[];
  readonly marks: JournalMarks | null;
  readonly results: readonly ShownResult[];
}

async function lessonsOf(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<readonly LessonRecord[]> {
  if (module === null) return [];
  const found = await reading.get(journal, journalKey.lessons(group, module));
  return found?.kind === 'lessons' ? found.lessons : [];
}

async function rowsOf(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<readonly FoundRow[]> {
  const stays = new Map<string, readonly Stay[]>();
  for await (const place of reading.scan(journal, journalKey.place(group))) {
    if (place.kind !== 'place') continue;
    const shown = place.stays.length > 0 || isMasked(place.learner);
    if (shown) stays.set(place.learner, place.stays);
  }
  const marks = new Map<string, JournalMarks>();
  for await (const found of reading.scan(journal, journalKey.marks(group, module))) {
    if (found.kind !== 'marks') continue;
    if (found.results.length + found.attendance.length > 0) marks.set(found.learner, found);
  }
  const rows: FoundRow[] = [];
  for (const learner of new Set([...stays.keys(), ...marks.keys()])) {
    const own = marks.get(learner) ?? null;
    const results: ShownResult[] = [];
    for (const record of own?.results ?? []) results.push(await showResult(reading, record));
    const name = await reading.name(learner);
    rows.push({ learner: name, stays: stays.get(learner) ?? [], marks: own, results });
  }
  return rows.toSorted((a, b) => compareShown(a.learner, b.learner));
}

async function rowOf(
  reading: Reading,
  line: number,
  { learner, stays, marks, results }: FoundRow,
  { columns, columnOf }: JournalColumns,
): Promise<JournalRow> {
  const titles = await reading.regulation();
  const seen = marks?.attendance ?? [];
  const cells = columns.map(({ key, held }): JournalCell => {
    const here = seen.find(({ source }) => source.event === held);
    const attendance = here && {
      code: here.code,
      title: here.code === null ? null : (titles.attendance[here.code] ?? null),
      source: here.source,
    };
    const own = results.filter((result) => columnOf(result) === key);
    return { column: key, attendance: attendance ?? null, results: own };
  });
  const masked = isMasked(learner.person);
  return { line, learner, masked, stays, cells, attendance: attendanceTotals(seen, titles) };
}

type Heading = Pick<JournalPage, 'group' | 'programme' | 'module' | 'hoursPlanned' | 'scale'>;

async function headingOf(reading: Reading, group: string, module: string | null): Promise<Heading> {
  const opened = (await reading.group(group))?.opened ?? null;
  const programme = opened === null ? null : await reading.programme(opened.programme);
  const own = programme?.modules.find(({ id }) => id === module);
  const { scales } = await reading.regulation();
  const whole = module === null ? programme?.opened : undefined;
  const scale = module === null ? programme?.scale : own?.scale;
  return {
    group: {
      id: group,
      title: opened?.title ?? null,
      from: opened?.from ?? null,
      until: opened?.until ?? null,
    },
    programme: opened && { id: opened.programme, title: programme?.opened?.title ?? null },
    module: module === null ? null : { id: module, title: own?.title ?? null },
    hoursPlanned: (own ?? whole)?.hours ?? null,
    scale: scales[scale ?? ''] ?? null,
  };
}

async function groupTitlesOf(
  reading: Reading,
  rows: readonly JournalRow[],
): Promise<JournalPage['groupTitles']> {
  const moves = rows
    .flatMap(({ stays }) => stays)
    .flatMap(({ arrival, departure }) => [arrival.fromGroup, departure?.toGroup ?? null]);
  const titles: Record<string, string> = {};
  for (const group of new Set(moves.filter((move) => move !== null))) {
    titles[group] = (await reading.group(group))?.opened?.title ?? group;
  }
  return titles;
}

function teachersOf(
  lessons: readonly JournalLesson[],
  keeping: readonly JournalKeepingLine[],
): readonly ShownName[] {
  const counted = lessons.filter(({ annulled }) => annulled === null);
  const taken = keeping.flatMap((one) =>
    one.what === 'handed-over' && one.annulled === null ? [one.to] : [],
  );
  const all = [...counted.map(({ teacher }) => teacher), ...taken];
  const teachers = new Map(all.map((teacher) => [teacher.person, teacher]));
  return [...teachers.values()].toSorted(compareShown);
}

function correctionsOf(rows: readonly FoundRow[]): readonly JournalCorrection[] {
  const lines = rows.flatMap(({ learner, results }) =>
    results.flatMap((result) =>
      result.corrections.map((correction) => ({ learner, result, correction })),
    ),
  );
  return lines
    .toSorted((a, b) => byAct(a.correction, b.correction))
    .map((line, index) => ({ line: index + 1, ...line }));
}

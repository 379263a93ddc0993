import type { ProgrammeTitles } from '../views/catalogue-titles.ts';
import type { EnrollmentLife } from '../views/life.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { RecordArchivalStatus } from '../views/records.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { AttendanceTotals } from './attendance.ts';
import { attendanceTotals } from './attendance.ts';
import { attendanceOf, groupsIn } from './file-attendance.ts';
import type { ShownCourseEntry } from './file-course.ts';
import { courseOf } from './file-course.ts';
import type { Reading } from './reading.ts';
import type { ShownResult } from './shown-result.ts';
import { showResult } from './shown-result.ts';
import type { ShownStep } from './shown-step.ts';
import { showStep } from './shown-step.ts';

/* The enrollments in a personal file: their orders, results and attendance. */

/** The results of an enrollment in one module, and the lessons attended. */
export interface FileModule {
  /** `null` for results of the whole programme. */
  readonly module: string | null;
  readonly title: string | null;
  readonly hours: number | null;
  readonly results: readonly ShownResult[];
  readonly attendance: AttendanceTotals;
}

/** One enrollment with its orders, results and archival status. */
export interface FileEnrollment {
  readonly life: EnrollmentLife;
  /** Every step as it was entered; annulled ones are marked. */
  readonly steps: readonly ShownStep[];
  /** Decisions on study years, forms of education and of study; annulled ones are marked. */
  readonly course: readonly ShownCourseEntry[];
  readonly programmeTitle: string | null;
  readonly programmeType: Titled | null;
  readonly groupTitle: string | null;
  /** Titles of the groups that its steps name, by id. */
  readonly groupTitles: Readonly<Record<string, string>>;
  /** Title of the discharge reason. */
  readonly dischargeTitle: Titled | null;
  /** In the order of the programme; results of the whole programme come last. */
  readonly modules: readonly FileModule[];
  /** Numbers of results, credits and corrections. */
  readonly counts: {
    readonly results: number;
    readonly credits: number;
    readonly corrections: number;
  };
  readonly archivalStatus: RecordArchivalStatus | null;
}

/** The archival status of each record of a learner, by stream. */
export type ArchivalStatuses = ReadonlyMap<string, RecordArchivalStatus>;

/** Reads the enrollments of a learner in their order. P3. */
export async function enrollmentsOf(
  reading: Reading,
  learner: string,
  statuses: ArchivalStatuses,
): Promise<readonly FileEnrollment[]> {
  const lives: EnrollmentLife[] = [];
  for await (const found of reading.scan(personalFile, personalFileKey.life(learner))) {
    if (found.kind === 'life' && found.life !== null) lives.push(found.life);
  }
  const results = new Map<string, ShownResult[]>();
  for await (const found of reading.scan(personalFile, personalFileKey.allResults(learner))) {
    if (found.kind !== 'results') continue;
    const shown: ShownResult[] = [];
    for (const record of found.results) shown.push(await showResult(reading, record));
    results.set(`${found.enrollment}/${found.module ?? ''}`, shown);
  }
  const inOrder = lives.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const shown: FileEnrollment[] = [];
  for (const life of inOrder) shown.push(await enrollmentOf(reading, life, results, statuses));
  return shown;
}

const placeOf = ({ entries }: EnrollmentLife): string => entries[0]?.step.source.position ?? '';

async function enrollmentOf(
  reading: Reading,
  life: EnrollmentLife,
  results: ReadonlyMap<string, readonly ShownResult[]>,
  statuses: ArchivalStatuses,
): Promise<FileEnrollment> {
  const programme = await reading.programme(life.programme);
  const titles = await reading.regulation();
  const groupTitles: Record<string, string> = {};
  for (const group of groupsIn(life)) {
    groupTitles[group] = (await reading.group(group))?.opened?.title ?? group;
  }
  const modules: FileModule[] = [];
  for (const { id, title, hours } of modulesOf(programme, life.enrollment, results)) {
    const own = results.get(`${life.enrollment}/${id ?? ''}`) ?? [];
    const seen = id === null ? [] : await attendanceOf(reading, life, id);
    if (id === null && own.length === 0) continue;
    const attendance = attendanceTotals(seen, titles);
    modules.push({ module: id, title, hours, results: own, attendance });
  }
  const all = modules.flatMap((module) => module.results);
  const steps = await Promise.all(life.entries.map((entry) => showStep(reading, entry)));
  return {
    life,
    steps,
    course: await courseOf(reading, life),
    programmeTitle: programme?.opened?.title ?? null,
    programmeType: titles.programmeTypes[programme?.opened?.programmeType ?? ''] ?? null,
    groupTitle: groupTitles[life.group ?? ''] ?? null,
    groupTitles,
    dischargeTitle: titles.dischargeReasons[life.dischargeReason ?? ''] ?? null,
    modules,
    counts: {
      results: all.filter(({ credit, annulled }) => credit === null && annulled === null).length,
      credits: all.filter(({ credit, annulled }) => credit !== null && annulled === null).length,
      corrections: all.reduce((sum, { corrections }) => sum + corrections.length, 0),
    },
    archivalStatus: statuses.get(life.stream ?? '') ?? null,
  };
}

type HeadOfModule = Pick<FileModule, 'title' | 'hours'> & { readonly id: string | null };

/**
 * The modules of a programme, any other module with a result, and `null` for the whole programme.
 */
function modulesOf(
  programme: ProgrammeTitles | null,
  enrollment: string,
  results: ReadonlyMap<string, unknown>,
): readonly HeadOfModule[] {
  const modules: HeadOfModule[] = [...(programme?.modules ?? [])];
  for (const key of results.keys()) {
    const [of, id = ''] = key.split('/');
    if (of !== enrollment || id === '' || modules.some((module) => module.id === id)) continue;
    modules.push({ id, title: null, hours: null });
  }
  return [...modules, { id: null, title: programme?.opened?.title ?? null, hours: null }];
}

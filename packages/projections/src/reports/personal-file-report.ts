import type { RepresentativeScope } from '@letopis/core/facts';
import type { NameSource } from '@letopis/core/values';
import type { Fact } from '../projection/fact.ts';
import type { ApprovedForm, ProgrammeTitles } from '../views/catalogue-titles.ts';
import type { CommendationRecord } from '../views/commendation-record.ts';
import type { EnrollmentLife } from '../views/life.ts';
import type { Person } from '../views/people.ts';
import type { FileCard, InventoryItem, LearnerFile } from '../views/personal-file-card.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import { recordName } from '../views/records-archival.ts';
import type { RecordArchivalStatus } from '../views/records.ts';
import { records, recordsKey } from '../views/records.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ShownCarrier } from './absent-carriers.ts';
import { absentCarriers } from './absent-carriers.ts';
import type { AttendanceTotals } from './attendance.ts';
import { attendanceTotals } from './attendance.ts';
import { attendanceOf, groupsIn } from './file-attendance.ts';
import type { ShownCourseEntry } from './file-course.ts';
import { courseOf } from './file-course.ts';
import type { FileRecord } from './file-record.ts';
import { fileRecord } from './file-record.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownDocuments, ShownName, ShownText } from './reading.ts';
import { Reading, shownText } from './reading.ts';
import type { ShownResult } from './shown-result.ts';
import { showResult } from './shown-result.ts';
import type { ShownStep } from './shown-step.ts';
import { showStep } from './shown-step.ts';

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

/** A commendation with its reason and titles. */
export interface FileCommendation extends CommendationRecord {
  readonly kindTitle: Titled | null;
  readonly merit: ShownText;
  /** Documents that prove it. */
  readonly documents: ShownDocuments;
  readonly orderedBy: ShownName | null;
  readonly revocationReason: ShownText;
}

/** A document of the inventory with its title and number. */
export type FileDocument = InventoryItem & {
  readonly title: ShownText;
  readonly number: ShownText;
};

/** A file with its inventory, its sheets, its archival status, and its carriers if not in place. */
export interface FileVolume extends LearnerFile {
  readonly inventory: readonly FileDocument[];
  readonly sheets: number;
  readonly archivalStatus: RecordArchivalStatus | null;
  readonly absent: readonly ShownCarrier[];
}

/** The personal file of one learner. P3. */
export interface PersonalFilePage {
  readonly basis: PageBasis;
  /** The approved version of its form; `null`: none is in force. R2 §2.1. */
  readonly form: ApprovedForm | null;
  readonly learner: ShownName;
  /**
   * The name in Latin letters, as the passport has it, and the paper that has its Russian form;
   * `null`: there is none. RK §4 situation 12.
   */
  readonly latin: { readonly name: string; readonly source: NameSource | null } | null;
  readonly birthDate: ShownText;
  readonly snils: ShownText;
  readonly email: ShownText;
  readonly phone: ShownText;
  readonly registered: Fact<'LearnerRegistered'> | null;
  readonly representatives: readonly {
    readonly name: ShownName;
    readonly relation: string;
    /** Whether they sign and are told, are only told, or neither. RK 1.16. */
    readonly scope: RepresentativeScope;
    readonly from: string;
    readonly until: string | null;
  }[];
  readonly files: readonly FileVolume[];
  readonly enrollments: readonly FileEnrollment[];
  readonly commendations: readonly FileCommendation[];
  /**
   * Credits, debts, documents, achievements, portfolio, disclosures, holds and loans, links to
   * other records.
   */
  readonly record: FileRecord;
}

/** Reads the personal file of a learner, with all enrollments in their order. P3, R2 §2.2. */
export async function personalFileReport(
  reader: ViewReader,
  { learner }: { readonly learner: string },
): Promise<PersonalFilePage> {
  const reading = new Reading(reader);
  const person = await reading.person(learner);
  const held = await reading.get(personalFile, personalFileKey.card(learner));
  const card = held?.kind === 'card' ? held : null;
  const statuses = await archivalStatuses(reading, learner);
  const representatives = [];
  for (const { representative, ...rights } of person?.representatives ?? []) {
    representatives.push({ name: await reading.name(representative), ...rights });
  }
  const page = {
    learner: await reading.name(learner),
    latin: latinOf(person),
    birthDate: shownText(person?.birthDate),
    snils: shownText(person?.snils),
    email: shownText(person?.email),
    phone: shownText(person?.phone),
    registered: card?.registered ?? null,
    representatives,
    files: await volumes(reading, card, statuses),
    enrollments: await enrollmentsOf(reading, learner, statuses),
    commendations: await commendationsOf(reading, card),
    record: await fileRecord(reading, learner, card),
    form: await reading.approvedForm('personal-file'),
  };
  await reading.tellApart();
  return { ...page, basis: reading.basis() };
}

function latinOf(person: Person | null): PersonalFilePage['latin'] {
  const parts = person?.nameParts ?? null;
  return parts?.latin === undefined ? null : { name: parts.latin, source: parts.source ?? null };
}

type ArchivalStatuses = ReadonlyMap<string, RecordArchivalStatus>;

/** The archival status of each record of a learner, by stream. */
async function archivalStatuses(reading: Reading, learner: string): Promise<ArchivalStatuses> {
  const found = await reading.get(records, recordsKey.learner(learner));
  const list = found?.kind === 'learner' ? found.records : [];
  return new Map(list.map(({ stream, archivalStatus }) => [stream, archivalStatus]));
}

async function volumes(
  reading: Reading,
  card: FileCard | null,
  statuses: ArchivalStatuses,
): Promise<readonly FileVolume[]> {
  const shown: FileVolume[] = [];
  for (const file of card?.files ?? []) {
    const inventory: FileDocument[] = [];
    for (const line of file.inventory.toSorted((a, b) => a.data.item - b.data.item)) {
      const { data, source } = line;
      const title = await reading.note(data.learner, source.event, 'title');
      const number = await reading.note(data.learner, source.event, 'number');
      inventory.push({ ...line, title, number });
    }
    const sheets = inventory.reduce((sum, { data }) => sum + data.sheets, 0);
    const absent = await absentCarriers(reading, recordName(file.stream));
    const archivalStatus = statuses.get(file.stream) ?? null;
    shown.push({ ...file, inventory, sheets, archivalStatus, absent });
  }
  return shown;
}

async function commendationsOf(
  reading: Reading,
  card: FileCard | null,
): Promise<readonly FileCommendation[]> {
  const shown: FileCommendation[] = [];
  const { commendationKinds } = await reading.regulation();
  for (const one of card?.commendations ?? []) {
    const { proposed, ordered, revoked, kind } = one;
    const note = (fact: typeof proposed | typeof revoked, field: string): Promise<ShownText> =>
      reading.note(fact?.data.learner ?? '', fact?.source.event ?? '', field);
    shown.push({
      ...one,
      kindTitle: commendationKinds[kind ?? ''] ?? null,
      merit: await note(proposed, 'merit'),
      documents: await reading.documents(
        proposed?.data.learner ?? '',
        proposed?.source.event ?? '',
      ),
      orderedBy: ordered === null ? null : await reading.name(ordered.data.orderedBy),
      revocationReason: await note(revoked, 'reason'),
    });
  }
  return shown;
}

async function enrollmentsOf(
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

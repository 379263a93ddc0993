import type { RepresentativeScope } from '@letopis/core/facts';
import type { NameSource } from '@letopis/core/values';
import type { Fact } from '../projection/fact.ts';
import type { ApprovedForm } from '../views/catalogue-titles.ts';
import type { CommendationRecord } from '../views/commendation-record.ts';
import type { Person } from '../views/people.ts';
import type { FileCard, InventoryItem, LearnerFile } from '../views/personal-file-card.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import { recordName } from '../views/records-archival.ts';
import type { RecordArchivalStatus } from '../views/records.ts';
import { records, recordsKey } from '../views/records.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { ShownCarrier } from './absent-carriers.ts';
import { absentCarriers } from './absent-carriers.ts';
import type { ArchivalStatuses, FileEnrollment } from './file-enrollments.ts';
import { enrollmentsOf } from './file-enrollments.ts';
import type { FileRecord } from './file-record.ts';
import { fileRecord } from './file-record.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownDocuments, ShownName, ShownText } from './reading.ts';
import { Reading, shownText } from './reading.ts';

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

import type { Ground } from '@letopis/core';
import { localDate } from '@letopis/core';
import { streamKey } from '@letopis/core/kernel';
import { dayAt } from '@letopis/core/values';
import type { EntryActFact } from '../views/entry-corrections.ts';
import { entryCorrections, entryCorrectionsKey } from '../views/entry-corrections.ts';
import type { CorrectionsPeriod } from './corrections-report.ts';
import { monthsOf } from './corrections-report.ts';
import type { FieldChange } from './entry-changes.ts';
import { changesOf } from './entry-changes.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName, ShownText } from './reading.ts';
import { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

/**
 * One row of the report: an act about an entry of a journal, personal file, protocol or register,
 * or about a printed sheet.
 */
export interface EntryCorrectionRow {
  readonly line: number;
  readonly act: EntryActFact['type'];
  /**
   * Stream of the entry, and which entry of it: a lesson, document, inventory item or protocol
   * entry.
   */
  readonly stream: string;
  readonly about: string;
  /** The learner whom the entry concerns; `null` if it concerns no single learner. */
  readonly learner: ShownName | null;
  /** The day of the entry, and the day of the act. */
  readonly on: string;
  readonly actedOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly ground: Ground | null;
  readonly signer: ShownSigner;
  readonly reason: ShownText;
  /** The fields changed; empty if the act annulled or voided the entry. */
  readonly changes: readonly FieldChange[];
  /** Event id of the act. */
  readonly event: string;
}

/** The corrections of entries in a period, with the values before and after. P14. */
export interface EntryCorrectionsPage {
  readonly basis: PageBasis;
  readonly from: string;
  readonly until: string;
  readonly lines: readonly EntryCorrectionRow[];
}

/**
 * Lists what was corrected or annulled in a period, results apart: lessons with attendance,
 * inventories, protocols, registers, achievements, printed sheets; in log order. Throws for an
 * invalid calendar day. P14, R2 §2.3, D5, D7, D8, D15.
 */
export async function entryCorrectionsReport(
  reader: ViewReader,
  { from, until, by = 'acted', timeZone }: CorrectionsPeriod,
): Promise<EntryCorrectionsPage> {
  const reading = new Reading(reader);
  const zone = timeZone ?? (await reading.regulation()).timeZone ?? 'UTC';
  const dayOf = (act: EntryActFact): string =>
    by === 'acted' ? act.data.actedOn : dayAt(act.source.recordedAt, zone);
  const acts: EntryActFact[] = [];
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), by)) {
    for await (const found of reading.scan(entryCorrections, entryCorrectionsKey(by, month))) {
      acts.push(...found.acts.filter((act) => dayOf(act) >= from && dayOf(act) <= until));
    }
  }
  acts.sort((a, b) => (a.source.position < b.source.position ? -1 : 1));
  const lines: EntryCorrectionRow[] = [];
  for (const act of acts) lines.push(await rowOf(reading, lines.length + 1, act));
  await reading.tellApart();
  return { from, until, lines, basis: reading.basis() };
}

async function rowOf(
  reading: Reading,
  line: number,
  act: EntryActFact,
): Promise<EntryCorrectionRow> {
  const { type, on, source, actor, ground, data } = act;
  const learner = 'learner' in data ? data.learner : null;
  const { stream, event, recordedAt } = source;
  return {
    line,
    act: type,
    stream,
    about: aboutOf(act),
    on,
    actedOn: data.actedOn,
    recordedAt,
    actor,
    ground,
    event,
    learner: learner === null ? null : await reading.name(learner),
    signer: await showSigner(reading, signerOf(act)),
    reason: await reasonOf(reading, act, 'person' in data ? data.person : learner),
    changes: await changesOf(reading, act),
  };
}

/** A protocol is signed in a role of its commission, everything else in an office. */
function signerOf({ data }: EntryActFact): Parameters<typeof showSigner>[1] {
  const { signer } = data;
  return 'role' in signer ? { person: signer.person, office: signer.role, position: null } : signer;
}

/** Reasons about a learner or an official are personal values; all others are part of the fact. */
async function reasonOf(
  reading: Reading,
  { source, data }: EntryActFact,
  person: string | null,
): Promise<ShownText> {
  const plain = 'reason' in data && typeof data.reason === 'string' ? data.reason : null;
  if (plain !== null || person === null) return { text: plain, erased: false };
  return reading.note(person, source.event, 'reason');
}

function aboutOf({ type, data, source }: EntryActFact): string {
  switch (type) {
    case 'LessonCorrected':
    case 'LessonAnnulled':
      return data.lesson;
    case 'InventoryLineCorrected':
      return String(data.item);
    case 'ProtocolLineCorrected':
      return `${data.protocol}, ${data.line}`;
    case 'DocumentLineCorrected':
    case 'DocumentAnnulled':
    case 'DocumentActAnnulled':
      return data.document;
    case 'CommissionEntryAnnulled':
      return data.protocol ?? data.commission;
    case 'IndicatorEntryAnnulled':
      return data.indicator;
    case 'SheetVoided':
      return String(data.sheet);
    case 'EnrollmentEntryAnnulled':
    case 'LearnerEntryAnnulled':
    case 'OfficialEntryAnnulled':
    case 'LinkEntryAnnulled':
    case 'BlankStockEntryAnnulled':
    case 'BlankEntryAnnulled':
    case 'RetentionEntryAnnulled':
    case 'ActEntryAnnulled':
    case 'PreservationEntryAnnulled':
      return data.entry;
    default:
      return streamKey(source.stream).join('.');
  }
}

import type { PagePrinted } from '@letopis/core/facts';
import { certifiesAddition } from '@letopis/core/facts';
import type { Dated } from '../projection/fact.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { RightingFact } from '../views/records-added.ts';
import type { ArchivalRecord } from '../views/records.ts';
import { records } from '../views/records.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import { signedPapersOf } from './signed-papers.ts';

/** An archived enrollment, journal or personal file that was put right after its acceptance. */
export interface AddedAfterArchive {
  readonly record: string;
  /** Whose enrollment or file it is; `null` for a journal. */
  readonly learner: ShownName | null;
  /** The transfer in which the archive accepted it. */
  readonly transfer: string;
  readonly acceptedOn: string;
  /** What was added, in log order. */
  readonly added: readonly RightingFact[];
  /**
   * Whether a line of the file's inventory is due: no document was added to a file of the learner
   * since the last of these acts. Never of a journal, which no inventory of a learner lists.
   */
  readonly inventoryDue: boolean;
  /**
   * Whether a certification sheet is due: since the last of these acts and the line of the
   * inventory for it no part of a file was certified, and no sheet that certifies all of them was
   * signed of the file or of this record.
   */
  readonly certificationDue: boolean;
  /** Whether a carrier was destroyed, so that the act says where its ground lies. */
  readonly carrierDestroyed: boolean;
}

/** The archived records that were put right, by record. */
export interface AddedAfterArchivePage {
  readonly basis: PageBasis;
  readonly records: readonly AddedAfterArchive[];
  /** How many lack the line of the inventory, and how many the certification sheet. */
  readonly due: number;
  readonly certificationsDue: number;
}

/**
 * Lists what was added to enrollments, journals and personal files after the archive had accepted
 * them: a correction goes there as an added document, never into the archived carrier, so that a
 * line of the inventory and a new certification sheet are due until they are made. RK 1.9.
 */
export async function addedAfterArchive(reader: ViewReader): Promise<AddedAfterArchivePage> {
  const reading = new Reading(reader);
  const found: AddedAfterArchive[] = [];
  for (const prefix of ['learner/', 'journals/']) {
    for await (const answer of reading.scan(records, prefix)) {
      if (answer.kind !== 'learner' && answer.kind !== 'journals') continue;
      for (const one of answer.records) found.push(...(await addedTo(reading, one)));
    }
  }
  const sorted = found.toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const due = sorted.filter(({ inventoryDue }) => inventoryDue).length;
  const certificationsDue = sorted.filter((one) => one.certificationDue).length;
  await reading.tellApart();
  return { records: sorted, due, certificationsDue, basis: reading.basis() };
}

/** The record with what was added to it and is due; empty where nothing was added. */
async function addedTo(
  reading: Reading,
  { record, learner, archivalStatus, addedAfter: added, released }: ArchivalRecord,
): Promise<readonly AddedAfterArchive[]> {
  const last = added.at(-1);
  const { transfer, since: acceptedOn } = archivalStatus;
  if (last === undefined || transfer === null || acceptedOn === null) return [];
  const act = last.source.position;
  const papers = await papersOf(reading, learner, record, added);
  return [
    {
      record,
      learner: learner === null ? null : await reading.name(learner),
      transfer,
      acceptedOn,
      added,
      ...(learner === null ? dueOfJournal(act, papers) : dueAfter(act, papers)),
      carrierDestroyed: released.length > 0,
    },
  ];
}

/** Where in the log the papers of an archived record stand. */
interface Papers {
  /** Documents that were added to the learner's files; of a journal none. */
  readonly lines: readonly string[];
  /** Certifying inscriptions of the files' parts, and signed sheets that certify the acts. */
  readonly certified: readonly string[];
}

/** Reads what was added to the learner's files, and which sheets certify what was put right. */
async function papersOf(
  reading: Reading,
  learner: string | null,
  record: string,
  added: readonly RightingFact[],
): Promise<Papers> {
  const card =
    learner === null ? null : await reading.get(personalFile, personalFileKey.card(learner));
  const files = card?.kind === 'card' ? card.files : [];
  const lines = files.flatMap(({ inventory }) => inventory.map(placeOf));
  const certified = files.flatMap((file) => file.certified.map(placeOf));
  for (const name of [record, ...files.map(({ file }) => `file-${file}`)]) {
    const signed = await signedPapersOf(reading, name);
    certified.push(...signed.filter(({ data }) => certifiesAll(data, added)).map(placeOf));
  }
  return { lines: lines.toSorted(), certified };
}

const certifiesAll = (page: PagePrinted, added: readonly RightingFact[]): boolean =>
  added.every(({ on, source }) => certifiesAddition(page, { ...source, on }));

const placeOf = ({ source }: Dated): string => source.position;

/** What is due of a journal after the last act: the sheet, because it is in no inventory here. */
const dueOfJournal = (act: string, { certified }: Papers) => ({
  inventoryDue: false,
  certificationDue: !certified.some((position) => position > act),
});

/** What is due after the last act; a sheet counts the line, so one made before it is not enough. */
function dueAfter(act: string, { lines, certified }: Papers) {
  const line = lines.find((position) => position > act);
  return {
    inventoryDue: line === undefined,
    certificationDue: !certified.some((position) => position > (line ?? act)),
  };
}

import type { PagePrinted } from '@letopis/core/facts';
import { certifiesAddition } from '@letopis/core/facts';
import type { Dated } from '../projection/fact.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { RightingFact } from '../views/records-added.ts';
import { records } from '../views/records.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import { signedPapersOf } from './signed-papers.ts';

/** An archived enrollment that was put right after its acceptance. */
export interface AddedAfterArchive {
  readonly record: string;
  readonly learner: ShownName;
  /** The transfer in which the archive accepted it. */
  readonly transfer: string;
  readonly acceptedOn: string;
  /** What was added, in log order. */
  readonly added: readonly RightingFact[];
  /**
   * Whether a line of the file's inventory is due: no document was added to a file of the learner
   * since the last of these acts.
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

/** The archived enrollments that were put right, by record. */
export interface AddedAfterArchivePage {
  readonly basis: PageBasis;
  readonly records: readonly AddedAfterArchive[];
  /** How many lack the line of the inventory, and how many the certification sheet. */
  readonly due: number;
  readonly certificationsDue: number;
}

/**
 * Lists what was added to enrollments after the archive had accepted them: a correction goes there
 * as an added document, never into the archived carrier, so that a line of the inventory and a new
 * certification sheet are due until they are made. Steps and results are listed alike. RK 1.9.
 */
export async function addedAfterArchive(reader: ViewReader): Promise<AddedAfterArchivePage> {
  const reading = new Reading(reader);
  const found: AddedAfterArchive[] = [];
  for await (const answer of reading.scan(records, 'learner/')) {
    if (answer.kind !== 'learner') continue;
    for (const { record, learner, archivalStatus, addedAfter: added, released } of answer.records) {
      const last = added.at(-1);
      const { transfer, since: acceptedOn } = archivalStatus;
      if (last === undefined || learner === null) continue;
      if (transfer === null || acceptedOn === null) continue;
      const papers = await papersOf(reading, learner, record, added);
      found.push({
        record,
        learner: await reading.name(learner),
        transfer,
        acceptedOn,
        added,
        ...dueAfter(last.source.position, papers),
        carrierDestroyed: released.length > 0,
      });
    }
  }
  const sorted = found.toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const due = sorted.filter(({ inventoryDue }) => inventoryDue).length;
  const certificationsDue = sorted.filter((one) => one.certificationDue).length;
  return { records: sorted, due, certificationsDue, basis: reading.basis() };
}

/** Where in the log the papers of an archived enrollment stand. */
interface Papers {
  /** Documents that were added to the learner's files. */
  readonly lines: readonly string[];
  /** Certifying inscriptions of the files' parts, and signed sheets that certify the acts. */
  readonly certified: readonly string[];
}

/** Reads what was added to the learner's files, and which sheets certify what was put right. */
async function papersOf(
  reading: Reading,
  learner: string,
  record: string,
  added: readonly RightingFact[],
): Promise<Papers> {
  const card = await reading.get(personalFile, personalFileKey.card(learner));
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

/** What is due after the last act; a sheet counts the line, so one made before it is not enough. */
function dueAfter(act: string, { lines, certified }: Papers) {
  const line = lines.find((position) => position > act);
  return {
    inventoryDue: line === undefined,
    certificationDue: !certified.some((position) => position > (line ?? act)),
  };
}

import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { RightingFact } from '../views/records-added.ts';
import { records } from '../views/records.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';

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
  /** Whether a carrier was destroyed, so that the act says where its ground lies. */
  readonly carrierDestroyed: boolean;
}

/** The archived enrollments that were put right, by record. */
export interface AddedAfterArchivePage {
  readonly basis: PageBasis;
  readonly records: readonly AddedAfterArchive[];
  readonly due: number;
}

/**
 * Lists what was added to enrollments after the archive had accepted them: a correction goes there
 * as an added document, never into the archived carrier, so that a line of the inventory is due
 * until it is written. RK 1.9.
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
      const inventoryDue = (await lastInventoried(reading, learner)) < last.source.position;
      found.push({
        record,
        learner: await reading.name(learner),
        transfer,
        acceptedOn,
        added,
        inventoryDue,
        carrierDestroyed: released.length > 0,
      });
    }
  }
  const sorted = found.toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const due = sorted.filter(({ inventoryDue }) => inventoryDue).length;
  return { records: sorted, due, basis: reading.basis() };
}

/** Where in the log the newest document of the learner's files was added; '' for none. */
async function lastInventoried(reading: Reading, learner: string): Promise<string> {
  const card = await reading.get(personalFile, personalFileKey.card(learner));
  const files = card?.kind === 'card' ? card.files : [];
  const lines = files.flatMap(({ inventory }) => inventory.map(({ source }) => source.position));
  return lines.toSorted().at(-1) ?? '';
}

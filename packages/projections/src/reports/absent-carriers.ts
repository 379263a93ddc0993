import type { CarrierCourse } from '@letopis/core/facts';
import { carrierMark, lastEdition } from '@letopis/core/facts';
import type { LocalText } from '@letopis/core/values';
import type { PresenceOfRecord } from '../views/presence.ts';
import { journalsPresenceKey, presence, presenceKey } from '../views/presence.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { Reading } from './reading.ts';

/** A carrier that is not simply in place. */
export interface AbsentCarrier extends CarrierCourse {
  /** What an inventory says of it: «не обнаружено, акт № 3 от 2027-04-01». */
  readonly mark: LocalText;
}

/** A carrier of the record that a page shows, with its title: the page prints both. */
export interface ShownCarrier extends AbsentCarrier {
  /** `null`: no edition has it. */
  readonly title: Titled | null;
}

/** Reads the carriers of a record that are not simply in place. RK 4 no. 3, 10. */
export async function absentCarriers(
  reading: Reading,
  record: string,
): Promise<readonly ShownCarrier[]> {
  const found = await reading.get(presence, presenceKey(record));
  return found === null ? [] : shownCarriers(reading, found);
}

/** Reads those of the journals of a group in a module; each study year has a journal. */
export async function absentJournals(
  reading: Reading,
  group: string,
  module: string,
): Promise<readonly ShownCarrier[]> {
  const shown: ShownCarrier[] = [];
  for await (const found of reading.scan(presence, journalsPresenceKey(group, module))) {
    shown.push(...(await shownCarriers(reading, found)));
  }
  return shown;
}

async function shownCarriers(
  reading: Reading,
  { carriers }: PresenceOfRecord,
): Promise<readonly ShownCarrier[]> {
  const shown: ShownCarrier[] = [];
  for (const one of carriers) {
    const mark = carrierMark(one);
    if (mark === null) continue;
    const rules = lastEdition((await reading.regulation()).editions)?.rules.carriers;
    const title = rules?.carriers.find(({ id }) => id === one.carrier)?.title ?? null;
    shown.push({ ...one, mark, title });
  }
  return shown;
}

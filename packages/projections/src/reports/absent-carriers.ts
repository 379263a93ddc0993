import type { CarrierCourse } from '@letopis/core/facts';
import { carrierMark, lastEdition } from '@letopis/core/facts';
import type { LocalText } from '@letopis/core/values';
import { presence, presenceKey } from '../views/presence.ts';
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

/** Reads the carriers of records that are not simply in place, by record. RK 4 no. 3, 10. */
export async function absentCarriers(
  reading: Reading,
  records: Iterable<string>,
): Promise<readonly ShownCarrier[]> {
  const shown: ShownCarrier[] = [];
  for (const record of records) {
    const found = await reading.get(presence, presenceKey(record));
    for (const one of found?.carriers ?? []) {
      const mark = carrierMark(one);
      if (mark === null) continue;
      const carriers = lastEdition((await reading.regulation()).editions)?.rules.carriers?.carriers;
      const title = carriers?.find(({ id }) => id === one.carrier)?.title ?? null;
      shown.push({ ...one, mark, title });
    }
  }
  return shown;
}

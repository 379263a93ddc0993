import type { CarrierCourse, CarrierStanding } from '@letopis/core/facts';
import { carrierMark } from '@letopis/core/facts';
import type { Fact, Source } from '../projection/fact.ts';
import { byDay } from '../projection/fact.ts';
import type { PresenceOfRecord } from '../views/presence.ts';
import { presence, presenceKey } from '../views/presence.ts';
import type { AbsentCarrier } from './absent-carriers.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownText } from './reading.ts';
import { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

/** A seizure by which carriers are away, or did not come back. */
export interface ShownSeizure {
  readonly seizure: string;
  readonly on: string;
  readonly act: Seized['act'];
  readonly authority: string;
  readonly takerPosition: string;
  readonly takerName: ShownText;
  readonly paper: Seized['paper'];
  /** What was taken, the copy that stays of it, and where it is. */
  readonly items: readonly (Seized['items'][number] & { readonly standing: CarrierStanding })[];
  /** Ids of the holds that its act placed. */
  readonly holds: readonly string[];
  readonly signer: ShownSigner;
  readonly source: Source;
}

type Seized = Fact<'CarriersSeized'>['data'];

/** The carriers that are not simply in place, and the seizures that are not over. */
export interface PresencePage {
  readonly basis: PageBasis;
  /** By name of the record, then by carrier. */
  readonly carriers: readonly AbsentCarrier[];
  readonly seizures: readonly ShownSeizure[];
  /** Number of carriers that a check found in place and that stand so. */
  readonly inPlace: number;
}

/**
 * Lists the carriers that are damaged, sought, not discovered, restored or seized on the reader's
 * day, each with what an inventory says of it; and the seizures that are not over. R4 §6.6, RK 4
 * no. 3, 10.
 *
 * @example
 * const page = await presenceReport(await openReader(views, { on: '2027-06-01' }));
 * page.carriers.map(({ record, mark }) => `${record}: ${mark.ru}`);
 */
export async function presenceReport(reader: ViewReader): Promise<PresencePage> {
  const reading = new Reading(reader);
  const carriers: AbsentCarrier[] = [];
  const seizures = new Map<string, ShownSeizure>();
  let inPlace = 0;
  for await (const found of reading.scan(presence, presenceKey())) {
    for (const one of found.carriers) {
      const mark = carrierMark(one);
      if (mark === null) inPlace += 1;
      else carriers.push({ ...one, mark });
    }
    for (const shown of await seizuresOf(reading, found)) {
      const known = seizures.get(shown.seizure);
      const both = known && {
        items: [...known.items, ...shown.items],
        holds: [...known.holds, ...shown.holds],
      };
      seizures.set(shown.seizure, { ...shown, ...both });
    }
  }
  await reading.tellApart();
  return {
    carriers: carriers.toSorted(byRecord),
    seizures: [...seizures.values()].toSorted(byDay),
    inPlace,
    basis: reading.basis(),
  };
}

const byRecord = (a: CarrierCourse, b: CarrierCourse): number =>
  a.record === b.record ? Number(a.carrier > b.carrier) : a.record < b.record ? -1 : 1;

/** The seizures by which carriers of the record are away, or did not come back. */
async function seizuresOf(
  reading: Reading,
  { facts, carriers }: PresenceOfRecord,
): Promise<readonly ShownSeizure[]> {
  const shown: ShownSeizure[] = [];
  for (const fact of facts) {
    if (fact.type !== 'CarriersSeized') continue;
    const { seizure, act, authority, taker, takerPosition, paper, items, holds } = fact.data;
    const standing = (carrier: string): CarrierStanding | null => {
      const one = carriers.find((other) => other.carrier === carrier);
      const isStill = one?.standing === 'seized' || one?.standing === 'not-returned';
      return isStill && one.seizure === seizure ? one.standing : null;
    };
    const still = items.flatMap((item) => {
      const stands = standing(item.carrier);
      return stands === null ? [] : [{ ...item, standing: stands }];
    });
    if (still.length === 0) continue;
    shown.push({
      seizure,
      on: fact.on,
      act,
      authority,
      takerPosition,
      takerName: await reading.note(taker, fact.source.event, 'takerName'),
      paper,
      items: still,
      holds: holds.map(({ hold }) => hold),
      signer: await showSigner(reading, fact.data.signer),
      source: fact.source,
    });
  }
  return shown;
}

import type { Refusal } from '../../../kernel/refusal.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type {
  CarrierCourse,
  CarrierOfRecord,
  CarrierStanding,
  PresenceCourse,
  PresenceFact,
} from './presence-questions.ts';
import { carrierStandingOf } from './presence-questions.ts';
import { carrierSeized, carrierSought } from './unknown.ts';

/* What may be said of a carrier that stands so: how entries on presence rest on one another. */

/** Does the entry fit what is known of the carriers before it? */
export function isPresenceCarried(course: PresenceCourse, fact: PresenceFact): boolean {
  const standing = (item: CarrierOfRecord) => carrierStandingOf(course, item);
  switch (fact.type) {
    case 'PresenceChecked':
      return fact.data.items.every((item) => !isAway(standing(item)));
    case 'CarrierReported':
      return isReportable(standing(fact.data), fact.data.state);
    case 'CarrierFound':
      return isFindable(standing(fact.data));
    case 'NonDiscoveryApproved':
      return fact.data.items.every((item) => standing(item) === 'sought');
    case 'CopyRestored':
      return isRestorable(standing(fact.data));
    case 'CarriersSeized':
      return fact.data.items.every((item) => isSeizable(standing(item)));
    case 'SeizureEnded': {
      const { seizure, outcome, items } = fact.data;
      const endable = endableOf(course, seizure, outcome);
      return items.every((item) => endable.has(itemTarget(item)));
    }
  }
}

/**
 * The names of the carriers of which an end of the seizure may be recorded: those that are away,
 * and the return of those that were attached to a case, unless another authority has their copy.
 */
export function endableOf(
  { carriers, seizures }: PresenceCourse,
  seizure: string,
  outcome: 'returned' | 'attached' | 'destroyed',
): ReadonlySet<string> {
  const { away, attached } = seizures.get(seizure) ?? {};
  const later = outcome === 'returned' ? [...(attached ?? [])] : [];
  const isSeized = (target: string) => carriers.get(target)?.standing === 'seized';
  return new Set([...(away ?? []), ...later.filter((target) => !isSeized(target))]);
}

/** Is the carrier with an authority? */
export const isAway = (standing: CarrierStanding): boolean =>
  standing === 'seized' || standing === 'not-returned';

/**
 * Is what was there on a day not to be had any more: is it with an authority, was it not discovered
 * by an act since, or does a copy stand in the place of a lost original? A loan of that day is
 * brought back by nobody, until the original is found. RK 4 no. 3, 10.
 */
export function isGoneSince({ standing, since, copy }: CarrierCourse, day: string): boolean {
  if (isAway(standing)) return true;
  if (standing === 'not-discovered') return since > day;
  return copy !== null && copy.original !== null && copy.on > day;
}

/** May a carrier that stands so be found? The original may be, also after its copy was restored. */
export const isFindable = (standing: CarrierStanding): boolean =>
  ['sought', 'not-discovered', 'restored'].includes(standing);

/** May a copy of a carrier that stands so be restored? */
export const isRestorable = (standing: CarrierStanding): boolean =>
  ['not-discovered', 'not-returned', 'damaged'].includes(standing);

/** May a carrier that stands so be reported lost or damaged? */
export const isReportable = (standing: CarrierStanding, state: 'lost' | 'damaged'): boolean =>
  ['in-place', 'restored'].includes(standing) || (standing === 'damaged' && state === 'lost');

/** May a carrier that stands so be taken away? */
export const isSeizable = (standing: CarrierStanding): boolean =>
  ['in-place', 'damaged', 'restored'].includes(standing);

/** A release of a carrier for destruction, by an act. */
interface Release {
  readonly act: string;
  readonly on: string;
}

/**
 * The releases of carriers that are sought or seized: nobody knows whether these can be destroyed.
 * RK 4 no. 3, 10.
 */
export function straysReleased(
  released: ReadonlyMap<string, Release>,
  { carriers }: Pick<PresenceCourse, 'carriers'>,
): readonly (CarrierOfRecord & Release)[] {
  return [...released].flatMap(([target, { act, on }]) => {
    const one = carriers.get(target);
    if (one?.standing !== 'sought' && one?.standing !== 'seized') return [];
    return [{ carrier: one.carrier, record: one.record, act, on }];
  });
}

/** Refuses `carrier-sought` and `carrier-seized`. RK 4 no. 3, 10. */
export function refuseIfNotAtHand(
  { carriers }: Pick<PresenceCourse, 'carriers'>,
  { carrier, record }: CarrierOfRecord,
): Refusal | null {
  const one = carriers.get(itemTarget({ carrier, record }));
  if (one?.standing === 'sought') return carrierSought({ carrier, record, since: one.since });
  if (one?.standing !== 'seized') return null;
  return carrierSeized({ carrier, record, seizure: one.seizure ?? '', since: one.since });
}

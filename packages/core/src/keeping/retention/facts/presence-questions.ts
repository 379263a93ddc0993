import type { EventOf } from '../../../kernel/event-type.ts';
import type { FactOf } from '../../../kernel/event.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type { presenceEvents } from './presence-events.ts';

/*
 * Whether a carrier of a record is in place, is sought, was never found, was restored or is with an
 * authority: pure functions of the entries. R4 §6.6, RK 4 no. 3, 10.
 */

/** What these questions read of an entry about the presence of carriers. */
export type PresenceFact = FactOf<EventOf<(typeof presenceEvents)[number]>>;

/** A carrier of a record. */
export interface CarrierOfRecord {
  readonly carrier: string;
  readonly record: string;
}

/** Whether a carrier is in place. `restored` is a copy that stands in the original's place. */
export type CarrierStanding =
  | 'in-place'
  | 'damaged'
  | 'sought'
  | 'not-discovered'
  | 'restored'
  | 'seized'
  | 'not-returned';

/** The paper by which a carrier counts as gone. */
export interface GonePaper {
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** A restored copy, and what became of its original. */
export interface RestoredCopy {
  readonly on: string;
  readonly from: string;
  /** The paper by which the original counts as gone; null: the original is damaged. */
  readonly original: GonePaper | null;
}

/** How a carrier stood when an authority took it. */
type BeforeSeizure = Pick<CarrierCourse, 'standing' | 'since' | 'copy'>;

/** Where one carrier of a record is, as the entries about it tell. */
export interface CarrierCourse extends CarrierOfRecord {
  standing: CarrierStanding;
  /** Day from which it is so. */
  since: string;
  /** Last day of the search while it is sought; null: no term is set. */
  searchUntil: string | null;
  /**
   * The act of non-discovery, or the paper by which it will not come back; of a restored copy that
   * of its original. Null: none.
   */
  gone: GonePaper | null;
  /** Last day for the restored copy; null: none is due. */
  copyDueOn: string | null;
  /** The restored copy that is kept in the original's place; null: it is the original. */
  copy: RestoredCopy | null;
  /** Id of the seizure by which it is away, or was last. */
  seizure: string | null;
  /** Day of the last check that listed it; null: none did. */
  checkedOn: string | null;
}

/** A seizure: what was taken and did not come back yet. */
export interface Seizure {
  readonly on: string;
  readonly items: readonly CarrierOfRecord[];
  /** The holds that were placed by its act. */
  readonly holds: readonly { readonly hold: string; readonly record: string }[];
  /** Names of the carriers → how each stood when it was taken: so it stands when it is back. */
  readonly before: Map<string, BeforeSeizure>;
  /** Names of the carriers that are away still. */
  readonly away: Set<string>;
  /** Names of the carriers that are in the file of a case: they may come back when it is over. */
  readonly attached: Set<string>;
  /** Names of the carriers that came back. */
  readonly back: Set<string>;
}

/** What the entries about the presence of carriers amount to. */
export interface PresenceCourse {
  /** `<carrier> <record>` → where it is; one that no entry lists is in place. */
  readonly carriers: Map<string, CarrierCourse>;
  /** By id. */
  readonly seizures: Map<string, Seizure>;
  /** Ids of the checks. */
  readonly checks: Set<string>;
}

/** What is known before the first entry. */
export const noPresence = (): PresenceCourse => ({
  carriers: new Map(),
  seizures: new Map(),
  checks: new Set(),
});

/** Folds the entries that count, in the order of their days. */
export function presenceCourseOf(facts: Iterable<PresenceFact>): PresenceCourse {
  const course = noPresence();
  for (const fact of facts) addPresenceFact(course, fact);
  return course;
}

/** Adds one entry to what is known of the carriers, which it changes in place. */
export function addPresenceFact(course: PresenceCourse, fact: PresenceFact): void {
  const { occurredOn: on } = fact;
  switch (fact.type) {
    case 'PresenceChecked': {
      const { check, items, searchUntil } = fact.data;
      course.checks.add(check);
      for (const item of items) {
        const one = courseIn(course, item, on);
        one.checkedOn = on;
        find(one, item.found, on, searchUntil);
      }
      return;
    }
    case 'CarrierReported': {
      const { state, searchUntil } = fact.data;
      const found = state === 'lost' ? 'absent' : state;
      return find(courseIn(course, fact.data, on), found, on, searchUntil);
    }
    case 'CarrierFound': {
      const one = courseIn(course, fact.data, on);
      // What was sought is found, be it a copy; while the copy is kept, it is the original.
      if (one.standing === 'restored') one.copy = null;
      return find(one, fact.data.state, on, null);
    }
    case 'NonDiscoveryApproved': {
      const { items, act, copyDueOn } = fact.data;
      for (const item of items) {
        const one = courseIn(course, item, on);
        stand(one, 'not-discovered', on);
        one.gone = { kind: 'act', ...act };
        one.copyDueOn = copyDueOn;
      }
      return;
    }
    case 'CopyRestored': {
      const one = courseIn(course, fact.data, on);
      // A copy in the place of a damaged copy has the original of that.
      const original = one.copy === null ? one.gone : one.copy.original;
      one.copy = { on, from: fact.data.restoredFrom, original };
      return stand(one, 'restored', on);
    }
    default:
      return addSeizureFact(course, fact);
  }
}

type SeizureFact = Extract<PresenceFact, { type: 'CarriersSeized' | 'SeizureEnded' }>;

function addSeizureFact(course: PresenceCourse, { type, occurredOn: on, data }: SeizureFact): void {
  const { seizure: id, items } = data;
  if (type === 'CarriersSeized') {
    const away = new Set(items.map(itemTarget));
    const before: Seizure['before'] = new Map();
    const ends = { away, attached: new Set<string>(), back: new Set<string>() };
    course.seizures.set(id, { on, items, holds: data.holds, before, ...ends });
    for (const item of items) {
      const one = courseIn(course, item, on);
      const { standing, since, copy } = one;
      before.set(itemTarget(item), { standing, since, copy });
      stand(one, 'seized', on);
      one.seizure = id;
    }
    return;
  }
  const seizure = course.seizures.get(id);
  for (const item of items) {
    const one = courseIn(course, item, on);
    seizure?.away.delete(itemTarget(item));
    seizure?.attached.delete(itemTarget(item));
    if (data.outcome === 'returned') {
      seizure?.back.add(itemTarget(item));
      standAsBefore(one, on, seizure?.before.get(itemTarget(item)));
    } else {
      if (data.outcome === 'attached') seizure?.attached.add(itemTarget(item));
      stand(one, 'not-returned', on);
      one.gone = data.paper;
    }
  }
}

function courseIn(course: PresenceCourse, item: CarrierOfRecord, on: string): CarrierCourse {
  const target = itemTarget(item);
  const known = course.carriers.get(target);
  if (known !== undefined) return known;
  const fresh = inPlace(item, on);
  course.carriers.set(target, fresh);
  return fresh;
}

const inPlace = ({ carrier, record }: CarrierOfRecord, since: string): CarrierCourse => ({
  carrier,
  record,
  standing: 'in-place',
  since,
  searchUntil: null,
  gone: null,
  copyDueOn: null,
  copy: null,
  seizure: null,
  checkedOn: null,
});

/** What a check, a report or a find makes of a carrier. */
function find(
  one: CarrierCourse,
  found: 'present' | 'absent' | 'damaged',
  on: string,
  searchUntil: string | null,
): void {
  if (found === 'absent') {
    // One that is sought already, or that was not discovered, is absent as before.
    if (one.standing === 'sought' || one.standing === 'not-discovered') return;
    stand(one, 'sought', on);
    one.searchUntil = searchUntil;
    return;
  }
  if (found === 'damaged') return stand(one, 'damaged', on);
  // A copy that is present is still the copy.
  stand(one, one.copy === null ? 'in-place' : 'restored', on);
}

/** What came back from an authority is what was taken: a copy, a damaged carrier. */
function standAsBefore(one: CarrierCourse, on: string, before: BeforeSeizure = inPlace(one, on)) {
  const { standing, since, copy } = before;
  one.copy = copy;
  stand(one, standing, on);
  if (standing !== 'in-place') one.since = since;
}

function stand(one: CarrierCourse, standing: CarrierStanding, on: string): void {
  if (one.standing !== standing) one.since = on;
  one.standing = standing;
  one.searchUntil = null;
  one.gone = standing === 'restored' ? (one.copy?.original ?? null) : null;
  one.copyDueOn = null;
}

/** Where a carrier is; it is in place where no entry says otherwise. */
export function carrierStandingOf(
  { carriers }: Pick<PresenceCourse, 'carriers'>,
  item: CarrierOfRecord,
): CarrierStanding {
  return carriers.get(itemTarget(item))?.standing ?? 'in-place';
}

/**
 * The paper by which a carrier counts as gone, so that there is nothing to destroy: the act of
 * non-discovery, or that by which an authority does not give it back. Null: it is not gone, or a
 * restored copy stands in its place.
 */
export function goneBy(
  { carriers }: Pick<PresenceCourse, 'carriers'>,
  item: CarrierOfRecord,
): GonePaper | null {
  const one = carriers.get(itemTarget(item));
  if (one?.standing !== 'not-discovered' && one?.standing !== 'not-returned') return null;
  return one.gone;
}

import type { CoreEvent } from '@letopis/core';
import type { CarrierCourse, PresenceEntry } from '@letopis/core/facts';
import { presenceCourseOf } from '@letopis/core/facts';
import { countedFacts } from '../projection/entries.ts';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { distinct, keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { RetentionAnnulment } from './records-holds.ts';

const ENTRY_TYPES = [
  'PresenceChecked',
  'CarrierReported',
  'CarrierFound',
  'NonDiscoveryApproved',
  'CopyRestored',
  'CarriersSeized',
  'SeizureEnded',
] as const satisfies readonly PresenceEntry['type'][];

/** One fact about the presence of a record's carriers; a list has only the items of the record. */
export type PresenceFact = Fact<(typeof ENTRY_TYPES)[number]>;

/** Where the carriers of one record are. R4 §6.6, RK 4 no. 3, 10. */
export interface PresenceOfRecord extends WithBasis {
  readonly record: string;
  /** By id of the carrier. */
  readonly carriers: readonly CarrierCourse[];
  /** Those that count, in the order of days. */
  readonly facts: readonly PresenceFact[];
  /** What counts no more, in the order of days. RK 1.8. */
  readonly annulled: readonly {
    readonly fact: PresenceFact;
    readonly annulment: RetentionAnnulment;
  }[];
}

/** A record: the facts about its carriers, in log order. */
export interface PresenceView {
  readonly key: string;
  readonly facts: (PresenceFact | RetentionAnnulment)[];
}

/** Key of a record by its name; without one, the prefix of all records. */
export const presenceKey = (record = ''): string => partitionKey('record', record);

/** The prefix of the journals of a group in a module: each study year has one. */
export const journalsPresenceKey = (group: string, module: string): string =>
  presenceKey(`journal-${group}.${module}.`);

/**
 * Where the carriers of records are: checks, searches, acts of non-discovery, restored copies and
 * seizures. Key: `record/<record>`; a record about which nothing was said has no partition.
 */
export const presence: Projection<PresenceView, PresenceOfRecord> = {
  name: 'presence',
  version: 1,
  types: [...ENTRY_TYPES, 'RetentionEntryAnnulled'],
  keysOf: (event) => recordsIn(event).map(presenceKey),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (event.type === 'RetentionEntryAnnulled') view.facts.push(factOf(event));
    else if (isOneOf(event, ENTRY_TYPES)) {
      view.facts.push(ofRecord(factOf(event), keyPart(view.key, 1)));
    }
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const annulments = current.filter(isAnnulment);
    const entries = current.filter((fact) => !isAnnulment(fact));
    const { inForce, annulled } = countedFacts(entries, annulments);
    const course = presenceCourseOf(inForce.map((fact) => ({ ...fact, occurredOn: fact.on })));
    const carriers = [...course.carriers.values()].toSorted(byCarrier);
    const basis = basisOf(current);
    return { record: keyPart(key, 1), carriers, facts: inForce, annulled, basis };
  },
};

const byCarrier = (a: CarrierCourse, b: CarrierCourse): number => (a.carrier < b.carrier ? -1 : 1);

/** The records that an event about the presence of carriers lists. */
function recordsIn(event: CoreEvent): readonly string[] {
  if (event.type === 'RetentionEntryAnnulled') return distinct(...(event.data.records ?? []));
  if (!isOneOf(event, ENTRY_TYPES)) return [];
  const items = 'items' in event.data ? event.data.items : [event.data];
  return distinct(...items.map(({ record }) => record));
}

/** The fact with the items of one record: a partition does not keep a whole list. */
function ofRecord(fact: PresenceFact, record: string): PresenceFact {
  switch (fact.type) {
    case 'PresenceChecked':
      return { ...fact, data: { ...fact.data, items: fact.data.items.filter(isOf(record)) } };
    case 'NonDiscoveryApproved':
      return { ...fact, data: { ...fact.data, items: fact.data.items.filter(isOf(record)) } };
    case 'SeizureEnded':
      return { ...fact, data: { ...fact.data, items: fact.data.items.filter(isOf(record)) } };
    case 'CarriersSeized': {
      const { items, holds } = fact.data;
      const own = { items: items.filter(isOf(record)), holds: holds.filter(isOf(record)) };
      return { ...fact, data: { ...fact.data, ...own } };
    }
    default:
      return fact;
  }
}

const isOf =
  (record: string) =>
  (item: { readonly record: string }): boolean =>
    item.record === record;

const isAnnulment = (fact: PresenceFact | RetentionAnnulment): fact is RetentionAnnulment =>
  fact.type === 'RetentionEntryAnnulled';

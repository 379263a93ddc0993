import type { CoreEvent, Personal } from '@letopis/core';
import type { WithBasis, Dated, EventName } from '../projection/fact.ts';
import {
  basisOf,
  isOneOf,
  PERSONAL_TYPES,
  personalSubjects,
  sourceOf,
  factsOn,
} from '../projection/fact.ts';
import { distinct } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

/*
 * The only view with names and other personal values: a rename changes one partition, and an
 * erasure one place. All other views have ids, and pages join names at the end.
 */

const BOND_TYPES = ['RepresentativeNamed', 'RepresentativeEnded'] as const;

/** A document that proves a commendation, an achievement or a credit. */
export interface NamedDocument {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** A personal value: a text, a document, or several texts or documents as one. */
export type PersonalValue = string | NamedDocument | readonly (NamedDocument | string)[];

type Values = Readonly<Record<string, Personal<PersonalValue>>>;

/** How a person is on record. */
export type PersonRole = 'learner' | 'representative' | 'official';

interface PersonFact extends Dated {
  readonly type: EventName;
  /** Personal values of this person in the event, by field. */
  readonly values: Values;
  /** Set if the event names or ends a representative: of whom, and in which relation. */
  readonly bond: Bond | null;
}

interface Bond {
  readonly learner: string;
  readonly representative: string;
  /** `parent`, `guardian`, …; `null` if the relation ended. */
  readonly relation: string | null;
  readonly until: string | null;
}

/** A legal representative of a learner. */
export interface Representative {
  readonly representative: string;
  readonly relation: string;
  readonly from: string;
  readonly until: string | null;
}

/** All personal values of one person, in log order. */
export interface PersonView {
  readonly person: string;
  readonly facts: PersonFact[];
}

/** A person as known on a day. Each value is present, erased, or `null` if never given. */
export interface Person extends WithBasis {
  readonly person: string;
  readonly roles: readonly PersonRole[];
  readonly name: Personal<string> | null;
  readonly birthDate: Personal<string> | null;
  readonly snils: Personal<string> | null;
  readonly email: Personal<string> | null;
  readonly phone: Personal<string> | null;
  readonly representatives: readonly Representative[];
  /** Texts about the person (a reason, a merit, a document's title), by event id and field. */
  readonly notes: Readonly<Record<string, Values>>;
}

/**
 * Names and other personal values, one partition a person. It reads every event type whose schema
 * marks a field as personal, so that no other view stores such a value. A rebuild after an erasure
 * finds nothing of the erased values. Key: the person's id.
 */
export const people: Projection<PersonView, Person> = {
  name: 'people',
  version: 1,
  types: [...new Set([...PERSONAL_TYPES, ...BOND_TYPES])],
  keysOf: (event) => {
    const subjects = [...personalSubjects(event).keys()];
    if (!isOneOf(event, BOND_TYPES)) return subjects;
    return distinct(event.data.learner, event.data.representative, ...subjects);
  },
  initial: (person) => ({ person, facts: [] }),
  apply: (view, event) => {
    const { type, occurredOn: on } = event;
    const values = personalValues(event, personalSubjects(event).get(view.person) ?? []);
    view.facts.push({ type, on, source: sourceOf(event), values, bond: bondOf(event) });
  },
  read: ({ person, facts }, on) => personOn(person, factsOn(facts, on)),
};

function bondOf(event: CoreEvent): Bond | null {
  if (event.type === 'RepresentativeNamed') {
    const { learner, representative, relation, until } = event.data;
    return { learner, representative, relation, until };
  }
  if (event.type !== 'RepresentativeEnded') return null;
  const { learner, representative } = event.data;
  return { learner, representative, relation: null, until: null };
}

function personalValues({ data }: CoreEvent, fields: readonly string[]): Values {
  const current = data as Readonly<Record<string, unknown>>;
  const given = fields.filter((field) => current[field] !== undefined);
  return Object.fromEntries(
    given.map((field) => [field, current[field] as Personal<PersonalValue>]),
  );
}

const ROLES: Partial<Record<EventName, PersonRole>> = {
  LearnerRegistered: 'learner',
  OfficialNamed: 'official',
};

const IDENTITY: readonly string[] = [
  'LearnerRegistered',
  'LearnerDataChanged',
  'RepresentativeNamed',
  'OfficialNamed',
] satisfies EventName[];

function personOn(person: string, facts: readonly PersonFact[]): Person {
  const roles = new Set<PersonRole>();
  const identity: Record<string, Personal<PersonalValue>> = {};
  const notes: Record<string, Values> = {};
  const bonds = new Map<string, Representative>();
  for (const { type, on: from, source, values, bond } of facts) {
    const role = bond?.representative === person ? 'representative' : ROLES[type];
    if (role !== undefined) roles.add(role);
    if (IDENTITY.includes(type)) Object.assign(identity, values);
    else if (Object.keys(values).length > 0) notes[source.event] = values;
    if (bond?.learner !== person) continue;
    const { representative, relation, until } = bond;
    if (relation === null) bonds.delete(representative);
    else bonds.set(representative, { representative, relation, from, until });
  }
  const value = (field: string): Personal<string> | null => textOf(identity[field]);
  return {
    person,
    roles: [...roles],
    name: value('name'),
    birthDate: value('birthDate'),
    snils: value('snils'),
    email: value('email'),
    phone: value('phone'),
    representatives: [...bonds.values()],
    notes,
    basis: basisOf(facts),
  };
}

/** A personal value if it is a text or erased; `null` otherwise. */
export function textOf(value: Personal<PersonalValue> | null | undefined): Personal<string> | null {
  if (value === null || value === undefined || 'erased' in value) return value ?? null;
  return typeof value.value === 'string' ? { value: value.value } : null;
}

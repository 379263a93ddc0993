import type { CoreEvent, NameParts, Personal, PersonName } from '@letopis/core';
import { nameLine } from '@letopis/core';
import { isInParts } from '@letopis/core/values';
import { ANNULMENT_TYPES, countedFacts } from '../projection/entries.ts';
import type { DataOf, WithBasis, Dated, EventName } from '../projection/fact.ts';
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
import type { ClosedChange, Closing } from './closed-change.ts';
import { closedIn, closingOf } from './closed-change.ts';
import type { Bond, Representative } from './person-bonds.ts';
import { bondOf, BOND_TYPES, representedBy, representativesOn } from './person-bonds.ts';

/*
 * The only view with names and other personal values: a rename changes one partition, and an
 * erasure one place. All other views have ids, and pages join names at the end.
 */

/** A document that proves a commendation, an achievement or a credit. */
export interface NamedDocument {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** A personal value: a text, a name, a document, or several texts or documents as one. */
export type PersonalValue =
  | string
  | PersonName
  | NamedDocument
  | readonly (NamedDocument | string)[];

type Values = Readonly<Record<string, Personal<PersonalValue>>>;

/** How a person is on record. */
export type PersonRole = 'learner' | 'representative' | 'official';

interface PersonFact extends Dated {
  readonly type: EventName;
  /** Personal values of this person in the event, by field. */
  readonly values: Values;
  /** Set if the event names or ends a representative: of whom, and in which relation. */
  readonly bond: Bond | null;
  /** Set if the event annuls an entry of this person. */
  readonly data: Annulment | null;
  /** Set if the event is a closed change of this person's data. */
  readonly closed: Closing | null;
}

/** The annulment of an entry: by whom and when, and what stands in its place. RK 1.8. */
export interface Annulment {
  /** Event id of the annulled entry. */
  readonly corrects: string;
  /** Event type of the annulled entry. */
  readonly entry: string;
  readonly actedOn: string;
  /** Event id of the entry in its place; `null`: annulled from the start. */
  readonly replacedBy: string | null;
  readonly signer: DataOf<'LearnerEntryAnnulled'>['signer'];
}

/** One entry about who a person is: a registration, changed data, a name, a representative. */
export interface PersonEntry extends Dated {
  readonly type: EventName;
  /** Personal values of this person in the entry, by field. */
  readonly values: Values;
  /** Who represents whom by it, or does so no more; `null` where it is about something else. */
  readonly bond: { readonly learner: string; readonly representative: string } | null;
  /** Event id of the annulment, and what it says; `null`: the entry counts. */
  readonly annulled: (Annulment & { readonly event: string }) | null;
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
  /** The name in one line. */
  readonly name: Personal<string> | null;
  /** The name in parts; `null` where it is erased, or was entered as a line that has none. */
  readonly nameParts: NameParts | null;
  readonly birthDate: Personal<string> | null;
  readonly snils: Personal<string> | null;
  readonly email: Personal<string> | null;
  readonly phone: Personal<string> | null;
  /** Those who have rights on the day; without a day, those whose rights were not ended. */
  readonly representatives: readonly Representative[];
  /**
   * The learners whom this person is recorded to represent on the day. Only the learner's own
   * partition says whether they are of age by then.
   */
  readonly represents: readonly string[];
  /** Every entry that the fields above come from, annulled ones too, in the order of their days. */
  readonly entries: readonly PersonEntry[];
  /** Texts about the person (a reason, a merit, a document's title), by event id and field. */
  readonly notes: Readonly<Record<string, Values>>;
  /** The types of the events that have these texts. */
  readonly noteTypes: Readonly<Record<string, EventName>>;
  /** The days of these events. */
  readonly noteDays: Readonly<Record<string, string>>;
  /** Of which kind the last closed change is; `null`: there is none, or it is hidden too. */
  readonly closed: Personal<string> | null;
  /** The last closed change that counts; `null`: there is none. RK 1.10. */
  readonly closedChange: ClosedChange | null;
}

/**
 * Names and other personal values, one partition a person. It reads every event type whose schema
 * marks a field as personal, so that no other view stores such a value. A rebuild after an erasure
 * finds nothing of the erased values. Key: the person's id. The view itself says who a learner was
 * before a closed change, as the log does; readers of pages hide that (RK 1.10).
 */
export const people: Projection<PersonView, Person> = {
  name: 'people',
  version: 5,
  types: [...new Set([...PERSONAL_TYPES, ...BOND_TYPES])],
  keysOf: (event) => {
    const subjects = [...personalSubjects(event).keys()];
    if (event.type === 'LearnerEntryAnnulled') {
      return distinct(event.data.learner, event.data.representative, ...subjects);
    }
    if (!isOneOf(event, BOND_TYPES)) return subjects;
    return distinct(event.data.learner, event.data.representative, ...subjects);
  },
  initial: (person) => ({ person, facts: [] }),
  apply: (view, event) => {
    const { type, occurredOn: on } = event;
    const values = personalValues(event, personalSubjects(event).get(view.person) ?? []);
    const data = isOneOf(event, ANNULMENT_TYPES) ? annulmentOf(event.data) : null;
    const closed = event.type === 'LearnerDataChanged' ? closingOf(event, view.person) : null;
    const source = sourceOf(event);
    view.facts.push({ type, on, source, values, bond: bondOf(event), data, closed });
  },
  read: ({ person, facts }, on) => personOn(person, factsOn(facts, on), on),
};

function annulmentOf({ corrects, entry, actedOn, replacedBy, signer }: Annulment): Annulment {
  return { corrects, entry, actedOn, replacedBy, signer };
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

function personOn(person: string, facts: readonly PersonFact[], on: string | null): Person {
  const annulments = facts.filter(isAnnulment);
  const { inForce, annulled } = countedFacts(facts, annulments);
  const identity: Record<string, Personal<PersonalValue>> = {};
  for (const { type, values } of inForce) {
    if (IDENTITY.includes(type)) Object.assign(identity, values);
  }
  const value = (field: string): Personal<string> | null => textOf(identity[field]);
  const roles = inForce.map(({ type, bond }) =>
    bond?.representative === person ? 'representative' : ROLES[type],
  );
  const birthDate = value('birthDate');
  const told = notesIn(facts);
  return {
    person,
    roles: [...new Set(roles.filter((role) => role !== undefined))],
    name: value('name'),
    nameParts: partsOf(identity['name']),
    birthDate,
    snils: value('snils'),
    email: value('email'),
    phone: value('phone'),
    representatives: representativesOn(person, inForce, on, birthDate),
    represents: representedBy(person, inForce, on),
    entries: entriesOf(inForce, annulled),
    notes: Object.fromEntries(told.map(({ source, values }) => [source.event, values])),
    noteTypes: Object.fromEntries(told.map(({ source, type }) => [source.event, type])),
    noteDays: Object.fromEntries(told.map((one) => [one.source.event, one.on])),
    closed: value('closed'),
    closedChange: closedIn(inForce),
    basis: basisOf(facts),
  };
}

type AnnullingFact = PersonFact & { readonly data: Annulment };
const isAnnulment = (fact: PersonFact): fact is AnnullingFact => fact.data !== null;

/** The texts that came with events about the person, annulled ones too: lists show these. */
const notesIn = (facts: readonly PersonFact[]): readonly PersonFact[] =>
  facts.filter(({ type, values }) => !IDENTITY.includes(type) && Object.keys(values).length > 0);

function entriesOf(
  inForce: readonly PersonFact[],
  annulled: readonly { readonly fact: PersonFact; readonly annulment: AnnullingFact }[],
): readonly PersonEntry[] {
  const kept: readonly PersonEntry[] = [
    ...inForce.map((fact) => ({ fact, annulment: null })),
    ...annulled,
  ].map(({ fact: { type, on, source, values, bond }, annulment }) => {
    const own = annulment === null ? null : { ...annulment.data, event: annulment.source.event };
    const { learner = '', representative = '' } = bond ?? {};
    const between = bond === null ? null : { learner, representative };
    return { type, on, source, values, bond: between, annulled: own };
  });
  return kept
    .filter(({ type }) => IDENTITY.includes(type) || type === 'RepresentativeEnded')
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

const placeOf = ({ on, source }: Dated): string => `${on} ${source.position}`;

/** A personal value as a text, a name as its line; `null` if it is neither nor erased. */
export function textOf(value: Personal<PersonalValue> | null | undefined): Personal<string> | null {
  if (value === null || value === undefined || 'erased' in value) return value ?? null;
  const { value: given } = value;
  if (typeof given === 'string') return { value: given };
  return isName(given) ? { value: nameLine(given) } : null;
}

/** The parts of a name; `null` where it is erased, never given, or a line without parts. */
export function partsOf(value: Personal<PersonalValue> | null | undefined): NameParts | null {
  if (value === null || value === undefined || 'erased' in value) return null;
  const { value: given } = value;
  return typeof given !== 'string' && isName(given) && isInParts(given) ? given : null;
}

const isName = (value: Exclude<PersonalValue, string>): value is PersonName =>
  'line' in value || 'family' in value;

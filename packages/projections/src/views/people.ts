import type { CoreEvent, Personal } from '@letopis/core';
import type { Projection } from '../projection.ts';
import type { Answered, Dated } from './fact.ts';
import { basisOf, isOneOf, personalFieldsOf, sourceOf, standing } from './fact.ts';
import { distinct } from './key.ts';

/*
 * The one view that holds names and other personal values: a rename touches one partition, an
 * erasure one place. Everything else holds ids and is joined with this at the end.
 */

const TYPES = [
  'LearnerRegistered', 'LearnerDataChanged', 'RepresentativeNamed', 'RepresentativeEnded',
  'ConsentGiven', 'SpecialNeedsRecorded', 'GiftedListed', 'OfficialNamed', 'ResultCredited',
  'AssessmentCorrected', 'CorrectionDeclined', 'AssessmentAnnulled', 'CommendationProposed',
  'CommendationRevoked', 'FileDocumentAdded', 'AchievementParticipantNamed',
  'AchievementEvidenced', 'CreditApplied', 'CreditDecided', 'PortfolioItemAdded',
  'DocumentIssued', 'DocumentReceived', 'DocumentLineCorrected', 'DocumentAnnulled',
  'DocumentDelivered',
] as const; // prettier-ignore

type PersonEvent = Extract<CoreEvent, { type: (typeof TYPES)[number] }>;

/** A document that shows what a commendation, an achievement or a credit rests on. */
export interface NamedDocument {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** A personal value: a text, a document, or the documents of a commendation as one. */
export type PersonalValue = string | NamedDocument | readonly NamedDocument[];

type Values = Readonly<Record<string, Personal<PersonalValue>>>;

/** In which of three ways a person is on record. */
export type PersonRole = 'learner' | 'representative' | 'official';

interface PersonFact extends Dated {
  readonly type: PersonEvent['type'];
  /** Personal values of this person in the event, by field. */
  readonly values: Values;
  /** Where the event makes or ends a representative: whose, and in which relation. */
  readonly bond: Bond | null;
}

interface Bond {
  readonly learner: string;
  readonly representative: string;
  /** `parent`, `guardian`, …; null: the bond ended. */
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

/** All personal values of one person, in the order of the log. */
export interface PersonView {
  readonly person: string;
  readonly facts: PersonFact[];
}

/** A person as known on a day: each value there, erased, or (null) never given. */
export interface Person extends Answered {
  readonly person: string;
  readonly roles: readonly PersonRole[];
  readonly name: Personal<string> | null;
  readonly birthDate: Personal<string> | null;
  readonly snils: Personal<string> | null;
  readonly email: Personal<string> | null;
  readonly phone: Personal<string> | null;
  readonly representatives: readonly Representative[];
  /** Words about the person (a reason, a merit, a document's title), by event id and field. */
  readonly notes: Readonly<Record<string, Values>>;
}

/** Names and other personal values, one partition a person. Key: the person's id. */
export const people: Projection<PersonView, Person> = {
  name: 'people',
  version: 1,
  types: TYPES,
  keysOf: (event) => (isOneOf(event, TYPES) ? personsOf(event) : []),
  initial: (person) => ({ person, facts: [] }),
  apply: (view, event) => {
    if (!isOneOf(event, TYPES)) return;
    const { type, occurredOn: on } = event;
    const bond = bondOf(event);
    // The name in RepresentativeNamed is the representative's, not the learner's.
    const own = bond === null || bond.representative === view.person;
    const values = own ? personalValues(event) : {};
    view.facts.push({ type, on, source: sourceOf(event), values, bond });
  },
  read: ({ person, facts }, on) => personOn(person, standing(facts, on)),
};

function personsOf(event: PersonEvent): readonly string[] {
  switch (event.type) {
    case 'OfficialNamed':
      return [event.data.person];
    case 'RepresentativeNamed':
    case 'RepresentativeEnded':
      return distinct(event.data.learner, event.data.representative);
    default:
      return [event.data.learner];
  }
}

function bondOf(event: PersonEvent): Bond | null {
  if (event.type === 'RepresentativeNamed') {
    const { learner, representative, relation, until } = event.data;
    return { learner, representative, relation, until };
  }
  if (event.type !== 'RepresentativeEnded') return null;
  const { learner, representative } = event.data;
  return { learner, representative, relation: null, until: null };
}

function personalValues(event: PersonEvent): Values {
  const data = event.data as Readonly<Record<string, unknown>>;
  const fields = personalFieldsOf(event.type).filter((field) => data[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, data[field] as Personal<PersonalValue>]));
}

const ROLES: Partial<Record<PersonEvent['type'], PersonRole>> = {
  LearnerRegistered: 'learner',
  OfficialNamed: 'official',
};

const IDENTITY: readonly string[] = [
  'LearnerRegistered', 'LearnerDataChanged', 'RepresentativeNamed', 'OfficialNamed',
] satisfies PersonEvent['type'][]; // prettier-ignore

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

/** A personal value where it is a text, or erased; null where there is none. */
export function textOf(
  value: Personal<PersonalValue> | null | undefined,
): Personal<string> | null {
  if (value === null || value === undefined || 'erased' in value) return value ?? null;
  return typeof value.value === 'string' ? { value: value.value } : null;
}

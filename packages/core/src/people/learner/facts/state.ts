import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { addYears, isLocalDate } from '../../../values/local-date.ts';
import type { learnerEvents } from './events.ts';

/*
 * Stream: `<org>.learner-<learner>`. It holds personal data, representatives, consents, special
 * needs and listings as gifted.
 */

/** Any event of a learner. */
export type LearnerEvent = EventOf<(typeof learnerEvents)[number]>;

/** A consent, valid from `from` to `until` (both included) unless withdrawn before. */
export interface Consent {
  readonly id: string;
  readonly purpose: string;
  /** `learner`, or the id of the representative who gave it. */
  readonly givenBy: string;
  readonly from: string;
  /** Null: no end. */
  readonly until: string | null;
  /** First day on which it is no longer valid; null: not withdrawn. */
  withdrawnFrom: string | null;
}

/** A legal representative with rights from `from` to `until`, both included. */
export interface Representative {
  readonly id: string;
  readonly relation: string;
  readonly from: string;
  /** Last day; null: the day before the 18th birthday. */
  readonly until: string | null;
  /** First day without rights, if they were ended; null otherwise. */
  endedFrom: string | null;
}

/** An entry in the state resource on gifted children, valid from `from` to `until`. */
export interface GiftedListing {
  /** Whether special conditions of attestation were granted with it. */
  readonly conditions: boolean;
  readonly from: string;
  readonly until: string | null;
  /** First day on which it is no longer valid, if it was ended; null otherwise. */
  endedFrom: string | null;
}

/** What decisions need to know of a learner; names are not needed and not included. */
export interface LearnerState {
  registered: boolean;
  /** Day of registration; null: not registered. */
  registeredOn: string | null;
  /** Day of birth; null: unknown or erased. */
  birthDate: string | null;
  /** First day of the newest personal data; null: not registered. */
  dataFrom: string | null;
  readonly representatives: Representative[];
  /** By id. */
  readonly consents: Record<string, Consent>;
  /** Records of special needs, oldest first, each with its period of validity. */
  readonly specialNeeds: Omit<GiftedListing, 'conditions'>[];
  /** Entries in the state resource on gifted children, oldest first. R5 §3.4. */
  readonly gifted: GiftedListing[];
}

/** Folds the events of one learner. */
export const learnerFold: Fold<LearnerState, LearnerEvent> = {
  kind: 'learner',
  initial: () => ({
    registered: false,
    registeredOn: null,
    birthDate: null,
    dataFrom: null,
    representatives: [],
    // Without a prototype, because a consent's id may be `constructor`.
    consents: Object.create(null) as Record<string, Consent>,
    specialNeeds: [],
    gifted: [],
  }),
  evolve: (state, event) => {
    const from = event.occurredOn;
    switch (event.type) {
      case 'LearnerRegistered':
        Object.assign(state, { registered: true, registeredOn: from, dataFrom: from });
        setBirthDate(state, event.data.birthDate);
        return;
      case 'LearnerDataChanged':
        state.dataFrom = from;
        setBirthDate(state, event.data.birthDate);
        return;
      case 'RepresentativeNamed': {
        const { representative: id, relation, until } = event.data;
        state.representatives.push({ id, relation, from, until, endedFrom: null });
        return;
      }
      case 'RepresentativeEnded': {
        const { representative } = event.data;
        const last = state.representatives.findLast((one) => one.id === representative);
        if (last !== undefined) last.endedFrom = from;
        return;
      }
      case 'ConsentGiven': {
        const { consent: id, purpose, givenBy, until } = event.data;
        state.consents[id] = { id, purpose, givenBy, from, until, withdrawnFrom: null };
        return;
      }
      case 'ConsentWithdrawn': {
        const consent = state.consents[event.data.consent];
        if (consent !== undefined) consent.withdrawnFrom = from;
        return;
      }
      case 'SpecialNeedsRecorded':
        state.specialNeeds.push({ from, until: event.data.until, endedFrom: null });
        return;
      case 'GiftedListed': {
        const { conditions, until } = event.data;
        const granted = conditions !== undefined;
        state.gifted.push({ conditions: granted, from, until, endedFrom: null });
        return;
      }
      case 'SpecialStatusEnded': {
        const entries = event.data.status === 'gifted' ? state.gifted : state.specialNeeds;
        for (const one of entries) if (isValidOn(one, from)) one.endedFrom = from;
        return;
      }
    }
  },
};

type BirthDate = Extract<LearnerEvent, { type: 'LearnerRegistered' }>['data']['birthDate'];

function setBirthDate(state: LearnerState, field: BirthDate): void {
  if (field === undefined) return;
  state.birthDate = 'value' in field ? field.value : null;
}

/** The 18th birthday, from which a learner acts alone (Civil Code art. 21); null: unknown. */
export function comesOfAgeOn(state: LearnerState): string | null {
  const { birthDate } = state;
  // Dates end with the year 2199: for a later birthday `addYears` would throw, and a fold must not.
  return isLocalDate(birthDate) && birthDate < '2182' ? addYears(birthDate, 18) : null;
}

/**
 * The representatives who have rights on a day: those recorded by then whose rights have not ended.
 * From the learner's 18th birthday on there are none, if the day of birth is known. D3.
 *
 * @example
 * representativesOn(state, '2026-09-01').map((one) => one.id); // => ['r-1']
 */
export function representativesOn(state: LearnerState, day: string): readonly Representative[] {
  const age = comesOfAgeOn(state);
  if (age !== null && day >= age) return [];
  return state.representatives.filter(
    ({ from, until, endedFrom }) =>
      from <= day && (until === null || day <= until) && (endedFrom === null || day < endedFrom),
  );
}

/**
 * The consent for a purpose that is valid on a day, the latest if there are several; null if there
 * is none. A consent is not valid from the day of its withdrawal on. R1 §5.3, R1 §6.2.
 *
 * @example
 * consentOn(state, 'publication', '2026-09-01')?.givenBy; // => 'learner'
 */
export function consentOn(state: LearnerState, purpose: string, day: string): Consent | null {
  const isValid = (one: Consent): boolean =>
    one.purpose === purpose &&
    one.from <= day &&
    (one.until === null || day <= one.until) &&
    (one.withdrawnFrom === null || day < one.withdrawnFrom);
  return Object.values(state.consents).findLast(isValid) ?? null;
}

/**
 * The newest entry in the state resource on gifted children valid on a day; null: none. R5 §3.4.
 */
export function giftedOn(state: LearnerState, day: string): GiftedListing | null {
  return state.gifted.findLast((one) => isValidOn(one, day)) ?? null;
}

/** Whether a record of special educational needs is valid on a day. D3. */
export function hasSpecialNeedsOn(state: LearnerState, day: string): boolean {
  return state.specialNeeds.some((one) => isValidOn(one, day));
}

function isValidOn(
  { from, until, endedFrom }: Omit<GiftedListing, 'conditions'>,
  day: string,
): boolean {
  if (endedFrom !== null && day >= endedFrom) return false;
  return from <= day && (until === null || day <= until);
}

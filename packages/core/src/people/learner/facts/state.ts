import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { addYears, isLocalDate } from '../../../values/local-date.ts';
import type { learnerEvents } from './events.ts';

/* Stream: `<org>.learner-<learner>`. Personal data, representatives, consents, conditions. */

export type LearnerEvent = EventOf<(typeof learnerEvents)[number]>;

/** A consent; it holds from `from` to `until` (both included) and never from `withdrawnFrom` on. */
export interface Consent {
  readonly id: string;
  readonly purpose: string;
  /** `learner`, or the id of the representative who gave it. */
  readonly givenBy: string;
  readonly from: string;
  readonly until: string | null;
  withdrawnFrom: string | null;
}

/** A legal representative; their rights run from `from` to `until`, both included. */
export interface Representative {
  readonly id: string;
  readonly relation: string;
  readonly from: string;
  /** Last day where one was set; null: to the 18th birthday. */
  readonly until: string | null;
  /** First day without rights where they were ended; null: not ended. */
  endedFrom: string | null;
}

/** An entry in the state resource on gifted children, and when it holds. */
export interface GiftedListing {
  /** Were special conditions of attestation granted with it? */
  readonly conditions: boolean;
  readonly from: string;
  readonly until: string | null;
  /** First day on which it holds no longer, where it was ended. */
  endedFrom: string | null;
}

/** What a learner's stream says to decisions. Names stay out: no decision rests on them. */
export interface LearnerState {
  registered: boolean;
  /** Day of registration. */
  registeredOn: string | null;
  /** The day of birth; null where it is not known, or erased. */
  birthDate: string | null;
  /** Day from which the newest personal data hold. */
  dataFrom: string | null;
  readonly representatives: Representative[];
  readonly consents: Record<string, Consent>;
  /** Records of special needs, oldest first, with the stretch in which each holds. */
  readonly specialNeeds: Omit<GiftedListing, 'conditions'>[];
  /** Entries in the state resource on gifted children, oldest first. R5 §3.4. */
  readonly gifted: GiftedListing[];
}

export const learnerFold: Fold<LearnerState, LearnerEvent> = {
  kind: 'learner',
  initial: () => ({
    registered: false,
    registeredOn: null,
    birthDate: null,
    dataFrom: null,
    representatives: [],
    // Holds nothing of its own: an id may read `constructor`.
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
        const standing = state.representatives.findLast((one) => one.id === representative);
        if (standing !== undefined) standing.endedFrom = from;
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
        const held = event.data.status === 'gifted' ? state.gifted : state.specialNeeds;
        for (const one of held) if (holdsOn(one, from)) one.endedFrom = from;
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

/** The 18th birthday, from which the learner acts alone (Civil Code art. 21); null: not known. */
export function comesOfAgeOn(state: LearnerState): string | null {
  const { birthDate } = state;
  // Whoever is born later comes of age beyond the days that we know: nothing here may throw.
  return isLocalDate(birthDate) && birthDate < '2182' ? addYears(birthDate, 18) : null;
}

/**
 * The representatives who have rights on a day: named by then, neither ended nor past their last
 * day, and only before the learner's 18th birthday where the day of birth is known. D3.
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
 * A consent for a purpose that holds on a day, the one given last; null where there is none.
 * Withdrawn, it holds no longer from the day of withdrawal on. R1 §5.3, R1 §6.2.
 *
 * @example
 * consentOn(state, 'publication', '2026-09-01')?.givenBy; // => 'learner'
 */
export function consentOn(state: LearnerState, purpose: string, day: string): Consent | null {
  const holds = (one: Consent): boolean =>
    one.purpose === purpose &&
    one.from <= day &&
    (one.until === null || day <= one.until) &&
    (one.withdrawnFrom === null || day < one.withdrawnFrom);
  return Object.values(state.consents).findLast(holds) ?? null;
}

/** The newest entry in the state resource on gifted children that holds on a day, or null. */
export function giftedOn(state: LearnerState, day: string): GiftedListing | null {
  return state.gifted.findLast((one) => holdsOn(one, day)) ?? null;
}

/** Are special educational needs on record for a day? D3. */
export function hasSpecialNeedsOn(state: LearnerState, day: string): boolean {
  return state.specialNeeds.some((one) => holdsOn(one, day));
}

function holdsOn(
  { from, until, endedFrom }: Omit<GiftedListing, 'conditions'>,
  day: string,
): boolean {
  if (endedFrom !== null && day >= endedFrom) return false;
  return from <= day && (until === null || day <= until);
}

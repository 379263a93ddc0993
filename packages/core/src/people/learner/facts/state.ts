import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import { addYears, isLocalDate } from '../../../values/local-date.ts';
import type { DataChanged } from './closed-questions.ts';
import { isFormerBy } from './closed-questions.ts';
import type { learnerEvents } from './events.ts';
import { learnerEntryAnnulled } from './events.ts';

/*
 * Stream: `<org>.learner-<learner>`. It holds personal data, representatives, consents, special
 * needs and listings as gifted.
 */

/** Any event of a learner. */
export type LearnerEvent = EventOf<(typeof learnerEvents)[number]>;

type LearnerAnnulment = EventOf<typeof learnerEntryAnnulled>;

/** An entry of a learner: any event that can be annulled or corrected. */
export type LearnerEntry = Exclude<LearnerEvent, LearnerAnnulment>;

/** Where a period or a consent comes from. */
interface Entered {
  /** Event id of the entry. */
  readonly entry: string;
  /** Event id of the entry that ended it; null: nothing did. */
  endEntry: string | null;
}

/** A consent, valid from `from` to `until` (both included) unless withdrawn before. */
export interface Consent extends Entered {
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

/**
 * How far the rights of a representative go: they sign and are told, are only told, or neither. A
 * separated parent keeps the right to be told. RK 1.16, Family Code art. 66.
 */
export type RepresentativeScope = 'full' | 'information' | 'none';

/** A legal representative with rights from `from` to `until`, both included. */
export interface Representative extends Entered {
  readonly id: string;
  readonly relation: string;
  readonly scope: RepresentativeScope;
  readonly from: string;
  /** Last day; null: the day before the 18th birthday. */
  readonly until: string | null;
  /** First day without rights, if they were ended; null otherwise. */
  endedFrom: string | null;
  /** Whether a closed change hides that they were one; nothing names them any more. RK 1.10. */
  former: boolean;
}

/** An entry in the state resource on gifted children, valid from `from` to `until`. */
export interface GiftedListing extends Entered {
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
  /** Days of birth as recorded, by the day from which each holds; null: erased. */
  readonly birthDates: { readonly from: string; readonly birthDate: string | null }[];
  readonly representatives: Representative[];
  /** By id. */
  readonly consents: Record<string, Consent>;
  /** Records of special needs, oldest first, each with its period of validity. */
  readonly specialNeeds: Omit<GiftedListing, 'conditions'>[];
  /** Entries in the state resource on gifted children, oldest first. R5 §3.4. */
  readonly gifted: GiftedListing[];
  /** Event ids of the entries that end something where there was nothing to end. */
  readonly idle: string[];
}

/** How the entries of a learner that count make the state. */
export const learnerEntries: EntryFold<LearnerState, LearnerEntry> = {
  kind: 'learner',
  initial: () => ({
    registered: false,
    registeredOn: null,
    birthDates: [],
    representatives: [],
    // Without a prototype, because a consent's id may be `constructor`.
    consents: Object.create(null) as Record<string, Consent>,
    specialNeeds: [],
    gifted: [],
    idle: [],
  }),
  evolve: (state, event) => {
    const { id: entry, occurredOn: from } = event;
    const entered = { entry, from, endedFrom: null, endEntry: null };
    switch (event.type) {
      case 'LearnerRegistered':
        state.registered = true;
        state.registeredOn = from;
        setBirthDate(state, from, event.data.birthDate);
        return;
      case 'LearnerDataChanged':
        setBirthDate(state, from, event.data.birthDate);
        if (event.data.closed !== undefined) endFormer(state, event);
        return;
      case 'ExternalIdGiven':
        return; // a personal value, which decisions read from the stored events
      case 'RepresentativeNamed': {
        const { representative: id, relation, until, scope } = event.data;
        state.representatives.push({
          ...entered,
          id,
          relation,
          scope: representativeScopeOf(scope),
          until,
          former: false,
        });
        return;
      }
      case 'RepresentativeEnded': {
        const { representative } = event.data;
        const own = state.representatives.filter(({ id }) => id === representative);
        // A closed change may have ended them on an earlier day than their own end says.
        if (!own.some(({ former, endedFrom }) => former && endedFrom !== null)) {
          endAll(state, event, own);
        }
        return;
      }
      case 'ConsentGiven': {
        const { consent: id, purpose, givenBy, until } = event.data;
        const own = { entry, endEntry: null, withdrawnFrom: null };
        state.consents[id] = { ...own, id, purpose, givenBy, from, until };
        return;
      }
      case 'ConsentWithdrawn': {
        const consent = state.consents[event.data.consent];
        if (consent === undefined) state.idle.push(entry);
        else Object.assign(consent, { withdrawnFrom: from, endEntry: entry });
        return;
      }
      case 'SpecialNeedsRecorded':
        state.specialNeeds.push({ ...entered, until: event.data.until });
        return;
      case 'GiftedListed': {
        const { conditions, until } = event.data;
        state.gifted.push({ ...entered, conditions: conditions !== undefined, until });
        return;
      }
      case 'SpecialStatusEnded':
        endAll(state, event, event.data.status === 'gifted' ? state.gifted : state.specialNeeds);
        return;
    }
  },
};

/** Folds the events of one learner. */
export const learnerFold = foldEntries<LearnerState, LearnerEntry, LearnerAnnulment>(
  learnerEntries,
  learnerEntryAnnulled,
);

/** The state of a learner with the entries that it was made from. */
export type LearnerRecord = LearnerState & WithEntries<LearnerEntry>;

/** Ends the periods that are valid on the day of an ending. */
function endAll(
  state: LearnerState,
  { id: endEntry, occurredOn: endedFrom }: LearnerEntry,
  periods: readonly Period[],
): void {
  const valid = periods.filter((one) => isValidOn(one, endedFrom));
  for (const one of valid) Object.assign(one, { endedFrom, endEntry });
  if (valid.length === 0) state.idle.push(endEntry);
}

/**
 * A closed change ends the rights of those who were recorded for earlier days and do not stay, and
 * hides that they had them. RK 1.10.
 */
function endFormer({ representatives }: LearnerState, event: DataChanged): void {
  const { id: endEntry, occurredOn: endedFrom, data } = event;
  for (const one of representatives) {
    if (!isFormerBy(data.staying, endedFrom, { representative: one.id, from: one.from })) continue;
    one.former = true;
    if (isValidOn(one, endedFrom)) Object.assign(one, { endedFrom, endEntry });
  }
}

type BirthDate = Extract<LearnerEvent, { type: 'LearnerRegistered' }>['data']['birthDate'];

function setBirthDate(state: LearnerState, from: string, field: BirthDate): void {
  if (field === undefined) return;
  state.birthDates.push({ from, birthDate: 'value' in field ? field.value : null });
}

/** The day of birth as it is on record on a day, by default now; null: unknown or erased. */
export function birthDateOn({ birthDates }: LearnerState, day?: string): string | null {
  const known = birthDates.findLast(({ from }) => day === undefined || from <= day);
  return known?.birthDate ?? null;
}

/**
 * The 18th birthday, from which a learner acts alone (Civil Code art. 21), by the day of birth on
 * record on a day, by default now; null: unknown.
 */
export function comesOfAgeOn(state: LearnerState, day?: string): string | null {
  return comingOfAge(birthDateOn(state, day));
}

/** The 18th birthday of somebody born on a day; null: unknown. Civil Code art. 21. */
export function comingOfAge(birthDate: string | null): string | null {
  // Dates end with the year 2199: for a later birthday `addYears` would throw, and a fold must not.
  return isLocalDate(birthDate) && birthDate < '2182' ? addYears(birthDate, 18) : null;
}

/** The scope of a representative as an event says it; an unknown word gives no right. RK 1.16. */
export function representativeScopeOf(said: string | undefined): RepresentativeScope {
  if (said === undefined || said === 'full') return 'full';
  return said === 'information' ? 'information' : 'none';
}

/**
 * The representatives on record for a day, whatever the scope of their rights: those recorded by
 * then whose rights have not ended. From the learner's 18th birthday on there are none, if the day
 * of birth is known. D3.
 *
 * @example
 * representativesOn(state, '2026-09-01').map((one) => one.id); // => ['r-1']
 */
export function representativesOn(state: LearnerState, day: string): readonly Representative[] {
  if (isOfAgeOn(state, day)) return [];
  return state.representatives.filter((one) => isValidOn(one, day));
}

/** Whether a learner is of age on a day, by the day of birth that is on record on it. */
export function isOfAgeOn(state: LearnerState, day: string): boolean {
  const age = comesOfAgeOn(state, day);
  return age !== null && day >= age;
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
  // By day, because an object gives ids that are numbers before all others.
  return Object.values(state.consents)
    .filter(isValid)
    .reduce<Consent | null>(
      (latest, one) => (latest !== null && one.from < latest.from ? latest : one),
      null,
    );
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

/** A period of validity, both days included, and the first day without it where it was ended. */
type Period = Pick<Representative, 'from' | 'until' | 'endedFrom'>;

function isValidOn({ from, until, endedFrom }: Period, day: string): boolean {
  if (endedFrom !== null && day >= endedFrom) return false;
  return from <= day && (until === null || day <= until);
}

/** Whether two periods have a day in common. */
export function periodsOverlap(one: Period, other: Period): boolean {
  const later = one.from < other.from ? other.from : one.from;
  return isValidOn(one, later) && isValidOn(other, later);
}

import { entriesInForce } from '../../../entry/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LearnerEntry, LearnerRecord, LearnerState, RepresentativeScope } from './state.ts';
import {
  comesOfAgeOn,
  giftedOn,
  hasSpecialNeedsOn,
  isOfAgeOn,
  periodsOverlap,
  representativesOn,
} from './state.ts';
import {
  conditionUnknown,
  conditionsNotForKind,
  conditionsNotOpen,
  minorActsAlone,
  representativeScope,
  representativeUnknown,
  takenAtStateFinal,
} from './unknown.ts';

/** Special conditions to be granted to a learner at an assessment. */
export interface ConditionsRequest {
  readonly learner: string;
  /** Ids of conditions of the regulation; empty: none are requested. */
  readonly conditions: readonly string[];
  /** Id of the kind of assessment. */
  readonly kind: string;
  /** The module, and whether the state final attestation covers it; null: the whole programme. */
  readonly module: { readonly id: string; readonly stateFinal: boolean } | null;
  readonly on: string;
}

/**
 * Refuses special conditions to which a learner is not entitled. Special needs entitle to them at
 * every kind of assessment that the regulation lists; an entry in the state resource on gifted
 * children does too, except in subjects taken at the state final attestation if the regulation says
 * so. Refuses `condition-unknown`, `conditions-not-for-kind`, `conditions-not-open`,
 * `taken-at-state-final`. Source: R5 §3.4; special needs: 273-FZ art. 79.
 */
export function refuseUnlessMayGrant(
  { learner, conditions, kind, module, on }: ConditionsRequest,
  about: LearnerState | null,
  { assessment }: Pick<Edition, 'assessment'>,
): Refusal | null {
  if (conditions.length === 0) return null;
  const { grounds, kinds, kindsNotStateFinal, ...rules } = assessment.specialConditions;
  const known = rules.conditions.map(({ id }) => id);
  const condition = conditions.find((one) => !known.includes(one));
  if (condition !== undefined) return conditionUnknown({ condition, known });
  if (!kinds.includes(kind)) return conditionsNotForKind({ kind, kinds });
  if (about === null) return conditionsNotOpen({ learner, on, grounds });
  if (grounds.includes('special-needs') && hasSpecialNeedsOn(about, on)) return null;
  if (!grounds.includes('gifted') || giftedOn(about, on) === null) {
    return conditionsNotOpen({ learner, on, grounds });
  }
  const excluded = module?.stateFinal === true && kindsNotStateFinal.includes(kind);
  return excluded ? takenAtStateFinal({ module: module.id, kind }) : null;
}

/**
 * Whether somebody may act for a learner: a learner of age acts alone, a minor through a
 * representative with full rights on that day; where the day of birth is unknown, both may. R1
 * §5.3, RK 1.16, Civil Code art. 21, 26, 28.
 * @param actsAs `learner`, or the id of a representative.
 */
export function mayActFor(state: LearnerState, actsAs: string, on: string): boolean {
  if (actsAs === 'learner') return comesOfAgeOn(state, on) === null || isOfAgeOn(state, on);
  return refuseUnlessRepresents(state, { representative: actsAs, on }, 'full') === null;
}

/**
 * Refuses whoever may not act for a learner: `minor-acts-alone`, `representative-unknown`,
 * `representative-scope`.
 * @param needed `full` to sign for the learner, `information` to be told. RK 1.16.
 */
export function refuseUnlessMayAct(
  state: LearnerState,
  learner: string,
  actsAs: string,
  on: string,
  needed: 'full' | 'information' = 'full',
): Refusal | null {
  if (actsAs !== 'learner') {
    return refuseUnlessRepresents(state, { representative: actsAs, on }, needed);
  }
  if (mayActFor(state, actsAs, on)) return null;
  const entitled = representativesOn(state, on).filter(
    ({ scope, former }) => REACHES[scope].includes(needed) && !former,
  );
  return minorActsAlone({ learner, on, representatives: entitled.map(({ id }) => id) });
}

/** Whether a scope has the rights that are needed. */
const REACHES: Readonly<Record<RepresentativeScope, readonly RepresentativeScope[]>> = {
  full: ['full', 'information'],
  information: ['information'],
  none: [],
};

/**
 * Refuses `representative-unknown` for whoever is no representative on the day, and
 * `representative-scope` where a paper left them less than is needed: `full` to sign, `information`
 * to be told. RK 1.16, Family Code art. 66.
 */
export function refuseUnlessRepresents(
  state: LearnerState,
  { representative, on }: { readonly representative: string; readonly on: string },
  needed: 'full' | 'information',
): Refusal | null {
  const own = representativesOn(state, on).filter(({ id }) => id === representative);
  const [first] = own;
  if (first === undefined) return representativeUnknown({ representative, on });
  if (own.some(({ scope }) => REACHES[scope].includes(needed))) return null;
  return representativeScope({ representative, on, scope: first.scope, needed });
}

/**
 * The entries that do not fit the others of their stream, in the order of their days: a change
 * before the registration, a second period of one representative, a consent by somebody who may not
 * act for the learner, an ending of nothing.
 */
export function unfitLearnerEntries(state: LearnerRecord): readonly LearnerEntry[] {
  return entriesInForce(state).filter((event) => !fits(state, event));
}

function fits(state: LearnerState, event: LearnerEntry): boolean {
  const { occurredOn: on } = event;
  if (state.registeredOn === null || state.idle.includes(event.id)) return false;
  switch (event.type) {
    case 'LearnerDataChanged':
    case 'ExternalIdGiven':
      return on >= state.registeredOn;
    case 'RepresentativeNamed':
      return !isOfAgeOn(state, on) && !overlapsEarlierTerm(state, event.id);
    case 'ConsentGiven':
      return mayActFor(state, event.data.givenBy, on);
    case 'ConsentWithdrawn':
      return mayActFor(state, event.data.withdrawnBy, on);
    default:
      return true;
  }
}

/** Whether a representative's term has a day in common with an earlier one of the same person. */
function overlapsEarlierTerm({ representatives }: LearnerState, entry: string): boolean {
  return representatives.some(
    (own, at) =>
      own.entry === entry &&
      representatives.slice(0, at).some((one) => one.id === own.id && periodsOverlap(one, own)),
  );
}

/** The day on which the registration was annulled and nothing took its place; null: it was not. */
export function registrationAnnulledOn({ entries }: LearnerRecord): string | null {
  const last = [...entries.values()].findLast(({ event }) => event.type === 'LearnerRegistered');
  return last?.annulled?.actedOn ?? null;
}

import type { Refusal } from '../../../kernel/refusal.ts';
import { commendationOfAnother } from '../../../papers/file/facts/unknown.ts';
import type { LearnerState } from '../../../people/learner/facts/state.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { CommendationState } from '../../commendation/facts/state.ts';
import {
  commendationIsRevoked,
  commendationNotOrdered,
  commendationUnknown,
} from '../../commendation/facts/unknown.ts';
import type { AchievementState } from './state.ts';
import { countsFor, isVerifiedOn } from './state.ts';
import {
  achievementIsAnnulled,
  achievementNotVerified,
  achievementOfAnother,
  achievementUnknown,
  basisNotForKind,
} from './unknown.ts';

/*
 * A result may be based on an achievement (R3 §1.4) or take a commendation into account (R1 §5.5):
 * its `basis` is then `{ kind: 'achievement', id }` or `{ kind: 'commendation', id }`.
 */

/** The result whose basis is checked: whose, of which kind, on which day. */
export interface AssessedResult {
  readonly learner: string;
  /** Kind of the result: `current`, `interim`, … */
  readonly kind: string;
  readonly on: string;
}

/**
 * Refuses what {@link refuseUnlessAchievementIsBasis} and {@link refuseUnlessCommendationIsBasis}
 * refuse, by the kind of the basis. A basis of another kind is not checked here.
 */
export function refuseUnlessBasisAllowed(
  basis: { readonly kind: string; readonly id: string | null } | null,
  restsOn: ResultBasis | undefined,
  result: AssessedResult,
  edition: Edition,
): Refusal | null {
  const id = basis?.id ?? '—';
  if (basis?.kind === 'achievement') {
    const { achievement = null } = restsOn ?? {};
    return refuseUnlessAchievementIsBasis(id, achievement, result, edition);
  }
  if (basis?.kind === 'commendation') {
    return refuseUnlessCommendationIsBasis(id, restsOn?.commendation ?? null, result, edition);
  }
  return null;
}

/**
 * Refuses an achievement as the basis of a result: `basis-not-for-kind` where the regulation does
 * not allow it for this kind of result, `achievement-unknown`, `achievement-annulled`,
 * `achievement-of-another` where it is not the learner's by that day, and
 * `achievement-not-verified` where the regulation asks for verification. R3 §1.4.
 */
export function refuseUnlessAchievementIsBasis(
  achievement: string,
  state: AchievementState | null,
  { learner, kind, on }: AssessedResult,
  { achievements }: Pick<Edition, 'achievements'>,
): Refusal | null {
  const { basisForKinds: kinds, basisMustBeVerified } = achievements;
  if (!kinds.includes(kind)) return basisNotForKind({ basis: achievement, kind, kinds });
  return refuseUnlessAchievementOf(achievement, state, { learner, on }, basisMustBeVerified);
}

/**
 * Refuses `achievement-unknown`, `achievement-annulled`, `achievement-of-another` where the learner
 * did not have the achievement by the day, and `achievement-not-verified` if `mustBeVerified`.
 */
export function refuseUnlessAchievementOf(
  achievement: string,
  state: AchievementState | null,
  { learner, on }: Pick<AssessedResult, 'learner' | 'on'>,
  mustBeVerified: boolean,
): Refusal | null {
  if (state === null || state.id === null) return achievementUnknown({ achievement });
  if (state.annulledOn !== null) {
    return achievementIsAnnulled({ achievement, on: state.annulledOn });
  }
  if (!countsFor(state, learner, on)) return achievementOfAnother({ achievement, learner, on });
  if (mustBeVerified && !isVerifiedOn(state, on))
    return achievementNotVerified({ achievement, on });
  return null;
}

/**
 * Refuses a commendation as the basis of a result: `basis-not-for-kind` where the regulation does
 * not count it for this kind of result, `commendation-unknown`, `commendation-of-another`, and
 * `commendation-not-ordered` or `commendation-revoked` as of the result's day. R1 §5.5.
 */
export function refuseUnlessCommendationIsBasis(
  commendation: string,
  state: CommendationState | null,
  { learner, kind, on }: AssessedResult,
  edition: Pick<Edition, 'commendation'>,
): Refusal | null {
  const { countsIn: kinds } = edition.commendation;
  if (!kinds.includes(kind)) return basisNotForKind({ basis: commendation, kind, kinds });
  if (state === null || state.id === null) return commendationUnknown({ commendation });
  if (state.learner !== learner) return commendationOfAnother({ commendation, learner });
  const { orderedOn, revokedOn } = state;
  if (orderedOn === null || orderedOn > on) return commendationNotOrdered({ commendation });
  if (revokedOn !== null && revokedOn <= on) {
    return commendationIsRevoked({ commendation, on: revokedOn });
  }
  return null;
}

/**
 * The states that a result's basis and conditions refer to, each null where the command names none.
 */
export interface ResultBasis {
  /** The learner, where the command names special conditions. */
  readonly learner: LearnerState | null;
  readonly achievement: AchievementState | null;
  readonly commendation: CommendationState | null;
}

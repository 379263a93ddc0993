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
 * A result may rest on an achievement (R3 §1.4) or take a commendation into account (R1 §5.5):
 * `basis: { kind: 'achievement', id }` or `{ kind: 'commendation', id }`.
 */

/** A result and what it is said to rest on. */
export interface AssessedResult {
  readonly learner: string;
  /** Kind of the result: `current`, `interim`, … */
  readonly kind: string;
  readonly on: string;
}

/**
 * Why a result may not rest on what it names; null: it may, or names neither an achievement nor a
 * commendation. Either is named by its id: `—` stands in the refusal where there is none.
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
 * Why a result may not rest on an achievement; null: it may. Refuses `basis-not-for-kind`,
 * `achievement-unknown`, `achievement-annulled`, `achievement-of-another`,
 * `achievement-not-verified`. R3 §1.4.
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

/** Why an achievement is none of the learner's to rest on that day; null: it is. */
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
 * Why a result may not take a commendation into account; null: it may. Refuses
 * `basis-not-for-kind`, `commendation-unknown`, `commendation-of-another`,
 * `commendation-not-ordered`, `commendation-revoked`. R1 §5.5.
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

/** What a result rests on beside its own record, read where the command names it. */
export interface ResultBasis {
  /** The learner, where special conditions are granted. */
  readonly learner: LearnerState | null;
  readonly achievement: AchievementState | null;
  readonly commendation: CommendationState | null;
}

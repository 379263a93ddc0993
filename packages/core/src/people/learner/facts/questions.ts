import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { LearnerState } from './state.ts';
import { giftedOn, hasSpecialNeedsOn } from './state.ts';
import {
  conditionUnknown,
  conditionsNotForKind,
  conditionsNotOpen,
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

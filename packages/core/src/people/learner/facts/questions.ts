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

/** The assessment at which conditions are granted. */
export interface ConditionsRequest {
  readonly learner: string;
  readonly conditions: readonly string[];
  /** Kind of the assessment. */
  readonly kind: string;
  /** The module, and whether it is taken at the state final attestation; null: the programme. */
  readonly module: { readonly id: string; readonly stateFinal: boolean } | null;
  readonly on: string;
}

/**
 * Why these conditions may not be granted; null: they may, or none are asked for. Special needs
 * open them at every kind that the regulation names; an entry in the state resource does so save
 * in subjects taken at the state final attestation, where the regulation says so. Refuses
 * `condition-unknown`, `conditions-not-for-kind`, `conditions-not-open`, `taken-at-state-final`.
 * Source: R5 §3.4; special needs: 273-FZ art. 79.
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
  const barred = module?.stateFinal === true && kindsNotStateFinal.includes(kind);
  return barred ? takenAtStateFinal({ module: module.id, kind }) : null;
}

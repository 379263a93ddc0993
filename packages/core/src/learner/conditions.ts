import * as z from 'zod';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { specialStatusEnded } from './events.ts';
import type { LearnerState } from './state.ts';
import { giftedOn, hasSpecialNeedsOn } from './state.ts';
import { learnerUnknown } from './unknown.ts';

/*
 * Special conditions of attestation: granted at one assessment to a learner who stands in the state
 * resource on gifted children, or whose special needs are on record. D3, R5 §3.4, R4 §2.2.7.
 */

/** Ends special needs, or the listing as gifted; `on` is the first day without it. D3. */
export const endSpecialStatus = command(
  'end-special-status',
  z.strictObject({
    learner: identifier,
    status: z.enum(['gifted', 'special-needs']),
    on: localDate.optional(),
  }),
);

export const specialStatusNotHeld = refusal(
  'special-status-not-held',
  (d: { learner: string; status: string; on: string }) => ({
    ru: `На ${d.on} у ${d.learner} нет «${d.status}»: прекращать нечего, проверьте дату`,
    en: `On ${d.on} ${d.learner} has no ${d.status}: there is nothing to end, check the day`,
  }),
);

/** Decides `end-special-status`: of what holds on that day. */
export function decideEndSpecialStatus(
  state: LearnerState,
  { learner, status }: z.output<typeof endSpecialStatus.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  const held = status === 'gifted' ? giftedOn(state, on) !== null : hasSpecialNeedsOn(state, on);
  if (!held) return specialStatusNotHeld({ learner, status, on });
  const refs = { learner: [learner] };
  return [specialStatusEnded.draft({ occurredOn: on, refs, data: { learner, status } })];
}

export const conditionUnknown = refusal(
  'condition-unknown',
  (d: { condition: string; known: readonly string[] }) => ({
    ru: `Особого условия «${d.condition}» нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `The regulation has no condition ${d.condition}; it has: ${d.known.join(', ') || '—'}`,
  }),
);

/** R5 §3.4: at interim attestation and at final attestation. */
export const conditionsNotForKind = refusal(
  'conditions-not-for-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `При «${d.kind}» особых условий не бывает; положение даёт их при: ${d.kinds.join(', ')}`,
    en: `No special conditions are granted at ${d.kind}; they are at: ${d.kinds.join(', ')}`,
  }),
);

/** R5 §3.4: only in subjects that are not taken at the state final attestation. */
export const takenAtStateFinal = refusal(
  'taken-at-state-final',
  (d: { module: string; kind: string }) => ({
    ru: `${d.module} сдают на ГИА: при «${d.kind}» это не допускается; выберите другой предмет`,
    en: `${d.module} is taken at the state final attestation: not at ${d.kind}; choose another one`,
  }),
);

export const conditionsNotOpen = refusal(
  'conditions-not-open',
  (d: { learner: string; on: string; grounds: readonly string[] }) => ({
    ru: `На ${d.on} у ${d.learner} нет основания для особых условий (${d.grounds.join(', ')})`,
    en: `On ${d.on} ${d.learner} has no ground for special conditions (${d.grounds.join(', ')})`,
  }),
);

/** The assessment at which conditions are granted. */
export interface ConditionsAsked {
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
  { learner, conditions, kind, module, on }: ConditionsAsked,
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

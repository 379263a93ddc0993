import * as z from 'zod';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { personName } from '../values/person.ts';
import { shortText } from '../values/text.ts';
import {
  consentGiven,
  consentWithdrawn,
  representativeEnded,
  representativeNamed,
} from './events.ts';
import { refuseIfHoldingUnfit } from './learner.ts';
import type { LearnerState } from './state.ts';
import { comesOfAgeOn, representativesOn } from './state.ts';
import { learnerUnknown } from './unknown.ts';

/* Who acts for a learner, and what they consented to. */

/* Commands */

/** `learner` says "the learner themselves" where consents name who gave them. */
const representativeId = identifier.refine(
  (id) => id !== 'learner',
  complaint('id «learner» занят, дайте другой', 'the id "learner" is reserved, give another'),
);

/** Records a minor's representative; rights end at the 18th birthday, or after `until`. D3. */
export const nameRepresentative = command(
  'name-representative',
  z.strictObject({
    learner: identifier,
    representative: representativeId,
    name: personName,
    relation: z.enum(['parent', 'adoptive-parent', 'guardian', 'custodian', 'other']),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['name'],
);

/** Ends a representative's rights; `on` is the first day without them, by default today. */
export const endRepresentative = command(
  'end-representative',
  z.strictObject({
    learner: identifier,
    representative: identifier,
    on: localDate.optional(),
  }),
);

/**
 * Records a consent. It is given by the `learner` of age, or by the id of a representative with
 * rights on the day. Its id is the command's where none is given. R1 §5.3, R1 §6.2.
 */
export const giveConsent = command(
  'give-consent',
  z.strictObject({
    learner: identifier,
    id: identifier.optional(),
    purpose: z.enum(['publication', 'transfer', 'processing']),
    givenBy: identifier,
    scope: shortText(500).optional(),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
  ['scope'],
);

/** Withdraws a consent; it holds no longer from this day on, today where none is given. */
export const withdrawConsent = command(
  'withdraw-consent',
  z.strictObject({
    learner: identifier,
    consent: identifier,
    withdrawnBy: identifier,
    on: localDate.optional(),
  }),
);

/* Refusals */

export const learnerOfAge = refusal('learner-of-age', (d: { learner: string; on: string }) => ({
  ru: `На ${d.on} ${d.learner} совершеннолетний: представитель не нужен, действует сам`,
  en: `On ${d.on} ${d.learner} is of age: they act alone, without a representative`,
}));

export const representativeStanding = refusal(
  'representative-standing',
  (d: { representative: string; from: string }) => ({
    ru: `${d.representative} уже представитель с ${d.from}: сначала прекратите полномочия`,
    en: `${d.representative} is a representative since ${d.from} already: end their rights first`,
  }),
);

export const representativeUnknown = refusal(
  'representative-unknown',
  (d: { representative: string; on: string }) => ({
    ru: `На ${d.on} ${d.representative} не представитель: назовите представителя с правами`,
    en: `On ${d.on} ${d.representative} is no representative with rights: name one who is`,
  }),
);

export const representativeOutOfOrder = refusal(
  'representative-out-of-order',
  (d: { on: string; standing: string }) => ({
    ru: `${d.on} раньше последней записи о представителе (${d.standing}): дайте более позднюю дату`,
    en: `${d.on} is before the representative's last fact (${d.standing}): give a later day`,
  }),
);

export const minorActsAlone = refusal(
  'minor-acts-alone',
  (d: { learner: string; on: string; representatives: readonly string[] }) => ({
    ru: `На ${d.on} ${d.learner} моложе 18 лет: нужен представитель (${list(d, 'нет')})`,
    en: `On ${d.on} ${d.learner} is under 18: a representative has to (${list(d, 'none')})`,
  }),
);

const list = (d: { representatives: readonly string[] }, none: string): string =>
  d.representatives.join(', ') || none;

export const consentUnknown = refusal('consent-unknown', (d: { consent: string }) => ({
  ru: `Согласия ${d.consent} нет: проверьте id`,
  en: `There is no consent ${d.consent}: check the id`,
}));

export const consentIsWithdrawn = refusal(
  'consent-withdrawn',
  (d: { consent: string; from: string }) => ({
    ru: `Согласие ${d.consent} отозвано с ${d.from}: отзывать больше нечего`,
    en: `Consent ${d.consent} is withdrawn from ${d.from} on: there is nothing left to withdraw`,
  }),
);

export const withdrawalBeforeConsent = refusal(
  'withdrawal-before-consent',
  (d: { on: string; from: string }) => ({
    ru: `${d.on} раньше дня согласия (${d.from}): дайте более позднюю дату`,
    en: `${d.on} is before the day of the consent (${d.from}): give a later day`,
  }),
);

/* Decide */

export function decideRepresentative(
  state: LearnerState,
  input: z.output<typeof nameRepresentative.schema>,
  on: string,
): Decision {
  const { learner, representative, name, relation, until } = input;
  const no = refuseIfHoldingUnfit(state, learner, on, until);
  if (no !== null) return no;
  if (isOfAge(state, on)) return learnerOfAge({ learner, on });
  const last = state.representatives.findLast((one) => one.id === representative);
  if (last !== undefined) {
    const standing = last.endedFrom ?? last.from;
    if (on < standing) return representativeOutOfOrder({ on, standing });
    const over = last.endedFrom !== null || (last.until !== null && last.until < on);
    if (!over) return representativeStanding({ representative, from: last.from });
  }
  const data = { learner, representative, relation, name: { value: name }, until };
  return [representativeNamed.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

export function decideEndRepresentative(
  state: LearnerState,
  { learner, representative }: z.output<typeof endRepresentative.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  const last = state.representatives.findLast((one) => one.id === representative);
  if (last === undefined) return representativeUnknown({ representative, on });
  const standing = last.endedFrom ?? last.from;
  if (on < standing) return representativeOutOfOrder({ on, standing });
  if (!representativesOn(state, on).includes(last)) {
    return representativeUnknown({ representative, on });
  }
  const data = { learner, representative };
  return [representativeEnded.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

export function decideConsent(
  state: LearnerState,
  input: WithId<z.output<typeof giveConsent.schema>>,
  on: string,
): Decision {
  const { learner, id: consent, purpose, givenBy, scope, until } = input;
  const no =
    refuseIfHoldingUnfit(state, learner, on, until) ??
    refuseUnlessMayAct(state, learner, givenBy, on);
  if (no !== null) return no;
  if (Object.hasOwn(state.consents, consent))
    return alreadyExists({ kind: 'consent', id: consent });
  const covers = scope === undefined ? {} : { scope: { value: scope } };
  const data = { learner, consent, purpose, givenBy, until, ...covers };
  return [consentGiven.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

export function decideWithdrawal(
  state: LearnerState,
  { learner, consent, withdrawnBy }: z.output<typeof withdrawConsent.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  const standing = Object.hasOwn(state.consents, consent) ? state.consents[consent] : undefined;
  if (standing === undefined) return consentUnknown({ consent });
  if (standing.withdrawnFrom !== null) {
    return consentIsWithdrawn({ consent, from: standing.withdrawnFrom });
  }
  if (on < standing.from) return withdrawalBeforeConsent({ on, from: standing.from });
  const no = refuseUnlessMayAct(state, learner, withdrawnBy, on);
  if (no !== null) return no;
  const data = { learner, consent, withdrawnBy };
  return [consentWithdrawn.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/**
 * A learner of age acts alone, a minor through a representative with rights on the day; where the
 * day of birth is not known, both may (R1 §5.3, Civil Code art. 21, 26, 28).
 */
function refuseUnlessMayAct(
  state: LearnerState,
  learner: string,
  actsAs: string,
  on: string,
): Refusal | null {
  const standing = representativesOn(state, on).map((one) => one.id);
  if (actsAs === 'learner') {
    const minor = comesOfAgeOn(state) !== null && !isOfAge(state, on);
    return minor ? minorActsAlone({ learner, on, representatives: standing }) : null;
  }
  return standing.includes(actsAs) ? null : representativeUnknown({ representative: actsAs, on });
}

function isOfAge(state: LearnerState, on: string): boolean {
  const age = comesOfAgeOn(state);
  return age !== null && on >= age;
}

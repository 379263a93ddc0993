import type * as z from 'zod';
import { alreadyExists } from '../../acting/exists.ts';
import type { WithId } from '../../acting/on.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type {
  endRepresentative,
  giveConsent,
  nameRepresentative,
  withdrawConsent,
} from './commands.ts';
import { refuseIfUnknownOrReversed } from './decide.ts';
import {
  consentGiven,
  consentWithdrawn,
  representativeEnded,
  representativeNamed,
} from './facts/events.ts';
import type { LearnerState } from './facts/state.ts';
import { comesOfAgeOn, representativesOn } from './facts/state.ts';
import { learnerUnknown, representativeUnknown } from './facts/unknown.ts';
import {
  consentIsWithdrawn,
  consentUnknown,
  learnerOfAge,
  minorActsAlone,
  representativeOutOfOrder,
  representativeStanding,
  withdrawalBeforeConsent,
} from './refusals.ts';

/** Decides `name-representative`. The learner must be a minor or of unknown age. D3. */
export function decideRepresentative(
  state: LearnerState,
  input: z.output<typeof nameRepresentative.schema>,
  on: string,
): Decision {
  const { learner, representative, name, relation, until } = input;
  const no = refuseIfUnknownOrReversed(state, learner, on, until);
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

/** Decides `end-representative`. The person must have rights on that day. D3. */
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

/** Decides `give-consent`. The giver must be allowed to act for the learner. 152-FZ art. 9. */
export function decideConsent(
  state: LearnerState,
  input: WithId<z.output<typeof giveConsent.schema>>,
  on: string,
): Decision {
  const { learner, id: consent, purpose, givenBy, scope, until } = input;
  const no =
    refuseIfUnknownOrReversed(state, learner, on, until) ??
    refuseUnlessMayAct(state, learner, givenBy, on);
  if (no !== null) return no;
  if (Object.hasOwn(state.consents, consent))
    return alreadyExists({ kind: 'consent', id: consent });
  const covers = scope === undefined ? {} : { scope: { value: scope } };
  const data = { learner, consent, purpose, givenBy, until, ...covers };
  return [consentGiven.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** Decides `withdraw-consent`, by whoever may act for the learner then. 152-FZ art. 9. */
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
 * Refuses whoever may not act for a learner. A learner of age acts alone, a minor through a
 * representative with rights on that day; where the day of birth is unknown, both may act. Refuses
 * `minor-acts-alone`, `representative-unknown`. R1 §5.3, Civil Code art. 21, 26, 28.
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

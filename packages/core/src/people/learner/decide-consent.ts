import type * as z from 'zod';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import type { Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
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
import { refuseUnlessMayAct } from './facts/questions.ts';
import type { LearnerState } from './facts/state.ts';
import { isOfAgeOn, periodsOverlap, representativesOn } from './facts/state.ts';
import { learnerUnknown, representativeUnknown } from './facts/unknown.ts';
import {
  consentIsWithdrawn,
  consentUnknown,
  learnerOfAge,
  representativeStanding,
  scopePaperMissing,
  withdrawalBeforeConsent,
} from './refusals.ts';

/**
 * Decides `name-representative`. The learner must be a minor or of unknown age. A term may lie
 * before another of the same person, and must not overlap it. Less than full rights rest on a
 * paper. D3, RK 1.16, Family Code art. 66, 69, 73.
 */
export function decideRepresentative(
  state: LearnerState,
  input: z.output<typeof nameRepresentative.schema>,
  on: string,
  { sender }: { readonly sender: Pick<Sender, 'ground'> },
): Decision {
  const { learner, representative, name, relation, scope, until } = input;
  const no = refuseIfUnknownOrReversed(state, learner, on, until);
  if (no !== null) return no;
  if (isOfAgeOn(state, on)) return learnerOfAge({ learner, on });
  const asked = { from: on, until, endedFrom: null };
  const standing = state.representatives.find(
    (one) => one.id === representative && periodsOverlap(one, asked),
  );
  if (standing !== undefined) {
    return representativeStanding({ representative, from: standing.from });
  }
  if (scope !== 'full' && !SCOPE_PAPERS.includes(sender.ground?.kind ?? '')) {
    return scopePaperMissing({ representative, scope, kinds: SCOPE_PAPERS });
  }
  const limited = scope === 'full' ? {} : { scope };
  const data = { learner, representative, relation, name: { value: name }, until, ...limited };
  return [representativeNamed.draft({ occurredOn: on, refs: { learner: [learner] }, data })];
}

/** The kinds of paper that leave a representative less than full rights. RK 1.16. */
const SCOPE_PAPERS: readonly string[] = ['court', 'guardianship'];

/** Decides `end-representative`. The person must have rights on that day. D3. */
export function decideEndRepresentative(
  state: LearnerState,
  { learner, representative }: z.output<typeof endRepresentative.schema>,
  on: string,
): Decision {
  if (!state.registered) return learnerUnknown({ learner });
  if (!representativesOn(state, on).some(({ id }) => id === representative)) {
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
  if (state.consents[consent] !== undefined) {
    return alreadyExists({ kind: 'consent', id: consent });
  }
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
  const standing = state.consents[consent];
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

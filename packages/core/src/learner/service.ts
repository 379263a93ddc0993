import { on } from '../acting/on.ts';
import { receipt } from '../acting/receipt.ts';
import { service } from '../acting/service.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { readToday } from '../regulation/today.ts';
import { decideEndSpecialStatus, endSpecialStatus } from './conditions.ts';
import {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
  endRepresentative,
  giveConsent,
  nameRepresentative,
  withdrawConsent,
} from './consent.ts';
import {
  changeLearner,
  decideChange,
  decideGifted,
  decideRegister,
  decideSpecialNeeds,
  listAsGifted,
  recordSpecialNeeds,
  registerLearner,
} from './learner.ts';
import { learnerDecider } from './state.ts';

const onLearner = on({
  fold: learnerDecider,
  key: ({ learner }: { readonly learner: string }) => [learner],
  answer: receipt,
});

/**
 * Learners: personal data, representatives, consents, special conditions. D3.
 *
 * @example
 * must(await learnerService(session).register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
 */
export const learnerService = service({
  /**
   * Registers a learner, once. The answer's `id` is the one given, or the command's.
   * Refuses `learner-exists`, `birth-date-ahead`. D3, R1 §3.2.
   */
  register: onLearner.create(registerLearner, { context: dayOf, decide: decideRegister }),

  /** Records new personal data, as of a day. Refuses `learner-unknown`, `learner-data-out-of-order`. */
  change: onLearner(changeLearner, { context: dayOf, decide: decideChange }),

  /** Names who represents a minor. Refuses `learner-of-age`, `representative-standing`. */
  nameRepresentative: onLearner(nameRepresentative, {
    context: dayOf,
    decide: decideRepresentative,
  }),

  /** Ends a representation, on a day. Refuses `representative-unknown`. */
  endRepresentative: onLearner(endRepresentative, {
    context: dayOf,
    decide: decideEndRepresentative,
  }),

  /** Records a consent; the answer's `id` names it. Refuses `consent-exists`, `minor-acts-alone`. */
  giveConsent: onLearner.answering(giveConsent, {
    context: dayOf,
    decide: (state, input, day, { id }) => decideConsent(state, input, day, id),
    answer: (outcome) => {
      const [given] = outcome.events;
      return { ...receipt(outcome), id: given?.type === 'ConsentGiven' ? given.data.consent : '' };
    },
  }),

  /** Records that a consent no longer holds. Refuses `consent-unknown`, `consent-is-withdrawn`. */
  withdrawConsent: onLearner(withdrawConsent, { context: dayOf, decide: decideWithdrawal }),

  /** Records special educational needs, on a document. Refuses `learner-unknown`. R1 §6.2. */
  recordSpecialNeeds: onLearner(recordSpecialNeeds, { context: dayOf, decide: decideSpecialNeeds }),

  /** Records that the state resource lists the learner as gifted. Refuses `learner-unknown`. */
  listAsGifted: onLearner(listAsGifted, { context: dayOf, decide: decideGifted }),

  /** Ends a special status, on a day. Refuses `special-status-not-held`. */
  endSpecialStatus: onLearner(endSpecialStatus, { context: dayOf, decide: decideEndSpecialStatus }),
});

/** The day of an act: the one given, or today. */
async function dayOf(
  session: Desk,
  { on: given }: { readonly on?: string | undefined },
): Promise<string | Refusal> {
  return given ?? readToday(session);
}

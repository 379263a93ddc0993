import { withDefaultId, on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { readDate } from '../../rules/regulation/facts/reading.ts';
import {
  changeLearner,
  endRepresentative,
  endSpecialStatus,
  giveConsent,
  listAsGifted,
  nameRepresentative,
  recordSpecialNeeds,
  registerLearner,
  withdrawConsent,
} from './commands.ts';
import { decideEndSpecialStatus } from './decide-conditions.ts';
import {
  decideConsent,
  decideEndRepresentative,
  decideRepresentative,
  decideWithdrawal,
} from './decide-consent.ts';
import { decideChange, decideGifted, decideRegister, decideSpecialNeeds } from './decide.ts';
import { learnerFold } from './facts/state.ts';

const onLearner = on({
  fold: learnerFold,
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
  register: onLearner.create(registerLearner, { context: readDate, decide: decideRegister }),

  /**
   * Records new personal data, as of a day.
   * Refuses `learner-unknown`, `learner-data-out-of-order`. D3.
   */
  change: onLearner(changeLearner, { context: readDate, decide: decideChange }),

  /**
   * Names who represents a minor.
   * Refuses `learner-of-age`, `representative-standing`. D3.
   */
  nameRepresentative: onLearner(nameRepresentative, {
    context: readDate,
    decide: decideRepresentative,
  }),

  /**
   * Ends a representation, on a day.
   * Refuses `representative-unknown`. D3.
   */
  endRepresentative: onLearner(endRepresentative, {
    context: readDate,
    decide: decideEndRepresentative,
  }),

  /**
   * Records a consent. The answer's `id` names it.
   * Refuses `consent-exists`, `minor-acts-alone`. D3, 152-FZ art. 9.
   */
  giveConsent: onLearner.answering(giveConsent, {
    context: readDate,
    decide: withDefaultId(decideConsent),
    answer: (outcome) => {
      const [given] = outcome.events;
      return { ...receipt(outcome), id: given?.type === 'ConsentGiven' ? given.data.consent : '' };
    },
  }),

  /**
   * Records that a consent was withdrawn.
   * Refuses `consent-unknown`, `consent-is-withdrawn`. D3, 152-FZ art. 9.
   */
  withdrawConsent: onLearner(withdrawConsent, { context: readDate, decide: decideWithdrawal }),

  /**
   * Records special educational needs, on a document.
   * Refuses `learner-unknown`. D3, R1 §6.2.
   */
  recordSpecialNeeds: onLearner(recordSpecialNeeds, {
    context: readDate,
    decide: decideSpecialNeeds,
  }),

  /**
   * Records that the state resource lists the learner as gifted.
   * Refuses `learner-unknown`. D3.
   */
  listAsGifted: onLearner(listAsGifted, { context: readDate, decide: decideGifted }),

  /**
   * Ends a special status, on a day.
   * Refuses `special-status-not-held`. D3.
   */
  endSpecialStatus: onLearner(endSpecialStatus, {
    context: readDate,
    decide: decideEndSpecialStatus,
  }),
});

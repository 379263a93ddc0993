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
 * Learners: personal data, representatives, consents, special needs and listings as gifted. D3.
 *
 * @example
 * must(await learnerService(session).register({ id: 'l-1', name: 'Ильина Анна Петровна' }));
 */
export const learnerService = service({
  /**
   * Registers a learner. The answer's `id` is the given one, or else the command's id.
   * Refuses `already-exists`, `birth-date-ahead`, `regulation-missing`. D3, R1 §3.2.
   */
  register: onLearner.create(registerLearner, { context: readDate, decide: decideRegister }),

  /**
   * Records new personal data from a day on; fields that are not given stay as they are.
   * Refuses `learner-unknown`, `learner-data-out-of-order`, `birth-date-ahead`. D3.
   */
  change: onLearner(changeLearner, { context: readDate, decide: decideChange }),

  /**
   * Records a minor's legal representative.
   * Refuses `learner-unknown`, `learner-of-age`, `representative-standing`,
   * `representative-out-of-order`, `period-reversed`. D3.
   */
  nameRepresentative: onLearner(nameRepresentative, {
    context: readDate,
    decide: decideRepresentative,
  }),

  /**
   * Ends a representative's rights; the given day is the first without them.
   * Refuses `learner-unknown`, `representative-unknown`, `representative-out-of-order`. D3.
   */
  endRepresentative: onLearner(endRepresentative, {
    context: readDate,
    decide: decideEndRepresentative,
  }),

  /**
   * Records a consent. The answer's `id` is the consent's.
   * Refuses `learner-unknown`, `already-exists`, `minor-acts-alone`, `representative-unknown`,
   * `period-reversed`. D3, R1 §5.3, §6.2, 152-FZ art. 9.
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
   * Records that a consent was withdrawn; the given day is the first without it.
   * Refuses `learner-unknown`, `consent-unknown`, `consent-withdrawn`,
   * `withdrawal-before-consent`, `minor-acts-alone`, `representative-unknown`. D3, 152-FZ art. 9.
   */
  withdrawConsent: onLearner(withdrawConsent, { context: readDate, decide: decideWithdrawal }),

  /**
   * Records special educational needs from a day on.
   * Refuses `learner-unknown`, `period-reversed`. D3, R4 §2.2.7, R5 §2.2.
   */
  recordSpecialNeeds: onLearner(recordSpecialNeeds, {
    context: readDate,
    decide: decideSpecialNeeds,
  }),

  /**
   * Records that the state resource on gifted children lists the learner.
   * Refuses `learner-unknown`, `period-reversed`. D3, R5 §3.4.
   */
  listAsGifted: onLearner(listAsGifted, { context: readDate, decide: decideGifted }),

  /**
   * Ends special needs or the listing as gifted; the given day is the first without it.
   * Refuses `learner-unknown`, `special-status-not-held`. D3.
   */
  endSpecialStatus: onLearner(endSpecialStatus, {
    context: readDate,
    decide: decideEndSpecialStatus,
  }),
});

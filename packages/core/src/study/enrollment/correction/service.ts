import { service } from '../../../acting/service.ts';
import { onResults } from '../assessment/service.ts';
import { keepingCompletion } from '../life/decide-kept.ts';
import {
  annulAssessment,
  correctAbsence,
  correctAssessment,
  countersignCorrection,
  declineCorrection,
  withdrawCorrection,
} from './commands.ts';
import { readCorrection, readPuttingRight, readSigned } from './context.ts';
import { decideCorrectAbsence } from './decide-absence.ts';
import { decideAnnul } from './decide-annulment.ts';
import { decideCorrect } from './decide-correction.ts';
import { decideCountersign, decideDecline, decideWithdraw } from './decide-countersignature.ts';

/**
 * Corrections of results, which may be countersigned, declined or withdrawn; and annulments.
 * D7, R2 §2.3.
 *
 * @example
 * await correctionService(session).correct({ enrollment: 'l-1.mentor.1', replaces: mark.eventId,
 *   value: '4', words: 'четыре', reason: 'арифметическая ошибка', signer: 'p-9' });
 */
export const correctionService = service({
  /**
   * Corrects a result: the earlier value stays beside the new one, with reason and signer. The
   * answer's `eventId` names the correction, which may wait for its countersignature.
   * Refuses `not-in-force`, `same-value`, `scale-stays`, `correction-waiting`,
   * `corrector-must-sign`, `reason-missing`, `words-missing`, `words-disagree`, `not-the-author`,
   * `absence-basis-missing`, `absent-from-lesson`, `completion-undone`, `paper-carrier-unknown`,
   * `paper-other-day`, `office-not-entitled`, `not-appointed`, `order-required`,
   * `ground-place-missing`. D7, R2 §2.3, RK 1.9, 1.12.
   */
  correct: onResults(correctAssessment, {
    context: readCorrection,
    decide: keepingCompletion(decideCorrect),
  }),

  /**
   * Corrects the code of an absence, such as absent to ill, on the paper that is the ground. What
   * rests on it follows: the debt of an absence that is excused now is no debt.
   * Refuses `completion-undone`, `not-an-absence`, `not-in-force`, `same-absence`,
   * `not-in-regulation`, `absence-paper-missing`, `reason-missing`, `office-not-entitled`,
   * `not-appointed`, `order-required`, `ground-place-missing`. RK 1.4, 1.9.
   */
  correctAbsence: onResults(correctAbsence, {
    context: readPuttingRight,
    decide: keepingCompletion(decideCorrectAbsence),
  }),

  /**
   * Countersigns a waiting correction, so that it takes effect.
   * Refuses `correction-unknown`, `correction-not-waiting`, `same-person`, `same-actor`,
   * `completion-undone`, `office-not-entitled`, `not-appointed`. D7.
   */
  countersign: onResults(countersignCorrection, {
    context: readSigned,
    decide: keepingCompletion(decideCountersign),
  }),

  /**
   * Declines a waiting correction: the earlier mark stays in force.
   * Refuses `correction-unknown`, `correction-not-waiting`, `same-person`,
   * `office-not-entitled`, `not-appointed`. D7.
   */
  declineCorrection: onResults(declineCorrection, { context: readSigned, decide: decideDecline }),

  /**
   * Withdraws a waiting correction; only its signer may.
   * Refuses `correction-unknown`, `correction-not-waiting`, `not-the-signer`. D7.
   */
  withdrawCorrection: onResults(withdrawCorrection, {
    context: readSigned,
    decide: decideWithdraw,
  }),

  /**
   * Annuls a result that was recorded in error, with its corrections.
   * Refuses `completion-undone`, `entry-rested-on`, `not-first-record`, `already-annulled`,
   * `result-unknown`, `reason-missing`, `office-not-entitled`, `not-appointed`, `order-required`,
   * `ground-place-missing`. D7, RK 1.9.
   */
  annul: onResults(annulAssessment, {
    context: readPuttingRight,
    decide: keepingCompletion(decideAnnul),
  }),
});

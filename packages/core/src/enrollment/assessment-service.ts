import { on } from '../acting/on.ts';
import { receipt } from '../acting/receipt.ts';
import { service } from '../acting/service.ts';
import { annulAssessment, decideAnnul } from './annulment.ts';
import { readCrediting, readRecording, readSigned } from './assessment-context.ts';
import { decideRecordAssessment, recordAssessment } from './assessment.ts';
import { correctAssessment, decideCorrect } from './correction.ts';
import {
  countersignCorrection,
  decideCountersign,
  decideDecline,
  decideWithdraw,
  declineCorrection,
  withdrawCorrection,
} from './countersignature.ts';
import { creditResult, decideCredit } from './credit.ts';
import { enrollmentDecider } from './state.ts';

const onResults = on({
  fold: enrollmentDecider,
  key: ({ enrollment }: { readonly enrollment: string }) => [enrollment],
  answer: receipt,
});

/**
 * Results of learners: recorded, credited, corrected, annulled. `eventId` of an answer names the
 * result in a later command. D6, D7, D11.
 *
 * @example
 * const mark = must(await assessmentService(session).record({ enrollment: 'l-1.mentor.1',
 *   module: 'safety', value: '3', on: '2026-10-05', assessor: 'p-9' }));
 * await assessmentService(session).correct({ enrollment: 'l-1.mentor.1', replaces: mark.eventId,
 *   value: '4', words: 'четыре', reason: 'арифметическая ошибка', signer: 'p-9' });
 */
export const assessmentService = service({
  /**
   * Records a result: a mark, or why there is none. The answer's `eventId` names it.
   * Refuses `already-assessed`, `not-on-scale`, `module-unknown`, `not-appointed`,
   * `outside-study`, `dated-ahead`, `retake-not-waiting`, `protocol-needed`, `debts-open`,
   * `final-not-last`. D6, R2 §2.2.
   */
  record: onResults(recordAssessment, { context: readRecording, decide: decideRecordAssessment }),

  /**
   * Credits a result that was achieved elsewhere, on the decision that granted it.
   * Refuses `credit-decision-missing`, `credit-not-granted`, `credited-already`,
   * `achieved-later`, `not-appointed`, `already-assessed`, `not-on-scale`. D11, 273-FZ art. 34.
   */
  credit: onResults(creditResult, { context: readCrediting, decide: decideCredit }),

  /**
   * Corrects a result: the earlier value stays beside the new one, with reason and signer. The
   * answer's `eventId` names the correction, which may wait for its countersignature.
   * Refuses `not-in-force`, `same-value`, `correction-waiting`, `corrector-must-sign`,
   * `reason-missing`, `words-missing`, `words-disagree`, `office-not-entitled`, `not-appointed`,
   * `order-required`. D7, R2 §2.3.
   */
  correct: onResults(correctAssessment, { context: readSigned, decide: decideCorrect }),

  /**
   * Countersigns a correction that waits, so that it comes into force.
   * Refuses `correction-unknown`, `correction-not-waiting`, `same-person`, `same-actor`,
   * `office-not-entitled`, `not-appointed`. D7.
   */
  countersign: onResults(countersignCorrection, { context: readSigned, decide: decideCountersign }),

  /**
   * Declines a correction that waits: the result stays as it was.
   * Refuses `correction-unknown`, `correction-not-waiting`, `same-person`,
   * `office-not-entitled`, `not-appointed`. D7.
   */
  declineCorrection: onResults(declineCorrection, { context: readSigned, decide: decideDecline }),

  /**
   * Withdraws a correction that waits: only who signed it may do so.
   * Refuses `correction-unknown`, `correction-not-waiting`, `not-the-signer`. D7.
   */
  withdrawCorrection: onResults(withdrawCorrection, {
    context: readSigned,
    decide: decideWithdraw,
  }),

  /**
   * Annuls a result that should never have been recorded, with all that rests on it.
   * Refuses `not-first-record`, `already-annulled`, `result-unknown`, `reason-missing`,
   * `office-not-entitled`, `not-appointed`, `order-required`. D7.
   */
  annul: onResults(annulAssessment, { context: readSigned, decide: decideAnnul }),
});

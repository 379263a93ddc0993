import { on } from '../../acting/on.ts';
import { applicationPaper, standingOn } from '../../acting/own-paper.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  annulCreditEntry,
  applyForCredit,
  compareCredit,
  decideCreditApplication,
  withdrawCredit,
} from './commands.ts';
import {
  readAnnulment,
  readApplication,
  readComparison,
  readCredit,
  readDecision,
} from './context.ts';
import { decideCreditDecision } from './decide-decision.ts';
import { decideAnnulCreditEntry } from './decide-entry.ts';
import { decideApplyForCredit, decideCompareCredit, decideWithdrawCredit } from './decide.ts';
import type { CreditState } from './facts/state.ts';
import { creditFold } from './facts/state.ts';

/** Answer of a command about an application: later commands name it by `credit`. */
export interface CreditReceipt extends Receipt {
  readonly credit: string;
}

/**
 * Declares operations on applications for credit, for this service and the notes of the process.
 */
export const onCredit = on({
  fold: creditFold,
  key: ({ credit }: { readonly credit: string }) => [credit],
  answer: (outcome): CreditReceipt => ({ ...receipt(outcome), credit: streamId(outcome) }),
});

/** The application, on which its comparison and decision stand. */
const applicationOf = ({ application }: CreditState) => application;

/**
 * Applications for credit (зачёт): made, compared, decided, withdrawn. The process `creditGranting`
 * then records what is granted in the enrollment. D11, R4 §2.2.9, R5 §1.2, §5.
 *
 * @example
 * const { credit } = must(await creditService(session).apply({ enrollment: 'l-1.mentor.1',
 *   applicant: { representative: 'r-1' }, wanted: [{ module: 'safety', kind: 'interim' }],
 *   source: { kind: 'other-organisation', organisation: 'Школа № 5' },
 *   document: { title: 'Справка', number: '7' }, on: '2026-10-05' }));
 */
export const creditService = service({
  /**
   * Records that a learner or a representative applies for credit of an earlier result or of an
   * achievement. The answer's `credit` names the application.
   * Refuses `already-exists`, `enrollment-unknown`, `credit-source-unknown`,
   * `credit-applicant-unknown`, `representative-unknown`, `representative-scope`,
   * `achievement-of-another`.
   * D11, R4 §2.2.9, R5 §1.2, §5.
   */
  apply: onCredit.begin(applyForCredit, {
    context: readCredit,
    decide: standingOn(decideApplyForCredit, (_, { on: day }) => applicationPaper(day)),
  }),

  /**
   * Records, subject by subject, a comparison of programmes or a re-assessment, which the decision
   * may need. The answer's `credit` names the application.
   * Refuses `credit-unknown`, `credit-decided-already`, `credit-not-wanted`,
   * `credit-method-unknown`, `entry-contradicted`, `not-appointed`. D11, R5 §5.2.
   */
  compare: onCredit(compareCredit, {
    context: readComparison,
    decide: standingOn(decideCompareCredit, applicationOf),
  }),

  /**
   * Decides an application: grants all subjects, some of them, or none. The answer's `credit` names
   * the application.
   * Refuses `credit-not-compared`, `credit-undocumented`, `reason-missing`,
   * `credit-uncontrolled`, `not-listed-as-gifted`, `achievement-not-for-kind`,
   * `entry-contradicted`, `not-appointed`. D11, R5 §1.2, §5.
   */
  decide: onCredit(decideCreditApplication, {
    context: readDecision,
    decide: standingOn(decideCreditDecision, applicationOf),
  }),

  /**
   * Withdraws an application before it is decided, because credit depends on the learner's will.
   * The answer's `credit` names the application.
   * Refuses `credit-unknown`, `credit-decided-already`, `credit-withdrawn`,
   * `credit-applicant-unknown`, `entry-contradicted`. D11, R5 §5.
   */
  withdraw: onCredit(withdrawCredit, {
    context: (session, input) => readApplication(session, input),
    decide: standingOn(decideWithdrawCredit, applicationOf),
  }),

  /**
   * Annuls a step that was entered in error; enter it anew where it has another day or value. A
   * step on which others rest is annulled after them, and a decision after the results that were
   * credited by it. What an annulled decision granted is not recorded in the enrollment any more.
   * The answer's `credit` names the application.
   * Refuses `credit-unknown`, `entry-unknown`, `entry-annulled-already`, `entry-rested-on`,
   * `reason-missing`, `not-appointed`, `office-not-entitled`. D11, RK 1.8.
   */
  annulEntry: onCredit(annulCreditEntry, {
    context: readAnnulment,
    decide: decideAnnulCreditEntry,
  }),
});

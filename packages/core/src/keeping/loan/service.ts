import { readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { annulLoanEntry, lendRecord, returnLoan } from './commands.ts';
import { readLoan } from './context.ts';
import { decideAnnulLoanEntry, decideLend, decideReturnLoan } from './decide.ts';
import { loanKey } from './facts/questions.ts';
import { loanFold } from './facts/state.ts';

const onLoans = on({
  fold: loanFold,
  key: ({ record }: { readonly record: string }) => [loanKey(record)],
  answer: receipt,
});

/**
 * Loans of archived records to a department, and their return. D18.
 *
 * @example
 * must(await loanService(session).lend({ record: 'file-l-1.1', borrower: 'p-2',
 *   unit: 'Учебный отдел', purpose: 'справка', until: '2027-03-15', signer: 'p-3',
 *   on: '2027-03-01' }));
 */
export const loanService = service({
  /**
   * Records that the archive lent a record to a person of a unit until a day. A record is lent to
   * one person at a time, and not before the archive took it over.
   * Refuses `record-unknown`, `not-in-archive`, `carrier-sought`, `carrier-seized`, `record-lent`,
   * `act-out-of-order`, `entry-contradicted`, `not-appointed`. D18.
   */
  lend: onLoans(lendRecord, { context: readLoan, decide: decideLend }),

  /**
   * Records that a lent record was returned, with the defects that were found.
   * Refuses `record-not-lent`, `act-out-of-order`, `entry-contradicted`, `not-appointed`,
   * `office-not-entitled`. D18.
   */
  takeBack: onLoans(returnLoan, { context: readSignedAct, decide: decideReturnLoan }),

  /**
   * Annuls a loan or a return that was entered in error; enter it anew where it has another day or
   * value. A loan is annulled after its return.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D18, RK 1.8.
   */
  annulEntry: onLoans(annulLoanEntry, { context: readSignedAct, decide: decideAnnulLoanEntry }),
});

import { on } from '../../../acting/on.ts';
import { receipt } from '../../../acting/receipt.ts';
import { service } from '../../../acting/service.ts';
import { enrollmentFold } from '../facts/state.ts';
import { readEnrollmentContext } from '../life/context.ts';
import {
  expireDebt,
  grantRetake,
  informOfDebts,
  pauseDebtTerm,
  raiseDebt,
  settleDebt,
  withdrawRetake,
} from './commands.ts';
import { readGranting } from './context.ts';
import {
  decideExpireDebt,
  decidePauseDebtTerm,
  decideRaiseDebt,
  decideSettleDebt,
} from './decide-debt.ts';
import { decideGrantRetake, decideInformOfDebts, decideWithdrawRetake } from './decide-retake.ts';

const onDebts = on({
  fold: enrollmentFold,
  key: ({ enrollment }: { readonly enrollment: string }) => [enrollment],
  answer: receipt,
});

/**
 * Academic debts and retakes of learners. A retake is taken by `assessments.record` with `retake`.
 * D9, 273-FZ art. 58.
 *
 * @example
 * const debt = must(await school.debts.raise({ enrollment: 'l-1.mentor.1', result: failed,
 *   on: '2026-11-02' }));
 * await school.debts.grantRetake({ enrollment: 'l-1.mentor.1', of: debt.eventId,
 *   plannedOn: '2026-11-20', on: '2026-11-03' });
 */
export const debtService = service({
  /**
   * Raises an academic debt from an assessment that was failed, or missed without an excuse. The
   * answer's `eventId` names the debt.
   * Refuses `nothing-owed`, `absence-excused`, `no-debt-of-kind`, `debt-open-already`,
   * `debt-has-expired`, `debt-before-result`, `result-unknown`, `outside-study`.
   * D9, 273-FZ art. 58.
   */
  raise: onDebts(raiseDebt, { context: readEnrollmentContext, decide: decideRaiseDebt }),

  /**
   * Excludes days, such as an illness, from the term of a debt, so that its deadline is later.
   * Refuses `not-in-regulation`, `period-reversed`, `debt-unknown`, `debt-not-open`.
   * D9, 273-FZ art. 58 part 5.
   */
  pauseTerm: onDebts(pauseDebtTerm, {
    context: readEnrollmentContext,
    decide: decidePauseDebtTerm,
  }),

  /**
   * Settles a debt by a passing result or a credit.
   * Refuses `does-not-settle`, `result-unknown`, `debt-unknown`, `debt-not-open`,
   * `act-out-of-order`. D9, 273-FZ art. 58.
   */
  settle: onDebts(settleDebt, { context: readEnrollmentContext, decide: decideSettleDebt }),

  /**
   * Records that a debt was not settled within its term, or that its retakes are used up.
   * Refuses `debt-term-runs`, `debt-unknown`, `debt-not-open`, `act-out-of-order`.
   * D9, 273-FZ art. 58 part 11.
   */
  expire: onDebts(expireDebt, { context: readEnrollmentContext, decide: decideExpireDebt }),

  /**
   * Grants a retake of a debt or failed result for a day. The answer's `eventId` names the grant.
   * Refuses `retake-waits`, `retakes-used-up`, `retake-needs-commission`, `retake-too-early`,
   * `retake-after-term`, `debt-not-raised`, `commission-not-for`, `order-required`.
   * D9, 273-FZ art. 58 parts 5-6.
   */
  grantRetake: onDebts(grantRetake, { context: readGranting, decide: decideGrantRetake }),

  /**
   * Withdraws a granted retake that was not taken.
   * Refuses `retake-unknown`, `retake-not-waiting`, `retake-too-early`. D9.
   */
  withdrawRetake: onDebts(withdrawRetake, {
    context: readEnrollmentContext,
    decide: decideWithdrawRetake,
  }),

  /**
   * Records that learner or representative was informed of the debts, and how.
   * Refuses `not-in-regulation`, `outside-study`, `dated-ahead`. D9, 273-FZ art. 58.
   */
  inform: onDebts(informOfDebts, { context: readEnrollmentContext, decide: decideInformOfDebts }),
});

import type * as z from 'zod';
import { keyedBy } from '../../../acting/keyed-by.ts';
import { on } from '../../../acting/on.ts';
import type { Receipt } from '../../../acting/receipt.ts';
import { customOperation, service } from '../../../acting/service.ts';
import type { Session } from '../../../acting/session.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Result } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Debt } from '../facts/debt-questions.ts';
import { readStudy } from '../facts/reading.ts';
import { enrollmentFold } from '../facts/state.ts';
import { readEnrollmentContext } from '../life/context.ts';
import {
  annulDebtEntry,
  correctPause,
  grantRetake,
  informOfDebts,
  moveRetake,
  pauseDebtTerm,
  raiseDebt,
  withdrawRetake,
} from './commands.ts';
import { readGranting, readSignedEntry } from './context.ts';
import { decidePauseDebtTerm, findDebt } from './decide-debt.ts';
import { decideAnnulDebtEntry, decideCorrectPause } from './decide-entry.ts';
import {
  decideGrantRetake,
  decideInformOfDebts,
  decideMoveRetake,
  decideWithdrawRetake,
} from './decide-retake.ts';

const onDebts = on({ fold: enrollmentFold, ...keyedBy('enrollment') });

/**
 * Academic debts and retakes of learners. A retake is taken by `assessments.record` with `retake`.
 * D9, 273-FZ art. 58.
 *
 * @example
 * const debt = must(await school.debts.raise({ enrollment: 'l-1.mentor.1', result: failed }));
 * await school.debts.grantRetake({ enrollment: 'l-1.mentor.1', of: debt.eventId,
 *   plannedOn: '2026-11-20', on: '2026-11-03' });
 */
export const debtService = service({
  /**
   * Finds the academic debt of a failed result, or of a kind in a module; `eventId` of the answer
   * names it in later commands. A debt arises, is settled and expires by the results alone: nothing
   * is stored.
   * Refuses `nothing-owed`, `absence-excused`, `no-debt-of-kind`, `not-planned`, `result-unknown`,
   * `result-annulled`. D9, RK 1.2, 273-FZ art. 58.
   */
  raise: customOperation(raiseDebt, answerDebt),

  /**
   * Excludes days, such as an illness, from the term of a debt, so that its deadline is later. It
   * may be entered after the term was over: the debt is then open again.
   * Refuses `not-in-regulation`, `period-reversed`, `debt-unknown`.
   * D9, 273-FZ art. 58 part 5.
   */
  pauseTerm: onDebts(pauseDebtTerm, {
    context: readEnrollmentContext,
    decide: decidePauseDebtTerm,
  }),

  /**
   * Grants a retake of a failed result for a day. The answer's `eventId` names the grant.
   * Refuses `retake-waits`, `retakes-used-up`, `retake-needs-commission`, `retake-too-early`,
   * `retake-after-term`, `nothing-owed`, `debt-not-open`, `commission-not-for`, `order-required`.
   * D9, 273-FZ art. 58 parts 5-6.
   */
  grantRetake: onDebts(grantRetake, { context: readGranting, decide: decideGrantRetake }),

  /**
   * Moves a granted retake to another day within the term.
   * Refuses `retake-unknown`, `retake-not-waiting`, `retake-too-early`, `retake-after-term`. D9.
   */
  moveRetake: onDebts(moveRetake, { context: readEnrollmentContext, decide: decideMoveRetake }),

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

  /**
   * Annuls a pause, a grant, move or withdrawal of a retake, or a notice, as entered in error.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`, `ground-place-missing`. RK 1.8, 1.9.
   */
  annul: onDebts(annulDebtEntry, { context: readSignedEntry, decide: decideAnnulDebtEntry }),

  /**
   * Corrects the days or the reason of a pause.
   * Refuses `entry-unknown`, `entry-of-another-kind`, `entry-annulled-already`,
   * `not-in-regulation`, `period-reversed`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`, `ground-place-missing`. RK 1.8, 1.9.
   */
  correctPause: onDebts(correctPause, { context: readSignedEntry, decide: decideCorrectPause }),
});

/** Answer of `raise`: the debt as it stands. It names the failed result, which is its id. */
export interface OwedDebt extends Receipt, Pick<Debt, 'debt' | 'on' | 'status' | 'deadline'> {
  readonly attemptsUsed: number;
}

async function answerDebt(
  session: Session,
  { input }: ReceivedCommand<z.output<typeof raiseDebt.schema>>,
): Promise<Result<OwedDebt>> {
  const context = await readStudy(session, { enrollment: input.enrollment });
  if (isRefusal(context)) return { ok: false, refusal: context };
  const { state, stream } = await session.load(enrollmentFold, input.enrollment);
  const found = findDebt(state, input, context);
  if (isRefusal(found)) return { ok: false, refusal: found };
  const { debt, status, deadline, attemptsUsed, failed } = found;
  const named = { eventId: debt, stream, ...failed.at };
  return { ok: true, value: { ...named, debt, on: found.on, status, deadline, attemptsUsed } };
}

import { readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import { service } from '../../acting/service.ts';
import { annulAcquaintance, recordAcquaintance } from './commands.ts';
import { readAcquaintance } from './context.ts';
import { decideAnnulAcquaintance, decideRecordAcquaintance } from './decide.ts';
import { acquaintanceFold } from './facts/state.ts';
import { acquaintanceReceipt } from './receipt.ts';

const key = ({ sheet }: { readonly sheet: string }) => [sheet];
const onSheet = on({ fold: acquaintanceFold, key, answer: acquaintanceReceipt });

/**
 * Sheets on which learners, or the representatives of minors, sign that they were made acquainted
 * with requirements, or that they have seen the diary. R2 §1.5, R5 §2.3.
 *
 * @example
 * const { lines } = must(await acquaintanceService(session).record({
 *   subject: { kind: 'regulation' }, lines: [{ learner: 'l-1' }, { learner: 'l-2', by: 'r-2' }],
 *   signer: 'p-9', on: '2026-09-02' }));
 */
export const acquaintanceService = service({
  /**
   * Enters a whole sheet, one line a learner. The receipt's `lines` has the event id of each.
   * Refuses `already-exists`, `requirements-edition-unknown`, `programme-unknown`,
   * `learner-unknown`, `signed-after-sheet`, `act-out-of-order`, `minor-acts-alone`,
   * `representative-unknown`, `representative-scope`, `not-appointed`, `office-not-entitled`. R2
   * §1.5, R5 §2.3.
   */
  record: onSheet.begin(recordAcquaintance, {
    context: readAcquaintance,
    decide: decideRecordAcquaintance,
  }),

  /**
   * Annuls a line that was entered in error; enter it anew on a sheet with its true day.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. RK 1.8.
   */
  annulEntry: onSheet(annulAcquaintance, {
    context: readSignedAct,
    decide: decideAnnulAcquaintance,
  }),
});

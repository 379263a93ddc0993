import { readSignedAct } from '../../acting/context.ts';
import { withDefaultId } from '../../acting/default-id.ts';
import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  annulRetentionEntry,
  approvePermanentLists,
  endNeed,
  liftHold,
  placeHold,
} from './commands.ts';
import { readAnnulRetentionEntry, readHold, readNeed } from './context.ts';
import {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './decide-hold.ts';
import { decideAnnulRetentionEntry } from './decide-put-right.ts';
import { retentionFold } from './facts/state.ts';

/** Declares operations on the one stream of holds, decisions on the need, and releases. */
export const onRetention = on({
  fold: retentionFold,
  key: (_input: object) => ['main'],
  answer: receipt,
});

/**
 * Retention: holds, decisions that a carrier is no longer needed, and inventories of permanent
 * keeping. D19, R1 §7.4.
 *
 * @example
 * must(await retentionService(session).hold({ id: 'audit-2027', scope: { kind: 'all' },
 *   reason: 'проверка', signer: 'p-1', on: '2027-03-01' }));
 */
export const retentionService = service({
  /**
   * Places a hold on everything, a learner's records, one record or a carrier, because nothing is
   * destroyed under a hold. The command's id is the hold's id where `id` is left out.
   * Refuses `already-exists`, `learner-unknown`, `record-unknown`, `carrier-unknown`,
   * `period-reversed`, `not-appointed`, `office-not-entitled`. D19, RK 1.11.
   */
  hold: onRetention(placeHold, { context: readHold, decide: withDefaultId(decidePlaceHold) }),

  /**
   * Lifts a hold.
   * Refuses `hold-unknown`, `hold-lifted`, `act-out-of-order`, `not-appointed`. D19.
   */
  lift: onRetention(liftHold, { context: readSignedAct, decide: decideLiftHold }),

  /**
   * Records the decision that a carrier of a record is no longer needed, which ends a term of that
   * kind.
   * Refuses `unneeded-already`, `carrier-holds-other`, `term-not-by-need`, `term-runs`,
   * `record-unknown`, `not-appointed`. D19, R2 §3.5, R4 §6.4.
   */
  endNeed: onRetention(endNeed, { context: readNeed, decide: decideEndNeed }),

  /**
   * Records that the inventories of permanent keeping of a year were approved, because carriers are
   * selected for destruction only after them.
   * Refuses `permanent-lists-stand`, `act-out-of-order`, `not-appointed`. D19.
   */
  approvePermanentLists: onRetention(approvePermanentLists, {
    context: readSignedAct,
    decide: decideApprovePermanentLists,
  }),

  /**
   * Annuls a hold, its lifting, a decision on the need, an approval of lists, or an entry about the
   * presence or the seizure of carriers that was made in error; enter it anew where it has another
   * day or value. What one command entered is annulled together: a seizure with its holds. After
   * the lifting is annulled, the hold is in force again. A lifted hold is annulled after its
   * lifting, and what carriers were released on after their release.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D19, RK 1.8.
   */
  annulEntry: onRetention(annulRetentionEntry, {
    context: readAnnulRetentionEntry,
    decide: decideAnnulRetentionEntry,
  }),
});

import { readSigned } from '../../acting/context.ts';
import { named, on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { approvePermanentLists, endNeed, liftHold, placeHold } from './commands.ts';
import { readNeed } from './context.ts';
import {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './decide-hold.ts';
import { retentionFold } from './facts/state.ts';

/** Declares operations on the one stream of holds, needs and releases: `retention-main`. */
export const onRetention = on({
  fold: retentionFold,
  key: (_input: object) => ['main'],
  answer: receipt,
});

/**
 * Retention: holds, the need of carriers, and the lists of what is kept for ever. D19, R1 §7.4.
 *
 * @example
 * must(await retentionService(session).hold({ id: 'audit-2027', scope: { kind: 'all' },
 *   reason: 'проверка', signer: 'p-1', on: '2027-03-01' }));
 */
export const retentionService = service({
  /**
   * Places a hold on everything, a learner's records, one record or a carrier, because nothing is
   * destroyed under a hold. The hold's id is the one given, or the command's; the answer says where
   * the fact stands.
   * Refuses `already-exists`, `carrier-unknown`, `not-appointed`, `office-not-entitled`. D19.
   */
  hold: onRetention(placeHold, { context: readSigned, decide: named(decidePlaceHold) }),

  /**
   * Lifts a hold. The receipt says where the event is stored.
   * Refuses `hold-unknown`, `hold-lifted`, `act-out-of-order`, `not-appointed`. D19.
   */
  lift: onRetention(liftHold, { context: readSigned, decide: decideLiftHold }),

  /**
   * Records the decision that a carrier of a record is no longer needed, which ends a term of that
   * kind. The receipt says where the event is stored.
   * Refuses `unneeded-already`, `carrier-holds-other`, `term-not-by-need`, `term-runs`,
   * `record-unknown`, `not-appointed`. D19, R2 §3.5, R4 §6.4.
   */
  endNeed: onRetention(endNeed, { context: readNeed, decide: decideEndNeed }),

  /**
   * Records that the inventories of permanent keeping of a year were approved, because carriers are
   * selected for destruction only after them. The receipt says where the event is stored.
   * Refuses `permanent-lists-stand`, `act-out-of-order`, `not-appointed`. D19.
   */
  approvePermanentLists: onRetention(approvePermanentLists, {
    context: readSigned,
    decide: decideApprovePermanentLists,
  }),
});

import { onAct } from '../act/service.ts';
import { readSigned } from '../acting/context.ts';
import { named, on } from '../acting/on.ts';
import { receipt } from '../acting/receipt.ts';
import { service } from '../acting/service.ts';
import {
  approvePermanentLists,
  approveSelection,
  callOffSelection,
  drawUpErasureAct,
  endNeed,
  liftHold,
  orderErasure,
  placeHold,
  recordDestruction,
  selectCarriers,
} from './commands.ts';
import {
  readApproval,
  readDestruction,
  readErasure,
  readErasureSigners,
  readNeed,
  readSelection,
} from './context.ts';
import { decideDrawUpErasure, decideRecordDestruction } from './destruction.ts';
import { decideOrderErasure } from './erasure.ts';
import {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './hold.ts';
import { retentionDecider } from './retention.ts';
import { decideApprove, decideCallOff, decideSelect } from './selection.ts';

/** Declares operations on the one stream of holds, needs and releases: `retention-main`. */
export const onRetention = on({
  fold: retentionDecider,
  key: (_input: object) => ['main'],
  answer: receipt,
});

/**
 * Retention: holds, the need of carriers, acts of destruction and of erasure. Between an approval
 * or an order and its end the process `actProcess` releases or erases what is listed. D19, R1 §7.4.
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
   * Refuses `hold-id-taken`, `carrier-unknown`, `not-appointed`, `office-not-entitled`. D19.
   */
  hold: onRetention(placeHold, { context: readSigned, decide: named(decidePlaceHold) }),

  /**
   * Lifts a hold. The answer says where the fact stands.
   * Refuses `hold-unknown`, `hold-lifted`, `act-out-of-order`, `not-appointed`. D19.
   */
  lift: onRetention(liftHold, { context: readSigned, decide: decideLiftHold }),

  /**
   * Records the decision that a carrier of a record is no longer needed, which ends a term of that
   * kind. The answer says where the fact stands.
   * Refuses `unneeded-already`, `carrier-holds-other`, `term-not-by-need`, `term-runs`,
   * `record-unknown`, `not-appointed`. D19, R2 §3.5, R4 §6.4.
   */
  endNeed: onRetention(endNeed, { context: readNeed, decide: decideEndNeed }),

  /**
   * Records that the inventories of permanent keeping of a year were approved, because carriers are
   * selected for destruction only after them. The answer says where the fact stands.
   * Refuses `permanent-lists-stand`, `act-out-of-order`, `not-appointed`. D19.
   */
  approvePermanentLists: onRetention(approvePermanentLists, {
    context: readSigned,
    decide: decideApprovePermanentLists,
  }),

  /**
   * Draws up an act that selects carriers for destruction whose terms are over. The answer's `act`
   * names it.
   * Refuses `act-id-taken`, `act-target-twice`, `term-runs`, `still-needed`, `under-hold`,
   * `permanent-lists-missing`, `not-appointed`. D19, R1 §7.4, R2 §3.3-3.5.
   */
  select: onAct.begin(selectCarriers, { context: readSelection, decide: decideSelect }),

  /**
   * Gives the next approval of a selection; the last one releases what is listed. The answer's
   * `act` names the act.
   * Refuses `act-unknown`, `act-not-ready`, `approval-not-next`, `protocol-required`,
   * `not-appointed`. D19.
   */
  approve: onAct(approveSelection, { context: readApproval, decide: decideApprove }),

  /**
   * Calls a selection off before its last approval, or where nothing could be released. The
   * answer's `act` names the act.
   * Refuses `act-unknown`, `act-not-ready`, `act-out-of-order`, `not-appointed`. D19.
   */
  callOff: onAct(callOffSelection, { context: readApproval, decide: decideCallOff }),

  /**
   * Records how the released carriers were destroyed, and who signs for it. The answer's `act`
   * names the act.
   * Refuses `act-not-ready`, `act-outstanding`, `nothing-released`, `under-hold`,
   * `destroyers-few`, `not-appointed`. D19.
   */
  recordDestruction: onAct(recordDestruction, {
    context: readDestruction,
    decide: decideRecordDestruction,
  }),

  /**
   * Orders that the personal data of records is erased, once every carrier that holds them was
   * released. The answer's `act` names it.
   * Refuses `act-id-taken`, `erasure-by-key`, `under-hold`, `record-still-kept`,
   * `record-in-no-carrier`, `not-appointed`. D19, 152-FZ art. 21.
   */
  orderErasure: onAct.begin(orderErasure, { context: readErasure, decide: decideOrderErasure }),

  /**
   * Draws up the act of erasure from what was erased. The answer's `act` names the act.
   * Refuses `act-not-ready`, `act-outstanding`, `nothing-released`, `act-out-of-order`,
   * `not-appointed`. D19, 152-FZ art. 21.
   */
  drawUpErasureAct: onAct(drawUpErasureAct, {
    context: readErasureSigners,
    decide: decideDrawUpErasure,
  }),
});

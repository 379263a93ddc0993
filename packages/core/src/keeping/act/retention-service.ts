import { actPaper, standingOn } from '../../acting/own-paper.ts';
import { service } from '../../acting/service.ts';
import {
  readAnnulActEntry,
  readCorrectActEntry,
  readApproval,
  readApprove,
  readDestruction,
  readErasure,
  readErasureSigners,
  readSelection,
} from './context.ts';
import { decideCorrectActEntry } from './decide-correct.ts';
import { decideDrawUpErasure, decideRecordDestruction } from './decide-destruction.ts';
import { decideOrderErasure } from './decide-erasure.ts';
import { decideAnnulActEntry } from './decide-put-right.ts';
import { decideApprove, decideCallOff, decideSelect } from './decide-selection.ts';
import type { ActState } from './facts/state.ts';
import {
  annulActEntry,
  approveSelection,
  callOffSelection,
  correctActEntry,
  drawUpErasureAct,
  orderErasure,
  recordDestruction,
  selectCarriers,
} from './retention-commands.ts';
import { onAct } from './service.ts';

/** An act that is drawn up with its number. */
const numberedAct = (
  _: ActState,
  { number, on: day }: { readonly number: string; readonly on: string },
) => actPaper(number, day);

/** The act of selection, on which its approvals stand where they have no protocol. */
const selectionOf = ({ selection }: ActState) =>
  selection === null ? null : actPaper(selection.number, selection.date);

/**
 * Acts of destruction and of erasure. After the last approval or the order, the process
 * `actProcess` releases or erases what is listed; then the act is closed. D19, R1 §7.4.
 *
 * @example
 * const { act } = must(await retentionActService(session).select({ items, signer: 'p-1',
 *   on: '2032-02-01' }));
 */
export const retentionActService = service({
  /**
   * Draws up an act that selects carriers for destruction whose terms are over. The receipt's `act`
   * is its id.
   * Refuses `already-exists`, `act-target-twice`, `term-runs`, `still-needed`, `under-hold`,
   * `permanent-lists-missing`, `not-appointed`. D19, R1 §7.4, R2 §3.3-3.5.
   */
  select: onAct.begin(selectCarriers, {
    context: readSelection,
    decide: standingOn(decideSelect, numberedAct),
  }),

  /**
   * Gives the next approval of a selection. The last one releases what is listed.
   * Refuses `act-unknown`, `act-not-ready`, `approval-not-next`, `protocol-required`,
   * `not-appointed`, and the last one `still-needed` and `permanent-lists-missing` where what the
   * selection rests on was annulled, `act-outstanding` until releases of an annulled approval are
   * taken back. D19.
   */
  approve: onAct(approveSelection, {
    context: readApprove,
    decide: standingOn(decideApprove, selectionOf),
  }),

  /**
   * Calls a selection off before its last approval, or where nothing could be released.
   * Refuses `act-unknown`, `act-not-ready`, `act-out-of-order`, `not-appointed`. D19.
   */
  callOff: onAct(callOffSelection, {
    context: readApproval,
    decide: standingOn(decideCallOff, selectionOf),
  }),

  /**
   * Records how the released carriers were destroyed, and who signs for it.
   * Refuses `act-not-ready`, `act-outstanding`, `nothing-released`, `under-hold`, `destroyers-few`,
   * `not-appointed`. D19.
   */
  recordDestruction: onAct(recordDestruction, {
    context: readDestruction,
    decide: standingOn(decideRecordDestruction, numberedAct),
  }),

  /**
   * Orders that the personal data of records is erased, once every carrier that has them was
   * released. The receipt's `act` is the act's id.
   * Refuses `already-exists`, `erasure-by-key`, `under-hold`, `record-still-kept`,
   * `record-in-no-carrier`, `not-appointed`. D19, 152-FZ art. 21.
   */
  orderErasure: onAct.begin(orderErasure, { context: readErasure, decide: decideOrderErasure }),

  /**
   * Draws up the act of erasure from what was erased.
   * Refuses `act-not-ready`, `act-outstanding`, `nothing-released`, `act-out-of-order`,
   * `not-appointed`. D19, 152-FZ art. 21.
   */
  drawUpErasureAct: onAct(drawUpErasureAct, {
    context: readErasureSigners,
    decide: standingOn(decideDrawUpErasure, numberedAct),
  }),

  /**
   * Annuls a step of an act of destruction or erasure that was entered in error, or a destruction
   * that did not take place; the true step is entered anew, in the same act. After the last
   * approval is annulled, the process `actProcess` takes back what was released on it. Each step is
   * annulled after those that follow it. What was erased stays erased, and so do the steps that led
   * to it.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `act-outstanding`,
   * `values-erased`, `act-unknown`, `reason-missing`, `not-appointed`, `office-not-entitled`. D19,
   * RK 1.8.
   */
  annulActEntry: onAct(annulActEntry, {
    context: readAnnulActEntry,
    decide: decideAnnulActEntry,
  }),

  /**
   * Corrects in place the number, day, method or persons of a destruction that took place, or of an
   * act of erasure; the earlier entry stays readable. It needs nothing that was erased since.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-unchanged`,
   * `act-out-of-order`, `under-hold`, `destroyers-few`, `retention-word-unknown`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D19, RK 1.8.
   */
  correctActEntry: onAct(correctActEntry, {
    context: readCorrectActEntry,
    decide: decideCorrectActEntry,
  }),
});

import { readDayOf } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import { actPaper, standingOn } from '../../acting/own-paper.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  acceptTransfer,
  beginTransfer,
  callOffTransfer,
  drawUpAct,
  refuseTransfer,
  signAct,
} from './commands.ts';
import { readBeginning, readSigning } from './context.ts';
import {
  decideAcceptTransfer,
  decideBeginTransfer,
  decideCallOffTransfer,
  decideDrawUpAct,
  decideRefuseTransfer,
  decideSignAct,
} from './decide-transfer-acts.ts';
import type { TransferState } from './facts/state.ts';
import { transferFold } from './facts/state.ts';

/** The receipt of a transfer's command. */
export interface TransferReceipt extends Receipt {
  /** The transfer's id, for later commands. */
  readonly transfer: string;
}

/**
 * Declares operations on the stream of a transfer: people's here, the process's notes in
 * `notes-service.ts`.
 */
export const onTransfer = on({
  fold: transferFold,
  key: ({ transfer }: { readonly transfer: string }) => [transfer],
  answer: (outcome): TransferReceipt => ({ ...receipt(outcome), transfer: streamId(outcome) }),
});

/** The act of transfer, on which its signing, acceptance and refusal stand; null before it. */
const actOf = ({ act }: TransferState) => (act === null ? null : actPaper(act.number, act.date));

/**
 * Transfers to the archive: begun with a list of records, drawn up, signed, accepted or refused.
 * Between these steps the process `archiveTransfer` hands over, closes or returns the records. D18,
 * R1 §7.
 *
 * @example
 * const { transfer } = must(await transferService(session).begin({
 *   records: ['journal-m-1.safety.2026'], group: 'm-1', handsOver: 'p-9', on: '2027-07-01' }));
 */
export const transferService = service({
  /**
   * Begins a transfer of the listed records, which are closed to change from their hand-over on.
   * The receipt's `transfer` is its id.
   * Refuses `already-exists`, `record-listed-twice`, `group-unknown`, `act-out-of-order`,
   * `not-appointed`. D18, R1 §7.2.
   */
  begin: onTransfer.begin(beginTransfer, { context: readBeginning, decide: decideBeginTransfer }),

  /**
   * Draws up the act of transfer from the records that were handed over.
   * Refuses `transfer-unknown`, `transfer-not-ready`, `records-outstanding`, `nothing-noted`. D18.
   */
  drawUpAct: onTransfer(drawUpAct, {
    context: readDayOf,
    decide: standingOn(decideDrawUpAct, (_, { number, on: day }) => actPaper(number, day)),
  }),

  /**
   * Signs the act for the unit that hands over, in an office that the regulation names.
   * Refuses `transfer-not-ready`, `act-out-of-order`, `not-appointed`, `office-not-entitled`. D18.
   */
  sign: onTransfer(signAct, { context: readSigning, decide: standingOn(decideSignAct, actOf) }),

  /**
   * Accepts a signed act for the archive. The records stay closed to ordinary change.
   * Refuses `nothing-noted`, `transfer-not-ready`, `signs-for-both-sides`, `not-appointed`. D18, R1
   * §7.1.
   */
  accept: onTransfer(acceptTransfer, {
    context: readSigning,
    decide: standingOn(decideAcceptTransfer, actOf),
  }),

  /**
   * Refuses a signed act for the archive with its defects. The records are opened again.
   * Refuses `transfer-not-ready`, `record-not-listed`, `not-appointed`, `office-not-entitled`. D18.
   */
  refuse: onTransfer(refuseTransfer, {
    context: readSigning,
    decide: standingOn(decideRefuseTransfer, actOf),
  }),

  /**
   * Calls a transfer off before it is accepted. What was handed over is returned.
   * Refuses `transfer-unknown`, `transfer-over`, `act-out-of-order`, `not-appointed`. D18.
   */
  callOff: onTransfer(callOffTransfer, {
    context: readSigning,
    decide: standingOn(decideCallOffTransfer, actOf),
  }),
});

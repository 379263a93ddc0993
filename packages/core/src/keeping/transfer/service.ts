import { readDayOf } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
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
import { transferFold } from './facts/state.ts';

/** What a step of a transfer answers: `transfer` names it from now on. */
export interface TransferReceipt extends Receipt {
  readonly transfer: string;
}

/** Declares operations on transfers: people's here, those of `archiveTransfer` in its notes. */
export const onTransfer = on({
  fold: transferFold,
  key: ({ transfer }: { readonly transfer: string }) => [transfer],
  answer: (outcome): TransferReceipt => ({ ...receipt(outcome), transfer: streamId(outcome) }),
});

/**
 * Transfers to the archive: begun with a list of records, drawn up, signed, accepted or refused.
 * The process `archiveTransfer` does between the steps what they owe to the records. D18, R1 §7.
 *
 * @example
 * const { transfer } = must(await transferService(session).begin({
 *   records: ['journal-m-1.safety.2026'], group: 'm-1', handsOver: 'p-9', on: '2027-07-01' }));
 */
export const transferService = service({
  /**
   * Begins a transfer of the listed records, which stand still from their hand-over on. The
   * receipt's `transfer` names it.
   * Refuses `already-exists`, `record-listed-twice`, `group-unknown`, `act-out-of-order`,
   * `not-appointed`. D18, R1 §7.2.
   */
  begin: onTransfer.begin(beginTransfer, { context: readBeginning, decide: decideBeginTransfer }),

  /**
   * Draws up the act of transfer from the records that were noted. The receipt's `transfer` names
   * the transfer.
   * Refuses `transfer-unknown`, `transfer-not-ready`, `records-outstanding`, `nothing-noted`. D18.
   */
  drawUpAct: onTransfer(drawUpAct, { context: readDayOf, decide: decideDrawUpAct }),

  /**
   * Signs the act for the side that hands over, in an office that the regulation names. The
   * receipt's `transfer` names the transfer.
   * Refuses `transfer-not-ready`, `act-out-of-order`, `not-appointed`, `office-not-entitled`. D18.
   */
  sign: onTransfer(signAct, { context: readSigning, decide: decideSignAct }),

  /**
   * Accepts a signed act for the archive, which closes the records to ordinary change. The receipt's
   * `transfer` names the transfer.
   * Refuses `nothing-noted`, `transfer-not-ready`, `signs-for-both-sides`, `not-appointed`.
   * D18, R1 §7.1.
   */
  accept: onTransfer(acceptTransfer, { context: readSigning, decide: decideAcceptTransfer }),

  /**
   * Refuses a signed act for the archive with its defects, and the records are opened again. The
   * receipt's `transfer` names the transfer.
   * Refuses `transfer-not-ready`, `record-not-listed`, `not-appointed`, `office-not-entitled`. D18.
   */
  refuse: onTransfer(refuseTransfer, { context: readSigning, decide: decideRefuseTransfer }),

  /**
   * Takes a transfer back before it is accepted; what was handed over is returned. The receipt's
   * `transfer` names the transfer.
   * Refuses `transfer-unknown`, `transfer-over`, `act-out-of-order`, `not-appointed`. D18.
   */
  callOff: onTransfer(callOffTransfer, { context: readSigning, decide: decideCallOffTransfer }),
});

import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import { certifyPrintout, voidPrintout } from './commands.ts';
import { readCertifying, readSheetsPlace, readSignedAct, readSigning } from './context.ts';
import { decideCertify, decideVoidPrintout } from './decide.ts';
import { printoutFold } from './facts/state.ts';
import { readSettling } from './settling-context.ts';
import type { VoidSheet } from './sheet/commands.ts';
import { settleSheets, signSheets, voidSheet } from './sheet/commands.ts';
import { decideSettleSheets } from './sheet/decide-settle.ts';
import { decideSignSheets, decideVoidSheet } from './sheet/decide.ts';
import type { SheetEvent } from './sheet/facts/state.ts';
import { sheetFold } from './sheet/facts/state.ts';

/** The receipt of signed sheets: their numbers, and the period that they are numbered in. */
export interface SheetsReceipt extends Receipt {
  readonly period: string;
  readonly firstSheet: number;
  readonly lastSheet: number;
}

const onPrintout = on({ fold: printoutFold, ...keyedBy('printout') });

const onSheets = on({
  fold: sheetFold,
  key: ({ carrier, volume, period }: Pick<VoidSheet, 'carrier' | 'volume' | 'period'>) => [
    carrier,
    volume,
    period,
  ],
  answer: receipt,
});

/**
 * Certified printouts, and signed sheets of carriers on paper. `source` is what a page states at
 * its foot. D21.
 *
 * @example
 * const { last, event, recordedAt, digest } = page.basis;
 * must(await printoutService(session).certify({ form: 'journal',
 *   records: ['journal-m-1.safety.2026'], source: { last, event, recordedAt, digest },
 *   sheets: 12, stitched: true, sealed: false, signer: 'p-1' }));
 */
export const printoutService = service({
  /**
   * Certifies a printout as a true copy of the record. The receipt's `id` is the one given, or the
   * command's.
   * Refuses `already-exists`, `form-not-certified`, `form-not-approved`, `stitching-missing`,
   * `seal-missing`, `print-source-unknown`, `office-not-entitled`, `not-appointed`. D21, R4 §5.3
   * §6.5, R5 §4.7.
   */
  certify: onPrintout.create(certifyPrintout, { context: readCertifying, decide: decideCertify }),

  /**
   * Declares a certified printout void, for a reason of the regulation.
   * Refuses `printout-unknown`, `printout-voided-already`, `void-reason-unknown`,
   * `office-not-entitled`, `not-appointed`, `act-out-of-order`. D21.
   */
  void: onPrintout(voidPrintout, { context: readSignedAct, decide: decideVoidPrintout }),

  /**
   * Signs printed sheets of a paper carrier under the next numbers, which the receipt states.
   * Refuses `sheet-out-of-order`, `carrier-unknown`, `carrier-not-paper`, `carrier-not-kept`,
   * `form-not-approved`, `signer-twice`, `print-source-unknown`, `not-appointed`. D21, R1 §4.2, R2
   * §2.2, R3 §3.3, R5 §4.3.1.
   */
  signSheets: onSheets.where(signSheets, {
    where: readSheetsPlace,
    context: readSigning,
    decide: (state, input, context, { period }) =>
      decideSignSheets(state, { ...input, period }, context),
    answer: (outcome, { period }) => sheetsReceipt(outcome, period),
  }),

  /**
   * Signs what is owed on sheets whose facts have changed since: a correction sheet, or new sheets
   * in place of the old ones, which are void by this act; for the changes that it names. To take it
   * back, declare its sheets void: the changes are owed again.
   * Refuses `sheet-unknown`, `sheet-voided-already`, `sheet-is-correction`, `settled-otherwise`,
   * `change-unknown`, `change-shown-already`, `change-not-on-page`, `change-settled-already`,
   * `corrector-signs-not`, `void-reason-unknown`, and as `signSheets` does. R1 §4.2, R2 §2.2-2.3,
   * R3 §3.3, R5 §4.3.1.
   */
  settleSheets: onSheets.answering(settleSheets, {
    context: readSettling,
    decide: decideSettleSheets,
    answer: (outcome, { period }) => sheetsReceipt(outcome, period),
  }),

  /**
   * Declares a signed sheet void, for a reason of the regulation; its number stays used.
   * Refuses `sheet-unknown`, `sheet-voided-already`, `void-reason-unknown`,
   * `office-not-entitled`, `not-appointed`, `act-out-of-order`. D21.
   */
  voidSheet: onSheets(voidSheet, { context: readSignedAct, decide: decideVoidSheet }),
});

function sheetsReceipt(outcome: Outcome<SheetEvent>, period: string): SheetsReceipt {
  const data = outcome.events[0]?.data;
  const { firstSheet = 0, lastSheet = 0 } = data && 'firstSheet' in data ? data : {};
  return { ...receipt(outcome), period, firstSheet, lastSheet };
}

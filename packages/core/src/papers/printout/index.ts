/*
 * A printout of the record that was certified as a true copy; signed sheets are in `sheet/`.
 * Stream: `<org>.printout-<id>`.
 * Events: PrintoutCertified, PrintoutVoided; SheetsSigned and SheetVoided for sheets.
 * Commands: certify and void (the offices of the form's rule in `certification` of the section
 * `printouts`); signSheets, settleSheets and voidSheet (its `sheets.offices`, or those of
 * `sheets.byCarrier`).
 * Rules: certification in `decide.ts`, sheets in `sheet/decide.ts`; `context.ts` checks that the
 * page names a real event of the history.
 * Sources: D21, R1 §4.2, R2 §2.2, R4 §5.3, §6.5, R5 §4.7.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { printoutService } from './service.ts';
export type { SheetsReceipt } from './service.ts';

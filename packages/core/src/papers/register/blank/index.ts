/*
 * The stock of one kind of accountable blank, and the register that each range is assigned to.
 * Stream: `<org>.blank-<kind>`; spoil, writeOff and release are appended to the register's stream.
 * Events: BlanksReceived, BlanksAssigned, either annulled by BlankStockEntryAnnulled; in the
 * register BlankSpoilt, BlanksWrittenOff, BlanksReleased, any annulled by BlankEntryAnnulled.
 * Commands: receive, assign, spoil, writeOff, release (`blankOffices` of the section `documents`);
 * annulStockEntry, annulEntry, correctStockEntry, correctEntry (`correction.entryOffices`).
 * Rules: the stock in `decide.ts`; use, spoilage and release in `decide-in-register.ts`; what rests
 * on an entry that is annulled or corrected in `decide-put-right.ts`; arithmetic of ranges in
 * `../facts/blank-questions.ts`.
 * Source: D15 (strict accounting).
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { blankService } from './service.ts';

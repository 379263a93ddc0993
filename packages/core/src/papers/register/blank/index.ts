/*
 * The stock of one kind of accountable blank, and the register that each range is assigned to.
 * Stream: `<org>.blank-<kind>`; spoil, writeOff and release are appended to the register's stream.
 * Events: BlanksReceived, BlanksAssigned; in the register BlankSpoilt, BlanksWrittenOff,
 * BlanksReleased.
 * Commands: receive, assign, spoil, writeOff, release (`blankOffices` of the section `documents`).
 * Rules: the stock in `decide.ts`; use, spoilage and release in `decide-in-register.ts`; arithmetic
 * of ranges in `../facts/blank-questions.ts`.
 * Source: D15 (strict accounting).
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { blankService } from './service.ts';

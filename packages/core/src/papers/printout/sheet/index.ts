/*
 * The signed sheets of one volume of a carrier on paper, numbered without gaps through a period.
 * Stream: `<org>.sheet-<carrier>.<volume>.<period>`. Events: SheetsSigned, SheetVoided, declared
 * with those of the printout.
 * Commands: signSheets, settleSheets (what is owed where their facts have changed) and voidSheet of
 * the printout service, by `sheets` of the section `printouts`. Rules: `decide.ts`,
 * `decide-settle.ts`; periods and what is owed in `facts/questions.ts`; which facts sheets show in
 * `facts/change-questions.ts`.
 * Sources: D1, D21, R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 */
export type { SheetsState } from './facts/state.ts';

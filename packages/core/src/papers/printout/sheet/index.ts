/*
 * The signed sheets of one volume of a carrier on paper, numbered without gaps through a period.
 * Stream: `<org>.sheet-<carrier>.<volume>.<period>`. Events: SheetsSigned, SheetVoided, declared
 * with those of the printout.
 * Commands: signSheets and voidSheet of the printout service, by `sheets` of the section
 * `printouts`; the rules are in `decide.ts`, the period in `facts/questions.ts`.
 * Sources: D1, D21, R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1.
 */
export type { SheetsState } from './facts/state.ts';

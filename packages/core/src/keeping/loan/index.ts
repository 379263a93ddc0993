/*
 * The loans of one archived record to a department, and their return.
 * Stream: `<org>.loan-<kind>.<key of the record>`.
 * Events: RecordLent, LoanReturned; LoanEntryAnnulled annuls either.
 * Commands: lend and takeBack (`receiveOffices` of the section `archive`); annulEntry
 * (`correction.entryOffices`).
 * Rules: `decide.ts`; the loan on a day is in `facts/questions.ts`, whether it is overdue in
 * `keeping/transfer/facts/questions.ts`.
 * Source: D18 (archive practice, order 77 of 2023).
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { loanService } from './service.ts';

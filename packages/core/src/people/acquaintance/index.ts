/*
 * A sheet of acquaintance: learners, or the representatives of minors, sign that they know the
 * requirements of the regulation, of a programme or of another local act, or that they have seen
 * the diary for some days.
 * Stream: `<org>.acquaintance-<sheet>`. Events: AcquaintanceSigned, one a learner;
 * AcquaintanceEntryAnnulled annuls one.
 * Commands: record (`acquaintance.offices` of the section `assessment`), annulEntry (in one of
 * `correction.entryOffices`).
 * Rules: decide.ts; who is not acquainted with what is in force, and who is due again after a new
 * edition, in `facts/questions.ts`.
 * Sources: R2 §1.5, R5 §2.3, RK §2.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { acquaintanceService } from './service.ts';
export type { AcquaintanceReceipt } from './receipt.ts';

/*
 * A form of the record and its approved versions.
 * Stream: `<org>.form-<id>`.
 * Events: FormApproved, FormWithdrawn; FormEntryAnnulled annuls either.
 * Commands: approve, approveAll (several by one order) and withdraw, by an order where `orderFor`
 * of the section `general` names `approve-form`; annulEntry, by an order likewise
 * (`correction.entryOffices`).
 * Rules: the decisions in `decide.ts`; the usual forms in `facts/standard-questions.ts`; the
 * version in force on a day in `facts/questions.ts`.
 * Sources: D1, R2 §2.1.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { formService } from './service.ts';

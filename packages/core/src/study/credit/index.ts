/*
 * An application for credit (зачёт) of earlier results or of an achievement. D11, R4 §2.2.9, R5
 * §1.2, §5.
 *
 * Stream: `<org>.credit-<credit>`.
 * Events: CreditApplied, CreditCompared, CreditDecided, CreditWithdrawn, CreditNotDone;
 * CreditEntryAnnulled annuls one of the first four.
 * Commands: apply, withdraw: any sender, for an applicant of `credits.applicants`. Compare: signed
 * in one of `credits.comparisonOffices`. Decide: signed in one of `credits.decisionOffices`, under
 * control in one of `credits.controlOffices` where the regulation requires it. Annul: in one of
 * `correction.entryOffices`.
 * Rules: decide.ts; the decision, decide-decision.ts; annulments,
 * decide-entry.ts; what a credit must have been granted,
 * facts/questions.ts. The process processes/credit-granting records what is granted in the
 * enrollment, and notes here (notes-service.ts) what the enrollment refuses.
 * Read: facts/events.ts, facts/state.ts, commands.ts, decide.ts, decide-decision.ts, service.ts.
 */
export { creditNotes } from './notes-service.ts';
export type { CreditReceipt } from './service.ts';
export { creditService } from './service.ts';

/*
 * Academic debts of a learner, and the retakes that settle them. D9, 273-FZ art. 58, R1 §4.2.4.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * A debt is no event: it is derived from the results (`debtsOf` in ../facts/debt-questions.ts), and
 * named by the event id of the failed result. RK 1.2, docs/which-result-counts.md.
 * Events: DebtTermPaused, RetakeGranted, RetakeMoved, RetakeWithdrawn, InformedOfDebts,
 * DebtEntryAnnulled. A retake is taken by an AssessmentRecorded that names its grant.
 * Commands: raise (finds a debt), pause the term, grant, move and withdraw a retake, inform: any
 * sender; the acts in `retakes.orderFor` need an order as their ground. Annul an entry, correct a
 * pause: the offices of `correction.entryOffices`.
 * Rules: debts, decide-debt.ts; retakes, decide-retake.ts; putting right, decide-entry.ts; final
 * attestation without debts, decide-final-debts.ts (273-FZ art. 59 part 6); the last day of a term,
 * `deadlineOf` in ../facts/term-questions.ts.
 * Read: ../facts/debt-events.ts, ../facts/debt-questions.ts, commands.ts, decide-debt.ts,
 * decide-retake.ts.
 */
export { debtService } from './service.ts';

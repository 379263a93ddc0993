/*
 * Academic debts of a learner, and the retakes that settle them. D9, 273-FZ art. 58, R1 §4.2.4.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: DebtArose, DebtTermPaused, DebtSettled, DebtExpired, RetakeGranted, RetakeWithdrawn,
 * InformedOfDebts. A retake is taken by an AssessmentRecorded that names its grant.
 * Commands: raise, pause the term, settle, expire, grant and withdraw a retake, inform: any sender;
 * the acts in `retakes.orderFor` need an order as their ground.
 * Rules: debts, decide-debt.ts; retakes, decide-retake.ts; final attestation without debts,
 * decide-final-debts.ts (273-FZ art. 59 part 6); the last day of a term, `deadlineOf` in
 * ../facts/debt-questions.ts; the status of a debt, `debtStatus` in ../facts/debt-state.ts.
 * Read: ../facts/debt-events.ts, ../facts/debt-state.ts, commands.ts, decide-debt.ts,
 * decide-retake.ts.
 */
export { debtService } from './service.ts';

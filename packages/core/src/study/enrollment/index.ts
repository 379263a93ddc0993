/*
 * An enrollment: one learner's study in one programme, with its life, results, corrections and
 * debts.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`, n counted from 1. All five folders below
 * write to it, so that every rule about one learner's study is decided on one stream.
 * Events: facts/life-events.ts, facts/assessment-events.ts, facts/debt-events.ts,
 * facts/study-events.ts; record/events.ts.
 * - life/: enrolled, transferred, suspended, reinstated, completed, discharged (D4).
 * - assessment/: results recorded and credited (D6, D11).
 * - correction/: results corrected, countersigned, annulled (D7, R2 §2.3).
 * - course/: decisions on study years, forms of education and of study (RK 1.6).
 * - debt/: academic debts and retakes (D9, 273-FZ art. 58).
 * State: facts/state.ts, with results in facts/assessment-state.ts and debts in
 * facts/debt-state.ts. The place of a learner on a day is `placeOn` in facts/questions.ts.
 * Read: facts/, then life/, assessment/, correction/ and debt/, each from its own index.ts.
 */
export type { EnrolledReceipt } from './life/receipt.ts';
export { assessmentService } from './assessment/service.ts';
export { correctionService } from './correction/service.ts';
export { courseService } from './course/service.ts';
export { debtService } from './debt/service.ts';
export { enrollmentService } from './life/service.ts';

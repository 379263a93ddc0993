/*
 * Corrections of a learner's results. The earlier mark always stays readable. D7, R2 §2.3.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: AssessmentCorrected, CorrectionCountersigned, CorrectionDeclined, CorrectionWithdrawn,
 * AssessmentAnnulled.
 * Commands: correct: signed in one of `correction.signerOffices`, by the one who corrected (R2
 * §2.3). Countersign or decline: another person in one of `correction.countersignOffices`.
 * Withdraw: the signer. Annul: signed in one of `correction.annulmentOffices`. After archive
 * acceptance: on an order.
 * Rules: decide-correction.ts, decide-countersignature.ts, decide-annulment.ts; day and signer of
 * an act, decide-about-result.ts; words and digits, ../assessment/decide-mark-value.ts.
 * Read: ../facts/assessment-events.ts, ../facts/assessment-state.ts, commands.ts, the decisions,
 * service.ts.
 */
export { correctionService } from './service.ts';

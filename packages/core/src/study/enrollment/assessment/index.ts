/*
 * Results of a learner: recorded after an assessment, or credited from an earlier one. D6, D11.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: AssessmentRecorded, ResultCredited; and DebtSettled where a retake is passed.
 * Commands: record: the assessor holds one of `assessment.assessorOffices`, or voted in the
 * commission whose protocol is the basis. Credit: by a decision (study/credit) where `credits`
 * requires one.
 * Rules: decide-assessment.ts and decide-credit.ts; subject, scale and day,
 * ../facts/assessment-questions.ts; assessor and result, decide-assessed.ts; protocol,
 * decide-basis.ts (R1 §4.2.3); order of final marks, decide-final-last.ts (R2 §2.3); state final
 * attestation, decide-state-final.ts (R5 §4.1); retakes, decide-retake-taken.ts; words and digits,
 * decide-mark-value.ts.
 * Read: ../facts/assessment-events.ts, ../facts/assessment-state.ts, commands.ts,
 * decide-assessment.ts.
 */
export { assessmentService } from './service.ts';

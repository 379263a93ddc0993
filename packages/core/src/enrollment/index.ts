export { readEnrollments } from './reading.ts';
export * from './events.ts';
export type { EnrollmentIdParts } from './id.ts';
export { enrollmentId, enrollmentParts, factId } from './id.ts';
export type {
  EnrollmentEvent,
  EnrollmentState,
  LatestMark,
  LifeFact,
  MarkValue,
  ResultState,
  WaitingCorrection,
} from './state.ts';
export { enrollmentDecider } from './state.ts';
export type { Place } from './place.ts';
export { placeOn, standsIn, studyOn } from './place.ts';
export type { EnrollmentContext } from './context.ts';
// The life of an enrollment.
export type { EnrollContext } from './enroll.ts';
export { decideEnroll, enrollLearner } from './enroll.ts';
export {
  decideReinstate,
  decideStartStudy,
  decideSuspend,
  decideTransfer,
  reinstateLearner,
  startStudy,
  suspendStudy,
  transferLearner,
} from './movement.ts';
export type { MissingResult } from './completion.ts';
export {
  completeStudy,
  decideComplete,
  decideDischarge,
  dischargeLearner,
  mandatoryResults,
  missingResults,
} from './completion.ts';
// Results.
export { decideRecordAssessment, recordAssessment } from './assessment.ts';
export { FORM_NOT_NAMED } from './subject.ts';
export { creditResult, decideCredit, creditableResult } from './credit.ts';
export { correctAssessment, decideCorrect } from './correction.ts';
export {
  countersignCorrection,
  decideCountersign,
  decideDecline,
  decideWithdraw,
  declineCorrection,
  withdrawCorrection,
} from './countersignature.ts';
// Debts and retakes.
export * from './debt-events.ts';
export type {
  DebtEvent,
  DebtState,
  DebtStatus,
  Pause,
  RetakeState,
  RetakeTaken,
} from './debt-state.ts';
export { attemptsUsed, debtStatus, openDebts, owedOn, waitingRetake } from './debt-state.ts';
export { refuseIfOwesBeforeFinal } from './final-debts.ts';
export type { RetakeLimit, Suspension, SuspensionStep, TermStart } from './debt-questions.ts';
export { deadlineOf, limitOf, suspensionsOf } from './debt-questions.ts';
export {
  decideExpireDebt,
  decidePauseDebtTerm,
  decideRaiseDebt,
  decideSettleDebt,
  expireDebt,
  pauseDebtTerm,
  raiseDebt,
  settleDebt,
} from './debt.ts';
export type { GrantContext } from './retake.ts';
export {
  decideGrantRetake,
  decideInformOfDebts,
  decideWithdrawRetake,
  grantRetake,
  informOfDebts,
  withdrawRetake,
} from './retake.ts';
export { annulAssessment, decideAnnul } from './annulment.ts';
export { enrollmentArchive } from './archive.ts';
// Saying no.
export * as enrollmentRefusals from './refusals.ts';
// The services.
export { enrollmentService } from './service.ts';
export type { EnrolledReceipt } from './walk.ts';
export { assessmentService } from './assessment-service.ts';
export { correctionService } from './correction-service.ts';
export { debtService } from './debt-service.ts';

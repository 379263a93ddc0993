/*
 * Every refusal that only enrollments and assessments know, in one place: index.ts gives them out
 * as
 * `enrollmentRefusals`. Each stands in the file of the rule that it speaks for; those that other
 * services share stand there.
 */
export { enrollmentUnknown } from './unknown.ts';
export { resultAnnulled, resultUnknown } from './about-result.ts';
export { alreadyAnnulled, notFirstRecord } from './annulment.ts';
export { notEnded } from './archive.ts';
export { assessorIsOutside, platformMayNotAssess } from './assessed.ts';
export { outsideStudy } from './outside-study.ts';
export { commissionNotFor, protocolDisagrees, protocolNeeded, protocolOtherDay } from './basis.ts';
export { resultsMissing } from './completion.ts';
export {
  correctionWaiting,
  correctorMustSign,
  notInForce,
  replacedNotNamed,
  sameValue,
} from './correction.ts';
export {
  correctionNotWaiting,
  correctionUnknown,
  notTheSigner,
  sameActor,
  samePerson,
} from './countersignature.ts';
export * from './debt-refusals.ts';
export { achievedLater } from './credit.ts';
export { alreadyEnrolled, studyBeforeEnrollment } from './enroll.ts';
export { outOfOrder, resultsOutside } from './life.ts';
export { notOnScale, wordsDisagree, wordsMissing } from './mark-value.ts';
export { notPossibleNow, otherProgramme, sameGroup, studyBegun } from './movement.ts';
export { notInRegulation } from './not-in-regulation.ts';
export { alreadyAssessed, finalNotLast } from './standing.ts';
export { guidelineNotMarked, otherScale, plannedDisagrees, scaleNotNamed } from './subject.ts';

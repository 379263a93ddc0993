/*
 * Which commands enter a fact. A corrected entry answers to the reasons that the regulation lists
 * for these, because its correction only says what they should have said. RK 1.5, 1.8.
 */

/** By event type: the commands that enter it, the usual one first. */
const ENTERED_BY: Readonly<Record<string, readonly string[]>> = {
  Enrolled: ['enroll-learner', 'order-group'],
  StudyStarted: ['start-study', 'order-group'],
  Transferred: ['transfer-learner', 'order-group'],
  Suspended: ['suspend-study', 'order-group'],
  Reinstated: ['reinstate-learner', 'order-group'],
  Completed: ['complete-study', 'order-group'],
  Discharged: ['discharge-learner', 'order-group'],
  StudyFormSet: ['set-study-form'],
  StudyFormEnded: ['end-study-form'],
  OfficialAppointed: ['appoint-official'],
  OfficialRelieved: ['relieve-official'],
  CommissionFormed: ['form-commission'],
  MemberSeated: ['change-commission'],
  MemberRelieved: ['change-commission'],
  CommissionDissolved: ['dissolve-commission'],
  ProgrammeOpened: ['open-programme'],
  ModuleAdded: ['add-module'],
  ScaleChosen: ['choose-scale'],
  PlannedResultSet: ['set-planned-result'],
  TargetGuidelineSet: ['set-target-guideline'],
  ProgrammeClosed: ['close-programme'],
  GroupOpened: ['open-group'],
  AssessmentPlanned: ['plan-assessment', 'plan-assessments'],
  PlannedAssessmentDropped: ['drop-assessment'],
  RequirementsAnnounced: ['announce-requirements'],
  GroupClosed: ['close-group'],
  LessonHeld: ['hold-lesson'],
};

/**
 * The commands that enter facts of a type; null: those that enter them allow no correction.
 * @example
 * commandsEntering('Discharged'); // => ['discharge-learner', 'order-group']
 */
export const commandsEntering = (type: string): readonly string[] | null =>
  ENTERED_BY[type] ?? null;

import { coreEvents } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { allMethods } from './methods.ts';

/*
 * RK 1.8: whatever was entered can be put right by somebody entitled. Each event type is here with
 * the method that does so, or with the reason why there is none. A new event type is one line more.
 */

/** The facts that one method annuls or corrects. */
const PUT_RIGHT: Readonly<Record<string, readonly string[]>> = {
  'learners.annul': [
    'LearnerRegistered',
    'LearnerDataChanged',
    'ExternalIdGiven',
    'RepresentativeNamed',
    'RepresentativeEnded',
    'ConsentGiven',
    'ConsentWithdrawn',
    'SpecialNeedsRecorded',
    'GiftedListed',
    'SpecialStatusEnded',
  ],
  'links.annul': ['LearnersLinked', 'LearnersUnlinked'],
  'acquaintances.annulEntry': ['AcquaintanceSigned'],
  'notes.annulEntry': ['LearnerNoteWritten', 'NoteWritten', 'NoteRead'],
  'contests.annulEntry': ['ContestProtocolKept'],
  'officials.annul': ['OfficialNamed', 'OfficialAppointed', 'OfficialRelieved'],
  'regulation.annulEntry': ['EditionAdopted', 'RegulationRepealed', 'RegulationPublished'],
  'regulation.correctEntry': ['RegulationDayCorrected'],
  'law.annulEntry': ['WordingConfirmed'],
  'organisation.annulEntry': ['OrganisationDescribed', 'RelatedOrganisationNamed'],
  'programmes.annulEntry': [
    'ProgrammeOpened',
    'ModuleAdded',
    'ScaleChosen',
    'PlannedResultSet',
    'TargetGuidelineSet',
    'ProgrammeClosed',
  ],
  'groups.annulEntry': [
    'GroupOpened',
    'AssessmentPlanned',
    'PlannedAssessmentDropped',
    'RequirementsAnnounced',
    'GroupClosed',
    'GroupMerged',
  ],
  'enrollments.annul': [
    'Enrolled',
    'StudyStarted',
    'Transferred',
    'Suspended',
    'Reinstated',
    'Completed',
    'Discharged',
  ],
  'enrollments.annulStudyEntry': ['YearDecided', 'StudyFormSet', 'StudyFormEnded'],
  'assessments.annul': ['AssessmentRecorded', 'ResultCredited'],
  'assessments.correct': ['AssessmentCorrected'],
  'assessments.correctAbsence': ['AbsenceCorrected'],
  'debts.annul': [
    'DebtTermPaused',
    'RetakeGranted',
    'RetakeMoved',
    'RetakeWithdrawn',
    'InformedOfDebts',
  ],
  'journals.annulLesson': ['LessonHeld', 'LessonCorrected'],
  'journals.annulEntry': ['JournalHandedOver', 'JournalContinued'],
  'commissions.annulEntry': [
    'CommissionFormed',
    'MemberSeated',
    'MemberRelieved',
    'CommissionDissolved',
    'SittingHeld',
  ],
  'protocols.correct': ['ProtocolLineEntered', 'ProtocolLineCorrected'],
  'credits.annulEntry': ['CreditApplied', 'CreditCompared', 'CreditDecided', 'CreditWithdrawn'],
  'works.annulEntry': ['TopicApproved', 'WorkSubmitted', 'WorkReviewed', 'WorkDefended'],
  'works.annulPractice': ['PracticeEvaluated'],
  'works.annulReport': ['ReportFiled'],
  'achievements.annul': ['AchievementRecorded', 'AchievementParticipantNamed'],
  'achievements.annulEntry': ['AchievementEvidenced', 'CollectiveEvidenced', 'AchievementVerified'],
  'achievements.annulReplenishment': ['BankReplenished'],
  'commendations.annulEntry': [
    'CommendationProposed',
    'CommendationOrdered',
    'CommendationPresented',
    'CommendationPublished',
    'CommendationRevoked',
  ],
  'portfolios.annulEntry': [
    'PortfolioItemAdded',
    'GroupPortfolioItemAdded',
    'PortfolioItemRemoved',
  ],
  'carriers.annulEntry': ['CarrierDecided'],
  'forms.annulEntry': ['FormApproved', 'FormWithdrawn'],
  'disclosures.annulEntry': [
    'DisclosureAsked',
    'AnswerPutOff',
    'DisclosureGranted',
    'DisclosureRefused',
    'InformationGiven',
    'ResultsPublished',
    'PublicationWithdrawn',
  ],
  'files.annulEntry': [
    'FileOpened',
    'FileDocumentAdded',
    'FileDocumentRemoved',
    'InventoryLineCorrected',
    'FilePartCertified',
    'FilePartOpened',
    'FileClosed',
  ],
  'orders.annulEntry': ['OrderRegistered', 'OrderAnnulled', 'OrderAmended'],
  'printouts.void': ['PrintoutCertified'],
  'printouts.voidSheet': ['SheetsSigned'],
  'documents.annul': ['DocumentIssued', 'DocumentReceived', 'DocumentTakenOver'],
  'documents.correct': ['DocumentLineCorrected'],
  'documents.annulAct': [
    'DocumentDelivered',
    'DocumentWithdrawn',
    'DocumentAnnulled',
    'DocumentLinked',
  ],
  'blanks.annulStockEntry': ['BlanksReceived', 'BlanksAssigned'],
  'blanks.annulEntry': ['BlankSpoilt', 'BlanksWrittenOff', 'BlanksReleased'],
  'retention.annulActEntry': [
    'CarriersSelected',
    'SelectionApproved',
    'SelectionCalledOff',
    'CarriersDestroyed',
    'ErasureOrdered',
    'ErasureActDrawnUp',
  ],
  'retention.annulEntry': [
    'HoldPlaced',
    'HoldLifted',
    'NoLongerNeeded',
    'PermanentListsApproved',
    'PresenceChecked',
    'CarrierReported',
    'CarrierFound',
    'NonDiscoveryApproved',
    'CopyRestored',
    'CarriersSeized',
    'SeizureEnded',
  ],
  'evaluations.annulEntry': ['IndicatorEntered'],
  'loans.annulEntry': ['RecordLent', 'LoanReturned'],
  'custody.annulEntry': [
    'StudyPeriodDefined',
    'StudyPeriodClosed',
    'PeriodExported',
    'EntriesChecked',
    'FindingSettled',
    'BackupMade',
    'IntegrityChecked',
    'MediumReplaced',
    'BackupRestored',
  ],
  'transfers.callOff': ['TransferBegun', 'RecordsListed', 'TransferActDrawnUp'],
};

/** Facts that no method takes back, and why. */
const STANDS: Readonly<Record<string, string>> = {
  CorrectionCountersigned: 'the correction that it lets count is corrected by another one',
  CorrectionDeclined: 'a correction that was declined is made anew',
  CorrectionWithdrawn: 'a correction that was withdrawn is made anew',
  ProtocolNumbered: 'a number is taken once; the sitting that bears it is annulled',
  DissentRecorded: 'an opinion is its author’s; the sitting is annulled with it',
  ProtocolSigned: 'a signature is not taken back; the sitting is annulled with it',
  TransferActSigned: 'a signature is not taken back; the transfer is called off',
  TransferAccepted: 'an act of two; what it took over is put right by order (RK 1.9)',
  TransferRefused: 'an act of two; the records are listed in another transfer',
  GroupOrdered: 'what it did to each learner is put right in that enrollment',
  ImportReceived: 'that a file came in; its rows are put right where they were recorded',
  RowsIngested: 'that a file came in; its rows are put right where they were recorded',
  RowKnown: 'what a file said; the fact that came of it is put right where it is recorded',
  RowsTaken: 'what became of rows; the facts are put right where they are recorded',
  RowSetAside: 'what a file said; it is settled by a person',
  RowSettled: 'a person’s decision on a row; the record itself is put right by its own methods',
  FileNumberTaken: 'it follows from the opening of the file',
};

/** What a process or a command notes in another stream; it follows from the fact that led to it. */
const FOLLOWS = new Set([
  'ActStepDone',
  'ActStepNotDone',
  'RecordNoted',
  'RecordNotDone',
  'RecordSettled',
  'HandedOver',
  'AcceptedByArchive',
  'ReturnedByArchive',
  'CreditNotDone',
  'CarrierReleased',
  'RecordReleased',
]);

const isRule = (type: string): boolean => type.endsWith('RulesSet');

/** Facts that put an entry right; another entry is made where one of these is an error. */
const PUTS_RIGHT = new Set([
  'LessonAnnulled',
  'AssessmentAnnulled',
  'AchievementAnnulled',
  'ReplenishmentAnnulled',
  'PracticeAnnulled',
  'ReportAnnulled',
  'DocumentActAnnulled',
  'CarrierReleaseAnnulled',
  'PrintoutVoided',
  'SheetVoided',
]);

/** An annulment of a paper, an order or a document, is a fact of life, and none of these. */
const putsRight = (type: string): boolean => PUTS_RIGHT.has(type) || type.endsWith('EntryAnnulled');

const types = coreEvents.map(({ type }) => type as string);

describe('RK 1.8: everything that was entered can be put right', () => {
  const listed = new Map(
    Object.entries(PUT_RIGHT).flatMap(([method, facts]) => facts.map((type) => [type, method])),
  );

  test('each type of fact has a method for it, or a reason why it stands', () => {
    const open = types.filter(
      (type) =>
        !listed.has(type) &&
        !(type in STANDS) &&
        !FOLLOWS.has(type) &&
        !isRule(type) &&
        !putsRight(type),
    );
    expect(open).toEqual([]);
  });

  test('the list names types and methods that there are, each type once', () => {
    const named = [
      ...Object.values(PUT_RIGHT).flat(),
      ...Object.keys(STANDS),
      ...FOLLOWS,
      ...PUTS_RIGHT,
    ];
    expect(named.filter((type) => !types.includes(type))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const methods = allMethods();
    expect(Object.keys(PUT_RIGHT).filter((method) => !methods.has(method))).toEqual([]);
  });
});

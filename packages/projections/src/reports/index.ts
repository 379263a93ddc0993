/* Every report, the types of its parts, and what a report of one's own is made with. */
export type {
  AcquaintancePage,
  AcquaintanceRow,
  AcquaintanceSignature,
  DiarySeenPage,
} from './acquaintance-report.ts';
export { acquaintanceReport, diarySeenReport } from './acquaintance-report.ts';
export type { AddedAfterArchive, AddedAfterArchivePage } from './added-after-archive.ts';
export { addedAfterArchive } from './added-after-archive.ts';
export type { Bank, BankClosing, BankEntry, BankPeriod, BanksPage } from './banks-report.ts';
export { banksReport } from './banks-report.ts';
export type { ContestEvidenceLine, ContestLine, ContestsPage } from './contests-report.ts';
export { contestsReport } from './contests-report.ts';
export type { ContradictionKind, ContradictionKindText } from './contradiction-kinds.ts';
export { CONTRADICTION_KINDS } from './contradiction-kinds.ts';
export type {
  ContradictingFact,
  Contradiction,
  ContradictionsOf,
  ContradictionsPage,
} from './contradictions-report.ts';
export { contradictionsReport } from './contradictions-report.ts';
export type { DifferencesPage } from './differences-report.ts';
export { differencesReport } from './differences-report.ts';
export type { DifferingDocument, DifferingMark } from './differing-documents.ts';
export type { DifferingEvaluation, DifferingIndicator } from './differing-evaluations.ts';
export type { Asker, AskerKind, ReaderOptions, ViewReader, ViewSource } from './reader.ts';
export { openReader } from './reader.ts';
export { boundReader } from '../access/bound-reader.ts';
export { isMasked } from '../access/masks.ts';
export { closedChangesNotOpen, ifPermitted, pageNotPermitted } from '../access/not-permitted.ts';
export type { PageBasis, ShownDocuments, ShownName, ShownText } from './reading.ts';
export type { OrganisationHead } from './organisation-head.ts';
export { organisationHead } from './organisation-head.ts';
export type { PrintedIdentity } from './printed-identity.ts';
export { compareShown, Reading, shownText } from './reading.ts';
export type { ToldApart } from './told-apart.ts';
export { namesakesAmong } from './told-apart.ts';
export { withDigest } from './digest.ts';
export type { AttendanceTotals } from './attendance.ts';
export type {
  CreditSource,
  ResultBasis,
  ShownAct,
  ShownCorrection,
  ShownResult,
  ShownSigner,
  ShownValue,
} from './shown-result.ts';
export { showResult } from './shown-result.ts';
export type { ShownStep } from './shown-step.ts';
export type { DutyPlace } from './duty-place.ts';
export type {
  DutiesOf,
  HeldJournal,
  LessonWithoutAttendance,
  TeacherDutiesPage,
} from './teacher-duties.ts';
export { teacherDuties } from './teacher-duties.ts';
export type {
  HandedJournal,
  HandOverActNamed,
  HandOverActPage,
  KeptByTeacher,
  OpenLesson,
} from './hand-over-act.ts';
export { handOverAct } from './hand-over-act.ts';
export type {
  BackupLogPage,
  HeadCheck,
  LoggedBackup,
  LoggedMedium,
  PeriodExport,
  PreservedYear,
} from './backup-log.ts';
export { backupLog } from './backup-log.ts';
export type { AbsentCarrier, ShownCarrier } from './absent-carriers.ts';
export type { PresencePage, ShownSeizure } from './presence-report.ts';
export { presenceReport } from './presence-report.ts';
export type { WaitingCorrection } from './waiting-corrections.ts';
export type { MarkedDays, ThreeDays } from './three-days.ts';
export type { JournalColumn } from './journal-columns.ts';
export type {
  JournalContinuation,
  JournalHandOver,
  JournalKeepingLine,
} from './journal-keeping.ts';
export type { JournalCorrection, JournalCell, JournalPage, JournalRow } from './journal-page.ts';
export type { JournalLesson } from './journal-lesson.ts';
export { journalPage } from './journal-page.ts';
export type {
  FileCommendation,
  FileDocument,
  FileVolume,
  PersonalFilePage,
} from './personal-file-report.ts';
export { personalFileReport } from './personal-file-report.ts';
export type { FileEnrollment, FileModule } from './file-enrollments.ts';
export type {
  FileAchievement,
  FileDisclosure,
  FileIssued,
  FileLink,
  FilePortfolioItem,
  FileRecord,
  ShownCredit,
} from './file-record.ts';
export type { DebtCounts } from './debt-counts.ts';
export type { DebtsPage, LearnerDebts, ShownDebt, ShownRetake } from './debts-report.ts';
export { debtsReport } from './debts-report.ts';
export type {
  Distinction,
  DoubleReason,
  DoubleRecord,
  Doubles,
  DoublesPage,
} from './doubles-report.ts';
export { doublesReport } from './doubles-report.ts';
export { OnePerson } from './one-person.ts';
export type { FieldChange } from './entry-changes.ts';
export type { EntryCorrectionRow, EntryCorrectionsPage } from './entry-corrections-report.ts';
export { entryCorrectionsReport } from './entry-corrections-report.ts';
export type {
  EntryPeriod,
  OrderRegisterPage,
  OrderRow,
  OrderUse,
  ThreeDaysPage,
  ThreeDaysRow,
} from './papers-report.ts';
export { laterPapersReport, lateEntriesReport, orderRegister } from './papers-report.ts';
export type { RegisterPage, RegisterPageEntry } from './register-report.ts';
export type { ShownDocumentMark, ShownMarkPart } from './document-marks.ts';
export { registerReport } from './register-report.ts';
export type {
  CreditedAchievement,
  GiftedEntry,
  GiftedPage,
  GrantedConditions,
} from './gifted-register.ts';
export { giftedRegister } from './gifted-register.ts';
export type { OldBookCount, OldBookLine, OldBooksPage, OldBooksQuery } from './old-books-report.ts';
export { oldBooksReport } from './old-books-report.ts';
export type { DisclosureLedger, LedgerCase } from './disclosure-ledger.ts';
export { disclosureLedger } from './disclosure-ledger.ts';
export type { DueItem, DuePage } from './due-report.ts';
export { dueReport } from './due-report.ts';
export type { Indicator, IndicatorForm } from './indicators.ts';
export { ANNEX_2, ANNEX_5, ANNEX_6 } from './indicators.ts';
export type { KeptTwice, LawAsked, LawLine, LawPage } from './law-report.ts';
export { lawReport } from './law-report.ts';
export type { ShownConfirmation, ShownStanding, WordingShown } from './law-standing.ts';
export { mayPrintPlain } from './law-standing.ts';
export type { IndicatorBasis } from './evaluation-year.ts';
export type {
  IndicatorRow,
  SelfEvaluationAsked,
  SelfEvaluationPage,
} from './self-evaluation-report.ts';
export { NO, NO_DATA, NO_SHARE, selfEvaluationReport, YES } from './self-evaluation-report.ts';
export type { CorrectionsRow, CorrectionsPage, CorrectionsPeriod } from './corrections-report.ts';
export { correctionsReport } from './corrections-report.ts';
export type { NoteLine, NotesPage } from './notes-report.ts';
export { notesReport } from './notes-report.ts';
export type { GroupOutcomes } from './outcomes-report.ts';
export { outcomesReport } from './outcomes-report.ts';
export type { ListedRecord, RecordsPage } from './records-report.ts';
export type { PaperBehindPage, PaperChange, ShownSheetsBehind } from './paper-behind.ts';
export { paperBehindReport } from './paper-behind.ts';
export type { UnsignedPeriod } from './unsigned-periods.ts';
export type {
  ResultGroupPart,
  ResultGroupRow,
  ResultGroupsPage,
  ResultGroupTitle,
} from './result-groups-report.ts';
export { resultGroupsReport } from './result-groups-report.ts';
export { recordsOfGroup, recordsOfLearners } from './records-report.ts';

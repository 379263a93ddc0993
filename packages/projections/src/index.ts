/*
 * What an application needs: views over a log, kept up to date, and reports that read them as of a
 * moment. Subpaths carry the rest: `/views` (every view with its keys and types), `/reports` (the
 * types of each page's parts, and what a report of one's own is made with), `/runtime` (views of
 * one's own, and the laws that they must keep).
 */
// Views: opened once, followed, and read as of two clocks.
export type { Answer, Entry, Known, LastEvent } from './runtime/answer.ts';
export type { BuildOptions, Progress } from './runtime/build.ts';
export type { ViewsOptions } from './runtime/open-views.ts';
export { openViews } from './runtime/open-views.ts';
export type { FollowViewsOptions, ReadOptions } from './runtime/read-options.ts';
export type { Views } from './runtime/views.ts';
export type { Projection } from './projection/projection.ts';
export { coreProjections } from './views/core-projections.ts';
// Reports: a reader of one moment, and a function for each page.
export type { Asker, AskerKind, ReaderOptions, ViewReader } from './reports/reader.ts';
export { openReader } from './reports/reader.ts';
export { closedChangesNotOpen, ifPermitted, pageNotPermitted } from './access/not-permitted.ts';
export type { DisclosureOwed, PageRead } from './access/disclosure-owed.ts';
export { disclosureOwed } from './access/disclosure-owed.ts';
export type { PageBasis } from './reports/reading.ts';
export { withDigest } from './reports/digest.ts';
export { acquaintanceReport, diarySeenReport } from './reports/acquaintance-report.ts';
export type { AddedAfterArchivePage } from './reports/added-after-archive.ts';
export { addedAfterArchive } from './reports/added-after-archive.ts';
export type { DifferencesPage } from './reports/differences-report.ts';
export { differencesReport } from './reports/differences-report.ts';
export { banksReport } from './reports/banks-report.ts';
export { contestsReport } from './reports/contests-report.ts';
export type { ContradictionsOf, ContradictionsPage } from './reports/contradictions-report.ts';
export { contradictionsReport } from './reports/contradictions-report.ts';
export type { CorrectionsPage, CorrectionsPeriod } from './reports/corrections-report.ts';
export { correctionsReport } from './reports/corrections-report.ts';
export type { DebtsPage } from './reports/debts-report.ts';
export { debtsReport } from './reports/debts-report.ts';
export type { DisclosureLedger } from './reports/disclosure-ledger.ts';
export { disclosureLedger } from './reports/disclosure-ledger.ts';
export { giftedRegister } from './reports/gifted-register.ts';
export type { DoublesPage } from './reports/doubles-report.ts';
export { doublesReport } from './reports/doubles-report.ts';
export type { DuePage } from './reports/due-report.ts';
export { dueReport } from './reports/due-report.ts';
export { lawReport } from './reports/law-report.ts';
export { organisationHead } from './reports/organisation-head.ts';
export type { JournalPage } from './reports/journal-page.ts';
export { journalPage } from './reports/journal-page.ts';
export type { EntryCorrectionsPage } from './reports/entry-corrections-report.ts';
export { entryCorrectionsReport } from './reports/entry-corrections-report.ts';
export type { OrderRegisterPage, ThreeDaysPage } from './reports/papers-report.ts';
export { laterPapersReport, lateEntriesReport, orderRegister } from './reports/papers-report.ts';
export { notesReport } from './reports/notes-report.ts';
export { oldBooksReport } from './reports/old-books-report.ts';
export type { GroupOutcomes } from './reports/outcomes-report.ts';
export { outcomesReport } from './reports/outcomes-report.ts';
export { paperBehindReport } from './reports/paper-behind.ts';
export type { PersonalFilePage } from './reports/personal-file-report.ts';
export { personalFileReport } from './reports/personal-file-report.ts';
export { backupLog } from './reports/backup-log.ts';
export { handOverAct } from './reports/hand-over-act.ts';
export { presenceReport } from './reports/presence-report.ts';
export type { RecordsPage } from './reports/records-report.ts';
export { recordsOfGroup, recordsOfLearners } from './reports/records-report.ts';
export type { RegisterPage } from './reports/register-report.ts';
export { registerReport } from './reports/register-report.ts';
export { resultGroupsReport } from './reports/result-groups-report.ts';
export type { SelfEvaluationPage } from './reports/self-evaluation-report.ts';
export { selfEvaluationReport } from './reports/self-evaluation-report.ts';
export type { TeacherDutiesPage } from './reports/teacher-duties.ts';
export { teacherDuties } from './reports/teacher-duties.ts';

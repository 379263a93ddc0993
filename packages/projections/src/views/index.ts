/* Every view of the library: its projection, its keys, and the types of its answers. */
export type { WithBasis, Dated, EventName, Fact, Source } from '../projection/fact.ts';
export type { LifeEntry, LifeEntryFact, LifeFact } from './life-steps.ts';
export type { EnrollmentLife, LifeStatus, StudyStretch } from './life.ts';
export type { Arrival, Departure, Leave, Stay } from './stay.ts';
export type {
  ActFact,
  Correction,
  CorrectionState,
  ResultFact,
  ResultRecord,
  ResultValue,
} from './result.ts';
export { isWaiting } from './result.ts';
export type { AnnulledEntry, EntryAnnulment } from '../projection/entries.ts';
export type {
  Annulment,
  NamedDocument,
  Person,
  PersonEntry,
  PersonalValue,
  PersonRole,
  PersonView,
} from './people.ts';
export { people } from './people.ts';
export type { ClosedChange, Closing } from './closed-change.ts';
export type { OfficesOfPerson } from './offices.ts';
export type { Representative } from './person-bonds.ts';
export type { CatalogueView } from './catalogue.ts';
export type {
  ApprovedForm,
  CatalogueAnswer,
  ClosedLearners,
  CommissionTitles,
  ConfirmedWordings,
  FormTitles,
  GroupTitles,
  ModuleTitle,
  ProgrammeTitles,
  RegulationAnswer,
} from './catalogue-titles.ts';
export { catalogue, catalogueKey } from './catalogue.ts';
export type {
  AttendanceTitle,
  ProgrammeTypeTitle,
  RegulationTitles,
  Titled,
} from './regulation-titles.ts';
export type { JournalKeeping, KeepingEntry } from './journal-keeping.ts';
export type { JournalLessons, LessonRecord, LessonTaught } from './journal-lessons.ts';
export type {
  Attendance,
  AttendanceChange,
  AttendanceMark,
  JournalMarks,
  ListedAs,
} from './journal-marks.ts';
export type { JournalAnswer, JournalPlace, JournalView } from './journal.ts';
export { journal, journalKey } from './journal.ts';
export type { CommendationRecord } from './commendation-record.ts';
export type {
  AnnulledFileEntry,
  FileCard,
  InventoryCorrection,
  InventoryItem,
  LearnerFile,
  LinkedRecord,
  SpecialStatus,
} from './personal-file-card.ts';
export type { CourseEntry, FileCourse } from './course.ts';
export type {
  FileCredit,
  FileLife,
  FileResults,
  PersonalFileAnswer,
  PersonalFileView,
} from './personal-file.ts';
export { personalFile, personalFileKey } from './personal-file.ts';
export type {
  EnteredIndicators,
  EvaluatedLearner,
  SelfEvaluationAnswer,
  SelfEvaluationView,
} from './self-evaluation.ts';
export { selfEvaluation, selfEvaluationKey } from './self-evaluation.ts';
export type { CorrectionClock, CorrectionsOfMonth, CorrectionsView } from './corrections.ts';
export { corrections, correctionsKey } from './corrections.ts';
export type { LearnerOutcomes, OutcomesView } from './outcomes.ts';
export { outcomes, outcomesKey } from './outcomes.ts';
export type {
  ArchivalRecord,
  HoldRecord,
  Holds,
  Member,
  RecordArchivalStatus,
  Records,
  RecordsAnswer,
  RecordsView,
} from './records.ts';
export { records, recordsKey } from './records.ts';
export type { CreditCase, CreditFact } from './credit-case.ts';
export type { AnnulledFact, AnnulledFacts, AnnulledFactsView } from './annulled-facts.ts';
export { annulledFacts } from './annulled-facts.ts';
export type {
  EntryActFact,
  EntryCorrectionsOfMonth,
  EntryCorrectionsView,
} from './entry-corrections.ts';
export { entryCorrections, entryCorrectionsKey } from './entry-corrections.ts';
export type {
  LateEntriesOfMonth,
  LateEntriesView,
  OrderFact,
  OrderOfYear,
  OrderView,
  PaperUse,
} from './papers.ts';
export { lateEntries, lateEntriesKey, orderKey, orders } from './papers.ts';
export type {
  Protocol,
  ProtocolEntry,
  ProtocolEntryCorrection,
  ProtocolView,
} from './protocols.ts';
export { protocols, protocolsKey } from './protocols.ts';
export type {
  DocumentState,
  EntryCorrection,
  EntryContent,
  EntryFact,
  RegisterEntry,
} from './register-entry.ts';
export type {
  AnnulledBlankFact,
  BlankStock,
  RegisterBlanks,
  RegisterEntries,
  RegistersAnswer,
  RegistersView,
  SpoiltBlank,
} from './registers.ts';
export { registers, registersKey } from './registers.ts';
export type { DebtFact, PauseRecord, RetakeRecord } from './debt-records.ts';
export type { Debtor, DebtsAnswer, DebtSubject, DebtNotices, DebtsView } from './debts.ts';
export { debts, debtsKey } from './debts.ts';
export type { CaseAnnulment, CaseFact, CaseState, DisclosureCase } from './disclosure-case.ts';
export type {
  AnnulledConsent,
  ConsentRecord,
  DisclosureFile,
  DisclosureOfMonth,
  DisclosuresAnswer,
  DisclosuresView,
  LearnerDisclosures,
} from './disclosures.ts';
export { disclosures, disclosuresKey } from './disclosures.ts';
export type {
  AchievementHolder,
  AchievementListed,
  AchievementRecord,
  AchievementsAnswer,
  AchievementsView,
  BankReplenishments,
} from './achievements.ts';
export { achievements, achievementsKey } from './achievements.ts';
export type { Portfolio, PortfolioItem, PortfolioView } from './portfolio.ts';
export { portfolio, portfolioKey } from './portfolio.ts';
export type {
  PreservationAnnulment,
  PreservationFact,
  PreservationOfYear,
  PreservationView,
} from './preservation.ts';
export { preservation, preservationKey } from './preservation.ts';
export type { PresenceFact, PresenceOfRecord, PresenceView } from './presence.ts';
export { presence, presenceKey } from './presence.ts';
export type {
  PrintedAnswer,
  PrintedFact,
  PrintedOfRecord,
  PrintedView,
  VoidedFact,
  VoidedOfPaper,
} from './printed.ts';
export { printed, printedKey } from './printed.ts';
export type { AcquaintancesView, LearnerAcquaintances } from './acquaintances.ts';
export { acquaintances, acquaintancesKey } from './acquaintances.ts';
export type { ContestEvidence, ContestProtocol, ContestsView } from './contests.ts';
export { contests, contestsKey } from './contests.ts';
export type { AnalyticalNote, NotesView, NoteWriting } from './notes.ts';
export { notes, notesKey } from './notes.ts';
export { coreProjections } from './core-projections.ts';

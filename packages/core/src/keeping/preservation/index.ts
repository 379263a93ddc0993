/*
 * What is done in a study year to preserve the electronic record: periods, exports, checks,
 * backups.
 * Stream: `<org>.custody-<studyYear>`.
 * Events: StudyPeriodDefined, StudyPeriodClosed, PeriodExported, EntriesChecked, FindingSettled,
 * BackupMade, IntegrityChecked, MediumReplaced, BackupRestored; any annulled by
 * PreservationEntryAnnulled.
 * Commands: definePeriod, closePeriod and recordExport (`periodExport.offices` of the section
 * `custody`); checkEntries and settleFinding (`entriesCheck.offices`); recordBackup, replaceMedium
 * and recordRestore (`backup.offices`); checkIntegrity (`integrityCheck.offices`); annulEntry
 * (`correction.entryOffices`).
 * Rules: `decide-periods.ts`, `decide-backups.ts`; what rests on what is in
 * `facts/fitting-questions.ts`, what is due or overdue on a day in `facts/questions.ts`
 * (`preservationDueOf`).
 * Sources: D20, P12, R4 §5.6, §6.1-6.3, §6.7.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { preservationService } from './service.ts';

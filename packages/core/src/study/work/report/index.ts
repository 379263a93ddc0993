/*
 * A teacher's report about a group (отчёт педагога). D10, R1 §4.2.2.
 *
 * Stream: `<org>.report-<report>`. Events: ReportFiled; ReportAnnulled annuls it
 * (../facts/events.ts).
 * Commands: `file-report`, whose teacher holds one of `works.reportOffices`; `annul-report`, in one
 * of `correction.entryOffices`. Methods `fileReport` and `annulReport` of ../service.ts. Rules:
 * decide.ts.
 */
export type { ReportState } from './facts/state.ts';

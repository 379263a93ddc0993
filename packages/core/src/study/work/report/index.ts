/*
 * A teacher's report about a group (отчёт педагога). D10, R1 §4.2.2.
 *
 * Stream: `<org>.report-<report>`. Event: ReportFiled (../facts/events.ts).
 * Command: `file-report`, whose teacher holds one of `works.reportOffices`; `fileReport` of
 * ../service.ts. Rule: decide.ts.
 */
export type { ReportState } from './facts/state.ts';

/*
 * A qualification work, from its topic to its defence; practices and teachers' reports beside it.
 * D10.
 *
 * Stream: `<org>.work-<work>`; practice/ and report/ have streams of their own.
 * Events: TopicApproved, WorkSubmitted, WorkReviewed, WorkDefended;
 *   WorkEntryAnnulled annuls any of them.
 * Commands: approve a topic: the supervisor holds one of `works.supervisorOffices`, and an order is
 * needed where `works.orderFor` says so. Submit, review, defend, evaluate a practice: any sender.
 * An entry is annulled in one of `correction.entryOffices`.
 * File a report: its teacher holds one of `works.reportOffices`.
 * Rules: decide.ts (R1 §3.5b, §4.2.5); which result may be that of a work, facts/questions.ts.
 * Read: facts/events.ts, facts/state.ts, facts/questions.ts, commands.ts, decide.ts, service.ts.
 */
export type { WorkReceipt } from './service.ts';
export { workService } from './service.ts';

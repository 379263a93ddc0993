/*
 * A transfer of enrollments, journals and personal files to the archive, and its act.
 * Stream: `<org>.transfer-<id>`.
 * Events: TransferBegun, RecordsListed, RecordNoted, RecordNotDone, TransferActDrawnUp,
 * TransferActSigned, TransferAccepted, TransferRefused, RecordSettled.
 * Commands, by the section `archive`: begin, sign and callOff (`handOverOffices`), accept and
 * refuse (`receiveOffices`), drawUpAct (anybody who acts for the organisation). Notes and the
 * commands of `record-commands.ts` are sent by the process `processes/archive-transfer`.
 * Rules: `decide-transfer-acts.ts` for people, `decide-transfer-notes.ts` and `decide-record.ts`
 * for the process; deadlines and places of keeping are in `facts/questions.ts`.
 * Sources: D18, P12, R1 §7, R2 §3.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { transferNotesService } from './notes-service.ts';
export { transferService } from './service.ts';
export type { TransferReceipt } from './service.ts';

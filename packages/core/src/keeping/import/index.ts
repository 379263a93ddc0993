/*
 * An import of files from another system, and the outcome of their rows.
 * Stream: `<org>.import-<hash of the files>`.
 * Events: ImportReceived, RowsIngested.
 * Commands: receive and recordRows (anybody who acts for the organisation; usually
 * `@letopis/ingest`).
 * Rules: `decide.ts` for files, `decide-rows.ts` for rows; ids of imports and of the commands of
 * rows are in `facts/questions.ts`. Repeating either command gives the first receipt.
 * Sources: D22, R4 §1.4.4, §5.1-5.2.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { importService } from './service.ts';

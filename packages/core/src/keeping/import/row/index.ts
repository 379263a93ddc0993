/*
 * The rows of an import that have keys of their own, so that every file that has a key again means
 * the same row; and those on which a person must decide.
 * Stream: `<org>.rows-<import>`.
 * Events: RowKnown, RowsTaken, RowSetAside, RowSettled.
 * Commands: knowRows, takeRows, setRowsAside and settleRow of the import service (anybody who acts
 * for the organisation; usually `@letopis/ingest`).
 * Rules: `decide.ts`; whether a fact is closed to a machine in `facts/closing-reading.ts`.
 * What a row is known by lies beside its line, and is erased with its learner.
 * Sources: D22, RK 1.14, 152-FZ art. 21.
 * Read `facts/` (events, state, closing-reading) first, then commands, refusals, decide.
 */
export type { RowsState } from './facts/state.ts';

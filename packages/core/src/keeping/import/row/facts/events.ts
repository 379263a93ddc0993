import * as z from 'zod';
import { eventType } from '../../../../kernel/event-type.ts';
import { personal } from '../../../../kernel/personal.ts';
import { text } from '../../../../values/shape.ts';

/** What a row is known by lies beside the line, and is erased with the learner. 152-FZ art. 21. */
const ofLearner = { subject: 'learner', purpose: 'import' } as const;

/** A row of an import's file, counted as a spreadsheet shows it, and whom it is about. */
const place = {
  import: text,
  sheet: text.nullable(),
  mapping: text,
  command: text,
  row: z.number(),
  lastRow: z.number(),
  /** The first learner whom it names, whose values lie beside it; null: it names none. */
  learner: text.nullable(),
};

/** Why a person must decide on a row. */
export const REASONS = [
  'period-closed',
  'sheets-signed',
  'archived',
  'changed-by-hand',
  'refused',
  'asked',
] as const;

/** JSON text of the row's key and contents, as its reader wrote them. */
const seen = personal(text, ofLearner);

/**
 * A row with a key of its own was read, and its command is sent next. Whatever file has the key
 * again means the same row. D22, RK 1.14.
 */
export const rowKnown = eventType(
  'RowKnown',
  z.strictObject({
    ...place,
    /** The system that the file comes from, and the columns of the key, in order of their names. */
    source: text,
    key: z.array(text),
    /** Id of the organisation's import secret under which the key was hashed. */
    secret: text,
    /** Id of the first `RowKnown` with this key; null: this one. */
    first: text.nullable(),
    seen,
  }),
);

/** Rows that were sent became events. D22. */
export const rowsTaken = eventType(
  'RowsTaken',
  z.strictObject({
    import: text,
    rows: z.array(
      z.strictObject({
        /** Revision of its `RowKnown` in this stream. */
        known: z.number(),
        /** Id of the event that it became, and the stream of it. */
        event: text,
        stream: text,
      }),
    ),
  }),
);

/**
 * A row differs from what it was recorded with, and a person must decide: its period was closed,
 * its sheets are signed, the archive has its record, a person changed it since, a machine cannot
 * correct it, or the mapping asks for it. RK 1.14.
 */
export const rowSetAside = eventType(
  'RowSetAside',
  z.strictObject({
    ...place,
    /** Id of the first `RowKnown` with its key. */
    first: text,
    /** The event that the row was recorded as, and the stream of it. */
    recorded: z.strictObject({ event: text, stream: text }),
    why: z.enum(REASONS),
    seen,
  }),
);

/**
 * A row that was set aside was settled: the record was put right, or it stays as it is; or a later
 * file has the row as it was recorded, or with something else again. RK 1.14.
 */
export const rowSettled = eventType(
  'RowSettled',
  z.strictObject({
    import: text,
    /** Id of the `RowSetAside` event. */
    aside: text,
    learner: text.nullable(),
    how: z.enum(['entered', 'left', 'as-recorded', 'replaced']),
    /** The fact that put the record right, and the stream of it; null: none did. */
    fact: z.strictObject({ event: text, stream: text }).nullable(),
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** The event types of rows that have a key, for the codec. */
export const rowsEvents = [rowKnown, rowsTaken, rowSetAside, rowSettled] as const;

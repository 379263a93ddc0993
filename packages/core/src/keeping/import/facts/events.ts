import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { text } from '../../../values/shape.ts';

/**
 * Files were received from another system. The command ids of their rows are derived from this
 * event, so that a second run over the same files changes nothing. D22, R4 §5.1-5.2.
 */
export const importReceived = eventType(
  'ImportReceived',
  z.strictObject({
    import: text,
    /** The system that the files come from. */
    source: text,
    files: z.array(
      z.strictObject({
        name: text,
        /** SHA-256 of the file's bytes, in hex. */
        sha256: text,
        bytes: z.number(),
        rows: z.number(),
      }),
    ),
  }),
);

/** Rows from `row` to `lastRow`, counted as a spreadsheet shows them: from 1, with the heading. */
const rows = { row: z.number(), lastRow: z.number() };

/**
 * The outcome of one page of a file's rows: the event of each accepted row, and the code of each
 * refused one. A later event of the same page replaces it. No cell's text is stored here, because
 * it may be personal. D22, R4 §1.4.4 §5.1-5.2.
 */
export const rowsIngested = eventType(
  'RowsIngested',
  z.strictObject({
    import: text,
    /** The file by its SHA-256, in hex. */
    file: text,
    sheet: text.nullable(),
    /** Id of the mapping by which the rows were read, and SHA-256 of it, in hex. */
    mapping: text,
    mappingHash: text,
    /** The command that each row became, such as `record-assessment`. */
    command: text,
    /** Number of the page, from 0. */
    page: z.number(),
    accepted: z.array(z.strictObject({ ...rows, event: text })),
    notTaken: z.array(z.strictObject({ ...rows, code: text, field: text.nullable() })),
    /** Number of rows that the mapping's filters left out. */
    leftOut: z.number(),
    /** SHA-256 over all of this, in hex: it distinguishes a repetition from a change. */
    digest: text,
  }),
);

/** The event types of an import, for the codec. */
export const importEvents = [importReceived, rowsIngested] as const;

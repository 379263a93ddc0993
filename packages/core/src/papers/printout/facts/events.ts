import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/**
 * The history that a page was made from. It has no log position, because a restore changes those.
 */
const sourceShape = z.strictObject({
  /** The last event that the page is based on, as `stream@revision`. */
  last: text,
  /** Id of that event, and the instant at which it was recorded. */
  event: text,
  recordedAt: text,
  /** The day as of which the page was made; null for all that was known. */
  on: day.nullable(),
  /** Digest of the page. */
  digest: text,
});

/** What was printed: a version of a form, for which records. */
const printed = {
  form: text,
  /** The version as it is printed, or null where the form has none. */
  version: text.nullable(),
  /** Names of the records: `journal-m-1.safety.2026`, `file-l-1.1`, `enrollment-l-1.p.1`. */
  records: z.array(text),
  source: sourceShape,
} as const;

/** A printout was certified. D21, R4 §5.3 §6.5, R5 §4.7. */
export const printoutCertified = eventType(
  'PrintoutCertified',
  z.strictObject({
    printout: text,
    ...printed,
    copies: z.number(),
    /** Number of sheets of one copy. */
    sheets: z.number(),
    stitched: z.boolean(),
    sealed: z.boolean(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A certified printout was declared void: misprinted, damaged, replaced. */
export const printoutVoided = eventType(
  'PrintoutVoided',
  z.strictObject({
    printout: text,
    /** Id of the `PrintoutCertified` event. */
    corrects: text,
    actedOn: day,
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

const ofCarrier = {
  carrier: text,
  /** Which volume of the carrier: of a group, of a module, or `all` where there is one. */
  volume: text,
  /** The period through which its sheets are numbered: a year, or `all`. */
  period: text,
} as const;

/** Which part of their records sheets show, in days of the facts. */
const shownShape = z.strictObject({
  /** First and last day; null: not limited. */
  from: day.nullable(),
  until: day.nullable(),
  /** Modules whose results they show; empty: all. */
  modules: z.array(text),
  /** Id of the protocol that they show of a commission, `<commission>.<n>`; null: none. */
  protocol: text.nullable(),
});

/** What signed sheets settle: a correction sheet, or new sheets in place of signed ones. RK 2. */
const settlesShape = z.strictObject({
  by: z.enum(['correction-sheet', 'new-sheet']),
  /** Event id of the `SheetsSigned` whose facts have changed. */
  sheets: text,
  /** The events that changed them, each with its place as `stream@revision`. */
  changes: z.array(z.strictObject({ at: text, event: text })),
});

/** Printed sheets of a carrier on paper were signed. D1, D21, R1 §4.2, R2 §2.2. */
export const sheetsSigned = eventType(
  'SheetsSigned',
  z.strictObject({
    ...ofCarrier,
    ...printed,
    /** Numbers of the first and the last sheet, from 1 without gaps in the period. */
    firstSheet: z.number(),
    lastSheet: z.number(),
    signers: z.array(signerShape),
    /** Absent: all of their records, up to the day of the page. */
    shows: shownShape.optional(),
    /** Absent: they answer no change. R1 §4.2, R2 §2.2-2.3. */
    settles: settlesShape.optional(),
    edition: z.number(),
  }),
);

/** A signed sheet was declared void. Its number stays used. */
export const sheetVoided = eventType(
  'SheetVoided',
  z.strictObject({
    ...ofCarrier,
    sheet: z.number(),
    /** Id of the `SheetsSigned` event. */
    corrects: text,
    actedOn: day,
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The event types of a printout, for the codec. */
export const printoutEvents = [printoutCertified, printoutVoided] as const;

/** The event types of a printout, for the codec. */
export const sheetEvents = [sheetsSigned, sheetVoided] as const;

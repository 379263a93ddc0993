import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/** The history that a page was made from; no position stands in it, for a restore changes those. */
const sourceShape = z.strictObject({
  /** The last event that the page rests on, `stream@revision`. */
  last: text,
  /** Its id, and the instant at which it was recorded. */
  event: text,
  recordedAt: text,
  /** The day on which the page holds; null: with all that is known. */
  on: day.nullable(),
  /** Fingerprint of the page. */
  digest: text,
});

/** What was printed: a form in a version, for which records. */
const printed = {
  form: text,
  /** Version as it is printed; null: the form has none. */
  version: text.nullable(),
  /** Names of records: `journal-m-1.safety.2026`, `file-l-1.1`, `enrollment-l-1.p.1`. */
  records: z.array(text),
  source: sourceShape,
} as const;

/** A printout was certified: by whom, of how many sheets. D21, R4 §5.3 §6.5, R5 §4.7. */
export const printoutCertified = eventType(
  'PrintoutCertified',
  z.strictObject({
    printout: text,
    ...printed,
    copies: z.number(),
    /** Sheets of one copy. */
    sheets: z.number(),
    stitched: z.boolean(),
    sealed: z.boolean(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A certified printout is void: it was misprinted, damaged, replaced. */
export const printoutVoided = eventType(
  'PrintoutVoided',
  z.strictObject({
    printout: text,
    /** Event id of the PrintoutCertified. */
    corrects: text,
    actedOn: day,
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

const ofCarrier = {
  carrier: text,
  /** Which of the carrier's books: a group, a module; `all`: there is one. */
  volume: text,
  /** Through what its sheets are numbered: a year, or `all`. */
  period: text,
} as const;

/** Printed sheets of a carrier that is kept on paper were signed. D1, D21, R1 §4.2, R2 §2.2. */
export const sheetsSigned = eventType(
  'SheetsSigned',
  z.strictObject({
    ...ofCarrier,
    ...printed,
    /** Numbers of the first and the last sheet, from 1 without gaps in their period. */
    firstSheet: z.number(),
    lastSheet: z.number(),
    signers: z.array(signerShape),
    edition: z.number(),
  }),
);

/** A signed sheet is void; its number stays, and is not given again. */
export const sheetVoided = eventType(
  'SheetVoided',
  z.strictObject({
    ...ofCarrier,
    sheet: z.number(),
    /** Event id of the SheetsSigned. */
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

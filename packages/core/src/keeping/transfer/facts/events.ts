import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * One transfer of records to the archive: a leading fact, what each record owes it, the act drawn
 * up from them, and its acceptance or refusal. D18, R1 §7, R2 §3.
 */

/** A transfer was begun for these learners or this group. */
export const transferBegun = eventType(
  'TransferBegun',
  z.strictObject({
    transfer: text,
    /** The group whose records go; null where learners are listed. */
    group: text.nullable(),
    /** Who hands over, and who keeps from then on. */
    handsOver: text,
    fromUnit: text,
    toUnit: text,
    /** Last day by which the regulation asks for it; null: no deadline. */
    dueOn: day.nullable(),
    edition: z.number(),
  }),
);

/** Records that the transfer takes in; a long list is several events of the first append. */
export const recordsListed = eventType(
  'RecordsListed',
  z.strictObject({ transfer: text, records: z.array(text) }),
);

/** A record stands still for this transfer, at this revision. */
export const recordNoted = eventType(
  'RecordNoted',
  z.strictObject({ transfer: text, record: text, revision: z.number() }),
);

/** An owed step was refused: it is owed no longer, and never tried again by itself. */
export const recordNotDone = eventType(
  'RecordNotDone',
  z.strictObject({
    transfer: text,
    record: text,
    /** `hand-over`, `close` or `return`. */
    step: text,
    refusal: z.strictObject({ code: text, ru: text, en: text }),
  }),
);

/** The act of transfer was drawn up from what was noted. */
export const actDrawnUp = eventType(
  'TransferActDrawnUp',
  z.strictObject({ transfer: text, number: text, records: z.number(), notDone: z.number() }),
);

/** The department signed the act. */
export const actSigned = eventType(
  'TransferActSigned',
  z.strictObject({ transfer: text, signer: signerShape, edition: z.number() }),
);

/** The archive signed and accepted: every noted record is owed its closing. */
export const transferAccepted = eventType(
  'TransferAccepted',
  z.strictObject({ transfer: text, signer: signerShape, place: text, edition: z.number() }),
);

/** The archive refused with defects, or the transfer was called off: records are returned. */
export const transferRefused = eventType(
  'TransferRefused',
  z.strictObject({
    transfer: text,
    signer: signerShape,
    /** What is wrong, in words that name no person: they stand in clear for ever. */
    defects: z.array(z.strictObject({ record: text.nullable(), defect: text })),
    edition: z.number(),
  }),
);

/** What acceptance or refusal asked of a record is done. */
export const recordSettled = eventType(
  'RecordSettled',
  z.strictObject({
    transfer: text,
    record: text,
    step: z.enum(['close', 'return']),
    revision: z.number(),
  }),
);

/** The event types of a transfer to the archive, for the codec. */
export const transferEvents = [
  transferBegun,
  recordsListed,
  recordNoted,
  recordNotDone,
  actDrawnUp,
  actSigned,
  transferAccepted,
  transferRefused,
  recordSettled,
] as const;

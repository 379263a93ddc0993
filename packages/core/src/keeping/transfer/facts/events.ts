import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * One transfer of records to the archive: a leading event, the outcome of each record's hand-over,
 * the act drawn up from them, and its acceptance or refusal. D18, R1 §7, R2 §3.
 */

/** A transfer was begun for these learners or this group. */
export const transferBegun = eventType(
  'TransferBegun',
  z.strictObject({
    transfer: text,
    /** The group whose records are handed over; null where learners are listed. */
    group: text.nullable(),
    /** Who hands over, from which unit, and the unit that keeps the records from then on. */
    handsOver: text,
    fromUnit: text,
    toUnit: text,
    /** Last day by which the regulation asks for it, or null where it sets no deadline. */
    dueOn: day.nullable(),
    edition: z.number(),
  }),
);

/** Records that the transfer includes. A long list is several events of the first append. */
export const recordsListed = eventType(
  'RecordsListed',
  z.strictObject({ transfer: text, records: z.array(text) }),
);

/** A record was handed over to this transfer, which closed it to change at this revision. */
export const recordNoted = eventType(
  'RecordNoted',
  z.strictObject({ transfer: text, record: text, revision: z.number() }),
);

/** A record refused a step. The step is no longer owed, and is not tried again by itself. */
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

/** The act of transfer was drawn up from the records that were handed over. */
export const actDrawnUp = eventType(
  'TransferActDrawnUp',
  z.strictObject({ transfer: text, number: text, records: z.number(), notDone: z.number() }),
);

/** The department signed the act. */
export const actSigned = eventType(
  'TransferActSigned',
  z.strictObject({ transfer: text, signer: signerShape, edition: z.number() }),
);

/** The archive signed and accepted. Each record that was handed over is owed its closing. */
export const transferAccepted = eventType(
  'TransferAccepted',
  z.strictObject({ transfer: text, signer: signerShape, place: text, edition: z.number() }),
);

/** The archive refused with defects, or the transfer was called off. The records are returned. */
export const transferRefused = eventType(
  'TransferRefused',
  z.strictObject({
    transfer: text,
    signer: signerShape,
    /** The defects, in words that name no person, because they are stored in clear for ever. */
    defects: z.array(z.strictObject({ record: text.nullable(), defect: text })),
    edition: z.number(),
  }),
);

/** A record was closed after the acceptance, or returned after the refusal. */
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

import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'personal-file' } as const;

/** A personal file (личное дело) was opened under its number. D17. */
export const fileOpened = eventType(
  'FileOpened',
  z.strictObject({
    file: text,
    learner: text,
    /** Number of the file: file-plan index, year, sequence; never used again. */
    number: text,
    /** Index of the file plan. */
    index: text.nullable(),
  }),
);

/** A document was put into the file and entered in its inventory. D17. */
export const fileDocumentAdded = eventType(
  'FileDocumentAdded',
  z.strictObject({
    file: text,
    learner: text,
    /** Line of the inventory, from 1, without gaps. */
    item: z.number(),
    /** Free text about the learner, so personal: a title may name the person or a diagnosis. */
    title: personal(z.string(), ofLearner),
    /** Number of the document, which may lead to the person (a passport); absent: it has none. */
    number: personal(z.string(), ofLearner).optional(),
    date: day.nullable(),
    sheets: z.number(),
    /** `paper` or `electronic`. */
    medium: text,
    original: z.boolean(),
    /** Id of the fact that it is about, never words; a commendation stands in the refs too. */
    about: text.nullable(),
  }),
);

/** A document left the file by an act, which is the event's ground; its line stays. D17. */
export const fileDocumentRemoved = eventType(
  'FileDocumentRemoved',
  z.strictObject({
    file: text,
    learner: text,
    item: z.number(),
    /** Line of the document that took its place: a copy of what was handed back; null: none. */
    replacedBy: z.number().nullable(),
    reason: personal(z.string(), ofLearner),
    signer: signerShape,
    edition: z.number(),
  }),
);

/**
 * A line of the inventory was corrected by a line that names the first, which stays readable.
 * `occurredOn` is the first line's day. D17.
 */
export const inventoryLineCorrected = eventType(
  'InventoryLineCorrected',
  z.strictObject({
    file: text,
    learner: text,
    item: z.number(),
    /** Event id of the FileDocumentAdded. */
    corrects: text,
    actedOn: day,
    /** The whole line as it reads now; what was right is repeated. */
    title: personal(z.string(), ofLearner),
    number: personal(z.string(), ofLearner).optional(),
    date: day.nullable(),
    sheets: z.number(),
    medium: text,
    original: z.boolean(),
    reason: personal(z.string(), ofLearner).optional(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The certifying inscription (заверительная запись) of a part: how many sheets it has. D17. */
export const filePartCertified = eventType(
  'FilePartCertified',
  z.strictObject({
    file: text,
    learner: text,
    /** From 1. */
    part: z.number(),
    /** Numbered sheets of the part, without those of its inventory. */
    sheets: z.number(),
    inventorySheets: z.number(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A next part (том) of the file was begun: lines from this one on belong to it. */
export const filePartOpened = eventType(
  'FilePartOpened',
  z.strictObject({ file: text, learner: text, part: z.number(), fromItem: z.number() }),
);

/** The file was closed. */
export const fileClosed = eventType('FileClosed', z.strictObject({ file: text, learner: text }));

/** The event types of a personal file, for the codec. */
export const fileEvents = [
  fileOpened,
  fileDocumentAdded,
  fileClosed,
  fileDocumentRemoved,
  inventoryLineCorrected,
  filePartCertified,
  filePartOpened,
] as const;

/** The number of a file was taken: it is never given to another file. D17. */
export const fileNumberTaken = eventType(
  'FileNumberTaken',
  z.strictObject({ number: text, learner: text }),
);

/** The event types of a personal file, for the codec. */
export const fileNumberEvents = [fileNumberTaken] as const;

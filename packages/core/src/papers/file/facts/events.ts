import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'personal-file' } as const;

/** A personal file (личное дело) was opened under its number. D17. */
export const fileOpened = eventType(
  'FileOpened',
  z.strictObject({
    file: text,
    learner: text,
    /** Number of the file (file-plan index, year, sequence); never given to another file. */
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
    /** Number of the inventory item, from 1 without gaps. */
    item: z.number(),
    /**
     * Free text about the learner, so personal data: a title may name the person or a diagnosis.
     */
    title: personal(z.string(), ofLearner),
    /**
     * Number of the document, such as a passport's, which may lead to the person; absent where it
     * has none.
     */
    number: personal(z.string(), ofLearner).optional(),
    date: day.nullable(),
    sheets: z.number(),
    /** `paper` or `electronic`. */
    medium: text,
    original: z.boolean(),
    /** Id of what the document is about, never words. A commendation is named in the refs too. */
    about: text.nullable(),
  }),
);

/**
 * A document was removed from the file by an act, which is the event's ground. Its inventory item
 * stays. D17.
 */
export const fileDocumentRemoved = eventType(
  'FileDocumentRemoved',
  z.strictObject({
    file: text,
    learner: text,
    item: z.number(),
    /** Number of the item that took its place, such as a copy of what was handed back, or null. */
    replacedBy: z.number().nullable(),
    reason: personal(z.string(), ofLearner),
    signer: signerShape,
    edition: z.number(),
  }),
);

/**
 * An inventory item was corrected by an event that names the first one, which stays in the history.
 * `occurredOn` is the day of the first. D17.
 */
export const inventoryLineCorrected = eventType(
  'InventoryLineCorrected',
  z.strictObject({
    file: text,
    learner: text,
    item: z.number(),
    /** Id of the `FileDocumentAdded` event. */
    corrects: text,
    actedOn: day,
    /** The whole item as it now reads; what was right is repeated. */
    title: personal(z.string(), ofLearner),
    number: personal(z.string(), ofLearner).optional(),
    date: day.nullable(),
    sheets: z.number(),
    medium: text,
    original: z.boolean(),
    reason: personal(z.string(), ofLearner).optional(),
    signer: signerShape,
    ...addedAfterShape,
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

/** The next part (том) of the file was opened: items from this number on belong to it. */
export const filePartOpened = eventType(
  'FilePartOpened',
  z.strictObject({ file: text, learner: text, part: z.number(), fromItem: z.number() }),
);

/** The file was closed. */
export const fileClosed = eventType('FileClosed', z.strictObject({ file: text, learner: text }));

/**
 * An entry of a personal file was annulled: it counts as if never entered, and the number of its
 * item is not given again. `occurredOn` is its day. D17, RK 1.8.
 */
export const fileEntryAnnulled = eventType(
  'FileEntryAnnulled',
  z.strictObject({
    file: text,
    learner: text,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
    ...addedAfterShape,
  }),
);

/** The event types of a personal file, for the codec. */
export const fileEvents = [
  fileOpened,
  fileDocumentAdded,
  fileClosed,
  fileDocumentRemoved,
  inventoryLineCorrected,
  filePartCertified,
  filePartOpened,
  fileEntryAnnulled,
] as const;

/** The number of a file was taken, so that no other file gets it. D17. */
export const fileNumberTaken = eventType(
  'FileNumberTaken',
  z.strictObject({ number: text, learner: text }),
);

/** The event types of a personal file, for the codec. */
export const fileNumberEvents = [fileNumberTaken] as const;

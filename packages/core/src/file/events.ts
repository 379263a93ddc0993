import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { day, text } from '../values/shape.ts';

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
    title: text,
    number: text.nullable(),
    date: day.nullable(),
    sheets: z.number(),
    /** `paper` or `electronic`. */
    medium: text,
    original: z.boolean(),
    /** The fact that the document is about: a commendation's or an order's id. */
    about: text.nullable(),
  }),
);

/** The file was closed. */
export const fileClosed = eventType('FileClosed', z.strictObject({ file: text, learner: text }));

export const fileEvents = [fileOpened, fileDocumentAdded, fileClosed] as const;

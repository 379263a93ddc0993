import * as z from 'zod';
import { eventType } from '../kernel/event-type.ts';
import { personal } from '../kernel/personal.ts';
import { day, text } from '../values/shape.ts';

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

/** The file was closed. */
export const fileClosed = eventType('FileClosed', z.strictObject({ file: text, learner: text }));

export const fileEvents = [fileOpened, fileDocumentAdded, fileClosed] as const;

import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'analysis' } as const;

/**
 * An analytical note about one learner was written: what diagnostics and monitoring found, for
 * teachers. R1 §4/5.5.1, R4 §4.2.
 */
export const learnerNoteWritten = eventType(
  'LearnerNoteWritten',
  z.strictObject({
    note: text,
    learner: text,
    /** The group in which the learner was looked at; null: not said. */
    group: text.nullable(),
    title: personal(z.string(), ofLearner),
    /** Where the note itself is kept: personal, for a file name may name the learner. */
    locator: personal(z.string(), ofLearner),
    author: signerShape,
    edition: z.number(),
  }),
);

/**
 * An analytical note about a group or the organisation was written; its title names no learner. R1
 * §4/5.5.1, R4 §4.2.
 */
export const noteWritten = eventType(
  'NoteWritten',
  z.strictObject({
    note: text,
    /** Null: it is about the organisation as a whole. */
    group: text.nullable(),
    title: text,
    locator: text,
    author: signerShape,
    edition: z.number(),
  }),
);

/** Somebody read a note, in the office that lets them. R4 §4.2. */
export const noteRead = eventType(
  'NoteRead',
  z.strictObject({ note: text, reader: signerShape, edition: z.number() }),
);

/** The writing or a reading of a note was annulled: it counts as if never entered. RK 1.8. */
export const noteEntryAnnulled = eventType(
  'NoteEntryAnnulled',
  z.strictObject({
    note: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of an analytical note, for the codec. */
export const noteEvents = [learnerNoteWritten, noteWritten, noteRead, noteEntryAnnulled] as const;

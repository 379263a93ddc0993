import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { bothLanguages, text } from '../../../values/shape.ts';

/** A version of a form for the record was approved, in force from this day. R2 §2.1, D1. */
export const formApproved = eventType(
  'FormApproved',
  z.strictObject({
    /** Id of the form: `lesson-journal`, `grade-sheet`. */
    form: text,
    /** The version as it is printed: `Ф-07/2026`. */
    version: text,
    title: bothLanguages,
    /** Id of the regulation's carrier that is kept in this form, or null. */
    carrier: text.nullable(),
    edition: z.number(),
  }),
);

/** The form is no longer used from this day on, by the order that is the event's ground. D1. */
export const formWithdrawn = eventType(
  'FormWithdrawn',
  z.strictObject({ form: text, version: text, edition: z.number() }),
);

/** An approval or a withdrawal was annulled: it counts as if never entered. RK 1.8. */
export const formEntryAnnulled = eventType(
  'FormEntryAnnulled',
  z.strictObject({
    form: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a form, for the codec. */
export const formEvents = [formApproved, formWithdrawn, formEntryAnnulled] as const;

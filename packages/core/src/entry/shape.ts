import * as z from 'zod';
import { isUuid } from '../kernel/uuid.ts';
import { complaint, shown } from '../values/complaint.ts';
import { day, signerShape, text } from '../values/shape.ts';

/*
 * An entry is one fact as it was entered. An entry that was made in error is annulled: it counts as
 * if it had never been made. An entry with a wrong day or value is corrected: it is annulled, and
 * another entry of the same command stands in its place. Both stay readable. D7, D4, RK 1.8.
 */

/**
 * The fields that every event which annuls an entry has in its data. Such an event bears the day
 * (`occurredOn`) and the `refs` of the entry that it annuls, so that it is found wherever the entry
 * is; `actedOn` is the day of the act itself.
 */
export const annulmentShape = {
  /** Event id of the annulled entry. */
  corrects: text,
  /** Event type of the annulled entry, such as `Transferred`. */
  entry: text,
  actedOn: day,
  /** Event id of the entry that stands in its place; null: it is annulled from the start. */
  replacedBy: text.nullable(),
  signer: signerShape,
  /** The edition that the annulment was decided on. */
  edition: z.number(),
} as const;

/** Schema of the event id of an entry, as a command answered it. */
export const entryId = z.string().refine(isUuid, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не номер записи: нужен eventId из ответа на команду`,
      `${shown(input)} is no id of a fact: give the eventId that the command answered`,
    ),
});

import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/**
 * A wording was compared with a publication of the act and found the same. `occurredOn` is the day
 * of comparing. It covers these words: another wording of the item is not confirmed by it.
 */
export const wordingConfirmed = eventType(
  'WordingConfirmed',
  z.strictObject({
    /** Id of the item: `order-1324/annex-5/1.4`. */
    item: text,
    /** The words that were compared, letter by letter. */
    wording: text,
    /** The publication of the act: its name, its number or address, its date. */
    publication: z.strictObject({
      title: text,
      reference: text.nullable(),
      date: day.nullable(),
    }),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A confirmation was annulled: it counts as if never made. `occurredOn` is its day. RK 1.8. */
export const lawEntryAnnulled = eventType(
  'LawEntryAnnulled',
  z.strictObject({
    /** The item of the annulled entry. */
    item: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of confirmed wordings, for the codec. */
export const lawEvents = [wordingConfirmed, lawEntryAnnulled] as const;

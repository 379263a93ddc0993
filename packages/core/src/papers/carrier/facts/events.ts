import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { signerShape, text } from '../../../values/shape.ts';

/** The decision whether an optional carrier is kept. D1, R1 §4/5.6, R5 §4.3.4. */
export const carrierDecided = eventType(
  'CarrierDecided',
  z.strictObject({
    /** Id of the carrier in the regulation. */
    carrier: text,
    /** The group for which its teacher decided (R3 §3.4); null for the whole organisation. */
    group: text.nullable(),
    /** Whether the carrier is kept from this day on. */
    kept: z.boolean(),
    decidedBy: signerShape,
    edition: z.number(),
  }),
);

/** A decision on a carrier was annulled: it counts as if never entered. RK 1.8. */
export const carrierEntryAnnulled = eventType(
  'CarrierEntryAnnulled',
  z.strictObject({
    carrier: text,
    group: text.nullable(),
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a carrier of the record, for the codec. */
export const carrierEvents = [carrierDecided, carrierEntryAnnulled] as const;

import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/* The register of the orders of one year: a number has one date, one title, one signer. RK 1.5. */

const which = { year: text, number: text } as const;

/** An order was entered in the register; `occurredOn` is its date. RK 1.5, C19. */
export const orderRegistered = eventType(
  'OrderRegistered',
  z.strictObject({
    ...which,
    /** Its title. It names no person, because it is stored in clear for ever. */
    title: text,
    signer: signerShape,
    /** Its kind by the organisation's own code: `learners`, `staff`; null: not given. */
    kind: text.nullable(),
    edition: z.number(),
  }),
);

/** An order was annulled by another act, which is the event's ground. RK 1.5. */
export const orderAnnulled = eventType(
  'OrderAnnulled',
  z.strictObject({
    ...which,
    /** First day on which it has no force; null: it never had any. */
    from: day.nullable(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** An order was amended by another order. RK 1.5. */
export const orderAmended = eventType(
  'OrderAmended',
  z.strictObject({
    ...which,
    by: z.strictObject({ number: text, date: day }),
    edition: z.number(),
  }),
);

/** An entry of the register was made in error: it was annulled, or replaced by another. RK 1.8. */
export const orderEntryAnnulled = eventType(
  'OrderEntryAnnulled',
  z.strictObject({ ...which, ...annulmentShape, reason: text.nullable() }),
);

/** The event types of the register of orders, for the codec. */
export const orderEvents = [
  orderRegistered,
  orderAnnulled,
  orderAmended,
  orderEntryAnnulled,
] as const;

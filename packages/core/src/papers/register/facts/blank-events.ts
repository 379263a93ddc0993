import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { signerShape, text } from '../../../values/shape.ts';

/* What happens to blanks in a register: they are spoilt, written off, released. D15. */

const blank = { blank: text, series: text.nullable() } as const;

/** A blank was spoilt; it is written off later by an act. */
export const blankSpoilt = eventType(
  'BlankSpoilt',
  z.strictObject({ ...blank, number: text, cause: text, signer: signerShape, edition: z.number() }),
);

/** Spoilt blanks were written off by the act that is the event's ground. */
export const blanksWrittenOff = eventType(
  'BlanksWrittenOff',
  z.strictObject({
    blank: text,
    items: z.array(z.strictObject({ series: text.nullable(), number: text })),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Unused blanks were released: this register may no longer use them. */
export const blanksReleased = eventType(
  'BlanksReleased',
  z.strictObject({ ...blank, from: text, to: text, signer: signerShape, edition: z.number() }),
);

/**
 * That blanks were spoilt, written off or released was annulled: it counts as if never entered.
 * `occurredOn` is its day. RK 1.8.
 */
export const blankEntryAnnulled = eventType(
  'BlankEntryAnnulled',
  z.strictObject({
    blank: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

import * as z from 'zod';
import { annulmentShape } from '../../../../entry/shape.ts';
import { eventType } from '../../../../kernel/event-type.ts';
import { text } from '../../../../values/shape.ts';

/* The stock of one kind of accountable blank. Strict accounting by practice; domain D15. */

const range = { series: text.nullable(), from: text, to: text } as const;

/** Blanks were received; the delivery note is the event's ground. */
export const blanksReceived = eventType(
  'BlanksReceived',
  z.strictObject({
    blank: text,
    ...range,
    /** Number of blanks, counted from the range. */
    count: z.number(),
    /** Name of the organisation that printed them, or null. */
    supplier: text.nullable(),
    receivedBy: text,
    office: text,
    edition: z.number(),
  }),
);

/** Blanks were assigned to the register of a year: only there may they be used from now on. */
export const blanksAssigned = eventType(
  'BlanksAssigned',
  z.strictObject({
    blank: text,
    ...range,
    count: z.number(),
    /** The register's series and year: `issued-documents.2027`. */
    register: text,
    assignedBy: text,
    office: text,
    edition: z.number(),
  }),
);

/**
 * A delivery or an assignment was annulled: it counts as if never entered. `occurredOn` is its day.
 * RK 1.8.
 */
export const blankStockEntryAnnulled = eventType(
  'BlankStockEntryAnnulled',
  z.strictObject({
    blank: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of the stock of one kind of blank, for the codec. */
export const blankStockEvents = [blanksReceived, blanksAssigned, blankStockEntryAnnulled] as const;

import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Records that the archive lends to a department for a time. A lent record stays closed to ordinary
 * change. D18 (archive practice, order 77 of 2023).
 */

/** The archive lent a record; `occurredOn` is the day of the issue. */
export const recordLent = eventType(
  'RecordLent',
  z.strictObject({
    record: text,
    /** Who borrowed it, and the unit in which it is kept meanwhile. */
    borrower: text,
    unit: text,
    /** The purpose, in words that name no person. */
    purpose: text,
    /** Last day on which it is to be returned. */
    until: day,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A lent record was returned to the archive. */
export const loanReturned = eventType(
  'LoanReturned',
  z.strictObject({
    record: text,
    /** What was missing or damaged, in words that name no person. */
    defects: z.array(text),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A loan or a return was annulled: it counts as if never entered. RK 1.8. */
export const loanEntryAnnulled = eventType(
  'LoanEntryAnnulled',
  z.strictObject({
    record: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a record's loans, for the codec. */
export const loanEvents = [recordLent, loanReturned, loanEntryAnnulled] as const;

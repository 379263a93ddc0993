import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/*
 * Records that the archive lends to the department for a time, and takes back. An archived record
 * stays closed to ordinary change while it is lent. D18 (archive practice, order 77 of 2023).
 */

/** The archive lent a record; `occurredOn` is the day of the issue. */
export const recordLent = eventType(
  'RecordLent',
  z.strictObject({
    record: text,
    /** Who took it, and the unit that it is kept in meanwhile. */
    borrower: text,
    unit: text,
    /** What for, in words that name no person. */
    purpose: text,
    /** Last day by which it comes back. */
    until: day,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A lent record came back to the archive. */
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

/** The event types of a record's loans, for the codec. */
export const loanEvents = [recordLent, loanReturned] as const;

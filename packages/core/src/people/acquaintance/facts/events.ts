import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

/** What somebody was made acquainted with. */
const subject = z.discriminatedUnion('kind', [
  /** The requirements as an edition of the regulation has them. R2 §1.5. */
  z.strictObject({ kind: z.literal('regulation'), edition: z.number() }),
  /** The requirements of a programme; its version as the organisation writes it. R2 §1.5. */
  z.strictObject({ kind: z.literal('programme'), programme: text, version: text.nullable() }),
  /** Another local act, by its title and version. */
  z.strictObject({ kind: z.literal('act'), title: text, version: text.nullable() }),
  /** The learner's diary, for the days from one to another, both included. R5 §2.3. */
  z.strictObject({ kind: z.literal('diary'), from: day, until: day }),
]);

/**
 * A line of a sheet of acquaintance was signed: the learner, or a representative of a minor, was
 * made acquainted with requirements, or saw the diary. `occurredOn` is the day beside the
 * signature. R2 §1.5, R5 §2.3.
 */
export const acquaintanceSigned = eventType(
  'AcquaintanceSigned',
  z.strictObject({
    sheet: text,
    learner: text,
    /** `learner`, or the id of the representative who signed. */
    by: text,
    subject,
    /** On a sheet of paper, or in the system. */
    signature: z.enum(['paper', 'electronic']),
    /** The official who made them acquainted. */
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A line of a sheet was annulled: it counts as if never entered. `occurredOn` is its day. */
export const acquaintanceEntryAnnulled = eventType(
  'AcquaintanceEntryAnnulled',
  z.strictObject({
    sheet: text,
    learner: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** The event types of a sheet of acquaintance, for the codec. */
export const acquaintanceEvents = [acquaintanceSigned, acquaintanceEntryAnnulled] as const;

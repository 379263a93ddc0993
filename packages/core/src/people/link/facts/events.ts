import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { signerShape, text } from '../../../values/shape.ts';

const linkData = {
  /** The two ids, in plain string order. */
  learner: text,
  other: text,
  /** The reason, in words; personal, because it is about the learner. */
  reason: personal(z.string(), { subject: 'learner', purpose: 'identification' }).optional(),
  signer: signerShape,
  /** Number of the edition of the regulation that the command was decided on. */
  edition: z.number(),
} as const;

/** Two learner ids are one person from `occurredOn` on; each keeps its own records. */
export const learnersLinked = eventType('LearnersLinked', z.strictObject(linkData));

/** The two ids are two persons after all: the link ends on `occurredOn`. */
export const learnersUnlinked = eventType('LearnersUnlinked', z.strictObject(linkData));

/**
 * A linking or unlinking was annulled: it counts as if never made, or another stands in its place.
 * `occurredOn` is its day. RK 1.8.
 */
export const linkEntryAnnulled = eventType(
  'LinkEntryAnnulled',
  z.strictObject({
    learner: linkData.learner,
    other: linkData.other,
    ...annulmentShape,
    reason: linkData.reason,
  }),
);

/** Event types of a link. */
export const linkEvents = [learnersLinked, learnersUnlinked, linkEntryAnnulled] as const;

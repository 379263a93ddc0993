import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { signerShape, text } from '../../../values/shape.ts';

const linkData = {
  /** The two ids, in plain string order. */
  learner: text,
  other: text,
  /** On what it rests, in words about the person. */
  reason: personal(z.string(), { subject: 'learner', purpose: 'identification' }).optional(),
  signer: signerShape,
  edition: z.number(),
} as const;

/** Two learners on record are one person, from this day on. No fact of either is touched. */
export const learnersLinked = eventType('LearnersLinked', z.strictObject(linkData));

/** They are two persons after all: the link holds no longer from this day on. */
export const learnersUnlinked = eventType('LearnersUnlinked', z.strictObject(linkData));

export const linkEvents = [learnersLinked, learnersUnlinked] as const;

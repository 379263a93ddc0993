import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * Acts over many streams: one leading event, what it owes to each stream, and the outcome of each.
 * The events of destruction and erasure are in `retention-events.ts`. D4, architecture §3.
 */

/**
 * An order about a group or a list of learners: each target is owed one command. `occurredOn` is
 * the day from which it is in force. A long list is several parts in one append. D4, R1 §7.2.
 */
export const groupOrdered = eventType(
  'GroupOrdered',
  z.strictObject({
    act: text,
    order: z.enum(['enroll', 'transfer', 'complete', 'discharge']),
    /** The group that the order names; null where it lists learners of several groups. */
    group: text.nullable(),
    /** From 1. */
    part: z.number(),
    parts: z.number(),
    /** Learners to enroll, or enrollments to transfer, complete, discharge. */
    targets: z.array(text),
    /** For `enroll`: first day of study, or null while it has not begun (R1 §3.2). */
    studyFrom: day.nullable(),
    /** For `transfer`: the new group. */
    to: text.nullable(),
    /** For `discharge`: a reason of the regulation. */
    reason: text.nullable(),
    honours: text.nullable(),
    edition: z.number(),
  }),
);

/** A target accepted its command: its event is in this stream, at this revision. */
export const actStepDone = eventType(
  'ActStepDone',
  z.strictObject({ act: text, target: text, stream: text, revision: z.number() }),
);

/**
 * A target refused its command. The command is no longer owed, and is not tried again by itself.
 */
export const actStepNotDone = eventType(
  'ActStepNotDone',
  z.strictObject({
    act: text,
    target: text,
    refusal: z.strictObject({ code: text, ru: text, en: text }),
  }),
);

/** The event types of an act over several streams, for the codec. */
export const actEvents = [groupOrdered, actStepDone, actStepNotDone] as const;

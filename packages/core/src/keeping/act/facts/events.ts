import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * Acts over many streams: one leading event, what it owes to each stream, and the outcome of each.
 * The events of destruction and erasure are in `retention-events.ts`. D4, architecture §3.
 */

const paper = z.strictObject({ number: text.nullable(), date: day });

/**
 * An order about a group or a list of learners: each target is owed one command. `occurredOn` is
 * the day from which it is in force. A long list is several parts in one append. D4, R1 §7.2.
 */
export const groupOrdered = eventType(
  'GroupOrdered',
  z.strictObject({
    act: text,
    order: z.enum(['enroll', 'transfer', 'complete', 'discharge', 'decide-year']),
    /** The group that the order names; null where it lists learners of several groups. */
    group: text.nullable(),
    /** From 1. */
    part: z.number(),
    parts: z.number(),
    /** Learners to enroll; for any other order the enrollments that it names. */
    targets: z.array(text),
    /** For `enroll`: first day of study, or null while it has not begun (R1 §3.2). */
    studyFrom: day.nullable(),
    /** For `transfer` and `decide-year`: the new group. */
    to: text.nullable(),
    /** For `discharge`: a reason of the regulation. */
    reason: text.nullable(),
    /** For `discharge`: the organisation that the learners move to. Absent: not asked. */
    whereTo: text.optional(),
    honours: text.nullable(),
    /** For `decide-year`: the decision, its papers, and the first day in the new group. */
    year: z
      .strictObject({
        studyYear: text,
        decision: text,
        protocol: paper.nullable(),
        application: paper.nullable(),
        from: day,
      })
      .optional(),
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

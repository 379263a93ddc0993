import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * What is entered about the academic debts and retakes of one learner in one programme. A debt
 * itself is no event: it is derived from the results. D9, RK 1.2, 273-FZ art. 58.
 */

const ids = { enrollment: text, learner: text, programme: text } as const;

const subject = {
  ...ids,
  /** Null: the programme as a whole. */
  module: text.nullable(),
  /** Kind of assessment, by the regulation's id: `interim`, … */
  kind: text,
} as const;

/** The days from `occurredOn` to `until` do not count in a debt's term. 273-FZ art. 58 part 5. */
export const debtTermPaused = eventType(
  'DebtTermPaused',
  z.strictObject({
    ...subject,
    /** The debt: event id of the failed result. */
    debt: text,
    /** Last day that does not count. */
    until: day,
    /** By the regulation's code: `illness`, … */
    reason: text,
    edition: z.number(),
  }),
);

/** A retake was granted for a day. 273-FZ art. 58 part 5, R1 §4.2.4. */
export const retakeGranted = eventType(
  'RetakeGranted',
  z.strictObject({
    ...subject,
    group: text,
    /** Event id of the failed result. */
    of: text,
    /** Number of the attempt, from 1. */
    attempt: z.number(),
    /** Day on which it is to be taken. */
    plannedOn: day,
    /** Id of the commission that holds it; null: none. */
    commission: text.nullable(),
    edition: z.number(),
  }),
);

/** A granted retake was moved to another day before it was taken. D9. */
export const retakeMoved = eventType(
  'RetakeMoved',
  z.strictObject({ ...subject, retake: text, from: day, plannedOn: day, edition: z.number() }),
);

/** A granted retake was withdrawn before it was taken; it uses up no attempt. D9. */
export const retakeWithdrawn = eventType(
  'RetakeWithdrawn',
  z.strictObject({ ...subject, retake: text, edition: z.number() }),
);

/** The learner was informed of the debts that they have, or that they have none. R4 §2.2.6. */
export const informedOfDebts = eventType(
  'InformedOfDebts',
  z.strictObject({
    ...ids,
    /** The debts owed on that day, expired ones too, by event ids of the failed results. */
    debts: z.array(text),
    /** By the regulation's code: `oral`, `written`, `electronic`. */
    way: text,
    informed: z.enum(['learner', 'representative']),
    edition: z.number(),
  }),
);

/**
 * A pause, a grant of a retake, its withdrawal or a notice was annulled, or replaced by another
 * entry.
 */
export const debtEntryAnnulled = eventType(
  'DebtEntryAnnulled',
  z.strictObject({
    ...ids,
    /** Null: the programme as a whole, or a notice. */
    module: text.nullable(),
    ...annulmentShape,
    reason: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    ...addedAfterShape,
  }),
);

/** What a recorded result says of the retake that was taken. */
export const retakeShape = z.strictObject({
  /** Event id of the grant. */
  granted: text,
  /** Event id of the failed result. */
  of: text,
  /** Number of the attempt, from 1. */
  attempt: z.number(),
  /** Does it use up an attempt? Not where the absence was excused, or there was no assessment. */
  counts: z.boolean(),
});

/** Every event of debts and retakes. */
export const debtEvents = [
  debtTermPaused,
  retakeGranted,
  retakeMoved,
  retakeWithdrawn,
  informedOfDebts,
  debtEntryAnnulled,
] as const;

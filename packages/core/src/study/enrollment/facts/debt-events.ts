import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/* Academic debts and retakes of one learner in one programme. D9, 273-FZ art. 58. */

const subject = {
  enrollment: text,
  learner: text,
  programme: text,
  /** Null: the programme as a whole. */
  module: text.nullable(),
  /** Kind of assessment, by the regulation's id: `interim`, … */
  kind: text,
} as const;

/** An academic debt arose from a failed or missed assessment. 273-FZ art. 58 part 2. */
export const debtArose = eventType(
  'DebtArose',
  z.strictObject({
    ...subject,
    group: text,
    /** Event id of the failed result; null: there is no result. */
    result: text.nullable(),
    edition: z.number(),
  }),
);

/** The days from `occurredOn` to `until` do not count in a debt's term. 273-FZ art. 58 part 5. */
export const debtTermPaused = eventType(
  'DebtTermPaused',
  z.strictObject({
    ...subject,
    /** Event id of the debt. */
    debt: text,
    /** Last day that does not count. */
    until: day,
    /** By the regulation's code: `illness`, … */
    reason: text,
    edition: z.number(),
  }),
);

/** A debt was settled by a passing result or a credit. D9. */
export const debtSettled = eventType(
  'DebtSettled',
  z.strictObject({ ...subject, debt: text, result: text, edition: z.number() }),
);

/** A debt can no longer be settled: its term is over, or its retakes are used up. D9. */
export const debtExpired = eventType(
  'DebtExpired',
  z.strictObject({
    ...subject,
    debt: text,
    reason: z.enum(['term-over', 'attempts-used']),
    /** Last day of its term; null: it has none. */
    deadline: day.nullable(),
    edition: z.number(),
  }),
);

/** A retake was granted for a day. 273-FZ art. 58 part 5, R1 §4.2.4. */
export const retakeGranted = eventType(
  'RetakeGranted',
  z.strictObject({
    ...subject,
    group: text,
    /** Event id of the debt, or of the failed result where the kind makes no debts. */
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

/** A granted retake was withdrawn before it was taken; it uses up no attempt. D9. */
export const retakeWithdrawn = eventType(
  'RetakeWithdrawn',
  z.strictObject({ ...subject, retake: text, edition: z.number() }),
);

/** The learner was informed of the debts that they have, or that they have none. R4 §2.2.6. */
export const informedOfDebts = eventType(
  'InformedOfDebts',
  z.strictObject({
    enrollment: text,
    learner: text,
    programme: text,
    /** Event ids of the debts owed on that day, expired ones too. */
    debts: z.array(text),
    /** By the regulation's code: `oral`, `written`, `electronic`. */
    way: text,
    informed: z.enum(['learner', 'representative']),
    edition: z.number(),
  }),
);

/** What a recorded result says of the retake that was taken. */
export const retakeShape = z.strictObject({
  /** Event id of the grant. */
  granted: text,
  /** Event id of the debt, or of the failed result. */
  of: text,
  /** Number of the attempt, from 1. */
  attempt: z.number(),
  /** Does it use up an attempt? Not where the absence was excused, or there was no assessment. */
  counts: z.boolean(),
});

/** Every event of debts and retakes. */
export const debtEvents = [
  debtArose,
  debtTermPaused,
  debtSettled,
  debtExpired,
  retakeGranted,
  retakeWithdrawn,
  informedOfDebts,
] as const;

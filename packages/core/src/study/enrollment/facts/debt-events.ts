import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/* Academic debts and retakes of one learner in one programme. D9, 273-FZ art. 58. */

const subject = {
  enrollment: text,
  learner: text,
  programme: text,
  /** Null for a debt of the whole programme. */
  module: text.nullable(),
  /** Kind of assessment: `interim`, … */
  kind: text,
} as const;

/** A debt arose from a failure, or because nothing was taken. 273-FZ art. 58 part 2. */
export const debtArose = eventType(
  'DebtArose',
  z.strictObject({
    ...subject,
    group: text,
    /** Event id of the result that it rests on; null: nothing was taken. */
    result: text.nullable(),
    edition: z.number(),
  }),
);

/** Days that do not count in the debt's term, both included. 273-FZ art. 58 part 5. */
export const debtTermPaused = eventType(
  'DebtTermPaused',
  z.strictObject({
    ...subject,
    /** Event id of the debt. */
    debt: text,
    until: day,
    /** Reason by code of the regulation: `illness`, … */
    reason: text,
    edition: z.number(),
  }),
);

/** A debt was settled by a result or a credit that passes. */
export const debtSettled = eventType(
  'DebtSettled',
  z.strictObject({ ...subject, debt: text, result: text, edition: z.number() }),
);

/** A debt can be settled no longer: its term is over, or its retakes are used up. */
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
    /** Event id of the debt, or of the failed result where the kind makes no debt. */
    of: text,
    /** From 1. */
    attempt: z.number(),
    plannedOn: day,
    /** Commission before which it is held; null: none. */
    commission: text.nullable(),
    edition: z.number(),
  }),
);

/** A granted retake was withdrawn before it was taken: it counts for nothing. */
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
    /** Event ids of the debts that are owed, expired ones too; empty: there are none. */
    debts: z.array(text),
    /** `oral`, `written`, `electronic`. */
    way: text,
    informed: z.enum(['learner', 'representative']),
    edition: z.number(),
  }),
);

/** What an assessment says that is a retake. */
export const retakeShape = z.strictObject({
  /** Event id of the grant. */
  granted: text,
  /** Event id of the debt, or of the failed result. */
  of: text,
  attempt: z.number(),
  /** False: it was not taken for a valid reason, or not assessed; no attempt is used up. */
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

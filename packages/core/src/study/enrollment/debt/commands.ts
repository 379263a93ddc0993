import * as z from 'zod';
import { groundPlaceField } from '../../../acting/after-archive.ts';
import { correctingFields, putRightFields } from '../../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../../values/local-date.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/* Commands about academic debts and retakes. D9, 273-FZ art. 58, R1 §4.2.4. */

/**
 * Finds the debt of a failed `result`, or of a `kind` in a `module`. A debt is derived from the
 * results, so that nothing is stored. RK 1.2.
 */
export const raiseDebt = command(
  'raise-debt',
  z
    .strictObject({
      enrollment: enrollmentId,
      result: factId.optional(),
      module: identifier.nullable().optional(),
      kind: identifier.optional(),
      /** The day on which it is asked; by default today. */
      on: localDate.optional(),
    })
    .refine(({ result, kind }) => (result === undefined) !== (kind === undefined), {
      path: ['result'],
      error: complaint(
        'нужно одно из двух: result (неудовлетворительный) или kind',
        'give one of the two: result (a failing one) or kind',
      ),
    })
    .refine(({ result, module }) => result === undefined || module === undefined, {
      path: ['module'],
      error: complaint('модуль берётся из результата', 'the module is that of the result'),
    }),
);

/**
 * Excludes days from a debt's term, both included, such as an illness without a suspension. It may
 * be entered after the term is over: the debt is then open again. `debt` is the event id of the
 * failed result.
 */
export const pauseDebtTerm = command(
  'pause-debt-term',
  z.strictObject({
    enrollment: enrollmentId,
    debt: factId,
    from: orderedDay,
    until: lastingDay,
    reason: identifier,
  }),
);

/**
 * Grants a retake of a failed result. The retake is taken by recording a result that names the
 * grant; the earlier failure stays.
 */
export const grantRetake = command(
  'grant-retake',
  z.strictObject({
    enrollment: enrollmentId,
    /** Event id of the failed result, which is also the id of its debt. */
    of: factId,
    /** Day on which it is to be taken. */
    plannedOn: orderedDay,
    /** Id of the commission that holds it. */
    commission: identifier.nullable().default(null),
    on: localDate,
  }),
);

/** Moves a granted retake that was not taken to another day. */
export const moveRetake = command(
  'move-retake',
  z.strictObject({
    enrollment: enrollmentId,
    retake: factId,
    plannedOn: orderedDay,
    on: localDate,
  }),
);

/** Withdraws a granted retake that was not taken; it uses up no attempt. */
export const withdrawRetake = command(
  'withdraw-retake',
  z.strictObject({ enrollment: enrollmentId, retake: factId, on: localDate }),
);

/** Records that learner or representative was informed of the debts, or of none. R4 §2.2.6. */
export const informOfDebts = command(
  'inform-of-debts',
  z.strictObject({
    enrollment: enrollmentId,
    /** By the regulation's code: `oral`, `written`, `electronic`. */
    way: identifier,
    informed: z.enum(['learner', 'representative']).default('learner'),
    on: localDate,
  }),
);

/**
 * Annuls a pause, a grant of a retake, its move or withdrawal, or a notice, as entered in error.
 * RK 1.8.
 */
export const annulDebtEntry = commandNamingGround(
  'annul-debt-entry',
  z.strictObject({ enrollment: enrollmentId, ...putRightFields, ...groundPlaceField }),
  ['reason'],
);

/** Corrects the days or the reason of a pause; the entry as it was stays readable. RK 1.8. */
export const correctPause = commandNamingGround(
  'correct-pause',
  z
    .strictObject({
      enrollment: enrollmentId,
      ...correctingFields,
      from: orderedDay.optional(),
      until: lastingDay.optional(),
      /** Code of the excluded days, by the regulation. */
      because: identifier.optional(),
      ...groundPlaceField,
    })
    .refine(({ from, until, because }) => (from ?? until ?? because) !== undefined, {
      path: ['from'],
      error: complaint(
        'дайте новое значение: from, until или because',
        'give a new value: from, until or because',
      ),
    }),
  ['reason'],
);

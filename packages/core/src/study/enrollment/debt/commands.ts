import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../../values/local-date.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/* Commands about academic debts and retakes. D9, 273-FZ art. 58, R1 §4.2.4. */

/** Records a debt: from a failed `result`, or of a `kind` in a `module` without any result. */
export const raiseDebt = command(
  'raise-debt',
  z
    .strictObject({
      enrollment: enrollmentId,
      result: factId.optional(),
      module: identifier.nullable().optional(),
      kind: identifier.optional(),
      on: localDate,
    })
    .refine(({ result, kind }) => (result === undefined) !== (kind === undefined), {
      path: ['result'],
      error: complaint(
        'нужно одно из двух: result (неудовлетворительный) или kind (не сдавалось)',
        'give one of the two: result (a failing one) or kind (nothing was taken)',
      ),
    })
    .refine(({ result, module }) => result === undefined || module === undefined, {
      path: ['module'],
      error: complaint('модуль берётся из результата', 'the module is that of the result'),
    }),
);

const ofDebt = { enrollment: enrollmentId, debt: factId };

/** Excludes days from a debt's term, both included, such as an illness without a suspension. */
export const pauseDebtTerm = command(
  'pause-debt-term',
  z.strictObject({ ...ofDebt, from: orderedDay, until: lastingDay, reason: identifier }),
);

/** Settles a debt by a passing result or a credit. A passed retake settles it without this. */
export const settleDebt = command(
  'settle-debt',
  z.strictObject({ ...ofDebt, result: factId, on: localDate }),
);

/** Records that a debt can no longer be settled: its term is over, or its retakes are used up. */
export const expireDebt = command('expire-debt', z.strictObject({ ...ofDebt, on: localDate }));

/**
 * Grants a retake of a debt, or of a failed result of a kind that makes no debts. The retake is
 * taken by recording a result that names the grant; the earlier failure stays.
 */
export const grantRetake = command(
  'grant-retake',
  z.strictObject({
    enrollment: enrollmentId,
    /** Event id of the debt, or of the failed result. */
    of: factId,
    /** Day on which it is to be taken. */
    plannedOn: orderedDay,
    /** Id of the commission that holds it. */
    commission: identifier.nullable().default(null),
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

import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/* An academic debt arises, its term is paused, it is settled or expires. D9, 273-FZ art. 58. */

/** Records a debt: from a failing `result`, or of a `kind` in a `module` where none was taken. */
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

/** Leaves days out of a debt's term: illness without a suspension, both days included. */
export const pauseDebtTerm = command(
  'pause-debt-term',
  z.strictObject({ ...ofDebt, from: localDate, until: localDate, reason: identifier }),
);

/** Settles a debt by a result or credit that passes. A retake that passes does so by itself. */
export const settleDebt = command(
  'settle-debt',
  z.strictObject({ ...ofDebt, result: factId, on: localDate }),
);

/** Records that a debt can be settled no longer. */
export const expireDebt = command('expire-debt', z.strictObject({ ...ofDebt, on: localDate }));

/*
 * Retakes: granted for a day, withdrawn, and taken by recording an assessment that names the grant.
 * The earlier failure stays. D9, 273-FZ art. 58, R1 §4.2.4.
 */

/** Grants a retake of a debt, or of a failed result of a kind that makes no debts. */
export const grantRetake = command(
  'grant-retake',
  z.strictObject({
    enrollment: enrollmentId,
    /** Event id of the debt, or of the failed result. */
    of: factId,
    plannedOn: localDate,
    /** Commission before which it is held. */
    commission: identifier.nullable().default(null),
    on: localDate,
  }),
);

/** Withdraws a granted retake that was not taken: it counts for nothing. */
export const withdrawRetake = command(
  'withdraw-retake',
  z.strictObject({ enrollment: enrollmentId, retake: factId, on: localDate }),
);

/** Records that the learner was told what they owe, or that they owe nothing. R4 §2.2.6. */
export const informOfDebts = command(
  'inform-of-debts',
  z.strictObject({
    enrollment: enrollmentId,
    way: identifier,
    informed: z.enum(['learner', 'representative']).default('learner'),
    on: localDate,
  }),
);

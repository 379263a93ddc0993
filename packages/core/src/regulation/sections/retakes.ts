import * as z from 'zod';
import { identifier } from '../../values/identifier.ts';
import { text } from '../../values/shape.ts';

/** Retakes and academic debts. D9, 273-FZ art. 58, R1 §4.2.4, R4 §2.2.6. */
export const retakeRules = z.strictObject({
  section: z.literal('retakes'),
  /** What holds for retakes of which kinds of assessment; of a kind not named there are none. */
  limits: z.array(
    z.strictObject({
      /** Kinds of assessment. */
      kinds: z.array(text),
      /** Does a failure of these kinds make an academic debt (273-FZ art. 58 part 2)? */
      debt: z.boolean(),
      /** At most so many retakes (art. 58 part 5: two); null: no limit. */
      attemptsMax: z.number().nullable(),
      /** Within so many months (art. 58 part 5: a year); null: no term. */
      termMonths: z.number().nullable(),
      /** First attempt that is held before a commission (art. 58 part 6: 2); null: none is. */
      commissionFromAttempt: z.number().nullable(),
      /** May a retake be taken after a discharge, without being reinstated? */
      afterDischarge: z.boolean(),
    }),
  ),
  /** Reasons of suspension, and of a pause, whose days do not count in the term (part 5). */
  excludedReasons: z.array(text),
  /** Acts that need an order: `grant-retake`. */
  orderFor: z.array(text),
  /** Is the final kind closed to one who owes (273-FZ art. 59 part 6)? */
  finalNeedsNoDebts: z.boolean(),
  /** How a learner is informed of debts or of their absence: `oral`, … R4 §2.2.6. */
  informWays: z.array(text),
});

const ids = z.array(identifier).max(100);

/** The section as `adopt` and `amend` take it. */
export const retakeRulesGiven = retakeRules.extend({
  limits: z
    .array(
      z.strictObject({
        kinds: ids.min(1),
        debt: z.boolean(),
        attemptsMax: z.int().min(0).max(100).nullable(),
        termMonths: z.int().min(1).max(240).nullable(),
        commissionFromAttempt: z.int().min(1).max(100).nullable(),
        afterDischarge: z.boolean(),
      }),
    )
    .max(20),
  excludedReasons: ids,
  orderFor: ids,
  informWays: ids,
});

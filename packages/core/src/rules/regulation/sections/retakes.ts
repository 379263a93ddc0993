import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Retakes and academic debts. D9, 273-FZ art. 58, R1 §4.2.4, R4 §2.2.6. */
export const retakes = section({
  name: 'retakes',
  event: 'RetakeRulesSet',
  fields: {
    /** What holds for retakes of which kinds of assessment; of a kind not named there are none. */
    limits: field.list(
      field.object({
        /** Kinds of assessment. */
        kinds: field.assessmentKinds({ min: 1 }),
        /** Does a failure of these kinds make an academic debt (273-FZ art. 58 part 2)? */
        debt: field.yesNo,
        /** At most so many retakes (art. 58 part 5: two); null: no limit. */
        attemptsMax: field.orNull(field.integer(0, 100)),
        /** Within so many months (art. 58 part 5: a year); null: no term. */
        termMonths: field.orNull(field.integer(1, 240)),
        /** First attempt that is held before a commission (art. 58 part 6: 2); null: none is. */
        commissionFromAttempt: field.orNull(field.integer(1, 100)),
        /** May a retake be taken after a discharge, without being reinstated? */
        afterDischarge: field.yesNo,
      }),
      { max: 20, unique: ({ kinds }) => kinds },
    ),
    /** Reasons of suspension, and of a pause, whose days do not count in the term (part 5). */
    excludedReasons: field.ids(),
    /** Acts that need an order: `grant-retake`. */
    orderFor: field.ids(),
    /** Is the final kind closed to one who owes (273-FZ art. 59 part 6)? */
    finalNeedsNoDebts: field.yesNo,
    /** How a learner is informed of debts or of their absence: `oral`, … R4 §2.2.6. */
    informWays: field.ids(),
  },
  // Interim: 273-FZ art. 58 parts 2, 5 and 6. The limit of the final kind is ours: no law sets one
  // for additional programmes.
  default: {
    limits: [
      {
        kinds: ['interim'],
        debt: true,
        attemptsMax: 2,
        termMonths: 12,
        commissionFromAttempt: 2,
        afterDischarge: false,
      },
      {
        kinds: ['final'],
        debt: false,
        attemptsMax: 1,
        termMonths: 12,
        commissionFromAttempt: 1,
        afterDischarge: true,
      },
    ],
    excludedReasons: ['illness', 'academic-leave', 'maternity-leave'],
    orderFor: [],
    finalNeedsNoDebts: true,
    informWays: ['oral', 'written', 'electronic'],
  },
});

export type RetakeRules = z.infer<typeof retakes.stored>;

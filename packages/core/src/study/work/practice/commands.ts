import * as z from 'zod';
import { putRightFields } from '../../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { enrollmentId, factId } from '../../enrollment/facts/questions.ts';

/** Evaluates a practice or internship; `id` is by default the command's. D10, R1 §3.5b, §5.1.2. */
export const evaluatePractice = command(
  'evaluate-practice',
  z.strictObject({
    id: identifier.optional(),
    enrollment: enrollmentId,
    kind: identifier,
    place: shortText(300),
    from: localDate,
    until: localDate,
    supervisor: identifier.nullable().default(null),
    evaluation: shortText(10_000).optional(),
    result: factId.nullable().default(null),
    on: localDate,
  }),
  ['evaluation'],
);

/**
 * Annuls the evaluation of a practice: it counts as if never entered. `entry` is the event id that
 * its command answered. D10, RK 1.8.
 */
export const annulPractice = commandNamingGround(
  'annul-practice',
  z.strictObject({ practice: identifier, ...putRightFields }),
  ['reason'],
);

/** A parsed `annul-practice`. */
export type AnnulPractice = z.output<typeof annulPractice.schema>;

/** A parsed `evaluate-practice`. */
export type EvaluatePractice = z.output<typeof evaluatePractice.schema>;

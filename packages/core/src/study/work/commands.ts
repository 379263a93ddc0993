import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { enrollmentId, factId } from '../enrollment/facts/questions.ts';
import { sha256 } from './report/commands.ts';

/** Approves the topic of a work and its supervisor. `id` is by default the command's. D10. */
export const approveTopic = command(
  'approve-topic',
  z.strictObject({
    id: identifier.optional(),
    enrollment: enrollmentId,
    kind: identifier,
    module: identifier.nullable().default(null),
    topic: shortText(500),
    supervisor: identifier,
    office: officeField,
    on: localDate,
  }),
  ['topic'],
);

/**
 * Records that a work was submitted, or a revised one submitted again. `locator` is personal. D10.
 */
export const submitWork = command(
  'submit-work',
  z.strictObject({
    work: identifier,
    sha256,
    locator: shortText(500).nullable().default(null),
    on: localDate,
  }),
  ['locator'],
);

/** Records a review: reviewer, grade, recommendation. D10, R1 §4.2.5. */
export const reviewWork = command(
  'review-work',
  z.strictObject({
    work: identifier,
    reviewer: identifier,
    grade: shortText(64).optional(),
    recommendation: identifier,
    review: shortText(10_000).optional(),
    on: localDate,
  }),
  ['review'],
);

/** Records the defence; `result` is the event id of its result in the enrollment. D10. */
export const defendWork = command(
  'defend-work',
  z.strictObject({ work: identifier, result: factId }),
);

/**
 * Annuls a step of a work: it counts as if never entered. `entry` is the event id that its command
 * answered. D10, RK 1.8.
 */
export const annulWorkEntry = commandNamingGround(
  'annul-work-entry',
  z.strictObject({ work: identifier, ...putRightFields }),
  ['reason'],
);

/** A parsed `annul-work-entry`. */
export type AnnulWorkEntry = z.output<typeof annulWorkEntry.schema>;

/** A parsed `approve-topic`. */
export type ApproveTopic = z.output<typeof approveTopic.schema>;

/** A parsed `submit-work`. */
export type SubmitWork = z.output<typeof submitWork.schema>;

/** A parsed `review-work`. */
export type ReviewWork = z.output<typeof reviewWork.schema>;

/** A parsed `defend-work`. */
export type DefendWork = z.output<typeof defendWork.schema>;

import * as z from 'zod';
import { correctedShape } from '../../acting/corrected-entry.ts';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/** The input of both commands; `on` is today where it is absent. */
export const linkInput = z
  .strictObject({
    learner: identifier,
    other: identifier,
    reason: shortText(500).optional(),
    ...signerFields,
    on: localDate.optional(),
  })
  .refine(({ learner, other }) => learner !== other, {
    path: ['other'],
    error: complaint('это одна и та же запись: назовите другую', 'this is the same: name another'),
  });

/** Links two learner ids as one person. */
export const linkLearners = command('link-learners', linkInput, ['reason']);

/** Unlinks two linked learner ids. */
export const unlinkLearners = command('unlink-learners', linkInput, ['reason']);

/**
 * Annuls a linking or unlinking: it counts as if it had never been made. `entry` is the event id
 * that its command answered. RK 1.8.
 */
export const annulLinkEntry = commandNamingGround(
  'annul-link-entry',
  z.strictObject({ learner: identifier, other: identifier, ...putRightFields }),
  ['reason'],
);

/**
 * Corrects a linking or unlinking: it is annulled, and one with the true day, reason or paper
 * stands in its place. RK 1.8.
 */
export const correctLinkEntry = commandNamingGround(
  'correct-link-entry',
  z.strictObject({
    learner: identifier,
    other: identifier,
    ...putRightFields,
    to: z
      .strictObject({ ...correctedShape, reason: shortText(500).nullable().optional() })
      .refine(
        (given) => Object.values(given).some((value) => value !== undefined),
        complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
      ),
  }),
  ['reason', 'to'],
);

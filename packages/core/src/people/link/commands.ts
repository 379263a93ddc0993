import * as z from 'zod';
import { signerFields } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
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

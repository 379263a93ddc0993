import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signedFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/**
 * Keeps a copy of a contest's protocol, so that it may be the evidence of many learners and
 * collectives. `heldOn` is the day of the contest and `on` the day from which the copy is kept. Its
 * texts are stored in clear, so they must name no learner. The command's id is the copy's where
 * `id` is left out. R3 §3.4.
 */
export const keepContestProtocol = command(
  'keep-contest-protocol',
  z
    .strictObject({
      id: identifier.optional(),
      title: shortText(300),
      kind: identifier,
      level: identifier,
      organiser: shortText(300),
      heldOn: localDate,
      number: shortText(64).nullable().default(null),
      medium: z.enum(['paper', 'digital']),
      locator: shortText(500),
      ...signedFields,
    })
    .refine(({ heldOn, on }) => heldOn <= on, {
      path: ['on'],
      error: complaint(
        'копию хранят со дня конкурса или позже',
        'a copy is kept from the day of the contest or later',
      ),
    }),
);

/**
 * Annuls the keeping of a copy: it counts as if never entered. `entry` is the event id that its
 * command answered. `reason` is stored in clear, so it must name no person. RK 1.8.
 */
export const annulContestEntry = commandNamingGround(
  'annul-contest-entry',
  z.strictObject({ contest: identifier, ...putRightFields }),
);

/** The parsed input of `keep-contest-protocol`. */
export type KeepContestProtocol = z.output<typeof keepContestProtocol.schema>;

/** The parsed input of `annul-contest-entry`. */
export type AnnulContestEntry = z.output<typeof annulContestEntry.schema>;

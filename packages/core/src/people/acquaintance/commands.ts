import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signedFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const version = shortText(64).nullable().default(null);

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('regulation'), edition: z.int().min(1).optional() }),
  z.strictObject({ kind: z.literal('programme'), programme: identifier, version }),
  z.strictObject({ kind: z.literal('act'), title: shortText(300), version }),
  z
    .strictObject({ kind: z.literal('diary'), from: localDate, until: localDate })
    .refine(({ from, until }) => from <= until, {
      path: ['until'],
      error: complaint('последний день раньше первого', 'the last day is before the first'),
    }),
]);

const line = z.strictObject({
  learner: identifier,
  /** The representative of a minor who signs; by default `learner`. */
  by: identifier.optional(),
  /** Day beside the signature; by default that of the sheet. */
  on: localDate.optional(),
});

/**
 * Enters a whole sheet of acquaintance, one line a learner: with the requirements of the regulation
 * (by default the edition in force on `on`), of a programme, of another local act, or with the
 * diary. `signer` is the official who made them acquainted. The title of an act names no person,
 * because it is stored in clear. The command's id is the sheet's where `id` is left out. R2 §1.5,
 * R5 §2.3.
 */
export const recordAcquaintance = command(
  'record-acquaintance',
  z.strictObject({
    id: identifier.optional(),
    subject,
    lines: z
      .array(line)
      .min(1)
      .max(500)
      .refine(
        (lines) => new Set(lines.map(({ learner }) => learner)).size === lines.length,
        complaint('обучающийся назван дважды', 'a learner is named twice'),
      ),
    signature: z.enum(['paper', 'electronic']).default('paper'),
    ...signedFields,
  }),
);

/**
 * Annuls a line of a sheet: it counts as if never entered. `entry` is its event id, which the
 * command answered. `reason` is stored in clear, so it must name no person. RK 1.8.
 */
export const annulAcquaintance = commandNamingGround(
  'annul-acquaintance',
  z.strictObject({ sheet: identifier, ...putRightFields }),
);

/** The parsed input of `record-acquaintance`. */
export type RecordAcquaintance = z.output<typeof recordAcquaintance.schema>;

/** The parsed input of `annul-acquaintance`. */
export type AnnulAcquaintance = z.output<typeof annulAcquaintance.schema>;

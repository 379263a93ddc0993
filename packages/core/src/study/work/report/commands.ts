import * as z from 'zod';
import { putRightFields } from '../../../acting/putting-right.ts';
import { officeField } from '../../../acting/signer.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';

/** SHA-256 of a file as 64 hex digits in lower case; null, the default: on paper. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, {
    error: 'нужен SHA-256: 64 знака 0-9a-f | give a SHA-256: 64 characters 0-9a-f',
  })
  .nullable()
  .default(null);

/** Files a teacher's report; `id` is by default the command's. D10, R1 §4.2.2. */
export const fileReport = command(
  'file-report',
  z.strictObject({
    id: identifier.optional(),
    kind: identifier,
    teacher: identifier,
    office: officeField,
    group: identifier,
    module: identifier.nullable().default(null),
    from: localDate,
    until: localDate,
    sheets: z.int().min(1).max(10_000).nullable().default(null),
    sha256,
    on: localDate,
  }),
);

/**
 * Annuls the filing of a report: it counts as if never entered. `entry` is the event id that its
 * command answered. D10, RK 1.8.
 */
export const annulReport = commandNamingGround(
  'annul-report',
  z.strictObject({ report: identifier, ...putRightFields }),
);

/** A parsed `annul-report`. */
export type AnnulReport = z.output<typeof annulReport.schema>;

/** A parsed `file-report`. */
export type FileReport = z.output<typeof fileReport.schema>;

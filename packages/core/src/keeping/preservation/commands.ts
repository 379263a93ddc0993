import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { anyRecordName } from '../retention/facts/questions.ts';

const noHash = (input: unknown): string =>
  complaint(
    `${shown(input)} не SHA-256: нужны 64 шестнадцатеричные цифры строчными`,
    `${shown(input)} is no SHA-256: give 64 hexadecimal digits in small letters`,
  );

/** SHA-256 of a file or medium, in hex. */
const sha256 = z
  .string({ error: ({ input }) => noHash(input) })
  .regex(/^[0-9a-f]{64}$/, { error: ({ input }) => noHash(input) });

/** A study year, named by the calendar year in which it begins. */
const studyYear = z.string().regex(/^(?:19|20|21)\d\d$/, {
  error: 'нужен год начала, например 2026 | give the year in which it begins, such as 2026',
});

const signed = {
  studyYear,
  ...signerFields,
  on: localDate,
};

const medium = z.strictObject({
  id: identifier,
  kind: identifier,
  place: shortText(200),
  sha256,
});

/** Defines a study period of a study year. R4 §6.2. */
export const definePeriod = command(
  'define-study-period',
  z.strictObject({ period: identifier, from: orderedDay, until: lastingDay, ...signed }),
);

/** Closes a study period that is over. R4 §6.2. */
export const closePeriod = command(
  'close-study-period',
  z.strictObject({ period: identifier, ...signed }),
);

/** Records the export of a closed period to the organisation's own store. R4 §6.2. */
export const recordExport = command(
  'record-period-export',
  z.strictObject({
    id: identifier.optional(),
    period: identifier,
    source: identifier,
    contents: z.array(identifier).min(1).max(50),
    keptAt: shortText(200),
    sha256,
    ...signed,
  }),
);

/** Records the head's check whether results are entered, with its findings. R4 §5.6. */
export const checkEntries = command(
  'check-entries',
  z.strictObject({
    id: identifier.optional(),
    period: identifier,
    findings: z
      .array(
        z.strictObject({ record: anyRecordName.nullable().default(null), finding: shortText(500) }),
      )
      .max(100)
      .default([]),
    ...signed,
  }),
);

/** Records how a finding was settled. R4 §5.6. */
export const settleFinding = command(
  'settle-finding',
  z.strictObject({
    check: identifier,
    finding: z.int().min(1),
    how: shortText(500),
    ...signed,
  }),
);

/** Records the yearly backup with its media. R4 §6.3. */
export const recordBackup = command(
  'record-backup',
  z.strictObject({
    id: identifier.optional(),
    contents: shortText(300),
    media: z.array(medium).min(1).max(20),
    ...signed,
  }),
);

/**
 * Records a check of a backup's media. `sha256` is that of the bytes read, or null where a medium
 * could not be read. R4 §6.1.
 */
export const checkIntegrity = command(
  'check-integrity',
  z.strictObject({
    id: identifier.optional(),
    backup: identifier,
    media: z
      .array(z.strictObject({ medium: identifier, sha256: sha256.nullable() }))
      .min(1)
      .max(20),
    ...signed,
  }),
);

/** Records that a damaged medium was replaced by a copy of another one. R4 §6.1. */
export const replaceMedium = command(
  'replace-medium',
  z.strictObject({ backup: identifier, damaged: identifier, from: identifier, medium, ...signed }),
);

/** Records that a backup was restored from a medium. D20. */
export const recordRestore = command(
  'record-restore',
  z.strictObject({
    id: identifier.optional(),
    backup: identifier,
    medium: identifier,
    into: shortText(200),
    sha256,
    ...signed,
  }),
);

/**
 * Annuls an entry of a study year: it counts as if never entered. `entry` is the event id that its
 * command answered. D20, RK 1.8.
 */
export const annulPreservationEntry = commandNamingGround(
  'annul-preservation-entry',
  z.strictObject({ studyYear, ...putRightFields }),
);

/** The parsed input of `annul-preservation-entry`. */
export type AnnulPreservationEntry = z.output<typeof annulPreservationEntry.schema>;

/** The parsed input of `define-study-period`. */
export type DefinePeriod = z.output<typeof definePeriod.schema>;

/** The parsed input of `close-study-period`. */
export type ClosePeriod = z.output<typeof closePeriod.schema>;

/** The parsed input of `record-period-export`. */
export type RecordExport = z.output<typeof recordExport.schema>;

/** The parsed input of `check-entries`. */
export type CheckEntries = z.output<typeof checkEntries.schema>;

/** The parsed input of `settle-finding`. */
export type SettleFinding = z.output<typeof settleFinding.schema>;

/** The parsed input of `record-backup`. */
export type RecordBackup = z.output<typeof recordBackup.schema>;

/** The parsed input of `check-integrity`. */
export type CheckIntegrity = z.output<typeof checkIntegrity.schema>;

/** The parsed input of `replace-medium`. */
export type ReplaceMedium = z.output<typeof replaceMedium.schema>;

/** The parsed input of `record-restore`. */
export type RecordRestore = z.output<typeof recordRestore.schema>;

import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signedFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate } from '../../values/local-date.ts';
import { signerShape } from '../../values/shape.ts';
import { shortText } from '../../values/text.ts';
import { anyRecordName } from './facts/questions.ts';

/**
 * Places a hold on everything, on a learner's records, on one record, or on a carrier. Its paper is
 * the command's ground; `authority` is who asks for it, `reviewOn` the day by which it is looked at
 * again. D19, RK 1.11.
 */
export const placeHold = command(
  'place-hold',
  z.strictObject({
    id: identifier.optional(),
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('learner'), learner: identifier }),
      z.strictObject({ kind: z.literal('record'), record: anyRecordName }),
      z.strictObject({ kind: z.literal('carrier'), carrier: identifier }),
    ]),
    /** The reason, in words that name no person, because they are stored in clear for ever. */
    reason: shortText(300),
    authority: shortText(200).nullable().default(null),
    reviewOn: lastingDay.nullable().default(null),
    ...signedFields,
  }),
);

/** Lifts a hold. D19. */
export const liftHold = command('lift-hold', z.strictObject({ hold: identifier, ...signedFields }));

/** Decides that a carrier of a record is no longer needed. R2 §3.5, R4 §6.4. */
export const endNeed = command(
  'decide-no-longer-needed',
  z.strictObject({
    carrier: identifier,
    record: anyRecordName,
    /** Day that starts the term, where it has a start that the record does not show. */
    startedOn: localDate.nullable().default(null),
    ...signedFields,
  }),
);

/** Records that the inventories of permanent keeping of a calendar year were approved. */
export const approvePermanentLists = command(
  'approve-permanent-lists',
  z.strictObject({
    year: z.string().regex(/^(?:19|20|21)\d\d$/, {
      error: 'нужен год, например 2026 | give a year, such as 2026',
    }),
    ...signedFields,
  }),
);

/**
 * Annuls a hold, its lifting, a decision on the need, an approval of lists, or an entry about the
 * presence of carriers, with all that the same command entered: it counts as if never entered.
 * `entry` is the event id that its command answered. D19, RK 1.8.
 */
export const annulRetentionEntry = commandNamingGround(
  'annul-retention-entry',
  z.strictObject(putRightFields),
);

/** The parsed input of `annul-retention-entry`. */
export type AnnulRetentionEntry = z.output<typeof annulRetentionEntry.schema>;

/** The parsed input of `place-hold`. */
export type PlaceHold = z.output<typeof placeHold.schema>;

/** The parsed input of `lift-hold`. */
export type LiftHold = z.output<typeof liftHold.schema>;

/** The parsed input of `decide-no-longer-needed`. */
export type EndNeed = z.output<typeof endNeed.schema>;

/** The parsed input of `approve-permanent-lists`. */
export type ApprovePermanentLists = z.output<typeof approvePermanentLists.schema>;

/*
 * Releases, in the stream of the holds. The process of an approved act sends them, one for each
 * carrier or record. D19.
 */

const about = { act: identifier, record: anyRecordName, on: localDate };

/** Releases a carrier of a record for destruction. */
export const releaseCarrier = command(
  'release-carrier',
  z.strictObject({ ...about, carrier: identifier }),
);

/** Releases a record for the erasure of its personal data. */
export const releaseRecord = command('release-record', z.strictObject(about));

/** Annuls the release of a carrier, because the approval that it came of was annulled. */
export const annulRelease = command(
  'annul-release',
  z.strictObject({
    act: identifier,
    /** Event id of the annulled approval. */
    approval: z.string(),
    carrier: identifier,
    record: anyRecordName,
    /** The day of the annulment, who signed it, and its edition. */
    actedOn: localDate,
    signer: signerShape,
    edition: z.int().min(1),
  }),
);

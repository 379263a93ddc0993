import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';
import { presenceEvents } from './presence-events.ts';

/*
 * Stream: `<org>.retention-main`. Holds, decisions that a carrier is no longer needed, and releases
 * for destruction. A hold and a release are in one stream, so that neither can overlook the other.
 * What is known of the presence of carriers is in `presence-events.ts`. D19.
 */

/** What a hold covers: everything, a learner's records, one record, or a carrier of all records. */
export const holdScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('learner'), learner: text }),
  z.strictObject({ kind: z.literal('record'), record: text }),
  z.strictObject({ kind: z.literal('carrier'), carrier: text }),
]);

const firstHold = z.strictObject({
  hold: text,
  scope: holdScope,
  /** The reason (an audit, a court's demand), in words that name no person. */
  reason: text,
  signer: signerShape,
  edition: z.number(),
});

/**
 * A hold was placed: nothing that it covers may be released for destruction or erased while it is
 * in force.
 */
export const holdPlaced = eventType('HoldPlaced', firstHold).next(
  firstHold.extend({
    /** Who asks for it: a court, an investigator; null: not said. */
    authority: text.nullable(),
    /** Day by which the hold is looked at again; null: none is set. */
    reviewOn: day.nullable(),
  }),
  (old) => ({ ...old, authority: null, reviewOn: null }),
);

/** A hold was lifted. */
export const holdLifted = eventType(
  'HoldLifted',
  z.strictObject({ hold: text, signer: signerShape, edition: z.number() }),
);

/** It was decided that this carrier of a record is no longer needed. R2 §3.5, R4 §6.4. */
export const noLongerNeeded = eventType(
  'NoLongerNeeded',
  z.strictObject({ carrier: text, record: text, signer: signerShape, edition: z.number() }),
);

/** The inventories of permanent keeping of a calendar year were approved. */
export const permanentListsApproved = eventType(
  'PermanentListsApproved',
  z.strictObject({ year: text, signer: signerShape, edition: z.number() }),
);

/** A carrier of a record was released for destruction by an approved act. */
export const carrierReleased = eventType(
  'CarrierReleased',
  z.strictObject({ act: text, carrier: text, record: text }),
);

/** A record was released for the erasure of its personal data: no carrier of it is kept. */
export const recordReleased = eventType(
  'RecordReleased',
  z.strictObject({ act: text, record: text }),
);

/**
 * A hold, its lifting, a decision on the need, an approval of lists or an entry about the presence
 * of carriers was annulled: it counts as if never entered. `occurredOn` is its day. RK 1.8.
 */
export const retentionEntryAnnulled = eventType(
  'RetentionEntryAnnulled',
  z.strictObject({
    /** Id of the hold; null where the entry is about none. So are the others. */
    hold: text.nullable(),
    carrier: text.nullable(),
    record: text.nullable(),
    year: text.nullable(),
    /** The records that an entry about the presence of carriers lists; absent: it is another. */
    records: z.array(text).optional(),
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/**
 * The release of a carrier was annulled with the approval that it came of: the carrier was not
 * destroyed. `occurredOn` is its day. RK 1.8.
 */
export const carrierReleaseAnnulled = eventType(
  'CarrierReleaseAnnulled',
  z.strictObject({ act: text, carrier: text, record: text, ...annulmentShape }),
);

/** The event types of retention, for the codec. */
export const retentionEvents = [
  holdPlaced,
  holdLifted,
  noLongerNeeded,
  permanentListsApproved,
  carrierReleased,
  recordReleased,
  retentionEntryAnnulled,
  carrierReleaseAnnulled,
  ...presenceEvents,
] as const;

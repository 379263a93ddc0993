import * as z from 'zod';
import { signedFields } from '../../../acting/signer.ts';
import { command } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { anyRecordName } from '../facts/questions.ts';

/*
 * What is done about carriers that are absent or damaged. Texts name no person, because they are
 * stored in clear for ever. R4 §6.6, RK 4 no. 3.
 */

const ofRecord = { carrier: identifier, record: anyRecordName };

/** The largest number of carriers of one check, because they are listed in one append. */
export const CHECK_MAX = 1_000;

/** The largest number of carriers of one act of non-discovery. */
export const NON_DISCOVERY_MAX = 75;

const members = z.array(identifier).max(20);

/**
 * Checks the presence of the carriers of a list: each is present, absent or damaged. What is absent
 * is sought from that day on. `number` is that of the check sheet, `members` are officials who
 * checked beside the signer. The command's id is the check's where `id` is left out. R4 §6.6.
 */
export const checkPresence = command(
  'check-presence',
  z.strictObject({
    id: identifier.optional(),
    number: shortText(64).nullable().default(null),
    items: z
      .array(
        z.strictObject({
          ...ofRecord,
          found: z.enum(['present', 'absent', 'damaged']),
          note: shortText(300).nullable().default(null),
        }),
      )
      .min(1)
      .max(CHECK_MAX),
    members: members.default([]),
    ...signedFields,
  }),
);

/** Reports a carrier lost or damaged, without a check. A lost one is sought. RK 4 no. 3. */
export const reportCarrier = command(
  'report-carrier',
  z.strictObject({
    ...ofRecord,
    state: z.enum(['lost', 'damaged']),
    circumstances: shortText(500),
    ...signedFields,
  }),
);

/** Records that an absent carrier was found, also after its act of non-discovery. */
export const recordFound = command(
  'record-carrier-found',
  z.strictObject({
    ...ofRecord,
    state: z.enum(['present', 'damaged']).default('present'),
    place: shortText(300).nullable().default(null),
    ...signedFields,
  }),
);

/**
 * Approves an act of non-discovery, by which a search ends. `drawnUpOn` is the day of the act, by
 * default that of its approval `on`; `done` says what was done to find the carriers, `members` are
 * officials on the day of the act. RK 4 no. 3.
 */
export const approveNonDiscovery = command(
  'approve-non-discovery',
  z.strictObject({
    number: shortText(64),
    drawnUpOn: localDate.optional(),
    items: z.array(z.strictObject(ofRecord)).min(1).max(NON_DISCOVERY_MAX),
    done: shortText(1000),
    members,
    ...signedFields,
  }),
);

/**
 * Records a copy that was restored from the log and certified: `restoredFrom` is what the mark on
 * it says, «восстановлено по …». RK 4 no. 3.
 */
export const restoreCopy = command(
  'restore-copy',
  z.strictObject({
    ...ofRecord,
    restoredFrom: shortText(300),
    sheets: z.int().min(1).max(100_000).nullable().default(null),
    ...signedFields,
  }),
);

/** The parsed input of `check-presence`. */
export type CheckPresence = z.output<typeof checkPresence.schema>;

/** The parsed input of `report-carrier`. */
export type ReportCarrier = z.output<typeof reportCarrier.schema>;

/** The parsed input of `record-carrier-found`. */
export type RecordFound = z.output<typeof recordFound.schema>;

/** The parsed input of `approve-non-discovery`. */
export type ApproveNonDiscovery = z.output<typeof approveNonDiscovery.schema>;

/** The parsed input of `restore-copy`. */
export type RestoreCopy = z.output<typeof restoreCopy.schema>;

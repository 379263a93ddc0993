import * as z from 'zod';
import { officeField, signerFields } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { recordName } from '../../record/name.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/** The largest number of records of one transfer, because they are listed in one append. */
export const TRANSFER_RECORDS_MAX = 2_000;

/**
 * Begins a transfer of enrollments, journals and files. `group` is the group whose records they
 * are, or null where learners were listed. `orderDate` is the day of the order on expulsion, from
 * which the regulation's deadline is counted. D18, R1 §7.2.
 */
export const beginTransfer = command(
  'begin-transfer',
  z.strictObject({
    id: identifier.optional(),
    group: identifier.nullable().default(null),
    records: z.array(recordName).min(1).max(TRANSFER_RECORDS_MAX),
    handsOver: identifier,
    office: officeField,
    orderDate: localDate.nullable().default(null),
    on: localDate,
  }),
);

/** Draws up the act of transfer from the records that were handed over. D18. */
export const drawUpAct = command(
  'draw-up-transfer-act',
  z.strictObject({ transfer: identifier, number: shortText(64), on: localDate }),
);

const signed = {
  transfer: identifier,
  ...signerFields,
  on: localDate,
};

/** Signs the act for the unit that hands over. D18. */
export const signAct = command('sign-transfer-act', z.strictObject(signed));

/** Accepts the act for the archive. `place` is where the records are kept from now on. D18. */
export const acceptTransfer = command(
  'accept-transfer',
  z.strictObject({ ...signed, place: shortText(200) }),
);

/**
 * Refuses the act for the archive, with defects; `record` names the record of a defect. The words
 * must name no person, because they are stored in clear for ever. D18.
 */
export const refuseTransfer = command(
  'refuse-transfer',
  z.strictObject({
    ...signed,
    defects: z
      .array(
        z.strictObject({ record: recordName.nullable().default(null), defect: shortText(500) }),
      )
      .min(1)
      .max(200),
  }),
);

/** Calls a transfer off before it is accepted, by the unit that hands over. D18. */
export const callOffTransfer = command(
  'call-off-transfer',
  z.strictObject({ ...signed, reason: shortText(500) }),
);

/** The parsed input of `begin-transfer`. */
export type BeginTransfer = z.output<typeof beginTransfer.schema>;

/** The parsed input of `draw-up-transfer-act`. */
export type DrawUpAct = z.output<typeof drawUpAct.schema>;

/** The parsed input of `sign-transfer-act`. */
export type SignAct = z.output<typeof signAct.schema>;

/** The parsed input of `accept-transfer`. */
export type AcceptTransfer = z.output<typeof acceptTransfer.schema>;

/** The parsed input of `refuse-transfer`. */
export type RefuseTransfer = z.output<typeof refuseTransfer.schema>;

/** The parsed input of `call-off-transfer`. */
export type CallOffTransfer = z.output<typeof callOffTransfer.schema>;

/*
 * What each listed record owes its transfer: the process `archiveTransfer` sends these commands,
 * and `notes-service.ts` declares them.
 */

const about = { transfer: identifier, record: recordName, on: localDate };

/** Notes that a record was handed over, which closed it to change at this revision. */
export const noteRecord = command(
  'note-record',
  z.strictObject({ ...about, revision: z.int().min(0) }),
);

/** Notes that a record refused a step, which is then no longer owed. */
export const noteNotDone = command(
  'note-record-not-done',
  z.strictObject({
    ...about,
    step: z.enum(['hand-over', 'close', 'return']),
    refusal: z.strictObject({ code: z.string(), ru: z.string(), en: z.string() }),
  }),
);

/** Notes that a record was closed after the acceptance, or returned after the refusal. */
export const noteSettled = command(
  'note-record-settled',
  z.strictObject({ ...about, step: z.enum(['close', 'return']), revision: z.int().min(0) }),
);

/** The parsed input of `note-record`. */
export type NoteRecord = z.output<typeof noteRecord.schema>;

/** The parsed input of `note-record-not-done`. */
export type NoteNotDone = z.output<typeof noteNotDone.schema>;

/** The parsed input of `note-record-settled`. */
export type NoteSettled = z.output<typeof noteSettled.schema>;

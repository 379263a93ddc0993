import * as z from 'zod';
import { groundPlaceField } from '../../../acting/after-archive.ts';
import { positionField, signerFields } from '../../../acting/signer.ts';
import { commandNamingGround } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { basisGiven } from '../assessment/commands.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/*
 * A result is put right by a new entry; the earlier value stays in the history. What an entry must
 * carry (reason, words, position, countersignature) is a field of the regulation, and the edition
 * in force on the day of the act applies; the scale is that of the result's own day. A credited
 * result is corrected in the same way. D7, R2 §2.3.
 */

/** Corrects a result in digits and, where the regulation requires it, in words. D7, R2 §2.3. */
export const correctAssessment = commandNamingGround(
  'correct-assessment',
  z
    .strictObject({
      enrollment: enrollmentId,
      /** Event id of the mark in force: the record, or its last correction. */
      replaces: factId.optional(),
      /** Event id of the first record, where the regulation lets `replaces` be left out. */
      record: factId.optional(),
      value: shortText(64),
      words: shortText(200).optional(),
      /** Scale, where a result of the programme as a whole had no mark. */
      scale: identifier.optional(),
      reason: shortText(500).optional(),
      ...signerFields,
      ...positionField,
      /** Person id of who corrected; by default the signer. */
      correctedBy: identifier.optional(),
      /** Day of the correction; by default that of the paper entry, else today. */
      on: localDate.optional(),
      /** The entry on paper that it repeats: its carrier, sheet and day of signature. RK 1.12. */
      paper: z
        .strictObject({ carrier: identifier, sheet: shortText(64), date: localDate })
        .optional(),
      /** Where an absence was the error: the work or sheet that shows the mark. RK 1.4. */
      basis: basisGiven.optional(),
      ...groundPlaceField,
    })
    .refine((given) => given.replaces !== undefined || given.record !== undefined, {
      path: ['replaces'],
      error: complaint(
        'назовите запись: replaces (действующее значение)',
        'name the entry: replaces (the value in force)',
      ),
    }),
  ['reason'],
);

/**
 * Corrects the code of an absence, such as absent to ill; the paper that shows it is the command's
 * ground. RK 1.4.
 */
export const correctAbsence = commandNamingGround(
  'correct-absence',
  z.strictObject({
    enrollment: enrollmentId,
    /** Event id of the entry in force: the record, or its last correction. */
    replaces: factId,
    /** Attendance code by the regulation; null: none. */
    code: shortText(16).nullable(),
    reason: shortText(500).optional(),
    ...signerFields,
    ...positionField,
    /** Day of the correction; by default today. */
    on: localDate.optional(),
    ...groundPlaceField,
  }),
  ['reason'],
);

const waitingCorrection = {
  enrollment: enrollmentId,
  /** Event id of the correction. */
  correction: factId,
  /** Day of the act; by default today. */
  on: localDate.optional(),
};

/** Countersigns a waiting correction. Another person signs, and another account enters it. D7. */
export const countersignCorrection = commandNamingGround(
  'countersign-correction',
  z.strictObject({ ...waitingCorrection, ...signerFields, ...positionField }),
);

/** Declines a waiting correction: the earlier mark stays in force. D7. */
export const declineCorrection = commandNamingGround(
  'decline-correction',
  z.strictObject({
    ...waitingCorrection,
    ...signerFields,
    ...positionField,
    reason: shortText(500).optional(),
  }),
  ['reason'],
);

/** Withdraws a waiting correction, by its signer. No office is needed, as no mark changes. D7. */
export const withdrawCorrection = commandNamingGround(
  'withdraw-correction',
  z.strictObject({ ...waitingCorrection, signer: identifier }),
);

/**
 * Annuls a result that was recorded in error, with its corrections; its record stays readable.
 * `result` is the event id of the first record or of the credit. D6.
 */
export const annulAssessment = commandNamingGround(
  'annul-assessment',
  z.strictObject({
    enrollment: enrollmentId,
    result: factId,
    reason: shortText(500).optional(),
    ...signerFields,
    ...positionField,
    /** Day of the annulment; by default today. */
    on: localDate.optional(),
    ...groundPlaceField,
  }),
  ['reason'],
);

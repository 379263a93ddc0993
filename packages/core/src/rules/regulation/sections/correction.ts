import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Who may correct a mark, and what a correction must carry. D7, R2 §2.3. */
export const correction = section({
  name: 'correction',
  event: 'CorrectionRulesSet',
  fields: {
    /** Offices in which one may sign a correction. */
    signerOffices: field.offices(),
    /** Must the one who corrected sign (R2 §2.3)? */
    correctorSigns: field.yesNo,
    wordsRequired: field.yesNo,
    reasonRequired: field.yesNo,
    positionRequired: field.yesNo,
    /** Must the correction name the event of the value in force? */
    replacedNamed: field.yesNo,
    /** Offices whose countersignature gives it effect; null: none is asked for. */
    countersignOffices: field.orNull(field.offices({ min: 1 })),
    /** After acceptance by the archive: only with an order as ground? */
    orderAfterArchive: field.yesNo,
    /** Offices in which one may sign an annulment. */
    annulmentOffices: field.offices(),
    annulmentReasonRequired: field.yesNo,
  },
  // Digit, words and the signature of the teacher who corrected, as R2 §2.3 has them; with a
  // reason, and after the archive's acceptance by order.
  default: {
    signerOffices: ['teacher'],
    correctorSigns: true,
    wordsRequired: true,
    reasonRequired: true,
    positionRequired: false,
    replacedNamed: true,
    countersignOffices: null,
    orderAfterArchive: true,
    annulmentOffices: ['teacher', 'head'],
    annulmentReasonRequired: true,
  },
});

export type CorrectionRules = z.infer<typeof correction.stored>;

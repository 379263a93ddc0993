import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Who may correct or annul a mark or a lesson, and what a correction must contain. D7, R2 §2.3. */
export const correction = section({
  name: 'correction',
  event: 'CorrectionRulesSet',
  fields: {
    /** Offices that may sign a correction of a mark, or of a lesson save its attendance. */
    signerOffices: field.offices(),
    /**
     * Whether `correctedBy` and `signer` must be the same person; it need not be who gave the mark.
     * R2 §2.3.
     */
    correctorSigns: field.yesNo,
    /** Whether the new value must be given in words too. R2 §2.3. */
    wordsRequired: field.yesNo,
    /** Whether a reason must be given. */
    reasonRequired: field.yesNo,
    /** Whether the signer's position must be given. */
    positionRequired: field.yesNo,
    /** Whether the correction must name the event of the value that it replaces. */
    replacedNamed: field.yesNo,
    /** Offices that must countersign before a correction takes effect; null: none need to. */
    countersignOffices: field.orNull(field.offices({ min: 1 })),
    /** Whether a correction needs an order once the archive has accepted the record. */
    orderAfterArchive: field.yesNo,
    /** Offices that may sign an annulment of a mark or of a lesson. */
    annulmentOffices: field.offices(),
    /** Whether an annulment needs a reason. */
    annulmentReasonRequired: field.yesNo,
    /**
     * Offices that may annul or correct any other entry: a step of study, personal data, an
     * appointment, a consent, a group.
     */
    entryOffices: field.since(2, field.offices()),
    /**
     * Offices that may correct attendance: of a lesson, and an absence from an assessment, such as
     * absent to ill. RK 1.4.
     */
    attendanceOffices: field.since(2, field.offices()),
    /**
     * Whether it needs a paper with number and day to correct an absence, or to excuse one later.
     * RK 1.4.
     */
    attendancePaperRequired: field.since(2, field.yesNo),
    /**
     * Whether only the author of a mark corrects it, and after they have left the office another
     * who holds it. RK 1.12.
     */
    authorCorrects: field.since(2, field.yesNo),
    /** Which carrier prevails where the paper and the electronic entry differ. RK 1.12. */
    prevailingCarrier: field.since(2, field.oneOf(['none', 'paper', 'electronic'])),
    /** Whether annulling or correcting such an entry needs a reason. */
    entryReasonRequired: field.since(2, field.yesNo),
  },
  // R2 §2.3: value in digits and words, signed by the teacher who corrected. The reason, and the
  // order after acceptance by the archive, are our default.
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
    entryOffices: ['head', 'deputy-head', 'records-keeper'],
    entryReasonRequired: true,
    attendanceOffices: ['teacher', 'head', 'deputy-head', 'records-keeper'],
    attendancePaperRequired: true,
    authorCorrects: false,
    prevailingCarrier: 'none',
  },
});

/** The rules of the section `correction`. */
export type CorrectionRules = z.infer<typeof correction.stored>;

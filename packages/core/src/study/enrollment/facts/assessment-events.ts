import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, decimalText, signerShape, text } from '../../../values/shape.ts';
import { retakeShape } from './debt-events.ts';
import { enrollmentIds } from './life-events.ts';

/** A mark on a scale as it was written: digits and words are stored, never recomputed. */
export const valueShape = z.strictObject({
  /** Id of the scale in the regulation. */
  scale: text,
  /** The scale's own code of the mark. */
  value: text,
  /** Digits; null where the mark has none (зачтено). */
  digits: text.nullable(),
  /** The mark in words, in Russian. */
  words: text,
  /** Is it satisfactory on its scale? */
  passes: z.boolean(),
  /** The decimal by which it counts in averages; null: it counts in none. */
  points: decimalText.nullable(),
});

/** The outcome of an assessment: a mark, an absence, or a reason why there is no mark. */
export const resultShape = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('mark'), mark: valueShape }),
  /** The learner did not appear; `reason` is an attendance code, null: not given. */
  z.strictObject({ outcome: z.literal('absent'), reason: text.nullable() }),
  /** Submitted without a mark, not admitted or exempt; `reason` by the regulation's code. */
  z.strictObject({ outcome: z.literal('not-assessed'), reason: text }),
]);

/** The basis of a result: the record or paper that it was taken from. */
export const basisShape = z.strictObject({
  /** `lesson`, `grade-sheet`, `protocol`, `contest`, `achievement`, `diagnostics`, `platform`. */
  kind: text,
  /** Id of the lesson or protocol; null: a basis without an id here. */
  id: text.nullable(),
  /** Number and date of the paper; null: not given. */
  number: text.nullable(),
  date: day.nullable(),
});

/**
 * What a result counts for, beside its module and kind. A retake or the decision on an appeal
 * counts for the same as the result that it repeats. RK 1.3.
 */
export const countsForShape = z.strictObject({
  /** Study year, by the calendar year in which it begins. */
  studyYear: text,
  /** Period of the study year, by the regulation's id; null: none. */
  period: text.nullable(),
  /** Group and id of the planned assessment, as `<group>.<planned>`; null: it was not planned. */
  planned: text.nullable(),
});

/** A result was recorded. `occurredOn` is the day of the assessment. D6. */
export const assessmentRecorded = eventType(
  'AssessmentRecorded',
  z.strictObject({
    ...enrollmentIds,
    /** The learner's group on that day. */
    group: text,
    /** Null: an assessment of the programme as a whole. */
    module: text.nullable(),
    /** By the regulation's id: `current`, `interim`, `final`, … */
    kind: text,
    /** By the regulation's id: `exam`, `credit-test`, `project`, … */
    form: text,
    /** `internal`, `external` or `independent`. */
    origin: text,
    result: resultShape,
    /** Id of the person, or name of the platform or outside organisation, that assessed. */
    assessor: z.strictObject({ kind: z.enum(['official', 'platform', 'organisation']), id: text }),
    basis: basisShape.nullable(),
    /** Id of the group's planned assessment that was taken; null: it was not planned. */
    planned: text.nullable(),
    /** Special conditions of attestation that were granted, by the regulation's codes. R5 §3.4. */
    conditions: z.array(text),
    /** Present where the assessment was a granted retake. D9. */
    retake: retakeShape.optional(),
    /** Event id of the result on which an appeal was decided. RK 1.3. */
    appealOf: text.optional(),
    countsFor: countsForShape.optional(),
    edition: z.number(),
  }),
);

/** An earlier result was credited (зачёт); the event names its source. D11. */
export const resultCredited = eventType(
  'ResultCredited',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    module: text.nullable(),
    kind: text,
    form: text,
    /** Null where the source has no mark on a scale of the regulation. */
    mark: valueShape.nullable(),
    source: z.strictObject({
      /** `own`: an earlier study here; `other-organisation`; `achievement` (R5 §1.2). */
      kind: text,
      organisation: text.nullable(),
      /** Day of the credited result, where it is known. */
      achievedOn: day.nullable(),
    }),
    /** The paper of the source, such as a diploma with its number. Personal. */
    document: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    /** Id of the group's planned assessment that it counts for; null: none. */
    planned: text.nullable(),
    /** Person id of the official who decided; null: not named. */
    decidedBy: text.nullable(),
    /** Id of the application for credit that granted it; null: none was needed. R5 §5. */
    decision: text.nullable(),
    countsFor: countsForShape.optional(),
    edition: z.number(),
  }),
);

/**
 * The fields of an event about an earlier result. Its `occurredOn` and `refs` are those of the
 * result, `corrects` names the result, and `actedOn` is the day of the act itself.
 */
const aboutResult = {
  ...enrollmentIds,
  module: text.nullable(),
  group: text,
  /** Event id of the first record of the result. */
  corrects: text,
  actedOn: day,
} as const;

const personalReason = personal(z.string(), { subject: 'learner', purpose: 'assessment' });

/** A result was corrected; the earlier mark stays readable. R2 §2.3, D7. */
export const assessmentCorrected = eventType(
  'AssessmentCorrected',
  z.strictObject({
    ...aboutResult,
    /** Event id of the mark that was in force: the record, or its last correction. */
    replaces: text,
    mark: valueShape,
    /** The words exactly as the corrector wrote them; null: none were given. */
    wordsGiven: text.nullable(),
    reason: personalReason.optional(),
    signer: signerShape,
    /** Person id of who corrected. R2 §2.3: the corrector signs. */
    correctedBy: text,
    /** Person id of the mark's author, who has left; present: a successor corrected. */
    succeeds: text.optional(),
    /** The entry on paper that it repeats; its day is that of the signature. RK 1.12. */
    paper: z.strictObject({ carrier: text, sheet: text, date: day }).optional(),
    /** Where an absence was the error: the work or sheet that the mark was taken from. RK 1.4. */
    basis: basisShape.optional(),
    /** Does it wait for a countersignature before it takes effect? */
    awaitsCountersignature: z.boolean(),
    ...addedAfterShape,
    edition: z.number(),
  }),
);

/**
 * An absence was corrected: another code (absent → ill), on the paper that is the event's ground.
 * What rests on the absence, such as a debt, follows. RK 1.4.
 */
export const absenceCorrected = eventType(
  'AbsenceCorrected',
  z.strictObject({
    ...aboutResult,
    /** Event id of the entry that was in force: the record, or its last correction. */
    replaces: text,
    /** Attendance code, by the regulation; null: none is given. */
    code: text.nullable(),
    reason: personalReason.optional(),
    signer: signerShape,
    ...addedAfterShape,
    edition: z.number(),
  }),
);

/** A waiting correction, named by `correction`, was countersigned and takes effect. D7. */
export const correctionCountersigned = eventType(
  'CorrectionCountersigned',
  z.strictObject({ ...aboutResult, correction: text, signer: signerShape, edition: z.number() }),
);

/** A waiting correction was declined: the earlier mark stays in force. D7. */
export const correctionDeclined = eventType(
  'CorrectionDeclined',
  z.strictObject({
    ...aboutResult,
    correction: text,
    signer: signerShape,
    reason: personalReason.optional(),
    edition: z.number(),
  }),
);

/** A waiting correction was withdrawn by its signer: the earlier mark stays in force. D7. */
export const correctionWithdrawn = eventType(
  'CorrectionWithdrawn',
  z.strictObject({ ...aboutResult, correction: text, signer: signerShape, edition: z.number() }),
);

/** A result or credit was annulled as recorded in error, with its corrections. D6. */
export const assessmentAnnulled = eventType(
  'AssessmentAnnulled',
  z.strictObject({
    ...aboutResult,
    reason: personalReason.optional(),
    signer: signerShape,
    ...addedAfterShape,
    edition: z.number(),
  }),
);

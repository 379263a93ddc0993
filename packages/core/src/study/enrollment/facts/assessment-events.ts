import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, decimalText, signerShape, text } from '../../../values/shape.ts';
import { retakeShape } from './debt-events.ts';
import { enrollmentIds } from './life-events.ts';

/** A value on a scale, as it was written: words are stored, never recomputed. */
export const valueShape = z.strictObject({
  scale: text,
  value: text,
  /** Digits; null where the value has none (зачтено). */
  digits: text.nullable(),
  /** The value in words, in Russian. */
  words: text,
  /** Is it satisfactory on its scale? */
  passes: z.boolean(),
  /** The decimal that stands for it in averages; null where it counts in none. */
  points: decimalText.nullable(),
});

/** What came of an assessment. */
export const resultShape = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('mark'), mark: valueShape }),
  /** Did not appear; `reason` by attendance code. */
  z.strictObject({ outcome: z.literal('absent'), reason: text.nullable() }),
  /** Not assessed: submitted without a mark, not admitted, exempt. */
  z.strictObject({ outcome: z.literal('not-assessed'), reason: text }),
]);

/** What a result rests on. */
export const basisShape = z.strictObject({
  /** `lesson`, `grade-sheet`, `protocol`, `contest`, `achievement`, `diagnostics`, `platform`. */
  kind: text,
  /** Id of the basis: the lesson's, the protocol's. */
  id: text.nullable(),
  number: text.nullable(),
  date: day.nullable(),
});

/** An assessment was recorded. `occurredOn` is its day. D6. */
export const assessmentRecorded = eventType(
  'AssessmentRecorded',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** Null for an assessment of the whole programme. */
    module: text.nullable(),
    /** `current`, `interim`, `final`, … */
    kind: text,
    /** `exam`, `credit-test`, `project`, … */
    form: text,
    /** `internal`, `external` or `independent`. */
    origin: text,
    result: resultShape,
    /** Person who assessed, or the name of the platform that did. */
    assessor: z.strictObject({ kind: z.enum(['official', 'platform', 'organisation']), id: text }),
    basis: basisShape.nullable(),
    /** The planned assessment of the group that this is. */
    planned: text.nullable(),
    /** Special conditions of attestation that were granted, by code. R5 §3.4. */
    conditions: z.array(text),
    /** The granted retake that this is. D9. */
    retake: retakeShape.optional(),
    edition: z.number(),
  }),
);

/** An earlier result was credited (зачёт), keeping its source. D11, first form. */
export const resultCredited = eventType(
  'ResultCredited',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    module: text.nullable(),
    kind: text,
    form: text,
    /** Null where the source has no mark on a scale of ours. */
    mark: valueShape.nullable(),
    source: z.strictObject({
      /** `own`: an earlier study here; `other-organisation`; `achievement` (R5 §1.2). */
      kind: text,
      organisation: text.nullable(),
      /** Day of the credited result, where it is known. */
      achievedOn: day.nullable(),
    }),
    /** The paper of the source, such as a diploma by its number: it leads to the person. */
    document: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    planned: text.nullable(),
    decidedBy: text.nullable(),
    /** The decided application that it rests on; null: none. R5 §5. */
    decision: text.nullable(),
    edition: z.number(),
  }),
);

/**
 * A fact about a fact: `occurredOn` and `refs` are those of the fact it is about, `corrects` names
 * it, and `actedOn` is the act's own day.
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

/** A result was corrected; the earlier value stays. R2 §2.3, D7. */
export const assessmentCorrected = eventType(
  'AssessmentCorrected',
  z.strictObject({
    ...aboutResult,
    /** Event id of the value that was in force: the record, or the last correction of it. */
    replaces: text,
    mark: valueShape,
    /** The words exactly as the corrector wrote them. */
    wordsGiven: text.nullable(),
    reason: personalReason.optional(),
    signer: signerShape,
    /** Who corrected; by default the signer. R2 §2.3: the corrector signs. */
    correctedBy: text,
    /** Does it wait for a countersignature before it takes effect? */
    awaitsCountersignature: z.boolean(),
    edition: z.number(),
  }),
);

/** A waiting correction was countersigned: it takes effect. */
export const correctionCountersigned = eventType(
  'CorrectionCountersigned',
  z.strictObject({ ...aboutResult, correction: text, signer: signerShape, edition: z.number() }),
);

/** A waiting correction was declined: the old value stands. */
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

/** A waiting correction was taken back by its signer: the old value stands. */
export const correctionWithdrawn = eventType(
  'CorrectionWithdrawn',
  z.strictObject({ ...aboutResult, correction: text, signer: signerShape, edition: z.number() }),
);

/** A result (or credit) was recorded in error: annulled with all that hangs on it. D6. */
export const assessmentAnnulled = eventType(
  'AssessmentAnnulled',
  z.strictObject({
    ...aboutResult,
    reason: personalReason.optional(),
    signer: signerShape,
    edition: z.number(),
  }),
);

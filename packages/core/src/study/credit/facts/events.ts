import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'credit' } as const;

const whose = { credit: text, learner: text, enrollment: text } as const;

/** Where the result was earned. */
const source = z.strictObject({
  /** `own`: an earlier study here; `other-organisation`; `achievement`. */
  kind: z.enum(['own', 'other-organisation', 'achievement']),
  organisation: text.nullable(),
  /** Day of the result, where it is known. */
  achievedOn: day.nullable(),
});

/** A subject (null: the programme as a whole) and the kind of assessment. */
const subject = z.strictObject({ module: text.nullable(), kind: text });

/** A subject as it was granted; what is null stands as the programme has it. */
const granted = subject.extend({
  form: text.nullable(),
  planned: text.nullable(),
  scale: text.nullable(),
  /** The mark that is taken over; null: none. */
  value: text.nullable(),
});

/** Credit was applied for, by the learner or a representative. D11, R4 §2.2.9, R5 §5. */
export const creditApplied = eventType(
  'CreditApplied',
  z.strictObject({
    ...whose,
    /** `learner`, or the id of the representative. */
    applicant: text,
    source,
    /** The achievement to be credited; null: an earlier result is. R5 §1.2. */
    achievement: text.nullable(),
    /** The paper of the source; absent: none was given. */
    document: personal(
      z.strictObject({ title: text, number: text.nullable(), date: day.nullable() }),
      ofLearner,
    ).optional(),
    wanted: z.array(subject),
    edition: z.number(),
  }),
);

/** Programmes were compared, or the learner was re-assessed, subject by subject. R5 §5.2. */
export const creditCompared = eventType(
  'CreditCompared',
  z.strictObject({
    ...whose,
    lines: z.array(
      subject.extend({
        /** `comparison` or `re-assessment`. */
        method: z.enum(['comparison', 're-assessment']),
        /** The subject as the source calls it, and its hours there. */
        sourceTitle: text.nullable(),
        sourceHours: z.number().nullable(),
        hours: z.number().nullable(),
        /** The result there, or that of the re-assessment, as it was written. */
        result: text.nullable(),
        /** Does it suffice for a credit? */
        suffices: z.boolean(),
      }),
    ),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** It was decided: what is granted is owed to the enrollment. R5 §5. */
export const creditDecided = eventType(
  'CreditDecided',
  z.strictObject({
    ...whose,
    /** `full`, `part` or `refused`. */
    outcome: z.enum(['full', 'part', 'refused']),
    granted: z.array(granted),
    source,
    reason: personal(z.string(), ofLearner).optional(),
    signer: signerShape,
    /** Under whose control; null: the regulation asks for none. R5 §5, last clause. */
    control: signerShape.nullable(),
    edition: z.number(),
  }),
);

/** The application was taken back before it was decided. */
export const creditWithdrawn = eventType(
  'CreditWithdrawn',
  z.strictObject({ ...whose, applicant: text, edition: z.number() }),
);

/** The enrollment refused what was granted: it is owed no longer. */
export const creditNotDone = eventType(
  'CreditNotDone',
  z.strictObject({
    ...whose,
    ...subject.shape,
    refusal: z.strictObject({ code: text, ru: text, en: text }),
  }),
);

export const creditEvents = [
  creditApplied,
  creditCompared,
  creditDecided,
  creditWithdrawn,
  creditNotDone,
] as const;

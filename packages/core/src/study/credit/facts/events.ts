import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'credit' } as const;

const whose = { credit: text, learner: text, enrollment: text } as const;

/** The source of the result that is to be credited. */
const source = z.strictObject({
  /** `own` is an earlier study at this organisation. */
  kind: z.enum(['own', 'other-organisation', 'achievement']),
  organisation: text.nullable(),
  /** Day of the result; null: not known. */
  achievedOn: day.nullable(),
});

/** A module (null: the programme as a whole) and the kind of assessment. */
const subject = z.strictObject({ module: text.nullable(), kind: text });

/** A subject as it was granted; null means as the programme has it. */
const granted = subject.extend({
  form: text.nullable(),
  planned: text.nullable(),
  scale: text.nullable(),
  /** The mark to record; null: none. */
  value: text.nullable(),
});

/** The learner or a representative applied for credit (зачёт). D11, R4 §2.2.9, R5 §5. */
export const creditApplied = eventType(
  'CreditApplied',
  z.strictObject({
    ...whose,
    /** `learner`, or the id of the representative. */
    applicant: text,
    source,
    /** Id of the achievement to credit; null: an earlier result. R5 §1.2. */
    achievement: text.nullable(),
    /** The paper of the source; absent: none. */
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
        method: z.enum(['comparison', 're-assessment']),
        /** Title and academic hours of the subject at the source. */
        sourceTitle: text.nullable(),
        sourceHours: z.number().nullable(),
        /** Academic hours of the subject here. */
        hours: z.number().nullable(),
        /** The result at the source or of the re-assessment, as written. */
        result: text.nullable(),
        /** Does it suffice for a credit? */
        suffices: z.boolean(),
      }),
    ),
    signer: signerShape,
    edition: z.number(),
  }),
);

/**
 * The application was decided; `creditGranting` records what is granted in the enrollment. R5 §5.
 */
export const creditDecided = eventType(
  'CreditDecided',
  z.strictObject({
    ...whose,
    outcome: z.enum(['full', 'part', 'refused']),
    granted: z.array(granted),
    source,
    reason: personal(z.string(), ofLearner).optional(),
    signer: signerShape,
    /** Who controlled the decision; null: nobody is named. R5 §5, last clause. */
    control: signerShape.nullable(),
    edition: z.number(),
  }),
);

/** The application was withdrawn before it was decided. R5 §5. */
export const creditWithdrawn = eventType(
  'CreditWithdrawn',
  z.strictObject({ ...whose, applicant: text, edition: z.number() }),
);

/**
 * A step of an application was annulled: it counts as if never entered. `occurredOn` is its day. RK
 * 1.8.
 */
export const creditEntryAnnulled = eventType(
  'CreditEntryAnnulled',
  z.strictObject({
    ...whose,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** The enrollment refused a granted subject; the process does not try again. */
export const creditNotDone = eventType(
  'CreditNotDone',
  z.strictObject({
    ...whose,
    ...subject.shape,
    refusal: z.strictObject({ code: text, ru: text, en: text }),
  }),
);

/** Every event of an application for credit. */
export const creditEvents = [
  creditApplied,
  creditCompared,
  creditDecided,
  creditWithdrawn,
  creditEntryAnnulled,
  creditNotDone,
] as const;

import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { enrollmentId } from '../enrollment/facts/questions.ts';

const subject = {
  /** Null: a result of the programme as a whole. */
  module: identifier.nullable().default(null),
  kind: identifier,
} as const;

/** Is each subject named only once? */
const eachOnce = (
  list: readonly { readonly module: string | null; readonly kind: string }[],
): boolean => new Set(list.map((one) => `${one.module ?? ''}/${one.kind}`)).size === list.length;

const twice = complaint('предмет назван дважды', 'a subject is named twice');

/** The applicant: the learner, or a representative by id. */
const applicant = z.union([z.literal('learner'), z.strictObject({ representative: identifier })], {
  error: complaint(
    'нужно «learner» или { representative }',
    'give "learner" or { representative }',
  ),
});

/**
 * Applies for credit of earlier results, or of an achievement. `id` is by default the command's;
 * `document` is personal. D11, R4 §2.2.9, R5 §1.2, §5.
 */
export const applyForCredit = command(
  'apply-for-credit',
  z
    .strictObject({
      id: identifier.optional(),
      enrollment: enrollmentId,
      applicant,
      source: z.strictObject({
        kind: z.enum(['own', 'other-organisation', 'achievement']),
        organisation: shortText(300).nullable().default(null),
        achievedOn: localDate.nullable().default(null),
      }),
      achievement: identifier.nullable().default(null),
      document: z
        .strictObject({
          title: shortText(300),
          number: shortText(64).nullable().default(null),
          date: localDate.nullable().default(null),
        })
        .optional(),
      wanted: z.array(z.strictObject(subject)).min(1).max(50).refine(eachOnce, twice),
      on: localDate,
    })
    .refine(({ source }) => source.kind !== 'other-organisation' || source.organisation !== null, {
      path: ['source', 'organisation'],
      error: complaint('назовите организацию', 'name the other organisation'),
    })
    .refine(
      ({ source, achievement }) => (source.kind === 'achievement') === (achievement !== null),
      {
        path: ['achievement'],
        error: complaint(
          'достижение называют, когда засчитывают его, и только тогда',
          'an achievement is named where it is credited, and only there',
        ),
      },
    ),
  ['document'],
);

/** Records, subject by subject, a comparison of programmes or a re-assessment. R5 §5.2. */
export const compareCredit = command(
  'compare-credit',
  z.strictObject({
    credit: identifier,
    lines: z
      .array(
        z.strictObject({
          ...subject,
          method: z.enum(['comparison', 're-assessment']),
          sourceTitle: shortText(300).nullable().default(null),
          sourceHours: z.number().min(0).max(20_000).nullable().default(null),
          hours: z.number().min(0).max(20_000).nullable().default(null),
          result: shortText(64).nullable().default(null),
          suffices: z.boolean(),
        }),
      )
      .min(1)
      .max(50)
      .refine(eachOnce, twice),
    comparedBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/**
 * Decides an application; `granted` lists the subjects that are granted, none of them to refuse
 * all. The process `creditGranting` then records them in the enrollment. R5 §5.
 */
export const decideCreditApplication = command(
  'decide-credit-application',
  z.strictObject({
    credit: identifier,
    granted: z
      .array(
        z.strictObject({
          ...subject,
          form: identifier.nullable().default(null),
          planned: identifier.nullable().default(null),
          scale: identifier.nullable().default(null),
          /** The mark to record; null: none. */
          value: shortText(64).nullable().default(null),
        }),
      )
      .max(50)
      .refine(eachOnce, twice),
    reason: shortText(1000).optional(),
    decidedBy: identifier,
    office: officeField,
    controlledBy: identifier.nullable().default(null),
    controlOffice: officeField,
    on: localDate,
  }),
  ['reason'],
);

/** Withdraws an application before it is decided. R5 §5, first clause. */
export const withdrawCredit = command(
  'withdraw-credit',
  z.strictObject({ credit: identifier, applicant, on: localDate }),
);

/**
 * Annuls a step of an application: it counts as if never entered. `entry` is the event id that its
 * command answered. D11, RK 1.8.
 */
export const annulCreditEntry = commandNamingGround(
  'annul-credit-entry',
  z.strictObject({ credit: identifier, ...putRightFields }),
  ['reason'],
);

/** Records that the enrollment refused a granted subject. Only `creditGranting` sends it. */
export const noteCreditNotDone = command(
  'note-credit-not-done',
  z.strictObject({
    credit: identifier,
    ...subject,
    refusal: z.strictObject({ code: z.string(), ru: z.string(), en: z.string() }),
    on: localDate,
  }),
);

/** A parsed `apply-for-credit`. */
export type ApplyForCredit = z.output<typeof applyForCredit.schema>;

/** A parsed `compare-credit`. */
export type CompareCredit = z.output<typeof compareCredit.schema>;

/** A parsed `decide-credit-application`. */
export type DecideCreditApplication = z.output<typeof decideCreditApplication.schema>;

/** A parsed `withdraw-credit`. */
export type WithdrawCredit = z.output<typeof withdrawCredit.schema>;

/** A parsed `annul-credit-entry`. */
export type AnnulCreditEntry = z.output<typeof annulCreditEntry.schema>;

/** A parsed `note-credit-not-done`. */
export type NoteCreditNotDone = z.output<typeof noteCreditNotDone.schema>;

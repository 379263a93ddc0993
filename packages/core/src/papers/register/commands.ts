import * as z from 'zod';
import { signerGiven } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { enrollmentId, factId } from '../../study/enrollment/facts/questions.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { personName } from '../../values/person.ts';
import { shortText } from '../../values/text.ts';
import { documentId } from './facts/questions.ts';

/** A series or number as it stands on paper. */
const onPaper = shortText(40).nullable().default(null);

const content = {
  qualification: shortText(500).nullable().default(null),
  hours: z.int().min(0).max(20_000).nullable().default(null),
  from: localDate.nullable().default(null),
  until: localDate.nullable().default(null),
  subject: shortText(500).nullable().default(null),
};

/**
 * Issues a document; the paper that it rests on is the command's ground. `name` is the name that
 * stands on it, and is personal. `inPlaceOf` names a document that was withdrawn. D15.
 */
export const issueDocument = command(
  'issue-document',
  z.strictObject({
    kind: identifier,
    learner: identifier,
    /** Taken from the first document where one is named. */
    enrollment: enrollmentId.nullable().default(null),
    series: onPaper,
    /** Number of the blank; of the document itself where the blank is not accountable. */
    number: onPaper,
    ...content,
    name: personName.optional(),
    inPlaceOf: documentId.nullable().default(null),
    ...signerGiven,
    on: localDate,
  }),
  ['name'],
);

/** Enters a document of another organisation into the register of received ones. R5 §4.7. */
export const receiveDocument = command(
  'receive-document',
  z.strictObject({
    kind: identifier,
    learner: identifier,
    enrollment: enrollmentId.nullable().default(null),
    issuer: shortText(300),
    series: onPaper,
    number: onPaper,
    issuedOn: localDate,
    ...content,
    marks: z
      .array(
        z.strictObject({
          title: shortText(300),
          value: shortText(64),
          words: shortText(200).nullable().default(null),
        }),
      )
      .max(100)
      .default([]),
    sealed: z.boolean(),
    signedBy: z.enum(['head', 'authorised']).nullable(),
    name: personName.optional(),
    on: localDate,
  }),
  ['name'],
);

const changes = z
  .strictObject({
    issuedOn: localDate.optional(),
    series: shortText(40).nullable().optional(),
    number: shortText(40).nullable().optional(),
    qualification: shortText(500).nullable().optional(),
    hours: z.int().min(0).max(20_000).nullable().optional(),
    from: localDate.nullable().optional(),
    until: localDate.nullable().optional(),
    subject: shortText(500).nullable().optional(),
  })
  .default({});

/** Answers a wrong line by a correcting one. `name` and `reason` are personal. D15, D7. */
export const correctDocumentLine = command(
  'correct-document-line',
  z.strictObject({
    document: documentId,
    /** Event id of the entry in force: the line, or its last correction. */
    replaces: factId,
    changes,
    /** Takes the marks anew from the enrollment, where some were corrected since. */
    marksAnew: z.boolean().default(false),
    name: personName.optional(),
    reason: shortText(500),
    ...signerGiven,
    on: localDate.optional(),
  }),
  ['name', 'reason'],
);

/** Annuls a document; its number stays used. `reason` is personal. D15. */
export const annulDocument = command(
  'annul-document',
  z.strictObject({
    document: documentId,
    reason: shortText(500),
    ...signerGiven,
    on: localDate.optional(),
  }),
  ['reason'],
);

/** Records that a document gave way: lost, exchanged, destroyed; another may follow. D15. */
export const withdrawDocument = command(
  'withdraw-document',
  z.strictObject({ document: documentId, reason: identifier, on: localDate }),
);

const numbered = z.strictObject({
  number: shortText(64),
  date: localDate.nullable().default(null),
});

/** Hands a document over; `attorney` and `postal` are personal. D15. */
export const deliverDocument = command(
  'deliver-document',
  z
    .strictObject({
      document: documentId,
      way: z.enum(['in-person', 'representative', 'post']),
      /** A legal representative of the learner's, by id. */
      representative: identifier.nullable().default(null),
      /** Power of attorney: number and day. */
      attorney: numbered.nullable().default(null),
      /** Number and day of the postal item. */
      postal: numbered.nullable().default(null),
      signed: z.boolean(),
      on: localDate,
    })
    .refine(({ way, postal }) => (postal !== null) === (way === 'post'), {
      path: ['postal'],
      error: complaint(
        'номер отправления нужен для way: post, и только для него',
        'a postal item goes with way: post, and only with it',
      ),
    })
    .refine(
      ({ way, representative, attorney }) =>
        ((representative !== null) !== (attorney !== null)) === (way === 'representative'),
      {
        path: ['representative'],
        error: complaint(
          'для way: representative назовите либо representative, либо attorney',
          'way: representative goes with either representative or attorney, and only with it',
        ),
      },
    ),
  ['attorney', 'postal'],
);

/** The parsed input of `issue-document`. */
export type IssueDocument = z.output<typeof issueDocument.schema>;

/** The parsed input of `receive-document`. */
export type ReceiveDocument = z.output<typeof receiveDocument.schema>;

/** The parsed input of `correct-document-line`. */
export type CorrectDocumentLine = z.output<typeof correctDocumentLine.schema>;

/** The parsed input of `annul-document`. */
export type AnnulDocument = z.output<typeof annulDocument.schema>;

/** The parsed input of `withdraw-document`. */
export type WithdrawDocument = z.output<typeof withdrawDocument.schema>;

/** The parsed input of `deliver-document`. */
export type DeliverDocument = z.output<typeof deliverDocument.schema>;

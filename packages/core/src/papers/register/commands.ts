import * as z from 'zod';
import { correctedShape } from '../../acting/corrected-entry.ts';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { enrollmentId, factId } from '../../study/enrollment/facts/questions.ts';
import { dayOfBirth } from '../../values/birth-date.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { personName } from '../../values/person-name.ts';
import { shortText } from '../../values/text.ts';
import { content, onPaper, writtenMarks } from './document-commands.ts';
import { documentId } from './facts/questions.ts';

/**
 * Issues a document; the paper that it is based on, such as an order, is the command's ground.
 * `name` is the name printed on it, and personal data. `inPlaceOf` is a document that was
 * withdrawn. D15.
 */
export const issueDocument = command(
  'issue-document',
  z.strictObject({
    kind: identifier,
    learner: identifier,
    /** By default that of the document it takes the place of. */
    enrollment: enrollmentId.nullable().default(null),
    /**
     * Earlier enrollments of the learner whose marks enter too, such as that of form 10 where form
     * 11 is another one; by default those of the document it takes the place of. RK 1.1.
     */
    earlier: z.array(enrollmentId).max(10).optional(),
    series: onPaper,
    /** Number of the blank, or of the document itself where the paper is plain. */
    number: onPaper,
    ...content,
    name: personName.optional(),
    inPlaceOf: documentId.nullable().default(null),
    ...signerFields,
    on: localDate,
  }),
  ['name'],
);

/** Enters a document of another organisation in the register of received ones. R5 §4.7. */
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
    marks: writtenMarks.default([]),
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
    from: orderedDay.nullable().optional(),
    until: lastingDay.nullable().optional(),
    subject: shortText(500).nullable().optional(),
    /** Who signed the document, in which office; the command's `signer` signs the correction. */
    signer: identifier.optional(),
    office: identifier.optional(),
    /** Who issued it, where it was not issued here. */
    issuer: shortText(500).optional(),
    /** The marks as they are written, where no result here is behind them. */
    marks: writtenMarks.optional(),
    /* Of a line of an old book: where it stands there, and what it says. */
    bookTitle: shortText(300).optional(),
    volume: shortText(40).nullable().optional(),
    page: shortText(40).nullable().optional(),
    line: shortText(40).nullable().optional(),
    archive: shortText(500).nullable().optional(),
    predecessor: identifier.nullable().optional(),
    title: shortText(300).nullable().optional(),
    registrationNumber: shortText(64).nullable().optional(),
    programme: shortText(500).nullable().optional(),
  })
  .default({});

/**
 * Corrects a wrong entry by a correcting one. `name`, `birthDate` and `reason` are personal data.
 * D15, D7.
 */
export const correctDocumentLine = commandNamingGround(
  'correct-document-line',
  z.strictObject({
    document: documentId,
    /** Id of the event in force: of the entry, or of its last correction. */
    replaces: factId,
    changes,
    /** Takes the marks from the enrollment again, where some were corrected since. */
    marksAnew: z.boolean().default(false),
    name: personName.optional(),
    /** Of a line of an old book: the birth date as written there. */
    birthDate: dayOfBirth.optional(),
    reason: shortText(500),
    ...signerFields,
    on: localDate.optional(),
  }),
  ['name', 'birthDate', 'reason'],
);

/**
 * Annuls a document. Its number stays used, and its blank too, save where `enteredInError` says
 * that no such document was made. `reason` is personal data. D15, RK 1.8.
 */
export const annulDocument = commandNamingGround(
  'annul-document',
  z.strictObject({
    document: documentId,
    reason: shortText(500),
    enteredInError: z.boolean().default(false),
    ...signerFields,
    on: localDate.optional(),
  }),
  ['reason'],
);

/**
 * Records that a document was lost, exchanged or destroyed, so that another may take its place.
 * D15.
 */
export const withdrawDocument = command(
  'withdraw-document',
  z.strictObject({ document: documentId, reason: identifier, on: localDate }),
);

const numbered = z.strictObject({
  number: shortText(64),
  date: localDate.nullable().default(null),
});

const ways = z.enum(['in-person', 'representative', 'post']);

/** The way of a delivery, and what goes with it. */
export interface DeliveryPapers {
  readonly way: string;
  readonly representative: string | null;
  readonly attorney: PaperGiven | null;
  readonly postal: PaperGiven | null;
}

interface PaperGiven {
  readonly number: string | null;
  readonly date: string | null;
}

const postalFits = ({ way, postal }: DeliveryPapers): boolean =>
  (postal !== null) === (way === 'post');

function representativeFits({ way, representative, attorney }: DeliveryPapers): boolean {
  const given = [representative, attorney].filter((one) => one !== null).length;
  return given === (way === 'representative' ? 1 : 0);
}

/** The field of a delivery that its way lacks, or that does not go with it; null: none. */
export function unfitPaper(given: DeliveryPapers): 'postal' | 'representative' | null {
  if (!postalFits(given)) return 'postal';
  return representativeFits(given) ? null : 'representative';
}

/** Records that a document was handed over. `attorney` and `postal` are personal data. D15. */
export const deliverDocument = command(
  'deliver-document',
  z
    .strictObject({
      document: documentId,
      way: ways,
      /** Id of a legal representative of the learner. */
      representative: identifier.nullable().default(null),
      /** The power of attorney by its number and day. */
      attorney: numbered.nullable().default(null),
      /** The postal item by its number and day. */
      postal: numbered.nullable().default(null),
      signed: z.boolean(),
      on: localDate,
    })
    .refine(postalFits, {
      path: ['postal'],
      error: complaint(
        'номер отправления нужен для way: post, и только для него',
        'a postal item goes with way: post, and only with it',
      ),
    })
    .refine(representativeFits, {
      path: ['representative'],
      error: complaint(
        'для way: representative назовите либо representative, либо attorney',
        'way: representative goes with either representative or attorney, and only with it',
      ),
    }),
  ['attorney', 'postal'],
);

/**
 * Annuls a delivery, a withdrawal or the annulment of a document that was recorded in error: it
 * counts as if never made. `reason` is personal data. RK 1.8.
 */
export const annulDocumentAct = commandNamingGround(
  'annul-document-act',
  z.strictObject({ document: documentId, ...putRightFields }),
  ['reason'],
);

/**
 * Corrects a delivery, a withdrawal or the annulment of a document: another stands in its place.
 * `reason` and `to` are personal data. RK 1.8.
 */
export const correctDocumentAct = commandNamingGround(
  'correct-document-act',
  z.strictObject({
    document: documentId,
    ...putRightFields,
    /** What it should have said; what is left out stays as it was. */
    to: z
      .strictObject({
        ...correctedShape,
        /** Of a withdrawal: the code of its reason. */
        reason: identifier.optional(),
        /** Of a line of an old book: the learner whom it names. */
        learner: identifier.optional(),
        /** Of a delivery; another way has none of the papers of the way before. */
        way: ways.optional(),
        representative: identifier.nullable().optional(),
        attorney: numbered.nullable().optional(),
        postal: numbered.nullable().optional(),
        signed: z.boolean().optional(),
      })
      .refine(
        (given) => Object.values(given).some((value) => value !== undefined),
        complaint('дайте хотя бы одно новое значение', 'give at least one new value'),
      ),
  }),
  ['reason', 'to'],
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

/** The parsed input of `annul-document-act`. */
export type AnnulDocumentAct = z.output<typeof annulDocumentAct.schema>;

/** The parsed input of `correct-document-act`. */
export type CorrectDocumentAct = z.output<typeof correctDocumentAct.schema>;

import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';
import { documentId } from '../register/facts/questions.ts';

const day = localDate.optional();

const medium = z.enum(['oral', 'paper', 'electronic']);

const applicant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('learner') }),
  z.strictObject({ kind: z.literal('representative'), representative: identifier }),
  z.strictObject({ kind: z.literal('authority') }),
  z.strictObject({ kind: z.literal('third-person') }),
]);

/**
 * Records that somebody asks for information about a learner. Anybody may ask; whether they may
 * have it is decided later. `dueOn` is for a demand that names its own day. The command's id is the
 * disclosure's id where `id` is left out. D16, R1 §6.3, R3 §4.4, R5 §6.4.
 */
export const askDisclosure = command(
  'ask-disclosure',
  z
    .strictObject({
      id: identifier.optional(),
      learner: identifier,
      applicant,
      applicantName: shortText(300).optional(),
      way: z.enum(['application', 'demand']).default('application'),
      form: z.enum(['oral', 'written']),
      asked: shortText(1000).optional(),
      purpose: identifier,
      deadline: identifier.nullable().default(null),
      dueOn: orderedDay.nullable().default(null),
      on: day,
    })
    .refine(({ way, dueOn }) => way === 'demand' || dueOn === null, {
      path: ['dueOn'],
      error: complaint(
        'свой срок называет только требование: уберите день',
        'only a demand names its own day: leave it out',
      ),
    }),
  ['applicantName', 'asked'],
);

/** Puts the answer off once, by days of the term's own unit, with reasons. */
export const putOffAnswer = command(
  'put-off-answer',
  z.strictObject({
    disclosure: identifier,
    days: z.int().min(1).max(366),
    reason: shortText(500),
    ...signerFields,
    on: day,
  }),
  ['reason'],
);

const basis = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('right') }),
  z.strictObject({ by: z.literal('interest') }),
  z.strictObject({ by: z.literal('consent'), consent: identifier }),
  z.strictObject({ by: z.literal('law'), norm: shortText(200) }),
]);

/** A document of a register, such as an extract, or another one by an id of one's own. */
const givenDocument = z.union([documentId, identifier], {
  error: complaint(
    'нужен номер документа, например progress-certificates.2027.1',
    'give the id of a document, such as progress-certificates.2027.1',
  ),
});

/** Schema of what is given: ids only, at least one of them, and the period that it is about. */
export const disclosedContentGiven = z
  .strictObject({
    facts: z.array(identifier).max(500).default([]),
    forms: z
      .array(z.strictObject({ form: identifier, version: shortText(64).nullable().default(null) }))
      .max(50)
      .default([]),
    printouts: z.array(identifier).max(50).default([]),
    documents: z.array(givenDocument).max(50).default([]),
    period: z.strictObject({ from: orderedDay, until: lastingDay }).nullable().default(null),
  })
  .refine((one) => [one.facts, one.forms, one.printouts, one.documents].some((l) => l.length > 0), {
    path: ['facts'],
    error: complaint(
      'назовите, что передано: факты, формы, распечатки или документы',
      'say what was given: facts, forms, printouts or documents',
    ),
  })
  .refine(({ period }) => period === null || period.from <= period.until, {
    path: ['period'],
    error: complaint('период кончается раньше начала', 'the period ends before it begins'),
  });

/**
 * Grants an application. With `give` the information is given at once, as on an oral application.
 * R1 §6.3.
 */
export const grantDisclosure = command(
  'grant-disclosure',
  z.strictObject({
    disclosure: identifier,
    basis,
    give: z.strictObject({ given: disclosedContentGiven, medium }).nullable().default(null),
    ...signerFields,
    on: day,
  }),
);

/** Refuses an application on a ground of the regulation. */
export const refuseDisclosure = command(
  'refuse-disclosure',
  z.strictObject({
    disclosure: identifier,
    refusalGround: identifier,
    norm: shortText(200).nullable().default(null),
    reason: shortText(500).optional(),
    ...signerFields,
    on: day,
  }),
  ['reason'],
);

/** Records that what was granted was given. */
export const giveInformation = command(
  'give-information',
  z.strictObject({
    disclosure: identifier,
    given: disclosedContentGiven,
    medium,
    ...signerFields,
    on: day,
  }),
);

/**
 * Records that a learner or a representative got information in the course of study. R1 §6.3, R4
 * §2.2.6, R5 §2.3.
 */
export const tellInStudy = command(
  'tell-in-study',
  z.strictObject({
    id: identifier.optional(),
    learner: identifier,
    /** `learner`, or the id of a representative. */
    to: identifier,
    purpose: identifier,
    given: disclosedContentGiven,
    medium,
    ...signerFields,
    on: day,
  }),
);

/**
 * Publishes results: each learner's on a consent to publication, or all on a norm of law. The place
 * must name no person, because it is stored in clear for ever. R1 §5.3, R3 §3.5.
 */
export const publishResults = command(
  'publish-results',
  z.strictObject({
    id: identifier.optional(),
    learners: z
      .array(z.strictObject({ learner: identifier, consent: identifier.nullable().default(null) }))
      .min(1)
      .max(300),
    norm: shortText(200).nullable().default(null),
    purpose: identifier,
    place: shortText(300),
    given: disclosedContentGiven,
    ...signerFields,
    on: day,
  }),
);

/** Withdraws what was published about some learners, by default about all of them. */
export const withdrawPublication = command(
  'withdraw-publication',
  z.strictObject({
    disclosure: identifier,
    learners: z.array(identifier).min(1).max(300).optional(),
    reason: z.enum(['consent-withdrawn', 'error', 'outdated']),
    ...signerFields,
    on: day,
  }),
);

/**
 * Annuls an entry of a disclosure or publication: it counts as if never entered. `entry` is the
 * event id that its command answered. D16, RK 1.8.
 */
export const annulDisclosureEntry = commandNamingGround(
  'annul-disclosure-entry',
  z.strictObject({ disclosure: identifier, ...putRightFields }),
  ['reason'],
);

/** The parsed input of `annul-disclosure-entry`. */
export type AnnulDisclosureEntry = z.output<typeof annulDisclosureEntry.schema>;

/** The parsed input of `ask-disclosure`. */
export type AskDisclosure = z.output<typeof askDisclosure.schema>;

/** The parsed input of `put-off-answer`. */
export type PutOffAnswer = z.output<typeof putOffAnswer.schema>;

/** The parsed input of `grant-disclosure`. */
export type GrantDisclosure = z.output<typeof grantDisclosure.schema>;

/** The parsed input of `refuse-disclosure`. */
export type RefuseDisclosure = z.output<typeof refuseDisclosure.schema>;

/** The parsed input of `give-information`. */
export type GiveInformation = z.output<typeof giveInformation.schema>;

/** The parsed input of `tell-in-study`. */
export type TellInStudy = z.output<typeof tellInStudy.schema>;

/** The parsed input of `publish-results`. */
export type PublishResults = z.output<typeof publishResults.schema>;

/** The parsed input of `withdraw-publication`. */
export type WithdrawPublication = z.output<typeof withdrawPublication.schema>;

/** What is given: ids of events, forms, printouts and documents, and the period. */
export type DisclosedContent = z.output<typeof disclosedContentGiven>;

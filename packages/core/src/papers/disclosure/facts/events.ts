import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'disclosure' } as const;

/** Free words about a learner and whoever asks for them: they lie beside the line. */
const words = personal(z.string(), ofLearner).optional();

/** Who asks or is told. */
const recipientShape = z.strictObject({
  /** `learner`, `representative`, `authority` or `third-person`. */
  kind: text,
  /** Id of the representative; null: another kind. */
  representative: text.nullable(),
});

/** What opened the information to the recipient. */
const basisShape = z.strictObject({
  /** `right`, `consent`, `law` or `interest`. */
  by: text,
  /** Id of the consent; null: it rests on none. */
  consent: text.nullable(),
  /** The norm of law; null: it rests on none. */
  norm: text.nullable(),
});

/** What was given: ids of facts, forms and papers, never their content. */
const givenShape = z.strictObject({
  facts: z.array(text),
  forms: z.array(z.strictObject({ form: text, version: text.nullable() })),
  printouts: z.array(text),
  documents: z.array(text),
  /** The stretch of time that it is about; null: all. */
  period: z.strictObject({ from: day, until: day }).nullable(),
});

/** Somebody applied for, or by law demanded, information about a learner. D16, R1 §6.3. */
export const disclosureAsked = eventType(
  'DisclosureAsked',
  z.strictObject({
    disclosure: text,
    learner: text,
    applicant: recipientShape,
    /** Name of the applicant who has no id here: an employer, a body, a grandmother. */
    applicantName: words,
    /** `application` or `demand`. */
    way: text,
    /** `oral` or `written`. */
    form: text,
    /** What is asked for. */
    asked: words,
    purpose: text,
    /** The regulation's term of answering; null: the demand named its own day. */
    deadline: text.nullable(),
    /** Last day of answering. */
    dueOn: day,
    edition: z.number(),
  }),
);

/** The answer was put off with a reasoned notice. 152-FZ art. 14 §3, 59-FZ art. 12 §2. */
export const answerPutOff = eventType(
  'AnswerPutOff',
  z.strictObject({
    disclosure: text,
    learner: text,
    dueOn: day,
    reason: words,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** An application was granted. */
export const disclosureGranted = eventType(
  'DisclosureGranted',
  z.strictObject({
    disclosure: text,
    learner: text,
    basis: basisShape,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** An application was refused, with its ground. */
export const disclosureRefused = eventType(
  'DisclosureRefused',
  z.strictObject({
    disclosure: text,
    learner: text,
    /** Ground of the regulation: `not-entitled`, `no-consent`, … */
    refusalGround: text,
    norm: text.nullable(),
    reason: words,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Information was given: on an application or demand, or in the course of study. R1 §6.3. */
export const informationGiven = eventType(
  'InformationGiven',
  z.strictObject({
    disclosure: text,
    learner: text,
    recipient: recipientShape,
    /** `in-study`, `application` or `demand`. */
    way: text,
    purpose: text,
    basis: basisShape,
    given: givenShape,
    /** `oral`, `paper` or `electronic`. */
    medium: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Results were published, each learner's on a consent or a norm of their own. R3 §3.5, R1 §5.3. */
export const resultsPublished = eventType(
  'ResultsPublished',
  z.strictObject({
    disclosure: text,
    /** Each with the id of their consent; null: it rests on the norm. */
    learners: z.array(z.strictObject({ learner: text, consent: text.nullable() })),
    norm: text.nullable(),
    purpose: text,
    /** Where, in words that name no person: a section of the site, a stand. */
    place: text,
    given: givenShape,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** What was published about these learners was taken down. 152-FZ art. 10.1 §12. */
export const publicationWithdrawn = eventType(
  'PublicationWithdrawn',
  z.strictObject({
    disclosure: text,
    learners: z.array(text),
    /** `consent-withdrawn`, `error` or `outdated`. */
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The event types of a disclosure, for the codec. */
export const disclosureEvents = [
  disclosureAsked,
  answerPutOff,
  disclosureGranted,
  disclosureRefused,
  informationGiven,
  resultsPublished,
  publicationWithdrawn,
] as const;

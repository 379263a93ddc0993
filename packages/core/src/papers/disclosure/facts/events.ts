import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'disclosure' } as const;

/** Free text about a learner or an applicant: personal data, stored beside the event's line. */
const words = personal(z.string(), ofLearner).optional();

/** Who asks for the information or gets it. */
const recipientShape = z.strictObject({
  /** `learner`, `representative`, `authority` or `third-person`. */
  kind: text,
  /** Id of the representative; null for the other kinds. */
  representative: text.nullable(),
});

/** The basis on which the recipient may have the information. */
const basisShape = z.strictObject({
  /** `right`, `consent`, `law` or `interest`. */
  by: text,
  /** Id of the consent, or null. */
  consent: text.nullable(),
  /** The norm of law, or null. */
  norm: text.nullable(),
});

/** What was given: ids of events, forms and papers, never their content. */
const givenShape = z.strictObject({
  facts: z.array(text),
  forms: z.array(z.strictObject({ form: text, version: text.nullable() })),
  printouts: z.array(text),
  documents: z.array(text),
  /** The period that the information is about; null for all of it. */
  period: z.strictObject({ from: day, until: day }).nullable(),
});

/** Somebody applied for information about a learner, or demanded it by law. D16, R1 §6.3. */
export const disclosureAsked = eventType(
  'DisclosureAsked',
  z.strictObject({
    disclosure: text,
    learner: text,
    applicant: recipientShape,
    /** Name of an applicant who has no id here: an employer, a public body, a relative. */
    applicantName: words,
    /** `application` or `demand`. */
    way: text,
    /** `oral` or `written`. */
    form: text,
    /** What is asked for. */
    asked: words,
    purpose: text,
    /** Id of the regulation's term of answer; null where the demand named its own day. */
    deadline: text.nullable(),
    /** Last day for the answer. */
    dueOn: day,
    edition: z.number(),
  }),
);

/** The answer was put off by a notice with reasons. 152-FZ art. 14 §3, 59-FZ art. 12 §2. */
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

/** An application was refused on a ground. */
export const disclosureRefused = eventType(
  'DisclosureRefused',
  z.strictObject({
    disclosure: text,
    learner: text,
    /** Code of the ground in the regulation: `not-entitled`, `no-consent`, … */
    refusalGround: text,
    norm: text.nullable(),
    reason: words,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** Information was given on an application, on a demand, or in the course of study. R1 §6.3. */
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

/**
 * Results were published, each learner's on their own consent or all on a norm of law. R3 §3.5, R1
 * §5.3.
 */
export const resultsPublished = eventType(
  'ResultsPublished',
  z.strictObject({
    disclosure: text,
    /**
     * Each learner with the id of their consent; null where the publication is based on the norm.
     */
    learners: z.array(z.strictObject({ learner: text, consent: text.nullable() })),
    norm: text.nullable(),
    purpose: text,
    /**
     * Where it was published, in words that name no person: a section of the site, a notice board.
     */
    place: text,
    given: givenShape,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** What was published about these learners was withdrawn. 152-FZ art. 10.1 §12. */
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

/**
 * An entry of an application, or information given in the course of study, was annulled: it counts
 * as if never entered. `occurredOn` is its day. RK 1.8.
 */
export const disclosureEntryAnnulled = eventType(
  'DisclosureEntryAnnulled',
  z.strictObject({ disclosure: text, learner: text, ...annulmentShape, reason: words }),
);

/**
 * A publication, or its withdrawal, was annulled: it counts as if never entered. `occurredOn` is
 * its day; the refs name the learners. RK 1.8.
 */
export const publicationEntryAnnulled = eventType(
  'PublicationEntryAnnulled',
  z.strictObject({
    disclosure: text,
    ...annulmentShape,
    /** In words that name no person, because it is about many; null: not given. */
    reason: text.nullable(),
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
  disclosureEntryAnnulled,
  publicationEntryAnnulled,
] as const;

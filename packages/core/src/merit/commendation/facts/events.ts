import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'commendation' } as const;

const whose = { commendation: text, learner: text } as const;

/**
 * A document by its title, number and date: free text about the learner, so personal data as a
 * whole.
 */
const document = z.strictObject({ title: text, number: text.nullable(), date: day.nullable() });

/** A commendation was proposed, with its reason. D14, R1 §5.1. */
export const commendationProposed = eventType(
  'CommendationProposed',
  z.strictObject({
    ...whose,
    enrollment: text.nullable(),
    /** `documented-success`, `practice` or `petition`. */
    basis: text,
    /** Code of the area of activity in the regulation; null for a petition. */
    area: text.nullable(),
    /** Documents that show the success, as one personal value; absent where there are none. */
    documents: personal(z.array(document), ofLearner).optional(),
    /** The reason in words. */
    merit: personal(z.string(), ofLearner).optional(),
    /** Who proposes: a person by id, or a body by name. */
    proposedBy: z.strictObject({ kind: z.enum(['person', 'body']), id: text }),
    edition: z.number(),
  }),
);

/** The head ordered the commendation; the order is the event's ground. D14, R1 §5.3. */
export const commendationOrdered = eventType(
  'CommendationOrdered',
  z.strictObject({
    ...whose,
    /** Kind of commendation in the regulation: `certificate-of-honour`, `letter-of-thanks`, … */
    kind: text,
    orderedBy: text,
    office: text,
    /** Where a copy is to be kept, `personal-file` or `portfolio`, or null. */
    copiesTo: text.nullable(),
    edition: z.number(),
  }),
);

/** The commendation was presented to the learner. */
export const commendationPresented = eventType(
  'CommendationPresented',
  z.strictObject({ ...whose }),
);

/**
 * The order was published in a place; `consent` is the consent in force that day, or null where the
 * regulation asks for none. R1 §5.3.
 */
export const commendationPublished = eventType(
  'CommendationPublished',
  z.strictObject({ ...whose, place: text, consent: text.nullable(), edition: z.number() }),
);

/** The commendation was revoked by order. */
export const commendationRevoked = eventType(
  'CommendationRevoked',
  z.strictObject({
    ...whose,
    revokedBy: text,
    office: text,
    reason: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/**
 * A step of a commendation was annulled: it counts as if never entered. `occurredOn` is its day. RK
 * 1.8.
 */
export const commendationEntryAnnulled = eventType(
  'CommendationEntryAnnulled',
  z.strictObject({
    ...whose,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** The event types of a commendation, for the codec. */
export const commendationEvents = [
  commendationProposed,
  commendationOrdered,
  commendationPresented,
  commendationPublished,
  commendationRevoked,
  commendationEntryAnnulled,
] as const;

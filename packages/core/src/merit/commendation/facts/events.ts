import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'commendation' } as const;

const whose = { commendation: text, learner: text } as const;

/** A document as its reader knows it; free text about the learner, so personal as a whole. */
const document = z.strictObject({ title: text, number: text.nullable(), date: day.nullable() });

/** A commendation was proposed, with what it is for. D14, R1 §5.1. */
export const commendationProposed = eventType(
  'CommendationProposed',
  z.strictObject({
    ...whose,
    enrollment: text.nullable(),
    /** `documented-success`, `practice` or `petition`. */
    basis: text,
    /** Area of activity by code of the regulation; null for a petition. */
    area: text.nullable(),
    /** Documents that show it, with number and date of each: one value; absent: none. */
    documents: personal(z.array(document), ofLearner).optional(),
    /** What for, in words. */
    merit: personal(z.string(), ofLearner).optional(),
    /** Who proposes: a person by id, or a body by name. */
    proposedBy: z.strictObject({ kind: z.enum(['person', 'body']), id: text }),
    edition: z.number(),
  }),
);

/** The head ordered it; the order stands in `ground`. D14, R1 §5.3. */
export const commendationOrdered = eventType(
  'CommendationOrdered',
  z.strictObject({
    ...whose,
    /** Kind of the regulation: `certificate-of-honour`, `letter-of-thanks`, … */
    kind: text,
    orderedBy: text,
    office: text,
    /** Where its copies go: `personal-file`, `portfolio`; null: nowhere. */
    copiesTo: text.nullable(),
    edition: z.number(),
  }),
);

/** It was handed to the learner. */
export const commendationPresented = eventType(
  'CommendationPresented',
  z.strictObject({ ...whose }),
);

/** It was published, on a consent that held that day. R1 §5.3. */
export const commendationPublished = eventType(
  'CommendationPublished',
  z.strictObject({ ...whose, place: text, consent: text.nullable(), edition: z.number() }),
);

/** It was revoked by order. */
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

/** The event types of a commendation, for the codec. */
export const commendationEvents = [
  commendationProposed,
  commendationOrdered,
  commendationPresented,
  commendationPublished,
  commendationRevoked,
] as const;

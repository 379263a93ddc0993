import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'achievement' } as const;

const holder = z.enum(['learner', 'group', 'institution']);

/** A document as its reader knows it. */
const document = z.strictObject({ title: text, number: text.nullable(), date: day.nullable() });

/**
 * An achievement was recorded: what, where and with which outcome. `occurredOn` is its day. Who
 * took part follows in the same append, one event a learner. D12, R3 §3.1, R5 §3.2.2.
 */
export const achievementRecorded = eventType(
  'AchievementRecorded',
  z.strictObject({
    achievement: text,
    /** Whose it is: of learners, of a collective as such, or of the institution. R3 §3.5. */
    holder,
    /** The collective, for one of a group. */
    group: text.nullable(),
    /** Kind of event by code of the regulation: `olympiad`, `contest`, … */
    kind: text,
    /** Name of the event; it is the organiser's, and names no learner. */
    event: text,
    /** Held by the organisation itself? R4 §4.5.2-4.5.3. */
    internal: z.boolean(),
    /** Official list in which the event stands; null: in none. R5 §3.2.2. */
    officialList: text.nullable(),
    level: text,
    outcome: text,
    /** In a team, or alone. */
    team: z.boolean(),
    edition: z.number(),
  }),
);

/** A learner took part, with their own result where there is one. */
export const achievementParticipantNamed = eventType(
  'AchievementParticipantNamed',
  z.strictObject({
    achievement: text,
    learner: text,
    /** The study that it came of; null: not of study here. */
    enrollment: text.nullable(),
    /** The result in words (place, points, time), where it was given. */
    result: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** A document shows what a learner achieved. R3 §3.6, R5 §4.7. */
export const achievementEvidenced = eventType(
  'AchievementEvidenced',
  z.strictObject({
    achievement: text,
    learner: text,
    document: personal(document, ofLearner),
    edition: z.number(),
  }),
);

/** A document shows what a collective or the institution achieved; it names no learner. */
export const collectiveEvidenced = eventType(
  'CollectiveEvidenced',
  z.strictObject({
    achievement: text,
    group: text.nullable(),
    document,
    edition: z.number(),
  }),
);

/** An official verified it, by document or without one where the regulation lets them. */
export const achievementVerified = eventType(
  'AchievementVerified',
  z.strictObject({
    achievement: text,
    signer: signerShape,
    byDocument: z.boolean(),
    edition: z.number(),
  }),
);

/** It was recorded in error: annulled with all that stands on it. `occurredOn`: its own day. */
export const achievementAnnulled = eventType(
  'AchievementAnnulled',
  z.strictObject({
    achievement: text,
    /** Event id of the record. */
    corrects: text,
    actedOn: day,
    /** By code: `error`, `duplicate`, `evidence-false`, `outcome-revised`. */
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A bank of achievements was replenished for the half-year that ends on `due`. R3 §3.5. */
export const bankReplenished = eventType(
  'BankReplenished',
  z.strictObject({
    bank: text,
    /** The day by which it was to be replenished. */
    due: day,
    signer: signerShape,
    edition: z.number(),
  }),
);

/** The event types of an achievement, for the codec. */
export const achievementEvents = [
  achievementRecorded,
  achievementParticipantNamed,
  achievementEvidenced,
  collectiveEvidenced,
  achievementVerified,
  achievementAnnulled,
] as const;

/** The event types of an achievement, for the codec. */
export const bankEvents = [bankReplenished] as const;

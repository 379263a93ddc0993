import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const ofLearner = { subject: 'learner', purpose: 'achievement' } as const;

const holder = z.enum(['learner', 'group', 'institution']);

/** A document by its title, number and date. */
const document = z.strictObject({ title: text, number: text.nullable(), date: day.nullable() });

/**
 * An achievement was recorded: what, where and with which outcome. `occurredOn` is its day. Who
 * took part follows in the same append, one event a learner. D12, R3 §3.1, R5 §3.2.2.
 */
export const achievementRecorded = eventType(
  'AchievementRecorded',
  z.strictObject({
    achievement: text,
    /**
     * Whose achievement it is: the learners', a group's as a collective, or the institution's. R3
     * §3.5.
     */
    holder,
    /** The group, for a group's achievement. */
    group: text.nullable(),
    /** Code of the kind of event in the regulation: `olympiad`, `contest`, … */
    kind: text,
    /**
     * Name of the event as its organiser gives it. It names no learner, so it is stored in clear.
     */
    event: text,
    /** Whether the organisation itself held the event. R4 §4.5.2-4.5.3. */
    internal: z.boolean(),
    /** Official list that names the event, or null. R5 §3.2.2. */
    officialList: text.nullable(),
    level: text,
    outcome: text,
    /** Whether the participants competed as a team. */
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
    /** Enrollment in which it was achieved, or null where study here played no part. */
    enrollment: text.nullable(),
    /** The result in words: place, points or time. */
    result: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** A document was added that shows what a learner achieved. R3 §3.6, R5 §4.7. */
export const achievementEvidenced = eventType(
  'AchievementEvidenced',
  z.strictObject({
    achievement: text,
    learner: text,
    document: personal(document, ofLearner),
    /** Id of the copy of the contest's protocol that the document is; absent: another one. */
    contest: text.optional(),
    edition: z.number(),
  }),
);

/**
 * A document was added that shows what a group or the institution achieved. It names no learner.
 */
export const collectiveEvidenced = eventType(
  'CollectiveEvidenced',
  z.strictObject({
    achievement: text,
    group: text.nullable(),
    document,
    /** Id of the copy of the contest's protocol that the document is; absent: another one. */
    contest: text.optional(),
    edition: z.number(),
  }),
);

/**
 * An official verified the achievement, by document or, where the regulation allows it, without.
 */
export const achievementVerified = eventType(
  'AchievementVerified',
  z.strictObject({
    achievement: text,
    signer: signerShape,
    byDocument: z.boolean(),
    edition: z.number(),
  }),
);

/**
 * An achievement that was recorded in error was annulled. `occurredOn` is the day of the
 * achievement.
 */
export const achievementAnnulled = eventType(
  'AchievementAnnulled',
  z.strictObject({
    achievement: text,
    /** Id of the `AchievementRecorded` event. */
    corrects: text,
    actedOn: day,
    /** `error`, `duplicate`, `evidence-false` or `outcome-revised`. */
    reason: text,
    signer: signerShape,
    edition: z.number(),
  }),
);

const annulment = {
  ...annulmentShape,
  /** In words that name no person; null: not given. */
  reason: text.nullable(),
} as const;

/**
 * A document or a verification of an achievement was annulled: it counts as if never entered.
 * `occurredOn` is its day. RK 1.8.
 */
export const achievementEntryAnnulled = eventType(
  'AchievementEntryAnnulled',
  z.strictObject({
    achievement: text,
    /** The copy of a protocol that the annulled document was, so that its page shows it. */
    contest: text.optional(),
    ...annulment,
  }),
);

/** A replenishment was annulled: it counts as if never entered. `occurredOn` is its day. RK 1.8. */
export const replenishmentAnnulled = eventType(
  'ReplenishmentAnnulled',
  z.strictObject({ bank: text, ...annulment }),
);

/** The bank was replenished for the period that ends on `due`. R3 §3.5. */
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
  achievementEntryAnnulled,
] as const;

/** The event types of a bank, for the codec. */
export const bankEvents = [bankReplenished, replenishmentAnnulled] as const;

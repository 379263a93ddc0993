import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { enrollmentId } from '../../study/enrollment/facts/questions.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const document = z.strictObject({
  title: shortText(300),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

const participant = z.strictObject({
  learner: identifier,
  enrollment: enrollmentId.nullable().default(null),
  /** The result in words: place, points or time. */
  result: shortText(300).optional(),
  document: document.optional(),
});

/**
 * Records an achievement of learners (alone or as a team), of a group as a collective, or of the
 * institution. The command's id is the achievement's id where `id` is left out. `participants` are
 * personal data. D12, R3 §3.1.
 */
export const recordAchievement = command(
  'record-achievement',
  z
    .strictObject({
      id: identifier.optional(),
      participants: z.array(participant).max(100).default([]),
      /**
       * The group whose achievement it is; null for the participants' own and the institution's.
       */
      group: identifier.nullable().default(null),
      ofInstitution: z.boolean().default(false),
      kind: identifier,
      event: shortText(300),
      internal: z.boolean(),
      officialList: identifier.nullable().default(null),
      level: identifier,
      outcome: identifier,
      /** True by default where there are several participants. */
      team: z.boolean().optional(),
      /**
       * Document of a group or the institution. It is stored in clear, so it must name no learner.
       */
      document: document.optional(),
      on: localDate,
    })
    .refine(({ group, ofInstitution }) => group === null || !ofInstitution, {
      path: ['ofInstitution'],
      error: complaint(
        'назовите одно из двух: group или ofInstitution',
        'name one of the two: group or ofInstitution',
      ),
    })
    .refine(
      ({ participants, group, ofInstitution }) =>
        participants.length > 0 || group !== null || ofInstitution,
      {
        path: ['group'],
        error: complaint(
          'назовите участников, группу или ofInstitution',
          'name the participants, the group, or ofInstitution',
        ),
      },
    )
    .refine(
      ({ document: one, group, ofInstitution }) =>
        one === undefined || group !== null || ofInstitution,
      {
        path: ['document'],
        error: complaint(
          'документ обучающегося дайте у участника: participants[].document',
          'give a learner’s document with the participant: participants[].document',
        ),
      },
    )
    .refine(
      ({ participants }) =>
        new Set(participants.map(({ learner }) => learner)).size === participants.length,
      {
        path: ['participants'],
        error: complaint('обучающийся назван дважды', 'a learner is named twice'),
      },
    ),
  ['participants'],
);

/**
 * Adds a document that shows the achievement: a learner's, or the group's or institution's where
 * `learner` is left out. A learner's is personal data. With `contest` in its place, the kept copy
 * of the contest's protocol is the document: the learner's, or without `learner` that of everybody
 * who has none yet. R3 §3.4, §3.6.
 */
export const evidenceAchievement = command(
  'evidence-achievement',
  z
    .strictObject({
      achievement: identifier,
      learner: identifier.nullable().default(null),
      document: document.optional(),
      contest: identifier.nullable().default(null),
      on: localDate,
    })
    .refine(({ document: one, contest }) => (one === undefined) !== (contest === null), {
      path: ['document'],
      error: complaint('назовите одно: document или contest', 'name one: document or contest'),
    }),
  ['document'],
);

/** Verifies an achievement, by document where the regulation asks for one. */
export const verifyAchievement = command(
  'verify-achievement',
  z.strictObject({
    achievement: identifier,
    verifiedBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/** Annuls an achievement that was recorded in error. */
export const annulAchievement = commandNamingGround(
  'annul-achievement',
  z.strictObject({
    achievement: identifier,
    reason: z.enum(['error', 'duplicate', 'evidence-false', 'outcome-revised']),
    annulledBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/**
 * Annuls a document or a verification of an achievement: it counts as if never entered. `entry` is
 * its event id. `reason` is stored in clear, so it must name no learner. D12, RK 1.8.
 */
export const annulAchievementEntry = commandNamingGround(
  'annul-achievement-entry',
  z.strictObject({ achievement: identifier, ...putRightFields }),
);

/** The parsed input of `annul-achievement-entry`. */
export type AnnulAchievementEntry = z.output<typeof annulAchievementEntry.schema>;

/** The parsed input of `record-achievement`. */
export type RecordAchievement = z.output<typeof recordAchievement.schema>;

/** The parsed input of `evidence-achievement`. */
export type EvidenceAchievement = z.output<typeof evidenceAchievement.schema>;

/** The parsed input of `verify-achievement`. */
export type VerifyAchievement = z.output<typeof verifyAchievement.schema>;

/** The parsed input of `annul-achievement`. */
export type AnnulAchievement = z.output<typeof annulAchievement.schema>;

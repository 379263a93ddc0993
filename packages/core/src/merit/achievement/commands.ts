import * as z from 'zod';
import { officeGiven } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
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
  /** The result in words: place, points, time. */
  result: shortText(300).optional(),
  document: document.optional(),
});

/**
 * Records an achievement of learners (alone or in a team), of a group as a collective, or of the
 * institution; `id` is by default the command's. `participants` are personal. D12, R3 §3.1.
 */
export const recordAchievement = command(
  'record-achievement',
  z
    .strictObject({
      id: identifier.optional(),
      participants: z.array(participant).max(100).default([]),
      /** The collective, or `institution`; left out: it is the participants' own. */
      group: identifier.nullable().default(null),
      ofInstitution: z.boolean().default(false),
      kind: identifier,
      event: shortText(300),
      internal: z.boolean(),
      officialList: identifier.nullable().default(null),
      level: identifier,
      outcome: identifier,
      /** By default a team where there are several participants. */
      team: z.boolean().optional(),
      /** Of a collective or the institution; it names no learner, for it stands in clear. */
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

/** Adds the document that shows it: a learner's, or (`learner` left out) the collective's. */
export const evidenceAchievement = command(
  'evidence-achievement',
  z.strictObject({
    achievement: identifier,
    learner: identifier.nullable().default(null),
    document,
    on: localDate,
  }),
  ['document'],
);

/** Verifies an achievement, by document where the regulation asks for one. */
export const verifyAchievement = command(
  'verify-achievement',
  z.strictObject({
    achievement: identifier,
    verifiedBy: identifier,
    office: officeGiven,
    on: localDate,
  }),
);

/** Annuls an achievement that was recorded in error. */
export const annulAchievement = command(
  'annul-achievement',
  z.strictObject({
    achievement: identifier,
    reason: z.enum(['error', 'duplicate', 'evidence-false', 'outcome-revised']),
    annulledBy: identifier,
    office: officeGiven,
    on: localDate,
  }),
);

/** The parsed input of `record-achievement`. */
export type RecordAchievement = z.output<typeof recordAchievement.schema>;

/** The parsed input of `evidence-achievement`. */
export type EvidenceAchievement = z.output<typeof evidenceAchievement.schema>;

/** The parsed input of `verify-achievement`. */
export type VerifyAchievement = z.output<typeof verifyAchievement.schema>;

/** The parsed input of `annul-achievement`. */
export type AnnulAchievement = z.output<typeof annulAchievement.schema>;

import * as z from 'zod';
import { officeField } from '../../../acting/signer.ts';
import { command } from '../../../kernel/command.ts';
import { complaint, shown } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { protocolId } from '../../commission/facts/questions.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/* Commands about results: one is recorded, or an earlier one is credited (зачёт). D6, D11. */

const studyYear = z.string().regex(/^(?:19|20|21)\d\d$/, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не учебный год: нужен год его начала, например 2026`,
      `${shown(input)} is no study year: give the year in which it begins, such as 2026`,
    ),
});

/** The fields by which a command names the subject of an assessment. */
export const subjectGiven = {
  /** Left out: the planned assessment's module, else the programme as a whole (so does null). */
  module: identifier.nullable().optional(),
  kind: identifier.optional(),
  form: identifier.optional(),
  /** Id of a planned assessment of the group, which gives module, kind and form. */
  planned: identifier.optional(),
  /** Scale of a mark of the programme as a whole, where the programme names none. */
  scale: identifier.optional(),
  /** Period of the study year by the regulation's id, such as `half-year-1`. RK 1.2. */
  period: identifier.optional(),
  /** Study year that the result counts for, `2026` for 2026/27; by default that of its day. */
  studyYear: studyYear.optional(),
};

const byPlatform = z.strictObject({ platform: shortText(64) });

const byOrganisation = z.strictObject({ organisation: shortText(64) });

/** Who assessed: a person by id, a platform, or an outside organisation. */
export const assessorGiven = z.union([identifier, byPlatform, byOrganisation], {
  error: complaint(
    'нужен номер лица, { platform } или { organisation }',
    'give the id of a person, { platform } or { organisation }',
  ),
});

/** The basis of a result: lesson, grade sheet, protocol, … */
export const basisGiven = z.strictObject({
  kind: identifier,
  /** Id of the basis; of a protocol of a commission here `<commission>.<n>`. */
  id: z.union([identifier, protocolId]).nullable().default(null),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/** Records the result of an assessment: a mark as `value`, or an `outcome` without a mark. D6. */
export const recordAssessment = command(
  'record-assessment',
  z
    .strictObject({
      enrollment: enrollmentId,
      ...subjectGiven,
      value: shortText(64).optional(),
      outcome: z.enum(['absent', 'not-assessed']).optional(),
      /** Attendance code of an absence, or the regulation's code of why it was `not-assessed`. */
      reason: shortText(32).optional(),
      on: localDate,
      assessor: assessorGiven,
      /** The office of an assessor who is a person; needed where several of theirs fit. */
      office: officeField,
      origin: identifier.default('internal' as z.output<typeof identifier>),
      basis: basisGiven.nullable().default(null),
      /**
       * Special conditions of attestation that were granted, by the regulation's codes. R5 §3.4.
       */
      conditions: z.array(identifier).max(10).default([]),
      /** Event id of the granted retake that was taken, which gives module and kind. D9. */
      retake: factId.optional(),
      /**
       * Event id of the result on which an appeal was decided; the basis is the protocol of the
       * appeal, and module and kind are those of that result. RK 1.3.
       */
      appealOf: factId.optional(),
    })
    .refine((given) => given.appealOf === undefined || given.retake === undefined, {
      path: ['appealOf'],
      error: complaint(
        'решение апелляции не пересдача: оставьте одно из двух',
        'the decision on an appeal is no retake: give one of the two',
      ),
    })
    .refine((given) => given.retake === undefined || given.planned === undefined, {
      path: ['planned'],
      error: complaint(
        'у пересдачи нет места в плане группы: уберите planned',
        'a retake stands in no plan of the group: leave planned out',
      ),
    })
    .refine((given) => (given.value === undefined) !== (given.outcome === undefined), {
      path: ['value'],
      error: complaint(
        'нужно одно из двух: value (оценка) или outcome (неявка, не оценено)',
        'give one of the two: value (a mark) or outcome (absent, not-assessed)',
      ),
    })
    .refine((given) => given.outcome !== 'not-assessed' || given.reason !== undefined, {
      path: ['reason'],
      error: complaint('назовите причину', 'name the reason why it was not assessed'),
    })
    .refine((given) => given.outcome !== undefined || given.reason === undefined, {
      path: ['reason'],
      error: complaint('у оценки нет причины', 'a mark has no reason: leave it out'),
    }),
);

/** A parsed `record-assessment`. */
export type RecordInput = z.output<typeof recordAssessment.schema>;

const sourceGiven = z
  .strictObject({
    kind: z.enum(['own', 'other-organisation', 'achievement']),
    organisation: shortText(300).nullable().default(null),
    achievedOn: localDate.nullable().default(null),
  })
  .refine((source) => source.kind !== 'other-organisation' || source.organisation !== null, {
    path: ['organisation'],
    error: complaint('назовите организацию', 'name the other organisation'),
  });

/**
 * Credits an earlier result and keeps its source. A credit counts in completion and is never taken
 * for an assessment held here. `decidedBy` is the official who decided, in any office. D11, R4
 * §2.2.9.
 */
export const creditResult = command(
  'credit-result',
  z.strictObject({
    enrollment: enrollmentId,
    ...subjectGiven,
    /** The mark to record; left out where the source has none on a scale of the regulation. */
    value: shortText(64).optional(),
    source: sourceGiven,
    /** The paper of the source, such as a diploma with its number. Personal. */
    document: shortText(300).optional(),
    decidedBy: identifier.nullable().default(null),
    /** The office of `decidedBy`; needed where several of theirs fit. */
    office: officeField,
    /** Id of the application for credit that granted it. R5 §5. */
    decision: identifier.nullable().default(null),
    on: localDate,
  }),
  ['document'],
);

import * as z from 'zod';
import { officeGiven } from '../../../acting/signer.ts';
import { command } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { protocolId } from '../../commission/facts/questions.ts';
import { enrollmentId, factId } from '../facts/questions.ts';

/* Commands about results: one is recorded, or an earlier one is credited (зачёт). D6, D11. */

/** The fields that name what is assessed. */
export const subjectGiven = {
  /** Left out or null: an assessment of the whole programme, or the planned one's module. */
  module: identifier.nullable().optional(),
  kind: identifier.optional(),
  form: identifier.optional(),
  /** A planned assessment of the group: it gives module, kind and form. */
  planned: identifier.optional(),
  /** Scale of a mark of the whole programme. */
  scale: identifier.optional(),
};

const byPlatform = z.strictObject({ platform: shortText(64) });

const byOrganisation = z.strictObject({ organisation: shortText(64) });

/** Who assessed: a person by id, the platform that did, or an outside organisation. */
export const assessorGiven = z.union([identifier, byPlatform, byOrganisation], {
  error: complaint(
    'нужен номер лица, { platform } или { organisation }',
    'give the id of a person, { platform } or { organisation }',
  ),
});

/** What an assessment rests on: lesson, grade sheet, protocol, … */
export const basisGiven = z.strictObject({
  kind: identifier,
  /** Id of the basis; of a protocol of ours `<commission>.<n>`. */
  id: z.union([identifier, protocolId]).nullable().default(null),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/** Records what came of an assessment: a `value`, or an `outcome` without a mark. */
export const recordAssessment = command(
  'record-assessment',
  z
    .strictObject({
      enrollment: enrollmentId,
      ...subjectGiven,
      value: shortText(64).optional(),
      outcome: z.enum(['absent', 'not-assessed']).optional(),
      /** Attendance code of an absence; code of the regulation for `not-assessed`. */
      reason: shortText(32).optional(),
      on: localDate,
      assessor: assessorGiven,
      /** The office of an assessor who is a person, where several of theirs fit. */
      office: officeGiven,
      origin: identifier.default('internal' as z.output<typeof identifier>),
      basis: basisGiven.nullable().default(null),
      /** Special conditions of attestation that were granted, by code. R5 §3.4. */
      conditions: z.array(identifier).max(10).default([]),
      /** Event id of the granted retake that this is: it gives module and kind. D9. */
      retake: factId.optional(),
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

/** A checked `record-assessment`. */
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

/** Credits an earlier result; `decidedBy` is the official who decided, in any office. */
export const creditResult = command(
  'credit-result',
  z.strictObject({
    enrollment: enrollmentId,
    ...subjectGiven,
    /** The mark that is taken over; left out where the source has none on a scale of ours. */
    value: shortText(64).optional(),
    source: sourceGiven,
    /** The paper of the source, by its number: it leads to the person. */
    document: shortText(300).optional(),
    decidedBy: identifier.nullable().default(null),
    /** The office of `decidedBy`, where they hold several. */
    office: officeGiven,
    /** The decided application that it rests on. R5 §5. */
    decision: identifier.nullable().default(null),
    on: localDate,
  }),
  ['document'],
);

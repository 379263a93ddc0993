import * as z from 'zod';
import { correctingFields, putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { canonicalDecimal, compareDecimals } from '../../values/decimal.ts';
import { identifier } from '../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../values/local-date.ts';
import { studyYear } from '../../values/study-year.ts';
import { shortText } from '../../values/text.ts';

/* Commands of a group. What they refuse is decided in decide.ts. */

const opening = {
  title: shortText(300).optional(),
  from: orderedDay.nullable().default(null),
  until: lastingDay.nullable().default(null),
  /** Form or year of study, from 1: `10` of group 10А. */
  stage: z.int().min(1).max(20).optional(),
  studyYear: studyYear.optional(),
  on: orderedDay.optional(),
} as const;

/**
 * Opens a group in a programme. By default `id` is the command's id, `title` the group's id, and
 * `on` today. `from` and `until` are the planned first and last day of study.
 */
export const openGroup = command(
  'open-group',
  z.strictObject({ id: identifier.optional(), programme: identifier, ...opening }),
);

/** Weight in percent of a module's result. Weights need not add up to 100. */
const percent = canonicalDecimal.refine(
  // A refinement also runs on texts that are no decimal, which `compareDecimals` does not accept.
  (text) => canonicalDecimal.safeParse(text).success && isPercent(text),
  complaint('вес от 0 до 100 процентов', 'a weight is from 0 to 100 percent'),
);

function isPercent(decimal: z.output<typeof canonicalDecimal>): boolean {
  return compareDecimals(decimal, '0') >= 0 && compareDecimals(decimal, '100') <= 0;
}

const planned = {
  id: identifier.optional(),
  module: identifier,
  kind: identifier,
  form: identifier,
  /** By default the id. */
  title: shortText(300).optional(),
  /** Day on which it takes place; null: not set. */
  on: orderedDay.nullable().default(null),
  weightPercent: percent.nullable().default(null),
  /** The group of results that its results belong to, before that of the module. R5 §3.2.4. */
  resultGroup: identifier.optional(),
};

/** Plans an assessment of a group. `plannedOn` is the day of planning, by default today. */
export const planAssessment = command(
  'plan-assessment',
  z.strictObject({ group: identifier, ...planned, plannedOn: orderedDay.optional() }),
);

/** Plans up to 500 assessments at once, each with its id. All are planned, or none. */
export const planAssessments = command(
  'plan-assessments',
  z.strictObject({
    group: identifier,
    assessments: z
      .array(z.strictObject({ ...planned, id: identifier }))
      .min(1)
      .max(500),
    plannedOn: orderedDay.optional(),
  }),
);

/** Drops a planned assessment. `on` is by default today. */
export const dropAssessment = command(
  'drop-assessment',
  z.strictObject({ group: identifier, planned: identifier, on: localDate.optional() }),
);

/**
 * Records that a teacher made the requirements of attestation known to the learners of a group: for
 * one module, or without `module` for the whole programme. R2 §1.5.
 */
export const announceRequirements = command(
  'announce-requirements',
  z.strictObject({
    group: identifier,
    module: identifier.nullable().default(null),
    by: identifier,
    office: officeField,
    on: localDate.optional(),
  }),
);

/** Closes a group: from `on`, by default today, it takes no new enrollments. */
export const closeGroup = command(
  'close-group',
  z.strictObject({ group: identifier, on: orderedDay.optional() }),
);

/**
 * Merges a group into another one of its programme, by order: from `on` on it takes no enrollments.
 * Its learners are moved by `acts.order`, its journals by `journals.continueIn`, on the same order.
 */
export const mergeGroup = command(
  'merge-group',
  z.strictObject({ group: identifier, into: identifier, on: orderedDay }),
);

/**
 * Annuls an entry about a group from the start: its opening, a planned assessment, a dropping, an
 * announcement, its closing. `on` is the day of the act, by default today. The reason is stored
 * unsealed and for ever, so it must name no person. RK 1.8.
 */
export const annulGroupEntry = commandNamingGround(
  'annul-group-entry',
  z.strictObject({ group: identifier, ...putRightFields }),
);

const { id: _id, on: _on, ...plan } = planned;

/**
 * Corrects an entry about a group: `to` gives the whole entry as it is to read, and `as` says what
 * it is. Ids and programme stay; a day that is left out stays too. RK 1.8.
 */
export const correctGroupEntry = commandNamingGround(
  'correct-group-entry',
  z.strictObject({
    group: identifier,
    ...correctingFields,
    to: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('opening'), ...opening }),
      z.strictObject({
        as: z.literal('planned'),
        ...plan,
        on: orderedDay.nullable().default(null),
        plannedOn: localDate.optional(),
      }),
      z.strictObject({ as: z.literal('dropped'), on: localDate }),
      z.strictObject({
        as: z.literal('announcement'),
        module: identifier.nullable().default(null),
        by: identifier,
        office: officeField,
        on: localDate.optional(),
      }),
      z.strictObject({ as: z.literal('closing'), on: orderedDay }),
    ]),
  }),
);

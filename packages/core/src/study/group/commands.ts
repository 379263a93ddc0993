import * as z from 'zod';
import { officeField } from '../../acting/signer.ts';
import { command } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { canonicalDecimal, compareDecimals } from '../../values/decimal.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/* Commands of a group, and what is refused. The decisions stand in decide.ts. */

/**
 * Opens a group in a programme; its id is the command's where none is given, its title the id, its
 * day (`on`) today. `from` and `until` are the planned first and last day of study.
 */
export const openGroup = command(
  'open-group',
  z.strictObject({
    id: identifier.optional(),
    programme: identifier,
    title: shortText(300).optional(),
    from: localDate.nullable().default(null),
    until: localDate.nullable().default(null),
    on: localDate.optional(),
  }),
);

/** Percent of a module's result. What weights add up to is the programme's own matter. */
const percent = canonicalDecimal.refine(
  // Asked also of texts that are no decimal, which `compareDecimals` would not take.
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
  /** The id where it is not given. */
  title: shortText(300).optional(),
  /** Day for which it is set. */
  on: localDate.nullable().default(null),
  weightPercent: percent.nullable().default(null),
};

/** Plans an assessment of a group. `plannedOn`: the day of planning, today where none is given. */
export const planAssessment = command(
  'plan-assessment',
  z.strictObject({ group: identifier, ...planned, plannedOn: localDate.optional() }),
);

/** Plans up to 500 assessments at once; each needs its id. All are planned, or none. */
export const planAssessments = command(
  'plan-assessments',
  z.strictObject({
    group: identifier,
    assessments: z
      .array(z.strictObject({ ...planned, id: identifier }))
      .min(1)
      .max(500),
    plannedOn: localDate.optional(),
  }),
);

/** Drops a planned assessment that nobody took; today where no day is given. */
export const dropAssessment = command(
  'drop-assessment',
  z.strictObject({ group: identifier, planned: identifier, on: localDate.optional() }),
);

/**
 * Records that the requirements of attestation were made known to the learners of a group, for one
 * module or (without one) for the whole programme, by one who teaches. R2 §1.5.
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

/** From this day on the group takes no new enrollments; today where none is given. */
export const closeGroup = command(
  'close-group',
  z.strictObject({ group: identifier, on: localDate.optional() }),
);

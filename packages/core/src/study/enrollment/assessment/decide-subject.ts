import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { yearNotBegun } from '../facts/study-unknown.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { RecordInput } from './commands.ts';
import { periodMissing, periodNotForKind, yearBeforeEnrollment } from './refusals.ts';

/* Whether a result may be of the period and the study year that its command names. RK 1.2, 1.3. */

/** What a command says of the subject of its result. */
export type CountedInput = Pick<RecordInput, 'on' | 'period' | 'studyYear'>;

/**
 * Refuses a period or a study year that the result cannot be of: `not-in-regulation` for an unknown
 * period, `period-missing` for a kind given by period, `period-not-for-kind` for one that is given
 * once and not by period, `year-not-begun` on the day of the result, and `year-before-enrollment`.
 */
export function refuseUnlessSubjectFits(
  state: EnrollmentState,
  input: CountedInput,
  kind: string,
  edition: Edition,
): Refusal | null {
  const { byPeriod = false } = edition.assessment.kinds.find((one) => one.id === kind) ?? {};
  if (byPeriod && input.period === undefined) {
    return periodMissing({ kind, periods: edition.assessment.periods.map(({ id }) => id) });
  }
  return refuseUnlessCreditFits(input, kind, edition) ?? refuseUnlessYearFits(state, input);
}

/** The same for a credit, which may lack the period and count for a year before the enrollment. */
export function refuseUnlessCreditFits(
  { on, period, studyYear }: CountedInput,
  kind: string,
  { assessment }: Edition,
): Refusal | null {
  const known = assessment.periods.map(({ id }) => id);
  if (period !== undefined && !known.includes(period)) {
    return notInRegulation({ field: 'period', value: period, known });
  }
  const rule = assessment.kinds.find((one) => one.id === kind);
  if (period !== undefined && rule?.once === true && !rule.byPeriod) {
    return periodNotForKind({ kind, period });
  }
  const begun = studyYear === undefined || studyYear <= studyYearOf(on);
  return begun ? null : yearNotBegun({ studyYear, on });
}

function refuseUnlessYearFits(
  { lifeFacts: [first] }: EnrollmentState,
  { studyYear }: CountedInput,
): Refusal | null {
  if (studyYear === undefined || first === undefined) return null;
  if (studyYear >= studyYearOf(first.on)) return null;
  return yearBeforeEnrollment({ studyYear, from: first.on });
}

import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import type { ResultState } from './assessment-state.ts';
import type { EnrollmentState } from './state.ts';

/** A subject whose latest attestation failed. */
export interface FailingSubject {
  /** Event id of the failing result. */
  readonly event: string;
  readonly on: string;
  /** Null: the programme as a whole. */
  readonly module: string | null;
  readonly kind: string;
}

/**
 * The subjects in which the learner fails on a day: those whose latest valid mark or credit of a
 * kind with `attestation` is not satisfactory. Results of a year that is repeated do not count.
 * 273-FZ art. 58 parts 2 and 8.
 */
export function failingSubjects(
  state: EnrollmentState,
  edition: Edition,
  on: string,
): readonly FailingSubject[] {
  const kinds = edition.assessment.kinds.filter((one) => one.attestation).map((one) => one.id);
  const latest = new Map<string, ResultState>();
  for (const result of state.results.values()) {
    const { module, kind, mark, credited } = result;
    if (result.annulledOn !== null || result.on > on || !kinds.includes(kind)) continue;
    if (mark === null && !credited) continue;
    if (state.study.yearsRepeated.has(studyYearOf(result.on))) continue;
    const key = `${module ?? ''}/${kind}`;
    const last = latest.get(key);
    if (last === undefined || last.on <= result.on) latest.set(key, result);
  }
  return [...latest.values()]
    .filter(({ mark }) => mark !== null && !mark.passes)
    .map(({ event, on: day, module, kind }) => ({ event, on: day, module, kind }));
}

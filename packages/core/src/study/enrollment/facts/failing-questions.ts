import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { ProgrammeState } from '../../programme/facts/state.ts';
import { bySubject, isFailing, lastInForce } from './counting-questions.ts';
import { validResults } from './result-questions.ts';
import type { EnrollmentState } from './state.ts';
import { isExcusedIn, limitOf } from './term-questions.ts';

/** A subject whose latest attestation failed, of a kind that makes a debt. */
export interface FailingSubject {
  /** Event id of the failing result. */
  readonly event: string;
  readonly on: string;
  /** Null: the programme as a whole. */
  readonly module: string | null;
  readonly kind: string;
}

/**
 * The subjects in which the learner fails on a day: those whose result in force, of a kind that
 * makes a debt in this type of programme, is not satisfactory or is an absence without an excuse.
 * Results of a year that is repeated do not count. 273-FZ art. 58 parts 2 and 8, RK 1.2, RK 1.3.
 */
export function failingSubjects(
  state: EnrollmentState,
  edition: Edition,
  { programmeType }: Pick<ProgrammeState, 'programmeType'>,
  on: string,
): readonly FailingSubject[] {
  const kinds = edition.assessment.kinds
    .filter((one) => one.attestation && limitOf(edition.retakes, one.id, programmeType)?.debt)
    .map((one) => one.id);
  const counted = validResults(state).filter(
    ({ countsFor }) =>
      kinds.includes(countsFor.kind) && !state.study.yearsRepeated.has(countsFor.studyYear),
  );
  const isExcused = (code: string): boolean => isExcusedIn(edition.lessons, code);
  return [...bySubject(counted, on).values()].flatMap((own) => {
    const result = lastInForce(own, isExcused);
    if (result === null || !isFailing(result, isExcused)) return [];
    const { event, on: day, module, kind } = result;
    return [{ event, on: day, module, kind }];
  });
}

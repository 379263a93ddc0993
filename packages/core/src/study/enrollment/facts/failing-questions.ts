import { bySubject, isFailing, lastInForce } from './counting-questions.ts';
import type { DebtRules } from './debt-questions.ts';
import { excusedBy, makesDebt } from './debt-questions.ts';
import { validResults } from './result-questions.ts';
import type { EnrollmentState } from './state.ts';

/** A subject whose latest attestation failed, so that it is owed. */
export interface FailingSubject {
  /** Event id of the failing result. */
  readonly event: string;
  readonly on: string;
  /** Null: the programme as a whole. */
  readonly module: string | null;
  readonly kind: string;
}

/**
 * The subjects in which the learner fails on a day (null: with all that is known): those whose
 * result in force, of an assessment that makes a debt, is not satisfactory or is an absence without
 * an excuse. Results of a year that is repeated do not count. 273-FZ art. 58 parts 2 and 8, RK 1.2.
 */
export function failingSubjects(
  state: EnrollmentState,
  rules: DebtRules,
  on: string | null,
): readonly FailingSubject[] {
  const counted = validResults(state).filter(
    (result) =>
      makesDebt(result, rules) && !state.study.yearsRepeated.has(result.countsFor.studyYear),
  );
  const isExcused = excusedBy(rules);
  return [...bySubject(counted, on).values()].flatMap((own) => {
    const result = lastInForce(own, isExcused);
    if (result === null || !isFailing(result, isExcused)) return [];
    const { event, on: day, module, kind } = result;
    return [{ event, on: day, module, kind }];
  });
}

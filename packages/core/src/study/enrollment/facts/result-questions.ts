import type { ResultState } from './assessment-state.ts';
import type { Failure, IsExcused, ResultSubject } from './counting-questions.ts';
import {
  failuresIn,
  lastInForce,
  resultsOfSubject,
  resultSubjectKey,
} from './counting-questions.ts';
import type { RetakeState } from './debt-state.ts';
import { isWaiting } from './debt-state.ts';
import type { EnrollmentState } from './state.ts';

/* Which result of an enrollment counts, and what was failed, asked of its state. RK 1.2, RK 1.3. */

/** The results that are not annulled, in the order in which they were recorded. */
export function validResults(state: Pick<EnrollmentState, 'results'>): readonly ResultState[] {
  return [...state.results.values()].filter(({ annulledOn }) => annulledOn === null);
}

/**
 * The result in force of a subject on a day (null: with all that is known); null: there is none.
 * Completion, debts, documents, averages and reports ask this one question. RK 1.2, RK 1.3.
 *
 * @example
 * resultInForce(state, { module: 'safety', kind: 'final', studyYear: '2026', period: null,
 *   planned: null }, null, excusedBy(rules))?.mark?.value; // => '4'
 */
export function resultInForce(
  state: Pick<EnrollmentState, 'subjects'>,
  subject: ResultSubject,
  day: string | null,
  isExcused: IsExcused,
): ResultState | null {
  const own = validOfSubject(state, resultSubjectKey(subject));
  return lastInForce(resultsOfSubject(own, day), isExcused);
}

const validOfSubject = ({ subjects }: Pick<EnrollmentState, 'subjects'>, subject: string) =>
  subjects.get(subject)?.filter(({ annulledOn }) => annulledOn === null) ?? [];

/** The failure among a subject's results that a result belongs to; null: it belongs to none. */
export function failureWith(
  state: EnrollmentState,
  result: ResultState,
  isExcused: IsExcused,
): Failure<ResultState> | null {
  const failures = failuresOfSubject(state, resultSubjectKey(result.countsFor), isExcused, null);
  const has = (one: Failure<ResultState>): boolean =>
    one.failed === result || one.attempts.includes(result) || one.passed === result;
  return failures.find(has) ?? null;
}

/** The failures in one subject by the facts up to a day (null: all), in day order. */
export function failuresOfSubject(
  state: EnrollmentState,
  subject: string,
  isExcused: IsExcused,
  day: string | null,
): readonly Failure<ResultState>[] {
  return failuresIn(resultsOfSubject(validOfSubject(state, subject), day), isExcused);
}

/** The granted retake of a subject that waits to be taken; null: none. */
export function waitingRetake(state: EnrollmentState, subject: string): RetakeState | null {
  for (const retake of state.retakes.values()) {
    if (!isWaiting(state, retake)) continue;
    const of = state.results.get(retake.of);
    if (of !== undefined && resultSubjectKey(of.countsFor) === subject) return retake;
  }
  return null;
}

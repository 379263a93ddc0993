import type { RetakeRules } from '../../../rules/regulation/sections/retakes.ts';
import type { ResultState } from './assessment-state.ts';
import type { Failure } from './counting-questions.ts';
import { resultSubjectKey } from './counting-questions.ts';
import type { DebtRules } from './debt-questions.ts';
import { debtFacts, debtsOf } from './debt-questions.ts';
import { lastRetakeDay } from './debt-term-questions.ts';
import type { EnrollmentState } from './state.ts';
import { limitOf } from './term-questions.ts';

/**
 * May a failure that lasts be retaken on a day: does the regulation have retakes of its kind, is an
 * attempt left, is the term not over, and where the kind makes debts, is there one? 273-FZ art. 58
 * part 5.
 */
export function mayBeRetaken(
  state: EnrollmentState,
  { failed, attempts }: Failure<ResultState>,
  rules: DebtRules,
  retakes: RetakeRules,
  on: string,
): boolean {
  const { countsFor } = failed;
  const limit = limitOf(retakes, countsFor.kind, rules.programme.programmeType);
  if (limit === null) return false;
  const { attemptsMax, debt } = limit;
  if (attemptsMax !== null && attempts.length >= attemptsMax) return false;
  const facts = debtFacts(state);
  if (debt) {
    const own = debtsOf(facts, rules, null, on).find((one) => one.debt === failed.event);
    return own?.status === 'open';
  }
  const last = lastRetakeDay(facts, {
    subject: resultSubjectKey(countsFor),
    on: failed.on,
    limit,
    excludedReasons: retakes.excludedReasons,
    asOf: on,
  });
  return last === null || on <= last;
}

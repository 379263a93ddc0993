import type { CountedResult } from './counting-questions.ts';
import type { DebtFacts } from './debt-questions.ts';
import type { Pause } from './debt-state.ts';
import type { YearDecision } from './study-state.ts';
import type { RetakeLimit } from './term-questions.ts';
import { deadlineOf } from './term-questions.ts';

/* Until when a failure may be made good. 273-FZ art. 58 part 5, RK 1.6. */

/** The term that a decision on a study year sets for a debt. */
export interface DebtTerm {
  /** Event id of the failing result that the decision names. */
  readonly debt: string;
  /** Last day on which it may be settled. */
  readonly until: string;
}

/** The terms that decisions on study years set for the debts that they name. */
export const termsOf = (
  decisions: Iterable<Pick<YearDecision, 'debts' | 'debtsUntil'>>,
): readonly DebtTerm[] =>
  [...decisions].flatMap(({ debts, debtsUntil: until }) =>
    until === null ? [] : debts.map(({ result: debt }) => ({ debt, until })),
  );

/** What the term of a failure is computed from. */
interface Term {
  /** Key of the subject. */
  readonly subject: string;
  /** Day of the failed result. */
  readonly on: string;
  readonly limit: Pick<RetakeLimit, 'termMonths'>;
  readonly excludedReasons: readonly string[];
  readonly asOf: string;
}

/**
 * The last day on which a failure may be made good: by the regulation, extended by leaves and
 * pauses, or the earlier one that a decision on the study year set. 273-FZ art. 58 part 5, RK 1.6.
 */
export function lastRetakeDay(
  facts: Pick<DebtFacts<CountedResult>, 'pauses' | 'subjectOf' | 'suspensions' | 'terms'>,
  { subject, on, limit, excludedReasons, asOf }: Term,
): string | null {
  const start = { on, pauses: pausesOf(facts, subject) };
  const lawful = deadlineOf(facts.suspensions, start, limit, excludedReasons, asOf);
  const set = facts.terms.findLast(({ debt }) => facts.subjectOf(debt) === subject);
  return set === undefined || (lawful !== null && lawful < set.until) ? lawful : set.until;
}

/** The days that do not count in the term of a failure in a subject. */
export function pausesOf(
  { pauses, subjectOf }: Pick<DebtFacts<CountedResult>, 'pauses' | 'subjectOf'>,
  subject: string,
): readonly Pause[] {
  return pauses
    .filter(({ debt }) => subjectOf(debt) === subject)
    .map(({ from, until }) => ({ from, until }));
}

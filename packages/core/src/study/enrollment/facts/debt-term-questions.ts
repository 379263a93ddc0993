import type { CountedResult } from './counting-questions.ts';
import { inDayOrder } from './counting-questions.ts';
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
  /** Day of the decision. */
  readonly on: string;
  /** Last day on which it may be settled. */
  readonly until: string;
  /** Does the decision promote? One that does needs a debt that can be settled still. */
  readonly promotes: boolean;
}

/** A decision on a study year, as far as it sets a term. */
type TermDecision = Pick<YearDecision, 'studyYear' | 'on' | 'outcome' | 'debts' | 'debtsUntil'>;

/**
 * The terms that decisions on study years set for the debts that they name, in the order of their
 * days: of each year those of its latest decision.
 */
export function termsOf(decisions: Iterable<TermDecision>): readonly DebtTerm[] {
  const inOrder = inDayOrder(decisions, null);
  const latest = new Map(inOrder.map((one) => [one.studyYear, one]));
  return inOrder.flatMap((decision) => {
    const { studyYear, on, outcome, debts, debtsUntil: until } = decision;
    if (until === null || latest.get(studyYear) !== decision) return [];
    const promotes = outcome === 'advances';
    return debts.map(({ result: debt }) => ({ debt, on, until, promotes }));
  });
}

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
 * pauses, or the earlier one that a decision on the study year set. A promotion opens no debt again
 * whose term is over. 273-FZ art. 58 parts 5 and 9, RK 1.6.
 */
export function lastRetakeDay(
  facts: Pick<DebtFacts<CountedResult>, 'pauses' | 'subjectOf' | 'suspensions' | 'terms'>,
  { subject, on, limit, excludedReasons, asOf }: Term,
): string | null {
  const start = { on, pauses: pausesOf(facts, subject) };
  const lawful = deadlineOf(facts.suspensions, start, limit, excludedReasons, asOf);
  let last = lawful;
  for (const { debt, on: setOn, until, promotes } of facts.terms) {
    if (facts.subjectOf(debt) !== subject) continue;
    if (last !== null && setOn > last && promotes) continue;
    last = lawful === null || until < lawful ? until : lawful;
  }
  return last;
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

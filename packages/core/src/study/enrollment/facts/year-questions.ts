import * as z from 'zod';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { localDate } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { resultSubjectKey } from './counting-questions.ts';
import type { Debt, DebtRules } from './debt-questions.ts';
import { debtsOwedOn } from './debt-questions.ts';
import type { FailingSubject } from './failing-questions.ts';
import { failingSubjects } from './failing-questions.ts';
import type { EnrollmentState } from './state.ts';
import type { YearDecision } from './study-state.ts';

/* Whether a decision on a study year says of the learner's failures what there is. RK 1.6. */

/**
 * A paper of a decision on a study year, beside its order: it must name no person, since it is
 * stored unsealed.
 */
export const yearPaper = z
  .strictObject({ number: shortText(64).nullable(), date: localDate })
  .nullable()
  .default(null);

/** A rule of the regulation on decisions on study years. */
export type YearDecisionRule = Edition['enrollment']['yearDecisions'][number];

/** What a decision says of failing results, and is not so. */
export interface YearDebtsUnfit {
  /** Event ids of results that it names as failing and that are not. */
  readonly notFailing: readonly string[];
  /** Failing subjects that it had to name, or that there may not be. */
  readonly unnamed: readonly FailingSubject[];
}

/** What stands against a decision by all that is known now. */
export interface YearDecisionUnfit extends YearDebtsUnfit {
  /** Failing subjects on which it promotes, though no retake was left in them. */
  readonly spent: readonly FailingSubject[];
}

/**
 * Compares the failing results that a decision names with those that there are, by the rule on the
 * decision: there may be none, all are named, or any may be. 273-FZ art. 58 part 8.
 */
export function unfitYearDebts(
  { debts }: Pick<YearDecisionRule, 'debts'>,
  named: readonly string[],
  failing: readonly FailingSubject[],
): YearDebtsUnfit {
  const notFailing = named.filter((event) => !failing.some((one) => one.event === event));
  const rest = failing.filter(({ event }) => !named.includes(event));
  const unnamed = { none: failing, named: rest, any: [] }[debts];
  return { notFailing, unnamed };
}

/**
 * What stands against a decision on a study year by all that is known now: failures of its day, and
 * those of its study year that were given later in a subject that did not fail then. The year that
 * it lets repeat counts as well, as it did when the decision was made. RK 1.5, RK 1.6.
 * @param edition the one in force on the day of the decision.
 */
export function unfitDecision(
  state: EnrollmentState,
  { decision, studyYear, on, debts }: YearDecision,
  edition: Edition,
  rules: DebtRules,
): YearDecisionUnfit {
  const rule = edition.enrollment.yearDecisions.find(({ id }) => id === decision);
  if (rule === undefined) return { notFailing: [], unnamed: [], spent: [] };
  const before = beforeRepeat(state, studyYear);
  const then = failingSubjects(before, rules, on);
  const known = new Set(then.map((one) => subjectOf(state, one)));
  const later = failingSubjects(before, rules, null).filter(
    (one) =>
      state.results.get(one.event)?.countsFor.studyYear === studyYear &&
      !known.has(subjectOf(state, one)),
  );
  const named = debts.map(({ result }) => result);
  // Pauses, which move a term, may not be known here; attempts always are.
  const spent =
    rule.debts === 'named'
      ? expiredSubjects(before, rules, on, ({ attemptsOver }) => attemptsOver)
      : [];
  return { ...unfitYearDebts(rule, named, [...then, ...later]), spent };
}

/**
 * The failing subjects of a day that can be made good no more, since the term of the debt is over
 * or its attempts are used up: nobody is promoted on them. 273-FZ art. 58 parts 5 and 9.
 * @param only left out: both; else which of the expired debts are meant.
 */
export function expiredSubjects(
  state: EnrollmentState,
  rules: DebtRules,
  on: string,
  only: (debt: Debt) => boolean = () => true,
): readonly FailingSubject[] {
  const expired = debtsOwedOn(state, rules, on).filter(
    (debt) => debt.status === 'expired' && only(debt),
  );
  const keys = new Set(expired.map(({ countsFor }) => resultSubjectKey(countsFor)));
  return failingSubjects(state, rules, on).filter((one) => keys.has(subjectOf(state, one)));
}

/** The enrollment as if a study year were not repeated: its results count as they did then. */
export function beforeRepeat(state: EnrollmentState, studyYear: string): EnrollmentState {
  const yearsRepeated = new Set(state.study.yearsRepeated);
  yearsRepeated.delete(studyYear);
  return { ...state, study: { ...state.study, yearsRepeated } };
}

/** Those of the debts that a decision names which are not settled on a day. RK 1.6. */
export function debtsUnsettled(
  state: EnrollmentState,
  { debts }: Pick<YearDecision, 'debts'>,
  failing: readonly FailingSubject[],
): YearDecision['debts'] {
  const subjects = new Set(failing.map((one) => subjectOf(state, one)));
  return debts.filter(({ result }) => subjects.has(subjectOf(state, { event: result })));
}

function subjectOf({ results }: EnrollmentState, { event }: Pick<FailingSubject, 'event'>): string {
  const result = results.get(event);
  return result === undefined ? event : resultSubjectKey(result.countsFor);
}

import type * as z from 'zod';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfReversed } from '../../../values/day-order.ts';
import { findResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { countsAsPass } from '../facts/counting-questions.ts';
import { debtTermPaused } from '../facts/debt-events.ts';
import type { Debt, DebtRules } from '../facts/debt-questions.ts';
import { debtFacts, debtRules, debtsOf, excusedBy, makesDebt } from '../facts/debt-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, refuseUnlessOpen } from '../facts/questions.ts';
import type { StudyContext } from '../facts/reading.ts';
import { failureWith } from '../facts/result-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { limitOf } from '../facts/term-questions.ts';
import { notInRegulation, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { pauseDebtTerm, raiseDebt } from './commands.ts';
import { absenceExcused, debtUnknown, noDebtOfKind, notPlanned, nothingOwed } from './refusals.ts';

/**
 * The debt that a command asks for, with its status on the day; the reason why there is none is
 * the refusal: `nothing-owed`, `absence-excused`, `no-debt-of-kind`, `not-planned`,
 * `result-unknown`, `result-annulled`, and as `editionOfAct` does. D9, RK 1.2.
 */
export function findDebt(
  state: EnrollmentState,
  input: z.output<typeof raiseDebt.schema>,
  context: StudyContext,
): Debt<ResultState> | Refusal {
  const { enrollment, on = context.today, result: named } = input;
  const edition = editionOfAct(state, { enrollment, on }, context);
  if (isRefusal(edition)) return edition;
  const rules = debtRules(context);
  const debts = debtsOf(debtFacts(state), rules, null, on);
  if (named === undefined) {
    const { module = null, kind = '' } = input;
    const own = debts.filter(({ countsFor: of }) => of.module === module && of.kind === kind);
    // An expired debt is owed still; an open one comes first.
    const open = own.find(({ status }) => status === 'open');
    return (
      open ??
      own.find(({ status }) => status === 'expired') ??
      noDebtHere(edition, context, { module, kind })
    );
  }
  const result = findResult(state, named);
  if (isRefusal(result)) return result;
  if (result.annulledOn !== null) {
    return resultAnnulled({ result: result.event, annulledOn: result.annulledOn });
  }
  const failure = failureWith(state, result, excusedBy(rules));
  const debt = debts.find((one) => one.debt === failure?.failed.event);
  if (debt !== undefined && debt.status !== 'settled') return debt;
  return whyNoDebt(result, debt, rules, edition, context);
}

function noDebtHere(
  edition: Edition,
  { programme }: StudyContext,
  { module, kind }: { readonly module: string | null; readonly kind: string },
): Refusal {
  const no = refuseUnlessDebtKind(edition, kind, programme.programmeType);
  return no ?? nothingOwed({ module, kind, result: null });
}

function whyNoDebt(
  result: ResultState,
  debt: Debt<ResultState> | undefined,
  rules: DebtRules,
  edition: Edition,
  { programme }: StudyContext,
): Refusal {
  const { module, kind, event, outcome, reason, on } = result;
  if (debt?.settledBy) return nothingOwed({ module, kind, result: debt.settledBy.event });
  if (outcome === 'absent' && reason !== null && excusedBy(rules)(reason, on)) {
    return absenceExcused({ result: event, reason });
  }
  if (countsAsPass(result)) return nothingOwed({ module, kind, result: event });
  // The kinds that make debts are those of the day of the failure.
  const no = refuseUnlessDebtKind(rules.editionOn(on) ?? edition, kind, programme.programmeType);
  if (no !== null) return no;
  if (!makesDebt(result, rules)) return notPlanned({ module, kind, result: event });
  return nothingOwed({ module, kind, result: null });
}

function refuseUnlessDebtKind(
  { retakes }: Pick<Edition, 'retakes'>,
  kind: string,
  programmeType: string,
): Refusal | null {
  const known = new Set(retakes.limits.flatMap((one) => one.kinds));
  const kinds = [...known].filter((one) => limitOf(retakes, one, programmeType)?.debt);
  return kinds.includes(kind) ? null : noDebtOfKind({ kind, kinds });
}

/**
 * Decides `pause-debt-term`, also of a debt whose term is over. Refuses `debt-unknown`,
 * `not-in-regulation` and `period-reversed`. 273-FZ art. 58 part 5.
 */
export function decidePauseDebtTerm(
  state: EnrollmentState,
  input: z.output<typeof pauseDebtTerm.schema>,
  context: EnrollmentContext,
): Decision {
  const { enrollment, from, until, reason } = input;
  const edition = editionOfAct(state, { enrollment, on: from }, context);
  if (isRefusal(edition)) return edition;
  const failed = failedResult(state, input.debt, debtRules(context));
  if (failed === null) return debtUnknown({ debt: input.debt, enrollment });
  const draft = draftPause(state, failed, { from, until, reason }, edition);
  return isRefusal(draft) ? draft : [draft];
}

/** The days of a pause and their code. */
export interface PauseGiven {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Drafts a pause. Refuses `not-in-regulation` and `period-reversed`. */
export function draftPause(
  state: EnrollmentState,
  failed: ResultState,
  { from, until, reason }: PauseGiven,
  edition: Edition,
) {
  const known = edition.retakes.excludedReasons;
  if (!known.includes(reason)) return notInRegulation({ field: 'reason', value: reason, known });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  const { module, kind, event: debt, group } = failed;
  const about = { ...enrollmentIdsOf(state), module, kind, debt };
  const refs = refsWithModule(state, group, module);
  const data = { ...about, until, reason, edition: edition.edition };
  return debtTermPaused.draft({ occurredOn: from, refs, data });
}

/** The refs of an event about a failure, with its module. */
export const refsWithModule = (state: EnrollmentState, group: string, module: string | null) => ({
  ...refsOf(state, group),
  module: module === null ? [] : [module],
});

/** The failed result with which a failure began, by any of its results; null: it failed nothing. */
export function failedResult(
  state: EnrollmentState,
  event: string,
  rules: DebtRules,
): ResultState | null {
  const result = findResult(state, event);
  if (isRefusal(result)) return null;
  // An annulled result is in no failure.
  const failure = failureWith(state, result, excusedBy(rules));
  return failure === null || failure.passed === result ? null : failure.failed;
}

/**
 * The edition in force on the day of an act about debts. Refuses `enrollment-unknown`,
 * `dated-ahead`, `regulation-missing`, and as `refuseIfArchived` does.
 */
export function editionOfAct(
  state: EnrollmentState,
  { enrollment, on }: { readonly enrollment: string; readonly on: string },
  context: Pick<StudyContext, 'regulation' | 'today'>,
): Edition | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  return editionFor(context, on);
}

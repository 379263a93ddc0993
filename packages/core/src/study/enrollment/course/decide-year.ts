import { refuseUnlessOrder } from '../../../acting/order.ts';
import { stateWith } from '../../../entry/fold.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { refuseIfAhead } from '../../../values/day-order.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import type { DebtRules } from '../facts/debt-questions.ts';
import { debtRules, debtsOwedOn } from '../facts/debt-questions.ts';
import type { FailingSubject } from '../facts/failing-questions.ts';
import { failingSubjects } from '../facts/failing-questions.ts';
import { groupOfYear, refsOf } from '../facts/life-questions.ts';
import { editionFor, placeOn, refuseUnlessOpen } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { yearDecided } from '../facts/study-events.ts';
import { ownStudyFold } from '../facts/study-state.ts';
import { yearNotBegun } from '../facts/study-unknown.ts';
import type { YearDecisionRule } from '../facts/year-questions.ts';
import {
  beforeRepeat,
  debtsUnsettled,
  expiredSubjects,
  unfitYearDebts,
} from '../facts/year-questions.ts';
import type { MoveContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import { decideTransfer } from '../life/decide-movement.ts';
import { leadsTo } from '../life/decide-promotion.ts';
import { notPossibleNow } from '../life/refusals.ts';
import type { DecideYear } from './commands.ts';
import {
  yearDebtNotFailing,
  yearDebtTermLate,
  yearDebtTermMissing,
  yearDebtsExpired,
  yearDebtsInTerm,
  yearDebtsUnnamed,
  yearDecidedAlready,
  yearDecisionUnknown,
  yearGroupUnfit,
  yearNotStudied,
  yearPaperMissing,
  yearSubjectsFailing,
} from './refusals.ts';

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

/** What a decision on a study year says, in `decide-year` and in its correction. */
export interface YearSaid extends Omit<DecideYear, 'to' | 'from' | 'on' | 'enrollment'> {
  readonly enrollment: string;
  readonly on: string;
  readonly toGroup: string | null;
}

/**
 * Decides `decide-year`: the decision and, with `to`, the transfer that it carries. Refuses as
 * `decideYearAlone` does, `year-group-unfit`, and as `decideTransfer` does. 273-FZ art. 58 parts 8
 * and 9.
 */
export function decideStudyYear(
  state: EnrollmentState,
  input: DecideYear,
  context: MoveContext,
  by: By,
): Decision {
  const { to, from, ...said } = input;
  const made = decideYearAlone(state, { ...said, toGroup: to }, context, by);
  if (isRefusal(made) || to === null) return made;
  const [draft] = made;
  const unfit = refuseUnlessGroupFits(draft.data, to, context);
  if (unfit !== null) return unfit;
  // The transfer is decided as if the decision stood already, since it rests on it.
  const decided = { ...state, study: stateWith(ownStudyFold, state.study, made) };
  const transfer = { enrollment: input.enrollment, to, on: from ?? input.on };
  const moved = decideTransfer(decided, transfer, context, by);
  return isRefusal(moved) ? moved : [...made, ...moved];
}

/**
 * Decides the decision alone. Refuses `enrollment-unknown`, `dated-ahead`, `regulation-missing`,
 * `order-required`, `year-not-begun`, `year-decision-unknown`, and as `refuseUnlessSecond` does,
 * `not-possible-now`, `year-not-studied`, `year-paper-missing`, and as `refuseIfExpired`,
 * `findDebts` and `refuseIfArchived` do.
 */
export function decideYearAlone(
  state: EnrollmentState,
  said: YearSaid,
  context: MoveContext,
  { sender }: By,
) {
  const { enrollment, studyYear, decision, on, debtsUntil, protocol, application, toGroup } = said;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const no =
    refuseUnlessOpen(state, enrollment) ??
    refuseIfAhead(on, context.today) ??
    refuseUnlessOrder('decide-year', edition.enrollment.orderFor, sender.ground) ??
    (studyYear > studyYearOf(on) ? yearNotBegun({ studyYear, on }) : null);
  if (no !== null) return no;
  const rules = edition.enrollment.yearDecisions;
  const rule = rules.find((one) => one.id === decision);
  if (rule === undefined) {
    return yearDecisionUnknown({ decision, known: rules.map((one) => one.id) });
  }
  const decided = refuseUnlessSecond(state, said, rule, debtRules(context));
  if (decided !== null) return decided;
  const { status, since, group: current } = placeOn(state, on);
  if (current === null || status === 'ended') {
    return notPossibleNow({ act: 'decide-year', on, status, since });
  }
  const yearOf = (id: string): string | null => context.groups.get(id)?.studyYear ?? null;
  const group = groupOfYear(state, { studyYear, until: on }, yearOf);
  if (group === null) {
    return yearNotStudied({ studyYear, on, group: current, groupYear: yearOf(current) });
  }
  for (const paper of ['protocol', 'application'] as const) {
    if (rule[`${paper}Required`] && said[paper] === null) {
      return yearPaperMissing({ decision, paper });
    }
  }
  const instead = rules.filter(({ debts: may }) => may === 'any').map(({ id }) => id);
  const asOf = beforeRepeat(state, studyYear);
  const debts =
    refuseIfExpired(asOf, said, rule, instead, debtRules(context)) ??
    findDebts(asOf, said, rule, debtRules(context));
  if (isRefusal(debts)) return debts;
  const groups = toGroup === null ? [group] : [group, toGroup];
  const where = { ...enrollmentIdsOf(state), group, studyYear };
  const what = { decision, outcome: rule.outcome as string, debts, debtsUntil, toGroup };
  const data = { ...where, ...what, protocol, application, edition: edition.edition };
  return [yearDecided.draft({ occurredOn: on, refs: refsOf(state, ...groups), data })] as const;
}

/**
 * Refuses `year-decided-already`: a year is decided once, save that who was promoted with debts and
 * did not settle all of them in their term is decided on again, and not promoted; and
 * `year-debts-in-term`. 273-FZ art. 58 part 9.
 */
function refuseUnlessSecond(
  state: EnrollmentState,
  { studyYear, on, debtsUntil }: YearSaid,
  rule: YearDecisionRule,
  rules: DebtRules,
): Refusal | null {
  const own = state.study.decisions.filter((one) => one.studyYear === studyYear);
  const standing = own.findLast((one) => one.on <= on);
  const next = own.find((one) => one.on > on);
  if (next !== undefined && (standing !== undefined || !isTermBefore(debtsUntil, next.on))) {
    return yearDecidedAlready(next);
  }
  if (standing === undefined) return null;
  const failing = failingSubjects(state, rules, on);
  const unsettled = debtsUnsettled(state, standing, failing);
  if (own.length > 1 || rule.outcome === 'advances' || unsettled.length === 0) {
    return yearDecidedAlready(standing);
  }
  const spent = debtsUnsettled(state, standing, expiredSubjects(state, rules, on));
  const { debtsUntil: until } = standing;
  if (isTermBefore(until, on) || spent.length > 0) return null;
  return yearDebtsInTerm({ studyYear, on, until: until ?? '—' });
}

const isTermBefore = (until: string | null, day: string): boolean => until !== null && until < day;

/**
 * Refuses `year-debts-expired` for a decision under which there may be no debts, or only those that
 * are settled in a term. 273-FZ art. 58 part 9.
 */
function refuseIfExpired(
  state: EnrollmentState,
  { decision, on }: YearSaid,
  rule: YearDecisionRule,
  instead: readonly string[],
  rules: DebtRules,
): Refusal | null {
  if (rule.debts === 'any') return null;
  const expired = expiredSubjects(state, rules, on);
  return expired.length === 0 ? null : yearDebtsExpired({ decision, expired, instead });
}

/**
 * The debts that a decision names. Refuses `year-subjects-failing` where there may be none,
 * `year-debts-unnamed`, `year-debt-term-missing` and `year-debt-term-late` where all are to be
 * named with a term,
 * `year-debt-not-failing` where one of them is no failing result.
 */
function findDebts(
  state: EnrollmentState,
  { decision, debts: named, debtsUntil, on }: YearSaid,
  rule: YearDecisionRule,
  rules: DebtRules,
) {
  const failing = failingSubjects(state, rules, on);
  const { notFailing, unnamed } = unfitYearDebts(rule, named, failing);
  const [wrong] = notFailing;
  if (wrong !== undefined) return yearDebtNotFailing({ result: wrong, failing });
  if (rule.debts === 'none' && unnamed.length > 0)
    return yearSubjectsFailing({ decision, failing: unnamed });
  if (rule.debts === 'named') {
    if (unnamed.length > 0 || failing.length === 0) {
      return yearDebtsUnnamed({ decision, failing: unnamed });
    }
    if (debtsUntil === null || debtsUntil <= on) {
      return yearDebtTermMissing({ decision, on, debtsUntil });
    }
    // None of them is expired, which was refused before.
    for (const { debt, deadline } of debtsOwedOn(state, rules, on)) {
      if (deadline !== null && deadline < debtsUntil) {
        return yearDebtTermLate({ debt, debtsUntil, deadline });
      }
    }
  }
  return failing.filter(({ event }) => named.includes(event)).map(debtOf);
}

const debtOf = ({ event: result, module, kind }: FailingSubject) => ({ result, module, kind });

/** Refuses `year-group-unfit` where the forms of both groups are known and do not fit. */
function refuseUnlessGroupFits(
  { decision, outcome, group: from }: { decision: string; outcome: string; group: string },
  to: string,
  { groups }: MoveContext,
): Refusal | null {
  const [fromStage, toStage] = [from, to].map((id) => groups.get(id)?.stage ?? null);
  if (fromStage == null || toStage == null || leadsTo(outcome, fromStage, toStage)) return null;
  return yearGroupUnfit({ decision, from, fromStage, to, toStage });
}

import type * as z from 'zod';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { actOutOfOrder, refuseIfAhead, refuseIfReversed } from '../../../values/day-order.ts';
import { findResult, findSubject } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { debtArose, debtExpired, debtSettled, debtTermPaused } from '../facts/debt-events.ts';
import { deadlineOf, limitOf, suspensionsOf } from '../facts/debt-questions.ts';
import type { DebtState } from '../facts/debt-state.ts';
import { attemptsUsed, debtStatus, resultPasses } from '../facts/debt-state.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, refuseUnlessOpen, studyOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation, outsideStudy, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { expireDebt, pauseDebtTerm, raiseDebt, settleDebt } from './commands.ts';
import {
  absenceExcused,
  debtBeforeResult,
  debtHasExpired,
  debtNotOpen,
  debtOpenAlready,
  debtTermRuns,
  debtUnknown,
  doesNotSettle,
  noDebtOfKind,
  nothingOwed,
} from './refusals.ts';

/** Decides `raise-debt`. */
export function decideRaiseDebt(
  state: EnrollmentState,
  input: z.output<typeof raiseDebt.schema>,
  context: EnrollmentContext,
): Decision {
  const { on, result = null } = input;
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const { group, status, since } = studyOn(state, on);
  if (group === null || (status !== 'studying' && status !== 'suspended')) {
    return outsideStudy({ on, status, since });
  }
  const owed = findOwedSubject(state, input, group, edition, context);
  if (isRefusal(owed)) return owed;
  const { module, kind, failed } = owed;
  const { retakes } = edition;
  if (limitOf(retakes, kind)?.debt !== true) {
    const kinds = retakes.limits.filter((one) => one.debt).flatMap((one) => one.kinds);
    return noDebtOfKind({ kind, kinds });
  }
  const no = refuseIfPassedSince(state, owed, failed?.on ?? '') ?? refuseIfRaised(state, owed);
  if (no !== null) return no;
  const refs = { ...refsOf(state, group), module: module === null ? [] : [module] };
  const data = { ...enrollmentIdsOf(state), module, kind, group, result, edition: edition.edition };
  return [debtArose.draft({ occurredOn: on, refs, data })];
}

/** Decides `pause-debt-term`. */
export function decidePauseDebtTerm(
  state: EnrollmentState,
  input: z.output<typeof pauseDebtTerm.schema>,
  context: EnrollmentContext,
): Decision {
  const { enrollment, from, until, reason } = input;
  const edition = editionOfAct(state, { enrollment, on: from }, context);
  if (isRefusal(edition)) return edition;
  const debt = openDebt(state, input);
  if (isRefusal(debt)) return debt;
  const known = edition.retakes.excludedReasons;
  if (!known.includes(reason)) return notInRegulation({ field: 'reason', value: reason, known });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  const data = { ...aboutDebt(state, debt), until, reason, edition: edition.edition };
  return [debtTermPaused.draft({ occurredOn: from, refs: debtRefs(state, debt), data })];
}

/** Decides `settle-debt`. */
export function decideSettleDebt(
  state: EnrollmentState,
  input: z.output<typeof settleDebt.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const result = findResult(state, input.result);
  // A retake held in time, and corrected to a mark that passes, settles even what has expired.
  const inTime = !isRefusal(result) && result.retake?.of === input.debt;
  const debt = openDebt(state, input, inTime);
  if (isRefusal(debt)) return debt;
  if (isRefusal(result)) return result;
  const { module, kind } = debt;
  if (!resultPasses(result) || result.module !== module || result.kind !== kind) {
    return doesNotSettle({ result: input.result, module, kind });
  }
  const { on } = input;
  const after = result.on > debt.on ? result.on : debt.on;
  if (on < after) return actOutOfOrder({ on, after });
  const data = { ...aboutDebt(state, debt), result: result.event, edition: edition.edition };
  return [debtSettled.draft({ occurredOn: on, refs: debtRefs(state, debt), data })];
}

/** Decides `expire-debt`: once its term is over, or its retakes are used up. */
export function decideExpireDebt(
  state: EnrollmentState,
  input: z.output<typeof expireDebt.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const debt = openDebt(state, input);
  if (isRefusal(debt)) return debt;
  const { on } = input;
  const after = lastTaken(state, debt);
  if (on < after) return actOutOfOrder({ on, after });
  const limit = limitOf(edition.retakes, debt.kind) ?? { termMonths: null, attemptsMax: null };
  const deadline = deadlineOf(
    suspensionsOf(state.lifeFacts),
    debt,
    limit,
    edition.retakes.excludedReasons,
    on,
  );
  const { attemptsMax: max } = limit;
  const attemptsLeft = max === null ? null : max - attemptsUsed(state, debt.event);
  const over = deadline !== null && on > deadline;
  if (!over && attemptsLeft !== 0) {
    return debtTermRuns({ debt: debt.event, deadline, attemptsLeft });
  }
  const reason = over ? 'term-over' : 'attempts-used';
  const data = { ...aboutDebt(state, debt), reason, deadline, edition: edition.edition } as const;
  return [debtExpired.draft({ occurredOn: on, refs: debtRefs(state, debt), data })];
}

/** The edition of an act of this day on an enrollment that may be changed. */
export function editionOfAct(
  state: EnrollmentState,
  { enrollment, on }: { readonly enrollment: string; readonly on: string },
  context: EnrollmentContext,
): Edition | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  const { today } = context;
  return refuseIfAhead(on, today) ?? editionFor(context, on);
}

/**
 * Does a result of the subject that passes stand, of this day or later? One from before says
 * nothing: an earlier term's mark does not undo a later failure. Refuses `nothing-owed`.
 */
export function refuseIfPassedSince(
  state: EnrollmentState,
  { module, kind }: Pick<OwedSubject, 'module' | 'kind'>,
  since: string,
): Refusal | null {
  for (const one of state.results.values()) {
    const same = one.module === module && one.kind === kind && one.on >= since;
    if (same && resultPasses(one)) return nothingOwed({ module, kind, result: one.event });
  }
  return null;
}

/** Is an absence of this code excused, in an edition? */
export function isExcused({ lessons }: Edition, code: string | null): boolean {
  return lessons.attendanceCodes.some((one) => one.code === code && one.excused);
}

/** The open debt that a command names. */
export function openDebt(
  state: EnrollmentState,
  { debt: event, enrollment }: { readonly debt: string; readonly enrollment: string },
  evenExpired = false,
): DebtState | Refusal {
  const debt = state.debts.get(event);
  if (debt === undefined) return debtUnknown({ debt: event, enrollment });
  const status = debtStatus(state, debt);
  const serves = status === 'open' || (evenExpired && status === 'expired');
  return serves ? debt : debtNotOpen({ debt: event, status });
}

/** What every fact about this debt says. */
export function aboutDebt(state: EnrollmentState, { module, kind, event: debt }: DebtState) {
  return { ...enrollmentIdsOf(state), module, kind, debt };
}

/** Whom and what a fact about a debt concerns. */
export function debtRefs(state: EnrollmentState, { group, module }: DebtState) {
  return { ...refsOf(state, group), module: module === null ? [] : [module] };
}

/** What is owed: the subject, and the failed result that shows it; null: nothing was taken. */
interface OwedSubject {
  readonly module: string | null;
  readonly kind: string;
  readonly failed: ResultState | null;
}

function findOwedSubject(
  state: EnrollmentState,
  { result: event, module, kind, on }: z.output<typeof raiseDebt.schema>,
  group: string,
  edition: Edition,
  context: EnrollmentContext,
): OwedSubject | Refusal {
  if (event === undefined) {
    const subject = findSubject({ module, kind }, group, edition, context);
    if (isRefusal(subject)) return subject;
    return { module: subject.module?.id ?? null, kind: subject.kind, failed: null };
  }
  const result = findResult(state, event);
  if (isRefusal(result)) return result;
  const { annulledOn, reason } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  if (result.on > on) return debtBeforeResult({ on, result: event, resultOn: result.on });
  const then = editionFor(context, result.on);
  if (isRefusal(then)) return then;
  if (reason !== null && result.mark === null && isExcused(then, reason)) {
    return absenceExcused({ result: event, reason });
  }
  return { module: result.module, kind: result.kind, failed: result };
}

/** One subject owes once: neither beside an open debt, nor a second time after one expired. */
function refuseIfRaised(
  state: EnrollmentState,
  { module, kind, failed }: OwedSubject,
): Refusal | null {
  for (const debt of state.debts.values()) {
    if (debt.module !== module || debt.kind !== kind) continue;
    const { event, expiredOn } = debt;
    const status = debtStatus(state, debt);
    if (status === 'open') return debtOpenAlready({ debt: event, module, kind });
    if (status !== 'expired' || expiredOn === null) continue;
    const anew = failed !== null && failed.retake === null && failed.on > expiredOn;
    if (!anew) return debtHasExpired({ debt: event, module, kind, expiredOn });
  }
  return null;
}

/** The day of the debt, or of the last retake of it that was taken. */
function lastTaken(state: EnrollmentState, { event, on }: DebtState): string {
  const taken = [...state.results.values()].filter(
    ({ retake, annulledOn }) => retake?.of === event && annulledOn === null,
  );
  return taken.reduce((latest, one) => (one.on > latest ? one.on : latest), on);
}

import type * as z from 'zod';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { actOutOfOrder, refuseIfReversed } from '../../../values/day-order.ts';
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

/**
 * Decides `raise-debt`. Refuses `outside-study`, `no-debt-of-kind`, `nothing-owed`,
 * `debt-open-already`, `debt-has-expired`, `result-unknown`, `result-annulled`,
 * `debt-before-result` and `absence-excused`. D9, 273-FZ art. 58 part 2.
 */
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

/**
 * Decides `pause-debt-term`. Refuses `debt-unknown`, `debt-not-open`, `not-in-regulation` and
 * `period-reversed`. 273-FZ art. 58 part 5.
 */
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

/**
 * Decides `settle-debt`. Refuses `debt-unknown`, `debt-not-open`, `result-unknown`,
 * `does-not-settle` and `act-out-of-order`. D9.
 */
export function decideSettleDebt(
  state: EnrollmentState,
  input: z.output<typeof settleDebt.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const result = findResult(state, input.result);
  // A retake taken in time and corrected to a passing mark settles the debt even after it expired.
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

/**
 * Decides `expire-debt`. Refuses `debt-unknown`, `debt-not-open`, `act-out-of-order`, and
 * `debt-term-runs` while the debt can still be settled. 273-FZ art. 58 part 5.
 */
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

/**
 * The edition in force on the day of an act about debts. Refuses `enrollment-unknown`,
 * `dated-ahead`, `regulation-missing`, and as `refuseIfArchived` does.
 */
export function editionOfAct(
  state: EnrollmentState,
  { enrollment, on }: { readonly enrollment: string; readonly on: string },
  context: EnrollmentContext,
): Edition | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  return editionFor(context, on);
}

/**
 * Refuses `nothing-owed` where the subject has a valid passing result of this day or later. An
 * earlier one does not count: the mark of an earlier term does not undo a later failure.
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

/** Is an absence with this attendance code excused by the edition? */
export function isExcused({ lessons }: Edition, code: string | null): boolean {
  return lessons.attendanceCodes.some((one) => one.code === code && one.excused);
}

/**
 * The open debt that a command names, or with `evenExpired` an expired one. Refuses `debt-unknown`
 * and `debt-not-open`.
 */
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

/** The fields that every event about this debt carries in its data. */
export function aboutDebt(state: EnrollmentState, { module, kind, event: debt }: DebtState) {
  return { ...enrollmentIdsOf(state), module, kind, debt };
}

/** The refs of an event about a debt. */
export function debtRefs(state: EnrollmentState, { group, module }: DebtState) {
  return { ...refsOf(state, group), module: module === null ? [] : [module] };
}

/** The subject of a debt, and the failed result; `failed` null: there is no result. */
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

/**
 * Refuses a second debt of a subject: `debt-open-already`, and `debt-has-expired` unless it rests
 * on a new failure after that.
 */
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
    const isNewFailure = failed !== null && failed.retake === null && failed.on > expiredOn;
    if (!isNewFailure) return debtHasExpired({ debt: event, module, kind, expiredOn });
  }
  return null;
}

/** The day of the last retake of a debt that was taken, else the day of the debt. */
function lastTaken(state: EnrollmentState, { event, on }: DebtState): string {
  const taken = [...state.results.values()].filter(
    ({ retake, annulledOn }) => retake?.of === event && annulledOn === null,
  );
  return taken.reduce((latest, one) => (one.on > latest ? one.on : latest), on);
}

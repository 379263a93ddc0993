import type * as z from 'zod';
import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import { findResult, refuseUnlessCommissionServes } from '../facts/assessment-questions.ts';
import { informedOfDebts, retakeGranted, retakeWithdrawn } from '../facts/debt-events.ts';
import type { RetakeLimit } from '../facts/debt-questions.ts';
import { deadlineOf, limitOf, suspensionsOf } from '../facts/debt-questions.ts';
import type { Pause, RetakeState } from '../facts/debt-state.ts';
import {
  attemptsUsed,
  debtStatus,
  debtsOwedOn,
  resultOfRetake,
  waitingRetake,
} from '../facts/debt-state.ts';
import { refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation, outsideStudy, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { grantRetake, informOfDebts, withdrawRetake } from './commands.ts';
import type { GrantContext } from './context.ts';
import { editionOfAct, refuseIfPassedSince } from './decide-debt.ts';
import {
  debtNotOpen,
  debtNotRaised,
  noRetakesOfKind,
  retakeAfterTerm,
  retakeNeedsCommission,
  retakeNotWaiting,
  retakeTooEarly,
  retakeUnknown,
  retakeWaits,
  retakesUsedUp,
} from './refusals.ts';

/**
 * Decides `grant-retake`. Refuses `order-required`, `debt-not-open`, `debt-not-raised`,
 * `no-retakes-of-kind`, `retake-waits`, `retake-too-early`, `retake-after-term`, `retakes-used-up`,
 * `retake-needs-commission`, and as `refuseUnlessCommissionServes` does. 273-FZ art. 58 parts 5-6.
 */
export function decideGrantRetake(
  state: EnrollmentState,
  input: z.output<typeof grantRetake.schema>,
  context: GrantContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { plannedOn, on, commission: named } = input;
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const unordered = refuseUnlessOrder('grant-retake', edition.retakes.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const failed = findFailed(state, input.of, edition);
  if (isRefusal(failed)) return failed;
  const { of, module, kind } = failed;
  const limit = limitOf(edition.retakes, kind);
  if (limit === null) return noRetakesFor(kind, edition);
  const waiting = waitingRetake(state, of);
  if (waiting !== null) {
    return retakeWaits({ retake: waiting.event, plannedOn: waiting.plannedOn });
  }
  const used = attemptsUsed(state, of);
  const attempt = used + 1;
  const no =
    refuseUnlessOnThatDay(state, input, failed, limit, edition) ?? refuseIfUsedUp(of, used, limit);
  if (no !== null) return no;
  const { commissionFromAttempt: from } = limit;
  if (from !== null && attempt >= from && named === null) {
    return retakeNeedsCommission({ attempt, from });
  }
  const group = placeOn(state, on).group ?? '';
  if (named !== null) {
    const asked = { kind, group, programme: state.programme, retake: true, on: plannedOn };
    const unfit = refuseUnlessCommissionServes(context.commission, named, asked, edition);
    if (unfit !== null) return unfit;
  }
  const refs = {
    ...refsOf(state, group),
    module: module === null ? [] : [module],
    commission: named === null ? [] : [named],
  };
  const facts = { module, kind, group, of, attempt, plannedOn, commission: named };
  const data = { ...enrollmentIdsOf(state), ...facts, edition: edition.edition };
  return [retakeGranted.draft({ occurredOn: on, refs, data })];
}

/** Decides `withdraw-retake`. Refuses as `grantedRetake` does, and `retake-too-early`. D9. */
export function decideWithdrawRetake(
  state: EnrollmentState,
  input: z.output<typeof withdrawRetake.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const retake = grantedRetake(state, input);
  if (isRefusal(retake)) return retake;
  const { module, kind, event } = retake;
  const { on } = input;
  if (on < retake.on) return retakeTooEarly({ plannedOn: on, after: retake.on });
  const refs = {
    ...refsOf(state, placeOn(state, on).group ?? ''),
    module: module === null ? [] : [module],
  };
  const data = { ...enrollmentIdsOf(state), module, kind, retake: event, edition: edition.edition };
  return [retakeWithdrawn.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `inform-of-debts`; the event lists the debts owed on that day, as known now. Refuses
 * `not-in-regulation` and `outside-study`. R4 §2.2.6.
 */
export function decideInformOfDebts(
  state: EnrollmentState,
  input: z.output<typeof informOfDebts.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const { way, informed, on } = input;
  const known = edition.retakes.informWays;
  if (!known.includes(way)) return notInRegulation({ field: 'way', value: way, known });
  const { group, status, since } = placeOn(state, on);
  if (group === null) return outsideStudy({ on, status, since });
  const debts = debtsOwedOn(state, on).map((debt) => debt.event);
  const refs = refsOf(state, group);
  const data = { ...enrollmentIdsOf(state), debts, way, informed, edition: edition.edition };
  return [informedOfDebts.draft({ occurredOn: on, refs, data })];
}

/** The granted retake of this event id. Refuses `retake-unknown` and `retake-not-waiting`. */
export function grantedRetake(
  state: EnrollmentState,
  { retake: event, enrollment }: { readonly retake: string; readonly enrollment: string },
): RetakeState | Refusal {
  const retake = state.retakes.get(event);
  if (retake === undefined) return retakeUnknown({ retake: event, enrollment });
  const taken = resultOfRetake(state, retake);
  if (taken === null && !retake.withdrawn) return retake;
  return retakeNotWaiting({ retake: event, takenBy: taken?.event ?? null });
}

/** What a retake repeats: a debt, or the failed result where the kind makes no debts. */
interface FailedSubject {
  /** Event id of the debt, or of the first failed result. */
  readonly of: string;
  readonly module: string | null;
  readonly kind: string;
  readonly on: string;
  readonly pauses: readonly Pause[];
}

/** Finds what a retake repeats: an open debt, or a failed result whose kind makes no debts. */
function findFailed(state: EnrollmentState, of: string, edition: Edition): FailedSubject | Refusal {
  const debt = state.debts.get(of);
  if (debt !== undefined) {
    const status = debtStatus(state, debt);
    return status === 'open' ? { ...debt, of } : debtNotOpen({ debt: of, status });
  }
  const named = findResult(state, of);
  if (isRefusal(named)) return named;
  // A failed retake is no new start: attempts and term go on from what it was a retake of.
  const root = named.retake === null ? named.event : named.retake.of;
  const result = state.results.get(root);
  if (result === undefined) return findFailed(state, root, edition);
  const { module, kind, on, annulledOn } = result;
  if (annulledOn !== null) return resultAnnulled({ result: root, annulledOn });
  const passed = refuseIfPassedSince(state, { module, kind }, on);
  if (passed !== null) return passed;
  const limit = limitOf(edition.retakes, kind);
  if (limit === null) return noRetakesFor(kind, edition);
  if (limit.debt) return debtNotRaised({ result: root, kind });
  return { of: root, module, kind, on, pauses: [] };
}

function refuseUnlessOnThatDay(
  state: EnrollmentState,
  { plannedOn, on }: z.output<typeof grantRetake.schema>,
  failed: FailedSubject,
  limit: RetakeLimit,
  { retakes }: Edition,
): Refusal | null {
  if (on < failed.on) return actOutOfOrder({ on, after: failed.on });
  if (plannedOn < on) return retakeTooEarly({ plannedOn, after: on });
  const deadline = deadlineOf(
    suspensionsOf(state.lifeFacts),
    failed,
    limit,
    retakes.excludedReasons,
    plannedOn,
  );
  if (deadline === null || plannedOn <= deadline) return null;
  return retakeAfterTerm({ plannedOn, deadline });
}

function refuseIfUsedUp(
  of: string,
  used: number,
  { attemptsMax: max }: RetakeLimit,
): Refusal | null {
  return max !== null && used >= max ? retakesUsedUp({ of, used, max }) : null;
}

function noRetakesFor(kind: string, { retakes }: Edition): Refusal {
  return noRetakesOfKind({ kind, kinds: retakes.limits.flatMap((one) => one.kinds) });
}

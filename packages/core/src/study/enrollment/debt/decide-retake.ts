import type * as z from 'zod';
import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import { findResult, refuseUnlessCommissionServes } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { countsAsPass, resultSubjectKey } from '../facts/counting-questions.ts';
import {
  informedOfDebts,
  retakeGranted,
  retakeMoved,
  retakeWithdrawn,
} from '../facts/debt-events.ts';
import { debtFacts, debtRules, debtsOf, debtsOwedOn, excusedBy } from '../facts/debt-questions.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import { resultOfRetake } from '../facts/debt-state.ts';
import { lastRetakeDay } from '../facts/debt-term-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { StudyContext } from '../facts/reading.ts';
import { failureWith, waitingRetake } from '../facts/result-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { RetakeLimit } from '../facts/term-questions.ts';
import { limitOf } from '../facts/term-questions.ts';
import { notInRegulation, outsideStudy, resultAnnulled } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { grantRetake, informOfDebts, moveRetake, withdrawRetake } from './commands.ts';
import type { GrantContext } from './context.ts';
import { editionOfAct, refsWithModule } from './decide-debt.ts';
import {
  debtNotOpen,
  noRetakesOfKind,
  notPlanned,
  nothingOwed,
  retakeAfterTerm,
  retakeNeedsCommission,
  retakeNotWaiting,
  retakeTooEarly,
  retakeUnknown,
  retakeWaits,
  retakesUsedUp,
} from './refusals.ts';

/**
 * Decides `grant-retake`. Refuses `order-required`, `nothing-owed`, `debt-not-open`,
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
  const toRepeat = findFailed(state, input, edition, context);
  if (isRefusal(toRepeat)) return toRepeat;
  const { failed, limit, used } = toRepeat;
  const { event: of, module, kind } = failed;
  const waiting = waitingRetake(state, resultSubjectKey(failed.countsFor));
  if (waiting !== null) {
    return retakeWaits({ retake: waiting.event, plannedOn: waiting.plannedOn });
  }
  const attempt = used + 1;
  const no =
    refuseUnlessOnThatDay(state, input, toRepeat, edition) ?? refuseIfUsedUp(of, used, limit);
  if (no !== null) return no;
  const { commissionFromAttempt: from } = limit;
  if (from !== null && attempt >= from && named === null) {
    return retakeNeedsCommission({ attempt, from, granted: null });
  }
  const group = placeOn(state, on).group ?? '';
  if (named !== null) {
    const asked = { kind, group, programme: state.programme, retake: true, on: plannedOn };
    const unfit = refuseUnlessCommissionServes(context.commission, named, asked, edition);
    if (unfit !== null) return unfit;
  }
  const refs = {
    ...refsWithModule(state, group, module),
    commission: named === null ? [] : [named],
  };
  const facts = { module, kind, group, of, attempt, plannedOn, commission: named };
  const data = { ...enrollmentIdsOf(state), ...facts, edition: edition.edition };
  return [retakeGranted.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `move-retake`: a retake that was not taken gets another day within the term, not before
 * its grant. Refuses `retake-too-early`, `retake-after-term`, and as `grantedRetake` does. D9.
 */
export function decideMoveRetake(
  state: EnrollmentState,
  input: z.output<typeof moveRetake.schema>,
  context: EnrollmentContext,
): Decision {
  const edition = editionOfAct(state, input, context);
  if (isRefusal(edition)) return edition;
  const retake = grantedRetake(state, input);
  if (isRefusal(retake)) return retake;
  const { on } = input;
  if (on < retake.on) return retakeTooEarly({ plannedOn: on, after: retake.on });
  const draft = draftMove(state, retake, input, edition, context);
  return isRefusal(draft) ? draft : [draft];
}

/** Drafts the move of a retake. Refuses `retake-too-early` and `retake-after-term`. */
export function draftMove(
  state: EnrollmentState,
  retake: RetakeState,
  { plannedOn, on }: { readonly plannedOn: string; readonly on: string },
  edition: Edition,
  context: StudyContext,
) {
  const { module, kind, event, plannedOn: from } = retake;
  const toRepeat = findFailed(state, { of: retake.of, on }, edition, context);
  if (isRefusal(toRepeat)) return toRepeat;
  const late = refuseUnlessOnThatDay(state, { plannedOn, on: retake.on }, toRepeat, edition);
  if (late !== null) return late;
  const refs = refsWithModule(state, placeOn(state, on).group ?? '', module);
  const about = { ...enrollmentIdsOf(state), module, kind, retake: event };
  const data = { ...about, from, plannedOn, edition: edition.edition };
  return retakeMoved.draft({ occurredOn: on, refs, data });
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
  const refs = refsWithModule(state, placeOn(state, on).group ?? '', module);
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
  const debts = debtsOwedOn(state, debtRules(context), on).map(({ debt }) => debt);
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

/** A failed result that a retake repeats, with its limit and the attempts used up. */
interface ToRepeat {
  readonly failed: ResultState;
  readonly limit: RetakeLimit;
  readonly used: number;
}

/**
 * Finds the failed result that a retake repeats, by any result of its failure: a failed retake is
 * no new start. Refuses `result-unknown`, `result-annulled`, `nothing-owed`, `debt-not-open` and
 * `no-retakes-of-kind`.
 */
function findFailed(
  state: EnrollmentState,
  { of, on }: { readonly of: string; readonly on: string },
  edition: Edition,
  context: StudyContext,
): ToRepeat | Refusal {
  const result = findResult(state, of);
  if (isRefusal(result)) return result;
  const { annulledOn, module, kind } = result;
  if (annulledOn !== null) return resultAnnulled({ result: result.event, annulledOn });
  const rules = debtRules(context);
  const failure = failureWith(state, result, excusedBy(rules));
  if (failure === null) {
    return nothingOwed({ module, kind, result: countsAsPass(result) ? result.event : null });
  }
  const { failed, attempts, passed } = failure;
  if (passed !== null) return nothingOwed({ module, kind, result: passed.event });
  const limit = limitOf(edition.retakes, kind, context.programme.programmeType);
  if (limit === null) return noRetakesFor(kind, edition);
  if (!limit.debt) return { failed, limit, used: attempts.length };
  const debt = debtsOf(debtFacts(state), rules, null, on).find((one) => one.debt === failed.event);
  if (debt === undefined) return notPlanned({ module, kind, result: failed.event });
  const { status } = debt;
  const usedUp = limit.attemptsMax !== null && attempts.length >= limit.attemptsMax;
  if (status !== 'open' && !usedUp) return debtNotOpen({ debt: debt.debt, status });
  return { failed, limit, used: attempts.length };
}

function refuseUnlessOnThatDay(
  state: EnrollmentState,
  { plannedOn, on }: { readonly plannedOn: string; readonly on: string },
  { failed, limit }: ToRepeat,
  { retakes }: Edition,
): Refusal | null {
  if (on < failed.on) return actOutOfOrder({ on, after: failed.on });
  if (plannedOn < on) return retakeTooEarly({ plannedOn, after: on });
  const deadline = lastRetakeDay(debtFacts(state), {
    subject: resultSubjectKey(failed.countsFor),
    on: failed.on,
    limit,
    excludedReasons: retakes.excludedReasons,
    asOf: plannedOn,
  });
  if (deadline === null || plannedOn <= deadline) return null;
  return retakeAfterTerm({ plannedOn, deadline });
}

function refuseIfUsedUp(
  of: string,
  used: number,
  { attemptsMax: max }: RetakeLimit,
): Refusal | null {
  return max !== null && used >= max ? retakesUsedUp({ of, used, max, granted: null }) : null;
}

function noRetakesFor(kind: string, { retakes }: Edition): Refusal {
  return noRetakesOfKind({ kind, kinds: retakes.limits.flatMap((one) => one.kinds) });
}

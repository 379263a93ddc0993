import type * as z from 'zod';
import type { DraftEvent } from '../../../kernel/event.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { aboutDebt, debtRefs, isExcused } from '../debt/decide-debt.ts';
import { grantedRetake } from '../debt/decide-retake.ts';
import { noRetakesOfKind, retakeOfOther, retakeOtherDay } from '../debt/refusals.ts';
import type { resultShape } from '../facts/assessment-events.ts';
import { debtSettled } from '../facts/debt-events.ts';
import type { RetakeLimit } from '../facts/debt-questions.ts';
import { limitOf } from '../facts/debt-questions.ts';
import type { RetakeState, RetakeTaken } from '../facts/debt-state.ts';
import { debtStatus } from '../facts/debt-state.ts';
import { editionFor, refuseUnlessOpen } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';

/* A result that names a granted retake takes it; a passing one settles the debt. D9. */

type ResultGiven = z.infer<typeof resultShape>;

/** The fields of `record-assessment` that name a retake and its subject. */
export interface RetakeAsked {
  readonly enrollment: string;
  readonly retake?: string | undefined;
  readonly module?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly on: string;
}

/** A granted retake, with the rules of its kind and its subject. */
export interface RetakeFound {
  readonly granted: RetakeState;
  readonly limit: RetakeLimit;
  readonly subject: { readonly module: string | null; readonly kind: string };
}

/**
 * The granted retake that a result takes; null: it names none. Refuses as `grantedRetake` does, and
 * `retake-other-day`, `retake-of-other`, `no-retakes-of-kind`. D9.
 */
export function findRetake(
  state: EnrollmentState,
  input: RetakeAsked,
  context: EnrollmentContext,
): RetakeFound | null | Refusal {
  const { enrollment, retake, on } = input;
  if (retake === undefined) return null;
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  const granted = grantedRetake(state, { enrollment, retake });
  if (isRefusal(granted)) return granted;
  const { module, kind, plannedOn } = granted;
  if (on !== plannedOn) return retakeOtherDay({ on, plannedOn });
  if (input.module !== undefined && input.module !== module) {
    const given = input.module ?? '—';
    return retakeOfOther({ field: 'module', given, granted: module ?? '—' });
  }
  if (input.kind !== undefined && input.kind !== kind) {
    return retakeOfOther({ field: 'kind', given: input.kind, granted: kind });
  }
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const limit = limitOf(edition.retakes, kind);
  if (limit === null) {
    return noRetakesOfKind({ kind, kinds: edition.retakes.limits.flatMap((one) => one.kinds) });
  }
  return { granted, limit, subject: { module, kind } };
}

/** What the event says of the retake. An excused absence, or `not-assessed`, uses up no attempt. */
export function retakeTakenOf(
  { event: granted, of, attempt }: RetakeState,
  result: ResultGiven,
  edition: Edition,
): RetakeTaken {
  const missed = result.outcome === 'absent' && !isExcused(edition, result.reason);
  const counts = result.outcome === 'mark' || missed;
  return { granted, of, attempt, counts };
}

/** The events by which a passed retake settles its debt, for the same append; else none. */
export function settlementOf(
  state: EnrollmentState,
  {
    on,
    result,
    taken,
  }: {
    readonly on: string;
    readonly result: ResultGiven;
    readonly taken: RetakeTaken | null;
  },
  event: string,
  edition: Edition,
): readonly DraftEvent[] {
  const debt = taken === null ? undefined : state.debts.get(taken.of);
  const passed = result.outcome === 'mark' && result.mark.passes;
  if (debt === undefined || !passed) return [];
  // A retake taken in time settles the debt even where it is recorded after the debt expired.
  const status = debtStatus(state, debt);
  if (status !== 'open' && status !== 'expired') return [];
  const data = { ...aboutDebt(state, debt), result: event, edition: edition.edition };
  return [debtSettled.draft({ occurredOn: on, refs: debtRefs(state, debt), data })];
}

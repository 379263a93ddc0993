import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { grantedRetake } from '../debt/decide-retake.ts';
import {
  noRetakesOfKind,
  retakeNeedsCommission,
  retakeNotOwed,
  retakeOfOther,
  retakeOtherDay,
  retakeUnknown,
  retakesUsedUp,
} from '../debt/refusals.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { resultSubjectKey } from '../facts/counting-questions.ts';
import { debtRules } from '../facts/debt-questions.ts';
import type { RetakeState, RetakeTaken } from '../facts/debt-state.ts';
import { editionFor, refuseUnlessOpen } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { RetakeLimit } from '../facts/term-questions.ts';
import { isExcusedIn, limitOf } from '../facts/term-questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { ResultGiven } from './decide-assessed.ts';
import { openFailure } from './decide-counting.ts';

/* A result that names a granted retake takes it; a passing one settles the debt. D9. */

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
  /** The failed result that it repeats, whose subject it counts for. */
  readonly failed: ResultState;
  readonly subject: { readonly module: string | null; readonly kind: string };
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** The day for which it was granted was another: it is moved by the same append. */
  readonly moved: boolean;
}

/**
 * The granted retake that a result takes; null: it names none. Held later than planned it is moved.
 * Refuses as `grantedRetake` does, and `retake-other-day` where it would be held before that,
 * `retake-of-other`, `retake-not-owed` where what it repeats is failed no more (annulled,
 * corrected, excused), `no-retakes-of-kind`, and as `refuseUnlessAttemptLeft` does. D9, RK 1.2.
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
  if (on < plannedOn) return retakeOtherDay({ on, plannedOn });
  const failed = state.results.get(granted.of);
  if (failed === undefined) return retakeUnknown({ retake, enrollment });
  if (input.module !== undefined && input.module !== module) {
    const given = input.module ?? '—';
    return retakeOfOther({ field: 'module', given, granted: module ?? '—' });
  }
  if (input.kind !== undefined && input.kind !== kind) {
    return retakeOfOther({ field: 'kind', given: input.kind, granted: kind });
  }
  const rules = debtRules(context);
  const open = openFailure(state, resultSubjectKey(failed.countsFor), rules, on);
  if (open === null) return retakeNotOwed({ retake, of: failed.event });
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const limit = limitOf(edition.retakes, kind, context.programme.programmeType);
  if (limit === null) {
    return noRetakesOfKind({ kind, kinds: edition.retakes.limits.flatMap((one) => one.kinds) });
  }
  const used = open.attempts.length;
  const over = refuseUnlessAttemptLeft(granted, used, limit);
  if (over !== null) return over;
  const subject = { module, kind };
  return { granted, limit, failed, subject, attempt: used + 1, moved: on !== plannedOn };
}

/**
 * Refuses `retakes-used-up` and `retake-needs-commission` by the attempts as they are known now: an
 * absence that is excused no more has used one up since the retake was granted. A commission is
 * named where a retake is granted, so such a one is withdrawn and granted anew. 273-FZ art. 58
 * parts 5 and 6.
 */
function refuseUnlessAttemptLeft(
  { event: granted, of, commission }: RetakeState,
  used: number,
  { attemptsMax: max, commissionFromAttempt: from }: RetakeLimit,
): Refusal | null {
  if (max !== null && used >= max) return retakesUsedUp({ of, used, max, granted });
  if (from === null || used + 1 < from || commission !== null) return null;
  return retakeNeedsCommission({ attempt: used + 1, from, granted });
}

/** What the event says of the retake. An excused absence, or `not-assessed`, uses up no attempt. */
export function retakeTakenOf(
  { granted: { event: granted, of }, attempt }: RetakeFound,
  result: ResultGiven,
  edition: Edition,
): RetakeTaken {
  const missed = result.outcome === 'absent' && !isExcusedIn(edition.lessons, result.reason);
  const counts = result.outcome === 'mark' || missed;
  return { granted, of, attempt, counts };
}

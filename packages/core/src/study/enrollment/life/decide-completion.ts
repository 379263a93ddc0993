import type * as z from 'zod';
import { isOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { debtsOpen } from '../debt/refusals.ts';
import { missingResults } from '../facts/completion-questions.ts';
import { debtRules, debtsOwedOn } from '../facts/debt-questions.ts';
import { completed, discharged } from '../facts/life-events.ts';
import { refsOf } from '../facts/life-questions.ts';
import { editionFor, placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { completeStudy, dischargeLearner } from './commands.ts';
import type { EnrollmentContext } from './context.ts';
import { editionOfLifeAct, decideLifeAct, enrollmentIdsOf } from './decide-life.ts';
import { notPossibleNow, resultsMissing } from './refusals.ts';

/**
 * Decides `complete-study`. Refuses `results-missing`, `debts-open`, `not-possible-now`, `results-outside`, and
 * as `editionOfLifeAct` does. D4, R2 §1.5.
 */
export function decideComplete(
  state: EnrollmentState,
  input: z.output<typeof completeStudy.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on, honours } = input;
  const edition = editionOfLifeAct(state, { act: 'complete', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const { status, since, group } = placeOn(state, on);
  if (status !== 'studying' || group === null) {
    return notPossibleNow({ act: 'complete', on, status, since });
  }
  const missing = missingResults(state, edition, context.programme);
  if (missing.length > 0) return resultsMissing({ enrollment, missing });
  if (edition.retakes.completionNeedsNoDebts) {
    const debts = debtsOwedOn(state, debtRules(context), on).map(({ debt }) => debt);
    if (debts.length > 0) return debtsOpen({ enrollment, debts });
  }
  const data = { ...enrollmentIdsOf(state), group, honours, edition: edition.edition };
  return decideLifeAct(
    state,
    { act: 'complete', enrollment, on, phase: 'ended', group },
    completed.draft({ occurredOn: on, refs: refsOf(state, group), data }),
  );
}

/**
 * Decides `discharge-learner`. Refuses `not-in-regulation`, `not-possible-now`, `results-outside`,
 * and as `editionOfLifeAct` does. D4.
 */
export function decideDischarge(
  state: EnrollmentState,
  input: z.output<typeof dischargeLearner.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on, reason } = input;
  const edition = editionOfLifeAct(state, { act: 'discharge', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const reasons = edition.enrollment.dischargeReasons.map((one) => one.id);
  if (!reasons.includes(reason)) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons });
  }
  const { status, since, group } = placeOn(state, on);
  if (status === 'ended' || group === null) {
    return notPossibleNow({ act: 'discharge', on, status, since });
  }
  const data = { ...enrollmentIdsOf(state), group, reason, edition: edition.edition };
  return decideLifeAct(
    state,
    { act: 'discharge', enrollment, on, phase: 'ended', group },
    discharged.draft({ occurredOn: on, refs: refsOf(state, group), data }),
  );
}

/**
 * Refuses `results-missing` where the enrollment is completed and this result, once annulled or
 * corrected to a failing mark, would be missing, unless the act rests on an order. Our default, D4.
 */
export function refuseIfUndoesCompletion(
  state: EnrollmentState,
  event: string,
  context: EnrollmentContext,
  ground: Ground | null,
): Refusal | null {
  const last = state.lifeFacts.at(-1);
  if (last?.type !== 'Completed' || isOrder(ground)) return null;
  const edition = editionFor(context, last.on);
  if (isRefusal(edition)) return edition;
  const before = missingResults(state, edition, context.programme);
  const missing = missingResults(state, edition, context.programme, event);
  if (missing.length <= before.length) return null;
  return resultsMissing({ enrollment: state.id ?? '', missing });
}

type By = Pick<ReceivedCommand, 'sender'>;

import { isOrderOrCourt } from '../../../acting/order.ts';
import { draftedEvent } from '../../../entry/fold.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { DraftEvent, Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { MissingResult } from '../facts/completion-questions.ts';
import { missingResults } from '../facts/completion-questions.ts';
import { debtRules, debtsOwedOn } from '../facts/debt-questions.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentEvent, EnrollmentState } from '../facts/state.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { EnrollmentContext } from './context.ts';
import { completionUndone } from './refusals.ts';

/*
 * Whether a completion stays true: what is recorded late, corrected or annulled after it must not
 * leave it without a result that it asked for. Our default, D4; completion and debts agree, RK 1.2.
 */

/**
 * A decision about results that refuses `completion-undone` where its events would leave a
 * completed enrollment with a mandatory result missing, or with a debt, unless the command rests on
 * an order or a decision of a court.
 */
export function keepingCompletion<Input, Context extends EnrollmentContext>(
  decide: Decide<Input, Context>,
): Decide<Input, Context> {
  return (state, input, context, command) => {
    const drafts = decide(state, input, context, command);
    if (isRefusal(drafts)) return drafts;
    return refuseIfUndone(state, drafts, context, command.sender.ground) ?? drafts;
  };
}

type Decide<Input, Context> = (
  state: EnrollmentState,
  input: Input,
  context: Context,
  command: ReceivedCommand,
) => Decision;

function refuseIfUndone(
  state: EnrollmentState,
  drafts: readonly DraftEvent[],
  context: EnrollmentContext,
  ground: Ground | null,
): Refusal | null {
  const last = state.lifeFacts.at(-1);
  if (last?.type !== 'Completed' || isOrderOrCourt(ground)) return null;
  const edition = editionFor(context, last.on);
  if (isRefusal(edition)) return edition;
  const after = structuredClone(state);
  for (const [at, draft] of drafts.entries()) {
    enrollmentFold.evolve(after, draftedEvent<EnrollmentEvent>(draft, at));
  }
  const before = new Set(lackedBy(state, edition, context, last.on).map((one) => keyOf(one)));
  const missing = lackedBy(after, edition, context, last.on).filter(
    (one) => !before.has(keyOf(one)),
  );
  return missing.length === 0 ? null : completionUndone({ completedOn: last.on, missing });
}

/** What completion on a day would lack: mandatory results, and what is owed where that matters. */
function lackedBy(
  state: EnrollmentState,
  edition: Edition,
  context: EnrollmentContext,
  on: string,
): readonly MissingResult[] {
  const missing = missingResults(state, edition, context.programme);
  if (!edition.retakes.completionNeedsNoDebts) return missing;
  return [
    ...missing,
    ...debtsOwedOn(state, debtRules(context), on).map(({ countsFor }) => countsFor),
  ];
}

const keyOf = ({ module, kind }: MissingResult): string => `${module ?? ''}/${kind}`;

import type * as z from 'zod';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { missingResults } from '../facts/completion-questions.ts';
import { debtRules, debtsOwedOn } from '../facts/debt-questions.ts';
import { completed } from '../facts/life-events.ts';
import { refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { debtsOpen } from '../facts/unknown.ts';
import type { completeStudy } from './commands.ts';
import type { EnrollmentContext } from './context.ts';
import { decideSteps, editionOfLifeAct, enrollmentIdsOf, stateUntil } from './decide-life.ts';
import type { LifeDraft } from './decide-moved.ts';
import { notPossibleNow, resultsMissing } from './refusals.ts';

/**
 * Decides `complete-study`. Refuses as `draftComplete`, `editionOfLifeAct` and `decideSteps` do.
 * D4, R2 §1.5.
 */
export function decideComplete(
  state: EnrollmentState,
  input: CompleteInput,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'complete', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftComplete(stateUntil(state, on), input, context, edition);
  return decideSteps(state, act, draft, context, by);
}

/** The ordinary rule of completing. Refuses `results-missing`, `not-possible-now`. */
export function draftComplete(
  before: EnrollmentState,
  { on, honours }: { readonly on: string; readonly honours: string | null },
  context: Pick<EnrollmentContext, 'programme' | 'regulation'>,
  edition: Edition,
): readonly [LifeDraft] | Refusal {
  const { status, since, group } = placeOn(before, on);
  if (status !== 'studying') {
    return notPossibleNow({ act: 'complete', on, status, since });
  }
  const missing = missingResults(before, edition, context.programme);
  if (missing.length > 0) return resultsMissing({ enrollment: before.id ?? '', missing });
  if (edition.retakes.completionNeedsNoDebts) {
    const debts = debtsOwedOn(before, debtRules(context), on).map(({ debt }) => debt);
    if (debts.length > 0) return debtsOpen({ enrollment: before.id ?? '', debts });
  }
  const data = { ...enrollmentIdsOf(before), group, honours, edition: edition.edition };
  return [completed.draft({ occurredOn: on, refs: refsOf(before, group), data })];
}

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

type CompleteInput = z.output<typeof completeStudy.schema>;

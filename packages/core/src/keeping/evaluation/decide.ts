import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { annulIndicatorEntry, enterIndicator } from './commands.ts';
import type { EvaluationContext } from './context.ts';
import { indicatorEntered, indicatorEntryAnnulled } from './facts/events.ts';
import type { EvaluationState } from './facts/state.ts';
import { annexNotReported } from './refusals.ts';

/**
 * Decides `enter-indicator`: the annex must be that of the organisation's kind or, where its
 * passport says none, the one that the regulation names. Refuses `annex-not-reported`. P10.
 */
export function decideEnterIndicator(
  _state: EvaluationState,
  input: z.output<typeof enterIndicator.schema>,
  { edition, on: occurredOn, reported }: EvaluationContext,
): Decision {
  const { year, annex, indicator, value, sharePercent, source } = input;
  if (reported.annex !== annex) {
    return annexNotReported({ annex, reported: reported.annex, kind: reported.kind });
  }
  const fact = { year, annex, indicator, value, sharePercent, source };
  const data = { ...fact, edition: edition.edition };
  return [indicatorEntered.draft({ occurredOn, refs: {}, data })];
}

/**
 * Decides `annul-indicator-entry`: the value entered before it counts again. Refuses as
 * `findPutRight` does. P10, RK 1.8.
 */
export function decideAnnulIndicatorEntry(
  state: EvaluationState,
  input: z.output<typeof annulIndicatorEntry.schema>,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const of = `evaluation-${input.year}`;
  const asked = { act: 'annul-indicator-entry', of, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { year, annex, indicator } = found.entry.event.data;
  const about = { year, annex, indicator };
  const data = { ...about, ...annulmentData(found, context, null), reason: input.reason ?? null };
  return [indicatorEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

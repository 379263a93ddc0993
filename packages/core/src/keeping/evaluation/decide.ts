import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { enterIndicator } from './commands.ts';
import { indicatorEntered } from './facts/events.ts';
import type { EvaluationState } from './facts/state.ts';
import { annexNotReported } from './refusals.ts';

/**
 * Decides `enter-indicator`: the annex must be the one that the regulation names. Refuses
 * `annex-not-reported`. P10.
 */
export function decideEnterIndicator(
  _state: EvaluationState,
  input: z.output<typeof enterIndicator.schema>,
  { edition, on: occurredOn }: ActDay,
): Decision {
  const { year, annex, indicator, value, sharePercent, source } = input;
  const reported = edition.general.annex;
  if (reported !== annex) return annexNotReported({ annex, reported });
  const fact = { year, annex, indicator, value, sharePercent, source };
  const data = { ...fact, edition: edition.edition };
  return [indicatorEntered.draft({ occurredOn, refs: {}, data })];
}

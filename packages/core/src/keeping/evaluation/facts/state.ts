import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { evaluationEvents } from './events.ts';

/*
 * Stream: `<org>.evaluation-<year>`. Values of the self-evaluation report that come from outside
 * the record of learning. P10, order 462 of 14.06.2013, order 1324 of 10.12.2013.
 */

/** Any event in the stream of a year's self-evaluation. */
export type EvaluationEvent = EventOf<(typeof evaluationEvents)[number]>;

/** The latest value of each indicator. */
export interface EvaluationState {
  /** By number of the indicator; `eventId` is the event that entered the value. */
  readonly indicators: Map<string, { readonly value: string; readonly eventId: string }>;
}

/** Folds the events of a year's self-evaluation into its state. */
export const evaluationFold: Fold<EvaluationState, EvaluationEvent> = {
  kind: 'evaluation',
  initial: () => ({ indicators: new Map() }),
  evolve: (state, event) => {
    const { indicator, value } = event.data;
    state.indicators.set(indicator, { value, eventId: event.id });
  },
};

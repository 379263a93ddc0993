import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { indicatorEntered, indicatorEntryAnnulled } from './events.ts';

/*
 * Stream: `<org>.evaluation-<year>`. Values of the self-evaluation report that come from outside
 * the record of learning. P10, order 462 of 14.06.2013, order 1324 of 10.12.2013.
 */

/** The value of an indicator: an entry, which may be annulled. */
export type IndicatorEntry = EventOf<typeof indicatorEntered>;

type IndicatorAnnulment = EventOf<typeof indicatorEntryAnnulled>;

/** Any event in the stream of a year's self-evaluation. */
export type EvaluationEvent = IndicatorEntry | IndicatorAnnulment;

/** The value of an indicator that counts. */
export interface IndicatorValue {
  readonly value: string;
  /** The event that entered it. */
  readonly eventId: string;
  readonly revision: number;
}

/** The value of each indicator that was entered last. */
export interface IndicatorValues {
  /** By number of the indicator. */
  readonly indicators: Map<string, IndicatorValue>;
}

/** A year's self-evaluation. */
export type EvaluationState = IndicatorValues & WithEntries<IndicatorEntry>;

const indicatorValues: EntryFold<IndicatorValues, IndicatorEntry> = {
  kind: 'evaluation',
  initial: () => ({ indicators: new Map() }),
  evolve: ({ indicators }, { id: eventId, revision, data: { indicator, value } }) => {
    const held = indicators.get(indicator);
    // The value entered last counts, on whatever day it was entered.
    if (held !== undefined && held.revision > revision) return;
    indicators.set(indicator, { value, eventId, revision });
  },
};

/** Folds the events of a year's self-evaluation into its state. */
export const evaluationFold: Fold<EvaluationState, EvaluationEvent> = foldEntries<
  IndicatorValues,
  IndicatorEntry,
  IndicatorAnnulment
>(indicatorValues, { type: 'IndicatorEntryAnnulled' });

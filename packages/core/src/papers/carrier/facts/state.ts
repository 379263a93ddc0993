import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { carrierEvents } from './events.ts';

/*
 * Stream: `<org>.carrier-<id>`, or `<org>.carrier-<id>.<group>` for one group. Whether an optional
 * carrier of the record (an analytical note, an album, a control book) is kept. Mandatory carriers
 * have no such stream: the regulation says that they are kept.
 */

/** Any event in the stream of a carrier of the record. */
export type CarrierEvent = EventOf<(typeof carrierEvents)[number]>;

/** What the events of a carrier of the record amount to. */
export interface CarrierState {
  /** Decisions in order, each with its first day. */
  readonly decisions: { readonly on: string; readonly kept: boolean }[];
}

/** Folds the events of a carrier of the record into its state. */
export const carrierFold: Fold<CarrierState, CarrierEvent> = {
  kind: 'carrier',
  initial: () => ({ decisions: [] }),
  evolve: (state, event) => {
    state.decisions.push({ on: event.occurredOn, kept: event.data.kept });
  },
};

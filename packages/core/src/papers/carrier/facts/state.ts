import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { carrierDecided, carrierEntryAnnulled, carrierEvents } from './events.ts';

/*
 * Stream: `<org>.carrier-<id>`, or `<org>.carrier-<id>.<group>` for one group. Whether an optional
 * carrier of the record (an analytical note, an album, a control book) is kept. Mandatory carriers
 * have no such stream: the regulation says that they are kept.
 */

/** Any event in the stream of a carrier of the record. */
export type CarrierEvent = EventOf<(typeof carrierEvents)[number]>;

/** A decision: an entry of the stream, which may be annulled. */
export type CarrierEntry = EventOf<typeof carrierDecided>;

/** What the decisions on a carrier that count amount to. */
export interface CarrierFacts {
  /** Decisions in the order of their days, each with its first day. */
  readonly decisions: { readonly on: string; readonly kept: boolean }[];
}

/** A carrier of the record, as of the events folded so far. */
export type CarrierState = CarrierFacts & WithEntries<CarrierEntry>;

/** How the decisions that count, in the order of their days, make the state. */
export const carrierFacts: EntryFold<CarrierFacts, CarrierEntry> = {
  kind: 'carrier',
  initial: () => ({ decisions: [] }),
  evolve: (state, event) => {
    state.decisions.push({ on: event.occurredOn, kept: event.data.kept });
  },
};

/** Folds the events of a carrier of the record into its state. */
export const carrierFold: Fold<CarrierState, CarrierEvent> = foldEntries<
  CarrierFacts,
  CarrierEntry,
  EventOf<typeof carrierEntryAnnulled>
>(carrierFacts, { type: 'CarrierEntryAnnulled' });

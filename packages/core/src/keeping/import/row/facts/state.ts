import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { rowsEvents } from './events.ts';

/*
 * Stream: `<org>.rows-<import>`. The rows of an import that have keys of their own: what was read
 * of them, what they became, and those that a person must decide on. D22, RK 1.14.
 */

/** Any event in the stream of an import's rows. */
export type RowEvent = EventOf<(typeof rowsEvents)[number]>;

/** A row that was set aside. */
export interface RowAside {
  /** The learners whom it names. */
  readonly learners: readonly string[];
  /** How it was settled; null: a person must still decide. */
  settled: EventOf<(typeof rowsEvents)[3]>['data']['how'] | null;
}

/** What the events of an import's rows amount to. */
export interface RowsState {
  /** Revision of the last event; −1 before the first. */
  last: number;
  /** By event id, in the order in which they were set aside. */
  readonly asides: Map<string, RowAside>;
}

/** Folds the events of an import's rows into their state. */
export const rowsFold: Fold<RowsState, RowEvent> = {
  kind: 'rows',
  initial: () => ({ last: -1, asides: new Map() }),
  evolve: (state, event) => {
    state.last = event.revision;
    if (event.type === 'RowSetAside') {
      state.asides.set(event.id, { learners: event.refs.learner ?? [], settled: null });
      return;
    }
    if (event.type !== 'RowSettled') return;
    const aside = state.asides.get(event.data.aside);
    if (aside !== undefined) aside.settled = event.data.how;
  },
};

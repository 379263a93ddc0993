import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { bankEvents } from '../../facts/events.ts';

/*
 * Stream: `<org>.bank-<bank>`. A bank of achievements (of learners, of collectives, of the
 * institution) and the periods for which it was replenished. R3 §3.5, D12.
 */

/** Any event in the stream of a bank of achievements. */
export type BankEvent = EventOf<(typeof bankEvents)[number]>;

/** What came of one period. */
export interface Replenishment {
  /** The day by which it was to be done. */
  readonly due: string;
  /** The day on which it was done. */
  readonly on: string;
}

/** What the events of a bank of achievements amount to. */
export interface BankState {
  readonly done: Replenishment[];
}

/** Folds the events of a bank of achievements into its state. */
export const bankFold: Fold<BankState, BankEvent> = {
  kind: 'bank',
  initial: () => ({ done: [] }),
  evolve: (state, event) => {
    state.done.push({ due: event.data.due, on: event.occurredOn });
  },
};

import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { bankEvents } from '../../facts/events.ts';

/*
 * Stream: `<org>.bank-<bank>`. A bank of achievements (of learners, of groups or of the
 * institution) and the periods for which it was replenished. R3 §3.5, D12.
 */

/** Any event in the stream of a bank of achievements. */
export type BankEvent = EventOf<(typeof bankEvents)[number]>;

/** A replenishment of the bank for one period. */
export interface Replenishment {
  /** Last day of the period, by which the bank was to be replenished. */
  readonly due: string;
  /** Day on which it was replenished. */
  readonly on: string;
}

/** What the events of a bank of achievements amount to. */
export interface BankState {
  /** The replenishments, in the order of the log. */
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

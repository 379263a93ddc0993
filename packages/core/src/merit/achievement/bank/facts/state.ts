import type { EntryFold, WithEntries } from '../../../../entry/fold.ts';
import { foldEntries } from '../../../../entry/fold.ts';
import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { bankReplenished, replenishmentAnnulled } from '../../facts/events.ts';

/*
 * Stream: `<org>.bank-<bank>`. A bank of achievements (of learners, of groups or of the
 * institution) and the periods for which it was replenished. R3 §3.5, D12.
 */

/** The entry of a bank's stream. */
export type BankEntry = EventOf<typeof bankReplenished>;

type BankAnnulment = EventOf<typeof replenishmentAnnulled>;

/** Any event in the stream of a bank of achievements. */
export type BankEvent = BankEntry | BankAnnulment;

/** A replenishment of the bank for one period. */
export interface Replenishment {
  /** Last day of the period, by which the bank was to be replenished. */
  readonly due: string;
  /** Day on which it was replenished. */
  readonly on: string;
}

/** What the entries of a bank of achievements that count amount to. */
export interface BankFacts {
  /** The replenishments, in the order of their days. */
  readonly done: Replenishment[];
}

/** A bank of achievements, as of the events folded so far. */
export type BankState = BankFacts & WithEntries<BankEntry>;

const bankFacts: EntryFold<BankFacts, BankEntry> = {
  kind: 'bank',
  initial: () => ({ done: [] }),
  evolve: (state, event) => {
    state.done.push({ due: event.data.due, on: event.occurredOn });
  },
};

/** Folds the events of a bank of achievements into its state. */
export const bankFold: Fold<BankState, BankEvent> = foldEntries<
  BankFacts,
  BankEntry,
  BankAnnulment
>(bankFacts, { type: 'ReplenishmentAnnulled' });

import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { loanEvents } from './events.ts';

/*
 * Stream: `<org>.loan-<kind>.<key of the record>`. The loans of one record, one after the other: it
 * is never lent twice at once. D18.
 */

/** Any event in the stream of a record's loans. */
export type LoanEvent = EventOf<(typeof loanEvents)[number]>;

/** One loan of the record. */
export interface Loan {
  readonly on: string;
  readonly until: string;
  readonly borrower: string;
  readonly unit: string;
  returnedOn: string | null;
}

/** What the events of a record's loans amount to. */
export interface LoanState {
  /** In the order of their days. */
  readonly loans: Loan[];
}

/** Folds the events of a record's loans into its state. */
export const loanFold: Fold<LoanState, LoanEvent> = {
  kind: 'loan',
  initial: () => ({ loans: [] }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'RecordLent') {
      const { until, borrower, unit } = event.data;
      state.loans.push({ on, until, borrower, unit, returnedOn: null });
      return;
    }
    const last = state.loans.at(-1);
    if (last !== undefined) last.returnedOn = on;
  },
};

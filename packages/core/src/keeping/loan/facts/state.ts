import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { loanEntryAnnulled, loanEvents } from './events.ts';

/*
 * Stream: `<org>.loan-<kind>.<key of the record>`. The loans of one record, one after the other: it
 * is never lent twice at once. D18.
 */

/** Any event in the stream of a record's loans. */
export type LoanEvent = EventOf<(typeof loanEvents)[number]>;

type LoanAnnulment = EventOf<typeof loanEntryAnnulled>;

/** A loan or a return: an entry of the stream, which may be annulled. */
export type LoanEntry = Exclude<LoanEvent, LoanAnnulment>;

/** One loan of the record. */
export interface Loan {
  readonly on: string;
  readonly until: string;
  readonly borrower: string;
  readonly unit: string;
  returnedOn: string | null;
}

/** What the entries about a record's loans that count amount to. */
export interface LoanFacts {
  /** In the order of their days. */
  readonly loans: Loan[];
}

/** The loans of a record, as of the events folded so far. */
export type LoanState = LoanFacts & WithEntries<LoanEntry>;

/** How the entries that count, in the order of their days, make the loans. */
export const loanFacts: EntryFold<LoanFacts, LoanEntry> = {
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

/** Folds the events of a record's loans into its state. */
export const loanFold: Fold<LoanState, LoanEvent> = foldEntries<
  LoanFacts,
  LoanEntry,
  LoanAnnulment
>(loanFacts, { type: 'LoanEntryAnnulled' });

/**
 * The entries that the entries before them do not carry: a loan of what is lent, a return of what
 * is not. D18.
 */
export function unfitLoans(state: LoanState): readonly LoanEntry[] {
  const before = loanFacts.initial();
  return entriesInForce(state).filter((entry) => {
    const isLent = before.loans.at(-1)?.returnedOn === null;
    loanFacts.evolve(before, entry);
    return isLent === (entry.type === 'RecordLent');
  });
}

import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { acquaintanceEntryAnnulled, acquaintanceSigned } from './events.ts';

/* Stream: `<org>.acquaintance-<sheet>`: the lines of one sheet, one a learner. R2 §1.5. */

/** A line of a sheet, which may be annulled. */
export type AcquaintanceEntry = EventOf<typeof acquaintanceSigned>;

type AcquaintanceAnnulment = EventOf<typeof acquaintanceEntryAnnulled>;

/** Any event of a sheet of acquaintance. */
export type AcquaintanceEvent = AcquaintanceEntry | AcquaintanceAnnulment;

/** What somebody was made acquainted with. */
export type AcquaintanceSubject = AcquaintanceEntry['data']['subject'];

/** What the lines that count amount to. */
export interface AcquaintanceFacts {
  /** The learners whose lines count, in the order of their days. */
  readonly learners: string[];
}

/** A sheet of acquaintance, as of the events folded so far. */
export type AcquaintanceState = AcquaintanceFacts & WithEntries<AcquaintanceEntry>;

const acquaintanceFacts: EntryFold<AcquaintanceFacts, AcquaintanceEntry> = {
  kind: 'acquaintance',
  initial: () => ({ learners: [] }),
  evolve: (state, { data: { learner } }) => {
    state.learners.push(learner);
  },
};

/** Folds the events of a sheet of acquaintance into its state. */
export const acquaintanceFold: Fold<AcquaintanceState, AcquaintanceEvent> = foldEntries<
  AcquaintanceFacts,
  AcquaintanceEntry,
  AcquaintanceAnnulment
>(acquaintanceFacts, { type: 'AcquaintanceEntryAnnulled' });

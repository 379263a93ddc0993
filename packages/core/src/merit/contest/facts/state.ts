import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { contestEntryAnnulled, contestProtocolKept } from './events.ts';

/* Stream: `<org>.contest-<id>`: the kept copy of one contest's protocol. R3 §3.4. */

/** The entry of the stream, which may be annulled. */
export type ContestEntry = EventOf<typeof contestProtocolKept>;

type ContestAnnulment = EventOf<typeof contestEntryAnnulled>;

/** Any event of a kept copy. */
export type ContestEvent = ContestEntry | ContestAnnulment;

/** A copy of a protocol as it is kept. */
export type KeptProtocol = ContestEntry['data'];

/** What the entries that count amount to. */
export interface ContestFacts {
  /** Null while nothing is kept. */
  kept: KeptProtocol | null;
}

/** The kept copy of a protocol, as of the events folded so far. */
export type ContestState = ContestFacts & WithEntries<ContestEntry>;

const contestFacts: EntryFold<ContestFacts, ContestEntry> = {
  kind: 'contest',
  initial: () => ({ kept: null }),
  evolve: (state, { data }) => {
    state.kept = data;
  },
};

/** Folds the events of a kept copy into its state. */
export const contestFold: Fold<ContestState, ContestEvent> = foldEntries<
  ContestFacts,
  ContestEntry,
  ContestAnnulment
>(contestFacts, { type: 'ContestEntryAnnulled' });

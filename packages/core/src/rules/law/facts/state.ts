import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { lawEntryAnnulled, wordingConfirmed } from './events.ts';

/* Stream: `<org>.law-main`: which wordings of acts were compared with the act. */

/** A confirmation: an entry, which may be annulled. */
export type WordingConfirmation = EventOf<typeof wordingConfirmed>;

type ConfirmationAnnulment = EventOf<typeof lawEntryAnnulled>;

/** Any event in the stream. */
export type LawEvent = WordingConfirmation | ConfirmationAnnulment;

/** The confirmations that count, oldest first. */
export interface LawFacts {
  readonly confirmed: {
    readonly item: string;
    readonly wording: string;
    readonly on: string;
    /** Event id. */
    readonly entry: string;
  }[];
}

/** The confirmations with the entries that they were made from. */
export type LawState = LawFacts & WithEntries<WordingConfirmation>;

const lawFacts: EntryFold<LawFacts, WordingConfirmation> = {
  kind: 'law',
  initial: () => ({ confirmed: [] }),
  evolve: ({ confirmed }, { id: entry, occurredOn: on, data: { item, wording } }) => {
    confirmed.push({ item, wording, on, entry });
  },
};

/** Folds the events about wordings of acts. */
export const lawFold: Fold<LawState, LawEvent> = foldEntries<
  LawFacts,
  WordingConfirmation,
  ConfirmationAnnulment
>(lawFacts, { type: 'LawEntryAnnulled' });

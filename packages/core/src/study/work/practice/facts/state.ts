import type { EntryFold, WithEntries } from '../../../../entry/fold.ts';
import { foldEntries } from '../../../../entry/fold.ts';
import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { practiceAnnulled, practiceEvaluated } from '../../facts/events.ts';

/* State of a practice or internship, folded from its stream `<org>.practice-<practice>`. D10. */

/** The entry of a practice's stream. */
export type PracticeEntry = EventOf<typeof practiceEvaluated>;

type PracticeAnnulment = EventOf<typeof practiceAnnulled>;

/** An event of a practice's stream. */
export type PracticeEvent = PracticeEntry | PracticeAnnulment;

/** What a practice's entry that counts says. */
export interface PracticeFacts {
  /** Null: not evaluated yet. */
  id: string | null;
}

/** A practice, as of the events folded so far. */
export type PracticeState = PracticeFacts & WithEntries<PracticeEntry>;

const practiceFacts: EntryFold<PracticeFacts, PracticeEntry> = {
  kind: 'practice',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.practice;
  },
};

/** Folds a practice's stream. */
export const practiceFold: Fold<PracticeState, PracticeEvent> = foldEntries<
  PracticeFacts,
  PracticeEntry,
  PracticeAnnulment
>(practiceFacts, { type: 'PracticeAnnulled' });

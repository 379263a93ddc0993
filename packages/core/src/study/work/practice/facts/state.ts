import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { practiceEvaluated } from '../../facts/events.ts';

/* State of a practice or internship, folded from its stream `<org>.practice-<practice>`. D10. */

/** The event of a practice's stream. */
export type PracticeEvent = EventOf<typeof practiceEvaluated>;

/** A practice, as of the events folded so far. */
export interface PracticeState {
  /** Null: not evaluated yet. */
  id: string | null;
}

/** Folds a practice's stream. */
export const practiceFold: Fold<PracticeState, PracticeEvent> = {
  kind: 'practice',
  initial: () => ({ id: null }),
  evolve: (state, event) => {
    state.id = event.data.practice;
  },
};

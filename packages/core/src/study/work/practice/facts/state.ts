import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { practiceEvaluated } from '../../facts/events.ts';

/* Stream: `<org>.practice-<id>`. A practice or internship and its evaluation. D10, R1 §3.5b. */

/** The event of a practice's stream. */
export type PracticeEvent = EventOf<typeof practiceEvaluated>;

/** Whether it was evaluated. */
export interface PracticeState {
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

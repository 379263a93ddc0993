import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { commendationEvents } from './events.ts';

/*
 * Stream: `<org>.commendation-<id>`. Proposed, ordered, then presented and published in any order;
 * perhaps revoked by order. D14, R1 §5.
 */

/** Any event in the stream of a commendation. */
export type CommendationEvent = EventOf<(typeof commendationEvents)[number]>;

/** What the events of a commendation amount to. */
export interface CommendationState {
  id: string | null;
  learner: string;
  enrollment: string | null;
  proposedOn: string;
  orderedOn: string | null;
  presentedOn: string | null;
  revokedOn: string | null;
  /** Places in which it was published. */
  readonly places: string[];
  /** Day of the latest event: an order or a revocation may not be dated before it. */
  lastOn: string;
}

/** Folds the events of a commendation into its state. */
export const commendationFold: Fold<CommendationState, CommendationEvent> = {
  kind: 'commendation',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: null,
    proposedOn: '',
    orderedOn: null,
    presentedOn: null,
    revokedOn: null,
    places: [],
    lastOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (on > state.lastOn) state.lastOn = on;
    switch (event.type) {
      case 'CommendationProposed': {
        const { commendation: id, learner, enrollment } = event.data;
        Object.assign(state, { id, learner, enrollment, proposedOn: on });
        return;
      }
      case 'CommendationOrdered':
        state.orderedOn = on;
        return;
      case 'CommendationPresented':
        state.presentedOn = on;
        return;
      case 'CommendationPublished':
        state.places.push(event.data.place);
        return;
      case 'CommendationRevoked':
        state.revokedOn = on;
        return;
    }
  },
};

import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { topicApproved, workDefended, workReviewed, workSubmitted } from './events.ts';

/* State of a qualification work, folded from its stream `<org>.work-<work>`. D10, R1 §3.5b. */

/** Any event of a work's stream. */
export type WorkEvent = EventOf<
  typeof topicApproved | typeof workSubmitted | typeof workReviewed | typeof workDefended
>;

/** A work, as of the events folded so far. */
export interface WorkState {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  enrollment: string;
  programme: string;
  kind: string;
  module: string | null;
  /** Person id. */
  supervisor: string;
  /** Day of the latest submission; null: not submitted. */
  submittedOn: string | null;
  /** The supervisor's latest review of the latest submission; null: none. */
  review: { readonly recommendation: string; readonly admits: boolean } | null;
  /** Event id of the result of its defence; null: not defended. */
  result: string | null;
  /** Latest day of an event; a new one may not be dated earlier. */
  lastOn: string;
}

/** Folds a work's stream. */
export const workFold: Fold<WorkState, WorkEvent> = {
  kind: 'work',
  initial: () => ({
    id: null,
    learner: '',
    enrollment: '',
    programme: '',
    kind: '',
    module: null,
    supervisor: '',
    submittedOn: null,
    review: null,
    result: null,
    lastOn: '',
  }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (on > state.lastOn) state.lastOn = on;
    switch (event.type) {
      case 'TopicApproved': {
        const { work: id, learner, enrollment, programme, kind, module, supervisor } = event.data;
        Object.assign(state, { id, learner, enrollment, programme, kind, module, supervisor });
        return;
      }
      case 'WorkSubmitted':
        // A review is about one submission: a revised work is reviewed again.
        Object.assign(state, { submittedOn: on, review: null });
        return;
      case 'WorkReviewed': {
        const { bySupervisor, recommendation, admits } = event.data;
        if (bySupervisor) state.review = { recommendation, admits };
        return;
      }
      case 'WorkDefended':
        state.result = event.data.result;
        return;
    }
  },
};

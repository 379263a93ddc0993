import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { linkEvents } from './events.ts';

/*
 * Stream: `<org>.link-<a>.<b>`, both ids in plain string order. It holds whether two learner ids
 * belong to one person, who was registered twice or came from two systems. A link can be undone,
 * because no fact is moved: each id keeps its records, and readers ask which ids belong together.
 */

/** Any event of a link. */
export type LinkEvent = EventOf<(typeof linkEvents)[number]>;

/** The history of the link between two learners. */
export interface LinkState {
  /** The two ids in plain string order; null: never linked. */
  learners: readonly [string, string] | null;
  /** Each linking and unlinking in order, with its first day. */
  readonly steps: { readonly on: string; readonly linked: boolean }[];
}

/** Folds the events of one link. */
export const linkFold: Fold<LinkState, LinkEvent> = {
  kind: 'link',
  initial: () => ({ learners: null, steps: [] }),
  evolve: (state, event) => {
    state.learners = [event.data.learner, event.data.other];
    state.steps.push({ on: event.occurredOn, linked: event.type === 'LearnersLinked' });
  },
};

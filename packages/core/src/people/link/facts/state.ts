import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { linkEvents } from './events.ts';

/*
 * Stream: `<org>.link-<a>.<b>`, both ids in plain string order. Whether two learners on record are
 * one person: somebody came twice, or two systems were joined. It is reversible, for it moves no
 * fact: each keeps its id, and who reads them together asks for the group of a day.
 */

export type LinkEvent = EventOf<(typeof linkEvents)[number]>;

export interface LinkState {
  /** The two learners in order; null: they were never linked. */
  learners: readonly [string, string] | null;
  /** Steps in order, each with its first day. */
  readonly steps: { readonly on: string; readonly linked: boolean }[];
}

export const linkFold: Fold<LinkState, LinkEvent> = {
  kind: 'link',
  initial: () => ({ learners: null, steps: [] }),
  evolve: (state, event) => {
    state.learners = [event.data.learner, event.data.other];
    state.steps.push({ on: event.occurredOn, linked: event.type === 'LearnersLinked' });
  },
};

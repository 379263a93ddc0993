import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { linkEvents } from './events.ts';
import { linkEntryAnnulled } from './events.ts';

/*
 * Stream: `<org>.link-<a>.<b>`, both ids in plain string order. It holds whether two learner ids
 * belong to one person, who was registered twice or came from two systems. A link can be undone,
 * because no fact is moved: each id keeps its records, and readers ask which ids belong together.
 */

/** Any event of a link. */
export type LinkEvent = EventOf<(typeof linkEvents)[number]>;

type LinkAnnulment = EventOf<typeof linkEntryAnnulled>;

/** An entry of a link: a linking or an unlinking. */
export type LinkEntry = Exclude<LinkEvent, LinkAnnulment>;

/** The history of the link between two learners. */
export interface LinkState {
  /** The two ids in plain string order; null: never linked. */
  learners: readonly [string, string] | null;
  /** Each linking and unlinking that counts, in the order of their days. */
  readonly steps: { readonly on: string; readonly linked: boolean }[];
}

/** The state of a link with the entries that it was made from. */
export type LinkRecord = LinkState & WithEntries<LinkEntry>;

/** How the entries of a link that count make the state. */
export const linkEntries: EntryFold<LinkState, LinkEntry> = {
  kind: 'link',
  initial: () => ({ learners: null, steps: [] }),
  evolve: (state, event) => {
    state.learners = [event.data.learner, event.data.other];
    state.steps.push({ on: event.occurredOn, linked: event.type === 'LearnersLinked' });
  },
};

/** Folds the events of one link. */
export const linkFold = foldEntries<LinkState, LinkEntry, LinkAnnulment>(
  linkEntries,
  linkEntryAnnulled,
);

/** The unlinkings that have nothing to end, in the order of their days. */
export function unfitLinkEntries(state: LinkRecord): readonly LinkEntry[] {
  const entries = entriesInForce(state);
  return entries.filter(
    ({ type }, at) => type === 'LearnersUnlinked' && entries[at - 1]?.type !== 'LearnersLinked',
  );
}

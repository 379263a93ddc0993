import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type {
  groupPortfolioEntryAnnulled,
  portfolioEntryAnnulled,
  portfolioEvents,
} from './events.ts';

/*
 * Stream: `<org>.portfolio-learner.<learner>` or `<org>.portfolio-group.<group>`. D13, R5 §4.9.
 */

/** Any event in the stream of a portfolio. */
export type PortfolioEvent = EventOf<(typeof portfolioEvents)[number]>;

type PortfolioAnnulment = EventOf<
  typeof portfolioEntryAnnulled | typeof groupPortfolioEntryAnnulled
>;

/** The adding or removal of an item: an entry of its stream, which may be annulled. */
export type PortfolioEntry = Exclude<PortfolioEvent, PortfolioAnnulment>;

/** When an item was added, and when it was removed; null while it is in the portfolio. */
export interface PortfolioItem {
  /** Event id of its adding, and its type: of a learner's item or of a group's. */
  readonly event: string;
  readonly type: 'PortfolioItemAdded' | 'GroupPortfolioItemAdded';
  readonly addedOn: string;
  removedOn: string | null;
  /** Id of the commendation that it shows, or null. */
  readonly commendation: string | null;
  /** Id of the achievement that it shows, or null. */
  readonly achievement: string | null;
}

/** What the entries of a portfolio that count amount to. */
export interface PortfolioItems {
  /** By id of the item; removed ones stay listed. */
  readonly items: Map<string, PortfolioItem>;
}

/** A portfolio, as of the events folded so far. */
export type PortfolioState = PortfolioItems & WithEntries<PortfolioEntry>;

/** How the entries of a portfolio that count, in the order of their days, make its state. */
export const portfolioItems: EntryFold<PortfolioItems, PortfolioEntry> = {
  kind: 'portfolio',
  initial: () => ({ items: new Map() }),
  evolve: (state, event) => {
    const { id, occurredOn: on } = event;
    if (event.type !== 'PortfolioItemRemoved') {
      const { type } = event;
      const { item, commendation, achievement } = event.data;
      const shows = { commendation, achievement };
      state.items.set(item, { event: id, type, addedOn: on, removedOn: null, ...shows });
      return;
    }
    const removed = state.items.get(event.data.item);
    if (removed !== undefined) removed.removedOn = on;
  },
};

/** Folds the events of a portfolio into its state. */
export const portfolioFold: Fold<PortfolioState, PortfolioEvent> = foldEntries<
  PortfolioItems,
  PortfolioEntry,
  PortfolioAnnulment
>(portfolioItems, { type: 'PortfolioEntryAnnulled' }, { type: 'GroupPortfolioEntryAnnulled' });

/** The removals of items that the portfolio does not have. */
export function unfitPortfolioEntries(state: PortfolioState): readonly PortfolioEntry[] {
  const added = new Set<string>();
  return entriesInForce(state).filter(({ type, data: { item } }) => {
    if (type === 'PortfolioItemRemoved') return !added.has(item);
    added.add(item);
    return false;
  });
}

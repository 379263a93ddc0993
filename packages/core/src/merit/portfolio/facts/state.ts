import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { portfolioEvents } from './events.ts';

/*
 * Stream: `<org>.portfolio-learner.<learner>` or `<org>.portfolio-group.<group>`. D13, R5 §4.9.
 */

/** Any event in the stream of a portfolio. */
export type PortfolioEvent = EventOf<(typeof portfolioEvents)[number]>;

/** When an item was added, and when it was removed; null while it is in the portfolio. */
export interface PortfolioItem {
  readonly addedOn: string;
  removedOn: string | null;
}

/** What the events of a portfolio amount to. */
export interface PortfolioState {
  /** By id of the item; removed ones stay listed. */
  readonly items: Map<string, PortfolioItem>;
}

/** Folds the events of a portfolio into its state. */
export const portfolioFold: Fold<PortfolioState, PortfolioEvent> = {
  kind: 'portfolio',
  initial: () => ({ items: new Map() }),
  evolve: (state, event) => {
    const { item } = event.data;
    if (event.type !== 'PortfolioItemRemoved') {
      state.items.set(item, { addedOn: event.occurredOn, removedOn: null });
      return;
    }
    const removed = state.items.get(item);
    if (removed !== undefined) removed.removedOn = event.occurredOn;
  },
};

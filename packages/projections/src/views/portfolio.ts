import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES = ['PortfolioItemAdded', 'GroupPortfolioItemAdded', 'PortfolioItemRemoved'] as const;

/** An item of a portfolio and its removal. D13. */
export interface PortfolioItem {
  readonly item: string;
  /** The `people` view has the title and place of a learner's item. */
  readonly added: Fact<'PortfolioItemAdded' | 'GroupPortfolioItemAdded'>;
  readonly removed: Fact<'PortfolioItemRemoved'> | null;
}

/** The portfolio of a learner or a group. P5, R3 §3.4, R5 §4.8-4.9. */
export interface Portfolio extends WithBasis {
  readonly kind: 'learner' | 'group';
  readonly holder: string;
  /** In the order in which they were added; a removed item stays listed. */
  readonly items: readonly PortfolioItem[];
}

/** A portfolio: its facts in log order. */
export interface PortfolioView {
  readonly key: string;
  readonly facts: Fact<(typeof TYPES)[number]>[];
}

/** Keys of the partitions. */
export const portfolioKey = {
  /** Gives the key of a learner's portfolio. */
  learner: (learner: string): string => partitionKey('learner', learner),
  /** Gives the key of a group's portfolio. */
  group: (group: string): string => partitionKey('group', group),
};

/** Portfolios (P5). Keys: `learner/<learner>` and `group/<group>`. */
export const portfolio: Projection<PortfolioView, Portfolio> = {
  name: 'portfolio',
  version: 1,
  types: TYPES,
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const items = new Map<string, PortfolioItem>();
    for (const fact of current) {
      const { item } = fact.data;
      if (fact.type !== 'PortfolioItemRemoved') {
        items.set(item, { item, added: fact, removed: null });
        continue;
      }
      const one = items.get(item);
      if (one !== undefined) items.set(item, { ...one, removed: fact });
    }
    const kind = keyPart(key, 0) === 'group' ? 'group' : 'learner';
    return { kind, holder: keyPart(key, 1), items: [...items.values()], basis: basisOf(current) };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  switch (event.type) {
    case 'PortfolioItemAdded':
      return [portfolioKey.learner(event.data.learner)];
    case 'GroupPortfolioItemAdded':
      return [portfolioKey.group(event.data.group)];
    case 'PortfolioItemRemoved': {
      const { kind, id } = event.data.holder;
      return [portfolioKey[kind](id)];
    }
    default:
      return [];
  }
}

import type { CoreEvent } from '@letopis/core';
import { countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const ENTRY_TYPES = [
  'PortfolioItemAdded',
  'GroupPortfolioItemAdded',
  'PortfolioItemRemoved',
] as const;

const ANNULLING = ['PortfolioEntryAnnulled', 'GroupPortfolioEntryAnnulled'] as const;

const TYPES = [...ENTRY_TYPES, ...ANNULLING] as const;

/** What annulled the adding of an item, or its removal. */
export type PortfolioAnnulment = Fact<(typeof ANNULLING)[number]>;

/** An item of a portfolio and its removal. D13. */
export interface PortfolioItem {
  readonly item: string;
  /** The `people` view has the title and place of a learner's item. */
  readonly added: Fact<'PortfolioItemAdded' | 'GroupPortfolioItemAdded'>;
  readonly removed: Fact<'PortfolioItemRemoved'> | null;
  /** Set where the item counts as never added. RK 1.8. */
  readonly annulled: PortfolioAnnulment | null;
}

/** The portfolio of a learner or a group. P5, R3 §3.4, R5 §4.8-4.9. */
export interface Portfolio extends WithBasis {
  readonly kind: 'learner' | 'group';
  readonly holder: string;
  /** By the days on which they were added, also removed ones; then those that were annulled. */
  readonly items: readonly PortfolioItem[];
}

type PortfolioFact = Fact<(typeof TYPES)[number]>;

/** A portfolio: its facts in log order. */
export interface PortfolioView {
  readonly key: string;
  readonly facts: PortfolioFact[];
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
  version: 2,
  types: TYPES,
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const kind = keyPart(key, 0) === 'group' ? 'group' : 'learner';
    return { kind, holder: keyPart(key, 1), items: itemsOf(current), basis: basisOf(current) };
  },
};

function itemsOf(facts: readonly PortfolioFact[]): readonly PortfolioItem[] {
  const { inForce, annulled } = countedFacts(
    facts.filter((fact) => isOneOf(fact, ENTRY_TYPES)),
    facts.filter((fact) => isOneOf(fact, ANNULLING)),
  );
  const items = new Map<string, PortfolioItem>();
  for (const fact of inForce) {
    const { item } = fact.data;
    if (fact.type !== 'PortfolioItemRemoved') {
      items.set(item, { item, added: fact, removed: null, annulled: null });
      continue;
    }
    const one = items.get(item);
    if (one !== undefined) items.set(item, { ...one, removed: fact });
  }
  const gone = annulled.flatMap(({ fact, annulment }): readonly PortfolioItem[] =>
    fact.type === 'PortfolioItemRemoved'
      ? []
      : [{ item: fact.data.item, added: fact, removed: null, annulled: annulment }],
  );
  return [...items.values(), ...gone];
}

function keysOf(event: CoreEvent): readonly string[] {
  switch (event.type) {
    case 'PortfolioItemAdded':
    case 'PortfolioEntryAnnulled':
      return [portfolioKey.learner(event.data.learner)];
    case 'GroupPortfolioItemAdded':
    case 'GroupPortfolioEntryAnnulled':
      return [portfolioKey.group(event.data.group)];
    case 'PortfolioItemRemoved': {
      const { kind, id } = event.data.holder;
      return [portfolioKey[kind](id)];
    }
    default:
      return [];
  }
}

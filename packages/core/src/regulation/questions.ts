import type { EventOf } from '../kernel/event-type.ts';
import type { FactOf } from '../kernel/event.ts';
import { editionAdopted, regulationRepealed } from './events.ts';
import type { Edition } from './rules.ts';
import type { RuleBook } from './sections.ts';
import { rulesSetEvents, sectionOf, unregulated } from './sections.ts';

/*
 * The editions of a regulation, as its facts tell them: the one place that reads these events. The
 * regulation's own state and the views both fold through it. D1.
 */

/** The events that say which editions there are and what stands in them. */
export const editionEvents = [editionAdopted, ...rulesSetEvents, regulationRepealed] as const;

/** A fact about an edition. */
export type EditionFact = FactOf<EventOf<(typeof editionEvents)[number]>>;

/** An edition as it was adopted, with the rules of every section that it has. */
export interface AdoptedEdition {
  readonly edition: number;
  /** First day in force. */
  readonly from: string;
  /** First day on which it is repealed; null: it was not, though a later one may be in force. */
  repealedFrom: string | null;
  readonly title: { readonly ru: string; readonly en: string };
  readonly rules: Partial<RuleBook>;
}

/** All editions, oldest first. Plain JSON, so that a view may hold it. */
export interface Editions {
  readonly editions: AdoptedEdition[];
}

/**
 * The editions that a list of facts makes, in the order of the log; without any there is none.
 *
 * @example
 * editionsOf([]); // => { editions: [] }
 */
export function editionsOf(facts: Iterable<EditionFact>): Editions {
  const editions: Editions = { editions: [] };
  for (const fact of facts) addEditionFact(editions, fact);
  return editions;
}

/** Adds one fact to the editions before it. It mutates them: the caller owns them. */
export function addEditionFact({ editions }: Editions, fact: EditionFact): void {
  const last = editions.at(-1);
  switch (fact.type) {
    case 'EditionAdopted': {
      const { edition, title } = fact.data;
      const from = fact.occurredOn;
      // An edition goes on from the one before: only the sections that differ are written.
      editions.push({ edition, from, repealedFrom: null, title, rules: { ...last?.rules } });
      return;
    }
    case 'RegulationRepealed':
      if (last !== undefined) last.repealedFrom = fact.occurredOn;
      return;
    default: {
      const section = sectionOf(fact.type);
      if (last === undefined || section === undefined) return;
      Object.assign(last.rules, { [section.name]: fact.data.rules });
    }
  }
}

/**
 * The edition in force on a day, or null. Amending never changes old facts: a fact is judged by the
 * edition in force on its own day (D1).
 */
export function editionOn({ editions }: Editions, on: string): Edition | null {
  const found = editions.findLast((edition) => edition.from <= on);
  if (found === undefined) return null;
  if (found.repealedFrom !== null && on >= found.repealedFrom) return null;
  return asEdition(found);
}

/** The edition of a number, whether in force or not; null: there is none. */
export function editionNumbered({ editions }: Editions, number: number): Edition | null {
  const found = editions.find(({ edition }) => edition === number);
  return found === undefined ? null : asEdition(found);
}

function asEdition({ edition, from, title, rules }: AdoptedEdition): Edition {
  return { edition, from, title, ...unregulated, ...rules };
}

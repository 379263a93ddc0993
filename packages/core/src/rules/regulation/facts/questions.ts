import type { EventOf } from '../../../kernel/event-type.ts';
import type { FactOf } from '../../../kernel/event.ts';
import type { RegulationSection, RuleBook } from '../sections/all.ts';
import { regulationSections, rulesSetEvents, sectionOf, unregulated } from '../sections/all.ts';
import {
  editionAdopted,
  regulationDayCorrected,
  regulationEntryAnnulled,
  regulationRepealed,
} from './events.ts';
import type { Edition } from './state.ts';

/*
 * The editions of a regulation, folded from its events. The regulation's state and the views both
 * use these functions, so that the events are interpreted in one place. D1.
 */

/** The event types that make up the editions: adoption, rules, repeal, and what puts them right. */
export const editionEvents = [
  editionAdopted,
  ...rulesSetEvents,
  regulationRepealed,
  regulationEntryAnnulled,
  regulationDayCorrected,
] as const;

/** An event about an edition, with its day. */
export type EditionFact = FactOf<EventOf<(typeof editionEvents)[number]>>;

/** An edition as it was adopted, with the rules of every section that it has. */
export interface AdoptedEdition {
  readonly edition: number;
  /** First day in force, as last corrected. */
  from: string;
  /** Whether it was annulled: it is in force on no day, and its number is not given again. */
  annulled: boolean;
  /** First day on which it is repealed; null: not repealed (a later edition may be in force). */
  repealedFrom: string | null;
  readonly title: { readonly ru: string; readonly en: string };
  /** The rules by section; an edition that is older than a section lacks it. */
  readonly rules: Partial<RuleBook>;
}

/** All editions, oldest first, annulled ones too. It is plain JSON, so that a view may store it. */
export interface Editions {
  readonly editions: AdoptedEdition[];
}

/**
 * Folds events, given in the order of the log, into editions.
 *
 * @example
 * editionsOf([]); // => { editions: [] }
 */
export function editionsOf(facts: Iterable<EditionFact>): Editions {
  const editions: Editions = { editions: [] };
  for (const fact of facts) addEditionFact(editions, fact);
  return editions;
}

/** Applies one event to the editions before it. It changes the given object. */
export function addEditionFact({ editions }: Editions, fact: EditionFact): void {
  const last = editions.findLast(({ annulled }) => !annulled);
  switch (fact.type) {
    case 'EditionAdopted': {
      const { edition, title } = fact.data;
      const from = fact.occurredOn;
      // An edition starts from the one before: only the sections that differ are written.
      const fresh = { annulled: false, repealedFrom: null };
      editions.push({ edition, from, ...fresh, title, rules: { ...last?.rules } });
      return;
    }
    case 'RegulationRepealed':
      if (last !== undefined) last.repealedFrom = fact.occurredOn;
      return;
    case 'RegulationEntryAnnulled':
    case 'RegulationDayCorrected':
      return putRight(editions, fact);
    default: {
      if (last === undefined) return;
      Object.assign(last.rules, { [sectionOf(fact.type).name]: fact.data.rules });
    }
  }
}

type PuttingRight = Extract<
  EditionFact,
  { type: 'RegulationEntryAnnulled' | 'RegulationDayCorrected' }
>;

function putRight(editions: readonly AdoptedEdition[], { type, data }: PuttingRight): void {
  const found = editions.find(({ edition }) => edition === data.about);
  if (found === undefined) return;
  if (data.entry === 'RegulationRepealed') {
    found.repealedFrom = type === 'RegulationDayCorrected' ? data.day : null;
  }
  if (data.entry !== 'EditionAdopted') return;
  if (type === 'RegulationDayCorrected') found.from = data.day;
  else found.annulled = true;
}

/** The newest edition that counts; undefined where there is none. */
export const lastEdition = ({ editions }: Editions): AdoptedEdition | undefined =>
  editions.findLast(({ annulled }) => !annulled);

/**
 * The edition in force on a day; null if there is none. A fact is judged by the edition in force on
 * its own day, so an amendment never changes what an older fact was allowed to say (D1).
 */
export function editionOn({ editions }: Editions, on: string): Edition | null {
  const found = editions.findLast(({ annulled, from }) => !annulled && from <= on);
  if (found === undefined) return null;
  if (found.repealedFrom !== null && on >= found.repealedFrom) return null;
  return asEdition(found);
}

/**
 * The edition whose rules a paper or an appointment of a day has: the one in force, or the first
 * one for a day before it. An organisation issued orders and appointed its head before it adopted
 * the rules that these records are kept by. Null: none was adopted, or the last one was repealed.
 */
export function editionOnOrFirst(regulation: Editions, on: string): Edition | null {
  const first = regulation.editions.find(({ annulled }) => !annulled);
  return first !== undefined && on < first.from ? asEdition(first) : editionOn(regulation, on);
}

/** The edition with a number, whether in force or not; null if there is none. */
export function editionNumbered({ editions }: Editions, number: number): Edition | null {
  const found = editions.find(({ edition }) => edition === number);
  return found === undefined ? null : asEdition(found);
}

function asEdition({ edition, from, title, rules }: AdoptedEdition): Edition {
  return { edition, from, title, ...unregulated, ...rules };
}

type IntersectionOf<U> = (U extends unknown ? (one: U) => void : never) extends (
  one: infer I,
) => void
  ? I
  : never;

type Titles = IntersectionOf<ReturnType<RegulationSection['titles']>>;

/** The titles of the codes of all sections, by list (`assessmentKinds`, `offices`) and code. */
export type SectionTitles = { readonly [List in keyof Titles]: Titles[List] };

/**
 * The titles of the regulation's codes. A code has the title of the newest edition that describes
 * it, so that a fact can still be shown after a later edition has dropped its code.
 */
export function titlesOfEditions({ editions }: Editions): SectionTitles {
  const titles = new Map<string, object>();
  const add = (lists: object): void => {
    for (const [list, words] of Object.entries(lists)) {
      titles.set(list, { ...titles.get(list), ...words });
    }
  };
  // Every list is present, even if no edition describes anything in it.
  for (const section of regulationSections) add(section.titles(unregulated));
  for (const { rules } of editions) {
    for (const section of regulationSections) add(section.titles({ ...unregulated, ...rules }));
  }
  return Object.fromEntries(titles) as SectionTitles;
}

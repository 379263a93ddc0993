import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { FactOf } from '../../../kernel/event.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { localText, shortText } from '../../../values/text.ts';
import type { RegulationSection, RuleBook } from '../sections/all.ts';
import {
  regulationSections,
  rulesSetEvents,
  sectionOf,
  sectionInputs,
  unregulated,
} from '../sections/all.ts';
import { editionAdopted, regulationRepealed } from './events.ts';
import type { Edition, RegulationPreset } from './state.ts';

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

export const provenance = {
  preset: shortText(64).nullable().default(null),
  considered: z
    .array(
      z.strictObject({ body: shortText(200), opinion: shortText(500).nullable(), on: localDate }),
    )
    .max(20)
    .default([]),
  approvedBy: z
    .strictObject({ person: identifier.nullable(), office: identifier, on: localDate })
    .nullable()
    .default(null),
};

/** Adopts the first edition: every section of the regulation goes into the log. */
export const adoptRegulation = command(
  'adopt-regulation',
  z.strictObject({
    title: localText,
    from: localDate,
    ...sectionInputs,
    ...provenance,
  }),
);

/** The input of `adopt` from a preset: its sections, the time zone, the first day in force. */
export function fromPreset(
  preset: RegulationPreset,
  given: { readonly timeZone: string; readonly from: string },
): z.input<typeof adoptRegulation.schema> {
  const { general, ...sections } = preset;
  return {
    ...(sections as Omit<RegulationPreset, 'general'>),
    general: { ...general, timeZone: given.timeZone },
    from: given.from,
  } as z.input<typeof adoptRegulation.schema>;
}

type IntersectionOf<U> = (U extends unknown ? (one: U) => void : never) extends (
  one: infer I,
) => void
  ? I
  : never;

type Titles = IntersectionOf<ReturnType<RegulationSection['titles']>>;

/**
 * What the codes of all sections are called: by what they are of (`assessmentKinds`, `offices`),
 * and then by code.
 */
export type SectionTitles = { readonly [List in keyof Titles]: Titles[List] };

/**
 * What the regulation's codes are called, each as the newest edition has it that has the code at
 * all: a fact of an earlier edition keeps its word when a later one drops the code.
 */
export function titlesOfEditions({ editions }: Editions): SectionTitles {
  const titles = new Map<string, object>();
  const add = (lists: object): void => {
    for (const [list, words] of Object.entries(lists)) {
      titles.set(list, { ...titles.get(list), ...words });
    }
  };
  // Every list is there, also where no edition names anything in it.
  for (const section of regulationSections) add(section.titles(unregulated));
  for (const { rules } of editions) {
    for (const section of regulationSections) {
      if (rules[section.name] !== undefined) add(section.titles({ ...unregulated, ...rules }));
    }
  }
  return Object.fromEntries(titles) as SectionTitles;
}

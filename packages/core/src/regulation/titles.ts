import type { Editions } from './questions.ts';
import type { RegulationSection } from './sections.ts';
import { regulationSections, unregulated } from './sections.ts';

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

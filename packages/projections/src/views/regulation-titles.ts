import type { Editions, SectionTitles } from '@letopis/core/facts';
import { titlesOfEditions } from '@letopis/core/facts';

/** A text in both languages. */
export interface Titled {
  readonly ru: string;
  readonly en: string;
}

/**
 * What the regulation's codes are called, each as the newest edition has it that has the code at
 * all: a fact of an earlier edition keeps its word when a later one drops the code. Which lists of
 * codes there are, each section of the regulation says (`titles`).
 */
export interface RegulationTitles extends SectionTitles {
  /** Title of the newest edition. */
  readonly title: Titled | null;
  readonly timeZone: string | null;
  /** Annex of order 1324 that the organisation reports by. */
  readonly annex: string | null;
}

/** One kind of absence and whether it is excused. */
export type AttendanceTitle = RegulationTitles['attendance'][string];

/** A programme type; `category` is the one that order 1324 annex 6 counts by. */
export type ProgrammeTypeTitle = RegulationTitles['programmeTypes'][string];

/** The words of the editions, from the oldest to the newest. */
export function titlesOf(adopted: Editions): RegulationTitles {
  const last = adopted.editions.at(-1);
  return {
    title: last?.title ?? null,
    timeZone: last?.rules.general?.timeZone ?? null,
    annex: last?.rules.general?.annex ?? null,
    ...titlesOfEditions(adopted),
  };
}

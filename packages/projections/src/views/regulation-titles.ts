import type { Editions, SectionTitles } from '@letopis/core/facts';
import { lastEdition, titlesOfEditions } from '@letopis/core/facts';

/** A text in both languages. */
export interface Titled {
  readonly ru: string;
  readonly en: string;
}

/**
 * The titles of the regulation's codes. Each is taken from the newest edition that has the code, so
 * that a fact of an earlier edition keeps its title after a later edition drops the code. Each
 * section of the regulation declares its lists of codes (`titles`).
 */
export interface RegulationTitles extends SectionTitles {
  /** Title of the newest edition that counts. */
  readonly title: Titled | null;
  readonly timeZone: string | null;
  /** Annex of order 1324 that the organisation reports by. */
  readonly annex: string | null;
}

/** A kind of absence and whether it is excused. */
export type AttendanceTitle = RegulationTitles['attendance'][string];

/** A programme type; `category` is the one that order 1324 annex 6 counts by. */
export type ProgrammeTypeTitle = RegulationTitles['programmeTypes'][string];

/** Collects the titles of all editions, the newer overriding the older. */
export function titlesOf(adopted: Editions): RegulationTitles {
  const last = lastEdition(adopted);
  return {
    title: last?.title ?? null,
    timeZone: last?.rules.general?.timeZone ?? null,
    annex: last?.rules.general?.annex ?? null,
    ...titlesOfEditions(adopted),
  };
}

import { passportOn } from '../../../rules/organisation/facts/questions.ts';
import type { OrganisationFacts } from '../../../rules/organisation/facts/state.ts';
import type { Editions } from '../../../rules/regulation/facts/questions.ts';
import { editionOnOrFirst } from '../../../rules/regulation/facts/questions.ts';
import { annexOfKind } from '../../../values/law/annexes.ts';

/** The annex of order 1324 that an organisation reports a year by. */
export interface ReportedAnnex {
  /** Null: it reports by none. */
  readonly annex: string | null;
  /** The kind of organisation that it follows from; null: the regulation names it. */
  readonly kind: string | null;
}

/**
 * The annex of a calendar year: that of the organisation's kind, as its passport says it on 31
 * December; where the passport says none, the one that the regulation of that day names. P10.
 *
 * @example
 * reportedAnnex('2026', 'additional-education', editions); // => { annex: '5', kind: '…' }
 */
export function reportedAnnex(
  year: string,
  kind: string | null,
  editions: Editions,
): ReportedAnnex {
  const byKind = annexOfKind(kind);
  if (byKind !== null) return { annex: byKind, kind };
  const edition = editionOnOrFirst(editions, lastDayOf(year));
  return { annex: edition?.general.annex ?? null, kind: null };
}

/** The kind of an organisation in a year, as its passport says it on 31 December; null: none. */
export const kindInYear = (organisation: OrganisationFacts, year: string): string | null =>
  passportOn(organisation, lastDayOf(year)).kind;

/** The last day of a calendar year. */
export const lastDayOf = (year: string): string => `${year}-12-31`;

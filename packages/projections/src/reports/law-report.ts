import { editionOn, lastEdition } from '@letopis/core/facts';
import type { LawItem } from '@letopis/core/values';
import { isInForce, LIBRARY_LAW } from '@letopis/core/values';
import type { WordingShown } from './law-standing.ts';
import { Confirmations, mayPrintPlain } from './law-standing.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import { annexOfYear } from './reported-annex.ts';

/** One item of law, and how its wording stands. */
export interface LawLine extends WordingShown {
  readonly source: LawItem['source'];
  readonly wording: string;
  /** Whether the act is in force on the page's day, as far as its days are known. */
  readonly inForce: boolean;
  /** The field of the regulation that follows it, and what that says; `null`: none does. */
  readonly field: { readonly name: string; readonly values: readonly string[] } | null;
}

/** Journals that the regulation has on paper and in electronic form at once. Order 582. */
export interface KeptTwice {
  /** What they record: `journal`. */
  readonly records: string;
  readonly paper: readonly string[];
  readonly electronic: readonly string[];
}

/** The wordings and rules of law that the records rest on. */
export interface LawPage {
  readonly basis: PageBasis;
  readonly lines: readonly LawLine[];
  /** How many lines were not compared with the act. */
  readonly unsettled: number;
  readonly keptTwice: readonly KeptTwice[];
}

/** What the report of law lists. */
export interface LawAsked {
  /** Items beside the library's own, such as `frdoLaw(frdoDpo)`. */
  readonly more?: readonly LawItem[];
  /** The calendar year whose annex is listed; absent: all annexes. */
  readonly year?: string;
}

/**
 * Lists every wording and rule of law that the library has, with its source, the days on which that
 * is in force, how it is known, and who compared it with which publication of the act. Beside a
 * rule stands what the regulation says; journals that are kept twice are named. Reads `catalogue`
 * and `people`.
 *
 * @example
 * const { lines } = await lawReport(reader, { year: '2026' });
 * const items = lines.filter(({ standing }) => standing === 'unverified')
 *   .map(({ item, wording }) => ({ item, wording }));
 */
export async function lawReport(
  reader: ViewReader,
  { more = [], year }: LawAsked = {},
): Promise<LawPage> {
  const reading = new Reading(reader);
  const confirmations = await Confirmations.read(reading);
  const { editions } = await reading.regulation();
  const rules = reader.on === null ? lastEdition(editions)?.rules : editionOn(editions, reader.on);
  const annex = year === undefined ? null : (await annexOfYear(reading, year)).annex;
  const own = new Set(rules?.general?.indicatorWordings.map(({ indicator }) => indicator) ?? []);
  const lines: LawLine[] = [];
  for (const one of [...LIBRARY_LAW, ...more]) {
    const [, of, indicator] = /^order-1324\/annex-(\d+)(?:\/(.+))?$/.exec(one.id) ?? [];
    if (year !== undefined && of !== undefined && of !== annex) continue;
    const amended = of === rules?.general?.annex && indicator !== undefined && own.has(indicator);
    const { source, wording, field } = one;
    lines.push({
      ...(await confirmations.of(one, amended)),
      source,
      wording,
      inForce: reader.on === null || isInForce(source, reader.on),
      field: field === undefined ? null : { name: field, values: valuesAt(rules ?? {}, field) },
    });
  }
  const unsettled = lines.filter((one) => !mayPrintPlain(one)).length;
  const keptTwice = journalsKeptTwice(rules?.carriers?.carriers ?? []);
  return { lines, unsettled, keptTwice, basis: reading.basis() };
}

/** What a path names in the rules; a list on the way gives a value for each of its elements. */
function valuesAt(rules: object, path: string): readonly string[] {
  let found: readonly unknown[] = [rules];
  for (const name of path.split('.')) {
    found = found.flatMap((one) =>
      typeof one === 'object' && one !== null && name in one
        ? [(one as Readonly<Record<string, unknown>>)[name]].flat()
        : [],
    );
  }
  return found.flatMap((one) => (typeof one === 'object' ? [] : [String(one)]));
}

/** A carrier, as far as it matters whether something is kept twice. */
interface Kept {
  readonly id: string;
  readonly records: string;
  readonly medium: string;
  readonly mandatory: boolean;
}

function journalsKeptTwice(carriers: readonly Kept[]): readonly KeptTwice[] {
  const mandatory = carriers.filter((one) => one.records === 'journal' && one.mandatory);
  const of = (medium: string): readonly string[] =>
    mandatory.filter((one) => one.medium === medium).map(({ id }) => id);
  const [paper, electronic] = [of('paper'), of('electronic')];
  return paper.length > 0 && electronic.length > 0
    ? [{ records: 'journal', paper, electronic }]
    : [];
}

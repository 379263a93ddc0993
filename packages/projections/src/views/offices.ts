import { annulmentsIn, countedFacts } from '../projection/entries.ts';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf } from '../projection/fact.ts';

/* Which offices a person holds: the catalogue's partitions of officials. */

/** The facts about the offices of one person. */
export const OFFICE_TYPES = [
  'OfficialAppointed',
  'OfficialRelieved',
  'OfficialEntryAnnulled',
] as const;

/** One of these facts. */
export type OfficeFact = Fact<(typeof OFFICE_TYPES)[number]>;

/** The offices that a person holds on the day; without a day, those that nothing ended. */
export interface OfficesOfPerson extends WithBasis {
  readonly kind: 'official';
  readonly offices: readonly string[];
}

/** Derives them from a list of facts. D1. */
export function officesOn(facts: readonly OfficeFact[], on: string | null): OfficesOfPerson {
  const { inForce } = countedFacts(facts, annulmentsIn(facts));
  const held: { readonly office: string; readonly until: string | null; relieved: boolean }[] = [];
  for (const { type, data } of inForce) {
    if (type === 'OfficialAppointed') {
      held.push({ office: data.office, until: data.until, relieved: false });
    } else if (type === 'OfficialRelieved') {
      const last = held.findLast(({ office }) => office === data.office);
      if (last !== undefined) last.relieved = true;
    }
  }
  const offices = held
    .filter(({ relieved, until }) => !relieved && (on === null || until === null || on <= until))
    .map(({ office }) => office);
  return { kind: 'official', offices: [...new Set(offices)], basis: basisOf(facts) };
}

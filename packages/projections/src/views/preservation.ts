import type { CoreEvent } from '@letopis/core';
import { preservationEvents } from '@letopis/core/events';
import type { PreservationEntry, PreservationEvent } from '@letopis/core/facts';
import { countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES: readonly string[] = preservationEvents.map(({ type }) => type);

/** One fact about preserving the electronic record of a study year. */
export type PreservationFact = Fact<PreservationEntry['type']>;

/** What annulled an entry about preserving the electronic record. RK 1.8. */
export type PreservationAnnulment = Fact<'PreservationEntryAnnulled'>;

/** What was done to preserve the electronic record of a study year. D20, R4 §5.6, §6.1-6.3. */
export interface PreservationOfYear extends WithBasis {
  readonly studyYear: string;
  /** Those that count, in the order of days: periods, exports, checks, backups, restores. */
  readonly facts: readonly PreservationFact[];
  /** What counts no more, in the order of days. */
  readonly annulled: readonly {
    readonly fact: PreservationFact;
    readonly annulment: PreservationAnnulment;
  }[];
}

/** A study year: its facts in log order. */
export interface PreservationView {
  readonly key: string;
  readonly facts: (PreservationFact | PreservationAnnulment)[];
}

/** Key of a study year; without one, the prefix of all years. */
export const preservationKey = (studyYear = ''): string => partitionKey('year', studyYear);

/** Periods, exports, checks and backups by study year (P12). Key: `year/<studyYear>`. */
export const preservation: Projection<PreservationView, PreservationOfYear> = {
  name: 'preservation',
  version: 2,
  types: TYPES,
  keysOf: (event) => (isPreservation(event) ? [preservationKey(event.data.studyYear)] : []),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isPreservation(event)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const annulments = current.filter(isAnnulment);
    const entries = current.filter((fact) => !isAnnulment(fact));
    const { inForce, annulled } = countedFacts(entries, annulments);
    return { studyYear: keyPart(key, 1), facts: inForce, annulled, basis: basisOf(current) };
  },
};

const isPreservation = (event: CoreEvent): event is Extract<CoreEvent, PreservationEvent> =>
  TYPES.includes(event.type);

const isAnnulment = (
  fact: PreservationFact | PreservationAnnulment,
): fact is PreservationAnnulment => fact.type === 'PreservationEntryAnnulled';

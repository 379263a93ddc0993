import type { CoreEvent } from '@letopis/core';
import { custodyEvents } from '@letopis/core/events';
import type { CustodyEvent } from '@letopis/core/facts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES: readonly string[] = custodyEvents.map(({ type }) => type);

/** One fact about preserving the electronic record of a study year. */
export type PreservationFact = Fact<CustodyEvent['type']>;

/** What was done to preserve the electronic record of a study year. D20, R4 §5.6, §6.1-6.3. */
export interface PreservationOfYear extends WithBasis {
  readonly studyYear: string;
  /** In log order: periods, exports, checks, backups, restores. */
  readonly facts: readonly PreservationFact[];
}

/** A study year: its facts in log order. */
export interface PreservationView {
  readonly key: string;
  readonly facts: PreservationFact[];
}

/** Key of a study year; without one, the prefix of all years. */
export const preservationKey = (studyYear = ''): string => partitionKey('year', studyYear);

/** Periods, exports, checks and backups by study year (P12). Key: `year/<studyYear>`. */
export const preservation: Projection<PreservationView, PreservationOfYear> = {
  name: 'preservation',
  version: 1,
  types: TYPES,
  keysOf: (event) => (isPreservation(event) ? [preservationKey(event.data.studyYear)] : []),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isPreservation(event)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    return { studyYear: keyPart(key, 1), facts: current, basis: basisOf(current) };
  },
};

const isPreservation = (event: CoreEvent): event is Extract<CoreEvent, CustodyEvent> =>
  TYPES.includes(event.type);

import type { CoreEvent } from '@letopis/core';
import { preservationEvents } from '@letopis/core/events';
import type { PreservationEvent } from '@letopis/core/facts';
import type { Projection } from '../projection.ts';
import type { Answered, Fact } from './fact.ts';
import { basisOf, factOf, standing } from './fact.ts';
import { keyPart, partitionKey } from './key.ts';

const TYPES: readonly string[] = preservationEvents.map(({ type }) => type);

/** One fact of keeping the electronic record of a study year. */
export type CustodyFact = Fact<PreservationEvent['type']>;

/** What was done in a study year to keep its electronic record. D20, R4 §5.6, §6.1-6.3. */
export interface CustodyOfYear extends Answered {
  readonly studyYear: string;
  /** In the order of the log: periods, exports, checks, backups, restores. */
  readonly facts: readonly CustodyFact[];
}

/** A study year: its facts in the order of the log. */
export interface CustodyView {
  readonly key: string;
  readonly facts: CustodyFact[];
}

/** Key of a study year; without one, the prefix of all. */
export const custodyKey = (studyYear = ''): string => partitionKey('year', studyYear);

/** Exports, checks and backups by study year (P12). Key: `year/<studyYear>`. */
export const custody: Projection<CustodyView, CustodyOfYear> = {
  name: 'custody',
  version: 1,
  types: TYPES,
  keysOf: (event) => (isCustody(event) ? [custodyKey(event.data.studyYear)] : []),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isCustody(event)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const held = standing(facts, on);
    return { studyYear: keyPart(key, 1), facts: held, basis: basisOf(held) };
  },
};

const isCustody = (event: CoreEvent): event is Extract<CoreEvent, PreservationEvent> =>
  TYPES.includes(event.type);

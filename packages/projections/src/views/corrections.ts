import type { CoreEvent } from '@letopis/core';
import type { WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { ActFact } from './result.ts';

const TYPES = [
  'AssessmentCorrected',
  'AbsenceCorrected',
  'CorrectionCountersigned',
  'CorrectionDeclined',
  'CorrectionWithdrawn',
  'AssessmentAnnulled',
] as const;

/** Which day counts a correction into a period: the day of the act, or the day of recording. */
export type CorrectionClock = 'acted' | 'recorded';

/** The acts about one learner's results in a month, in log order. */
export interface CorrectionsView {
  readonly key: string;
  readonly acts: ActFact[];
}

/** What was corrected, decided or annulled about one learner's results in a month. */
export interface CorrectionsOfMonth extends WithBasis {
  readonly clock: CorrectionClock;
  /** `YYYY-MM`; for the clock `recorded` the month in UTC. */
  readonly month: string;
  readonly learner: string;
  /** In log order. The journal has the values before and after, with the result. */
  readonly acts: readonly ActFact[];
}

/** Keys of the partitions; a prefix leaves out the learner. */
export const correctionsKey = (clock: CorrectionClock, month: string, learner = ''): string =>
  partitionKey(clock, month, learner);

/**
 * Which results were corrected or annulled when: the starting point of the audit trail (P14, R2
 * §2.3). Keys: `acted/<YYYY-MM>/<learner>` by the day of the act, `recorded/<YYYY-MM>/<learner>` by
 * the instant of recording. A countersignature counts in its own month. The journal of the result
 * has the values before and after.
 */
export const corrections: Projection<CorrectionsView, CorrectionsOfMonth> = {
  name: 'corrections',
  version: 2,
  types: TYPES,
  keysOf,
  initial: (key) => ({ key, acts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.acts.push(factOf(event));
  },
  read: ({ key, acts }, on) => {
    const current = factsOn(acts, on);
    return {
      clock: keyPart(key, 0) as CorrectionClock,
      month: keyPart(key, 1),
      learner: keyPart(key, 2),
      acts: current,
      basis: basisOf(current),
    };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, TYPES)) return [];
  const { learner, actedOn } = event.data;
  return [
    correctionsKey('acted', actedOn.slice(0, 7), learner),
    correctionsKey('recorded', event.recordedAt.slice(0, 7), learner),
  ];
}

import type { CoreEvent } from '@letopis/core';
import type { Answered } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { ActFact } from './result.ts';

const TYPES = [
  'AssessmentCorrected',
  'CorrectionCountersigned',
  'CorrectionDeclined',
  'CorrectionWithdrawn',
  'AssessmentAnnulled',
] as const;

/** By which clock a period is meant: the day of the act, or the day on which it was recorded. */
export type CorrectionClock = 'acted' | 'recorded';

/** A month of acts about one learner, in the order of the log. */
export interface CorrectionsView {
  readonly key: string;
  readonly acts: ActFact[];
}

/** What was corrected, decided or annulled about one learner's results in a month. */
export interface CorrectionsOfMonth extends Answered {
  readonly clock: CorrectionClock;
  /** `YYYY-MM`; by the clock `recorded` the month in UTC. */
  readonly month: string;
  readonly learner: string;
  /** In the order of the log; what each changed stands in the journal, with the result. */
  readonly acts: readonly ActFact[];
}

/** Keys of the partitions; a prefix leaves out the learner. */
export const correctionsKey = (clock: CorrectionClock, month: string, learner = ''): string =>
  partitionKey(clock, month, learner);

/**
 * Which results were corrected or annulled when: the beginning of the audit trail (P14, R2 §2.3).
 * Keys: `acted/<YYYY-MM>/<learner>` by the day of the act, `recorded/<YYYY-MM>/<learner>` by the
 * instant of recording. A countersignature stands in its own month; the values before and after are
 * those of the result, which its journal holds.
 */
export const corrections: Projection<CorrectionsView, CorrectionsOfMonth> = {
  name: 'corrections',
  version: 1,
  types: TYPES,
  keysOf,
  initial: (key) => ({ key, acts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.acts.push(factOf(event));
  },
  read: ({ key, acts }, on) => {
    const held = standing(acts, on);
    return {
      clock: keyPart(key, 0) as CorrectionClock,
      month: keyPart(key, 1),
      learner: keyPart(key, 2),
      acts: held,
      basis: basisOf(held),
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

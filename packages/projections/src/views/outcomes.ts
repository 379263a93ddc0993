import type { CoreEvent } from '@letopis/core';
import type { Dated, WithBasis } from '../projection/fact.ts';
import { basisOf, isOneOf, sourceOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import type { Stay } from './stay.ts';
import { staysIn } from './stay.ts';

const FIRST_RECORDS = ['AssessmentRecorded', 'ResultCredited'] as const;

/** The first result of an enrollment in the group, by its day. */
interface AssessedFact extends Dated {
  readonly enrollment: string;
}

/** The steps of one learner in one group, and who was assessed there. */
export interface OutcomesView {
  readonly key: string;
  readonly steps: LifeEntryFact[];
  readonly assessed: AssessedFact[];
}

/** The outcomes of one learner's study in one group. */
export interface LearnerOutcomes extends WithBasis {
  readonly group: string;
  readonly learner: string;
  readonly stays: readonly Stay[];
  /**
   * Enrollments with a result that was given in the group, annulled ones too. Their results are in
   * the personal file, since one may be retaken in another group. RK 1.3.
   */
  readonly assessed: readonly string[];
}

/** Keys of the partitions; a prefix leaves out the learner. */
export const outcomesKey = (group: string, learner = ''): string => partitionKey(group, learner);

/**
 * Outcomes of study in a group: who completed, who left and why, and who was assessed there. Key:
 * `<group>/<learner>`; a group's counts are a reduction over the scan of `<group>/`. Sources: P11,
 * R1 §6.4, R4 §4.6.
 */
export const outcomes: Projection<OutcomesView, LearnerOutcomes> = {
  name: 'outcomes',
  version: 4,
  types: [...LIFE_TYPES, ...FIRST_RECORDS],
  keysOf,
  initial: (key) => ({ key, steps: [], assessed: [] }),
  apply: (view, event) => {
    const step = lifeFactOf(event);
    if (step !== null) view.steps.push(step);
    else addAssessed(view.assessed, event);
  },
  read: ({ key, steps, assessed }, on) => {
    const [group, learner] = [keyPart(key, 0), keyPart(key, 1)];
    const current = factsOn(assessed, on);
    return {
      group,
      learner,
      stays: staysIn(group, steps, on),
      assessed: [...new Set(current.map(({ enrollment }) => enrollment))],
      basis: basisOf([...factsOn(steps, on), ...current]),
    };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, LIFE_TYPES)) {
    return groupsOf(event).map((group) => outcomesKey(group, event.data.learner));
  }
  return isOneOf(event, FIRST_RECORDS) ? [outcomesKey(event.data.group, event.data.learner)] : [];
}

/** Only an earlier day adds a fact, so that the partition stays small. */
function addAssessed(facts: AssessedFact[], event: CoreEvent): void {
  if (!isOneOf(event, FIRST_RECORDS)) return;
  const { enrollment } = event.data;
  const on = event.occurredOn;
  if (facts.some((one) => one.enrollment === enrollment && one.on <= on)) return;
  facts.push({ enrollment, on, source: sourceOf(event) });
}

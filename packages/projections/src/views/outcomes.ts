import type { CoreEvent } from '@letopis/core';
import type { CountedResult, ResultSubject } from '@letopis/core/facts';
import type { WithBasis, Dated } from '../projection/fact.ts';
import { basisOf, isOneOf, sourceOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import { subjectOfResult } from './result.ts';
import type { Stay } from './stay.ts';
import { staysIn } from './stay.ts';

const MARK_TYPES = [
  'AssessmentRecorded',
  'ResultCredited',
  'AssessmentCorrected',
  'CorrectionCountersigned',
  'AssessmentAnnulled',
] as const;

/** The effect of a fact on a result's value, as far as counting marks needs it. */
interface MarkFact extends Dated {
  readonly type: (typeof MARK_TYPES)[number];
  /** Event id of the result's first record. */
  readonly result: string;
  /** Id of a correction that waits for a countersignature, or of the one countersigned. */
  readonly waiting: string | null;
  readonly mark: MarkPoints | null;
  /** What the result counts for; `null` for an act about a result. */
  readonly countsFor: ResultSubject | null;
  /** Was it a granted retake? */
  readonly retake: boolean;
}

/** A mark, as averages count it. */
export interface MarkPoints {
  /** Its value as a decimal; `null` if it counts in no average. */
  readonly points: string | null;
  readonly passes: boolean;
}

/**
 * A mark as corrected, or a credit. Which of them count is asked with the regulation:
 * `resultsThatCount`. RK 1.3.
 */
export interface StandingMark extends CountedResult {
  readonly mark: MarkPoints | null;
}

/** The steps and mark facts of one learner in one group. */
export interface OutcomesView {
  readonly key: string;
  readonly steps: LifeEntryFact[];
  readonly marks: MarkFact[];
}

/** The outcomes of one learner's study in one group. */
export interface LearnerOutcomes extends WithBasis {
  readonly group: string;
  readonly learner: string;
  readonly stays: readonly Stay[];
  /** Marks as corrected, and credits, which may replace a mark; annulled ones are left out. */
  readonly marks: readonly StandingMark[];
}

/** Keys of the partitions; a prefix leaves out the learner. */
export const outcomesKey = (group: string, learner = ''): string => partitionKey(group, learner);

/**
 * Outcomes of study in a group: who completed, who left and why, and the marks in force. Key:
 * `<group>/<learner>`; a group's counts are a reduction over the scan of `<group>/`. Sources: P11,
 * R1 §6.4, R4 §4.6.
 */
export const outcomes: Projection<OutcomesView, LearnerOutcomes> = {
  name: 'outcomes',
  version: 3,
  types: [...LIFE_TYPES, ...MARK_TYPES],
  keysOf,
  initial: (key) => ({ key, steps: [], marks: [] }),
  apply: (view, event) => {
    const step = lifeFactOf(event);
    if (step !== null) view.steps.push(step);
    const mark = markFactOf(event);
    if (mark !== null) view.marks.push(mark);
  },
  read: ({ key, steps, marks }, on) => {
    const [group, learner] = [keyPart(key, 0), keyPart(key, 1)];
    const current = factsOn(marks, on);
    const basis = basisOf([...factsOn(steps, on), ...current]);
    return {
      group,
      learner,
      stays: staysIn(group, steps, on),
      marks: standingMarks(current),
      basis,
    };
  },
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, LIFE_TYPES)) {
    return groupsOf(event).map((group) => outcomesKey(group, event.data.learner));
  }
  return isOneOf(event, MARK_TYPES) ? [outcomesKey(event.data.group, event.data.learner)] : [];
}

function markFactOf(event: CoreEvent): MarkFact | null {
  if (!isOneOf(event, MARK_TYPES)) return null;
  const { type, occurredOn: on } = event;
  const dated = { type, on, source: sourceOf(event), retake: false };
  switch (event.type) {
    case 'AssessmentRecorded': {
      const { result } = event.data;
      const retake = event.data.retake !== undefined;
      const mark = result.outcome === 'mark' ? pointsOf(result.mark) : null;
      const countsFor = subjectOfResult(event.data, on);
      return { ...dated, result: event.id, waiting: null, mark, countsFor, retake };
    }
    case 'ResultCredited': {
      const { mark } = event.data;
      const countsFor = subjectOfResult(event.data, on);
      const points = mark === null ? null : pointsOf(mark);
      return { ...dated, result: event.id, waiting: null, mark: points, countsFor };
    }
    case 'AssessmentCorrected': {
      const { corrects: result, awaitsCountersignature } = event.data;
      const waiting = awaitsCountersignature ? event.id : null;
      return { ...dated, result, waiting, mark: pointsOf(event.data.mark), countsFor: null };
    }
    case 'CorrectionCountersigned': {
      const { corrects: result, correction: waiting } = event.data;
      return { ...dated, result, waiting, mark: null, countsFor: null };
    }
    case 'AssessmentAnnulled':
      return { ...dated, result: event.data.corrects, waiting: null, mark: null, countsFor: null };
  }
}

const pointsOf = ({ points, passes }: MarkPoints): MarkPoints => ({ points, passes });

/** The marks and credits that are not annulled, as corrected. */
function standingMarks(facts: readonly MarkFact[]): readonly StandingMark[] {
  const values = new Map<string, StandingMark>();
  const waiting = new Map<string, MarkPoints | null>();
  for (const { type, result, waiting: correction, mark, countsFor, on, retake } of facts) {
    const standing = values.get(result);
    if (countsFor !== null) {
      const outcome = type === 'ResultCredited' ? 'credited' : mark === null ? 'absent' : 'mark';
      const told = { reason: null, appealOf: null, retake: retake ? {} : null };
      values.set(result, { event: result, on, countsFor, outcome, mark, ...told });
    } else if (standing === undefined) continue;
    else if (type === 'AssessmentAnnulled') values.delete(result);
    else if (type === 'CorrectionCountersigned') {
      values.set(result, inForce(standing, waiting.get(correction ?? '') ?? standing.mark));
    } else if (correction !== null) waiting.set(correction, mark);
    else values.set(result, inForce(standing, mark));
  }
  return [...values.values()].filter(
    ({ mark, outcome }) => mark !== null || outcome === 'credited',
  );
}

const inForce = (standing: StandingMark, mark: MarkPoints | null): StandingMark => ({
  ...standing,
  mark,
  outcome: standing.outcome === 'credited' ? 'credited' : 'mark',
});

import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Dated } from '../projection/fact.ts';
import { basisOf, isOneOf, sourceOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import type { Stay } from './stay.ts';
import { staysIn } from './stay.ts';

const MARK_TYPES = [
  'AssessmentRecorded',
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
  readonly mark: CountedMark | null;
}

/** A mark in force, as averages count it. */
export interface CountedMark {
  /** Its value as a decimal; `null` if it counts in no average. */
  readonly points: string | null;
  readonly passes: boolean;
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
  /** Marks in force: corrected ones count with their new value; credits are not marks. */
  readonly marks: readonly CountedMark[];
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
  version: 2,
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
  const dated = { type, on, source: sourceOf(event) };
  switch (event.type) {
    case 'AssessmentRecorded': {
      const { result } = event.data;
      const mark = result.outcome === 'mark' ? counted(result.mark) : null;
      return { ...dated, result: event.id, waiting: null, mark };
    }
    case 'AssessmentCorrected': {
      const { corrects: result, awaitsCountersignature } = event.data;
      const waiting = awaitsCountersignature ? event.id : null;
      return { ...dated, result, waiting, mark: counted(event.data.mark) };
    }
    case 'CorrectionCountersigned': {
      const { corrects: result, correction: waiting } = event.data;
      return { ...dated, result, waiting, mark: null };
    }
    case 'AssessmentAnnulled':
      return { ...dated, result: event.data.corrects, waiting: null, mark: null };
  }
}

const counted = ({ points, passes }: CountedMark): CountedMark => ({ points, passes });

/** The marks in force. A corrected credit has no first record here, so it is left out. */
function standingMarks(facts: readonly MarkFact[]): readonly CountedMark[] {
  const values = new Map<string, CountedMark | null>();
  const waiting = new Map<string, CountedMark | null>();
  for (const { type, result, waiting: correction, mark } of facts) {
    if (type === 'AssessmentRecorded') values.set(result, mark);
    else if (!values.has(result)) continue;
    else if (type === 'AssessmentAnnulled') values.delete(result);
    else if (type === 'CorrectionCountersigned') {
      values.set(result, waiting.get(correction ?? '') ?? values.get(result) ?? null);
    } else if (correction !== null) waiting.set(correction, mark);
    else values.set(result, mark);
  }
  return [...values.values()].filter((mark) => mark !== null);
}

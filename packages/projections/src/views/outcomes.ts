import type { CoreEvent } from '@letopis/core';
import type { Answered, Dated } from '../projection/fact.ts';
import { basisOf, isOneOf, sourceOf, standing } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import { groupsOf } from './journal.ts';
import type { LifeFact } from './life.ts';
import { LIFE_TYPES, lifeFactOf } from './life.ts';
import type { Stay } from './stay.ts';
import { staysIn } from './stay.ts';

const MARK_TYPES = [
  'AssessmentRecorded',
  'AssessmentCorrected',
  'CorrectionCountersigned',
  'AssessmentAnnulled',
] as const;

/** What a fact does to the value of a result: just enough to count marks. */
interface MarkFact extends Dated {
  readonly type: (typeof MARK_TYPES)[number];
  /** Event id of the result's first record. */
  readonly result: string;
  /** A correction that waits for a countersignature, or the one that is countersigned. */
  readonly waiting: string | null;
  readonly mark: CountedMark | null;
}

/** A mark that stands, as averages count it. */
export interface CountedMark {
  /** The decimal that stands for it; null: it counts in no average. */
  readonly points: string | null;
  readonly passes: boolean;
}

/** One learner in one group: steps, and what happened to marks. */
export interface OutcomesView {
  readonly key: string;
  readonly steps: LifeFact[];
  readonly marks: MarkFact[];
}

/** What came of one learner's study in one group. */
export interface LearnerOutcomes extends Answered {
  readonly group: string;
  readonly learner: string;
  readonly stays: readonly Stay[];
  /** Marks that stand: corrected ones count with their new value; credits are no marks. */
  readonly marks: readonly CountedMark[];
}

/** Keys of the partitions; a prefix leaves out the learner. */
export const outcomesKey = (group: string, learner = ''): string => partitionKey(group, learner);

/**
 * What came of study in a group: who completed, who left and why, and the marks that stand. Key:
 * `<group>/<learner>`; a group's counts are a reduction over the scan of `<group>/`. Sources: P11,
 * R1 §6.4, R4 §4.6.
 */
export const outcomes: Projection<OutcomesView, LearnerOutcomes> = {
  name: 'outcomes',
  version: 1,
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
    const held = standing(marks, on);
    const basis = basisOf([...standing(steps, on), ...held]);
    return { group, learner, stays: staysIn(group, steps, on), marks: standingMarks(held), basis };
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

/** A credit that is corrected has no first record here, so it stays out. */
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

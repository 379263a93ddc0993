import type { CoreEvent } from '@letopis/core';
import type { Dated, Fact } from '../projection/fact.ts';
import { factOf, isOneOf, standing } from '../projection/fact.ts';

/** The facts of a result: its first record, and the facts about it. */
export const RESULT_TYPES = [
  'AssessmentRecorded',
  'ResultCredited',
  'AssessmentCorrected',
  'CorrectionCountersigned',
  'CorrectionDeclined',
  'CorrectionWithdrawn',
  'AssessmentAnnulled',
] as const;

/** One fact of a result. */
export type ResultFact = Fact<(typeof RESULT_TYPES)[number]>;

/** A fact about a result: what changed it, or tried to. */
export type ActFact = Exclude<ResultFact, FirstFact>;
type FirstFact = Fact<'AssessmentRecorded' | 'ResultCredited'>;
type DecisionFact = Fact<'CorrectionCountersigned' | 'CorrectionDeclined' | 'CorrectionWithdrawn'>;

/** The fact of a result that an event is, or null. */
export function resultFactOf(event: CoreEvent): ResultFact | null {
  return isOneOf(event, RESULT_TYPES) ? factOf(event) : null;
}

/** A value on a scale in digits and in words, as it was written. */
export type MarkValue = Fact<'AssessmentCorrected'>['data']['mark'];

/** What a result says: a mark, an absence, no assessment, or a credit (with or without a mark). */
export type ResultValue =
  | Fact<'AssessmentRecorded'>['data']['result']
  | { readonly outcome: 'credited'; readonly mark: MarkValue | null };

/** What became of a correction. */
export type CorrectionState = 'in-effect' | 'waiting' | 'declined' | 'withdrawn';

/** One correction of a result. */
export interface Correction {
  /** The fact itself: day, signer, ground, who entered it. */
  readonly fact: Fact<'AssessmentCorrected'>;
  /** The value in force before it, and the one it puts in its place. */
  readonly before: ResultValue;
  readonly after: ResultValue;
  readonly state: CorrectionState;
  /** The countersignature, its refusal or the withdrawal; null: none yet, or none asked for. */
  readonly decision: DecisionFact | null;
}

/** One result with its whole history. */
export interface ResultRecord {
  /** Event id of its first record. */
  readonly result: string;
  readonly first: FirstFact;
  /** The day of the result. */
  readonly on: string;
  /** What was recorded first. */
  readonly recorded: ResultValue;
  /** What stands; null: annulled. */
  readonly value: ResultValue | null;
  /** In the order of the log; a waiting one changes no value. */
  readonly corrections: readonly Correction[];
  readonly annulled: Fact<'AssessmentAnnulled'> | null;
}

/** Does a correction of this result wait for its countersignature? */
export function isWaiting({ corrections }: ResultRecord): boolean {
  return corrections.some(({ state }) => state === 'waiting');
}

/** The facts of a result in the order of the log. */
export function factsOf({ first, corrections, annulled }: ResultRecord): readonly Dated[] {
  const acts = corrections.flatMap(({ fact, decision }) => [fact, decision]);
  return [first, ...acts, annulled].filter((fact) => fact !== null);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenRecord = Omit<Mutable<ResultRecord>, 'corrections'> & {
  corrections: Mutable<Correction>[];
};

/**
 * The results in a list of facts as they stand on a day (null: with all that is known), in the
 * order in which they were recorded. A fact about a result that is not in the list is passed over.
 */
export function resultsOf(facts: readonly ResultFact[], on: string | null): ResultRecord[] {
  const records = new Map<string, OpenRecord>();
  for (const fact of standing(facts, on)) {
    if (fact.type === 'AssessmentRecorded' || fact.type === 'ResultCredited') {
      const opened = openRecord(fact);
      records.set(opened.result, opened);
      continue;
    }
    const record = records.get(fact.data.corrects);
    if (record !== undefined && record.annulled === null) act(record, fact);
  }
  return [...records.values()];
}

function openRecord(first: FirstFact): OpenRecord {
  const recorded: ResultValue =
    first.type === 'AssessmentRecorded'
      ? first.data.result
      : { outcome: 'credited', mark: first.data.mark };
  const { on, source } = first;
  const result = source.event;
  return { result, first, on, recorded, value: recorded, corrections: [], annulled: null };
}

function act(record: OpenRecord, fact: ActFact): void {
  if (fact.type === 'AssessmentAnnulled') {
    record.annulled = fact;
    record.value = null;
    return;
  }
  if (fact.type === 'AssessmentCorrected') return correct(record, fact);
  const waiting = record.corrections.find(
    (one) => one.fact.source.event === fact.data.correction && one.state === 'waiting',
  );
  if (waiting === undefined) return;
  waiting.decision = fact;
  waiting.state = STATE_AFTER[fact.type];
  if (waiting.state === 'in-effect') record.value = waiting.after;
}

const STATE_AFTER = {
  CorrectionCountersigned: 'in-effect',
  CorrectionDeclined: 'declined',
  CorrectionWithdrawn: 'withdrawn',
} as const;

function correct(record: OpenRecord, fact: Fact<'AssessmentCorrected'>): void {
  const { mark, awaitsCountersignature } = fact.data;
  const credited = record.first.type === 'ResultCredited';
  const after: ResultValue = credited ? { outcome: 'credited', mark } : { outcome: 'mark', mark };
  const state = awaitsCountersignature ? 'waiting' : 'in-effect';
  const before = record.value ?? record.recorded;
  record.corrections.push({ fact, before, after, state, decision: null });
  if (state === 'in-effect') record.value = after;
}

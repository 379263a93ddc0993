import type { CoreEvent } from '@letopis/core';
import { studyYearOf } from '@letopis/core/facts';
import type { CountedResult, ResultSubject } from '@letopis/core/facts';
import type { Dated, Fact } from '../projection/fact.ts';
import { factOf, isOneOf, factsOn } from '../projection/fact.ts';

/** The event types of a result: its first record, and the acts about it. */
export const RESULT_TYPES = [
  'AssessmentRecorded',
  'ResultCredited',
  'AssessmentCorrected',
  'AbsenceCorrected',
  'CorrectionCountersigned',
  'CorrectionDeclined',
  'CorrectionWithdrawn',
  'AssessmentAnnulled',
] as const;

/** One fact of a result. */
export type ResultFact = Fact<(typeof RESULT_TYPES)[number]>;

/** An act about a result: a correction, a decision about one, or an annulment. */
export type ActFact = Exclude<ResultFact, FirstFact>;
type FirstFact = Fact<'AssessmentRecorded' | 'ResultCredited'>;
type DecisionFact = Fact<'CorrectionCountersigned' | 'CorrectionDeclined' | 'CorrectionWithdrawn'>;

/** The result fact of an event; `null` if the event is about something else. */
export function resultFactOf(event: CoreEvent): ResultFact | null {
  return isOneOf(event, RESULT_TYPES) ? factOf(event) : null;
}

/** A mark on a grading scale, in digits and in words as written. */
export type MarkValue = Fact<'AssessmentCorrected'>['data']['mark'];

/**
 * The value of a result: a mark, an absence, no assessment, or a credit (with or without a mark).
 */
export type ResultValue =
  | Fact<'AssessmentRecorded'>['data']['result']
  | { readonly outcome: 'credited'; readonly mark: MarkValue | null };

/** A correction of a mark, or of the code of an absence. */
export type CorrectionFact = Fact<'AssessmentCorrected' | 'AbsenceCorrected'>;

/** The state of a correction. */
export type CorrectionState = 'in-effect' | 'waiting' | 'declined' | 'withdrawn';

/** One correction of a result. */
export interface Correction {
  /** The fact itself, with day, signer, ground and who entered it. */
  readonly fact: CorrectionFact;
  /** The value in force before it, and the value that it sets. */
  readonly before: ResultValue;
  readonly after: ResultValue;
  readonly state: CorrectionState;
  /**
   * The countersignature, its refusal, or the withdrawal; `null` if there is none yet, or none is
   * needed.
   */
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
  /** The value in force; `null` if annulled. */
  readonly value: ResultValue | null;
  /** In log order; a correction that waits changes no value. */
  readonly corrections: readonly Correction[];
  readonly annulled: Fact<'AssessmentAnnulled'> | null;
}

/** True if a correction of this result waits for its countersignature. */
export function isWaiting({ corrections }: ResultRecord): boolean {
  return corrections.some(({ state }) => state === 'waiting');
}

/** The facts of a result in log order. */
export function factsOf({ first, corrections, annulled }: ResultRecord): readonly Dated[] {
  const acts = corrections.flatMap(({ fact, decision }) => [fact, decision]);
  return [first, ...acts, annulled].filter((fact) => fact !== null);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenRecord = Omit<Mutable<ResultRecord>, 'corrections'> & {
  corrections: Mutable<Correction>[];
};

/**
 * Derives the results from a list of facts, as of a day (`null`: with all that is known), in the
 * order in which they were recorded. Skips an act about a result that is not in the list.
 */
export function resultsOf(facts: readonly ResultFact[], on: string | null): ResultRecord[] {
  const records = new Map<string, OpenRecord>();
  for (const fact of factsOn(facts, on)) {
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
  if (fact.type === 'AbsenceCorrected') return correctAbsence(record, fact);
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

function correctAbsence(record: OpenRecord, fact: Fact<'AbsenceCorrected'>): void {
  const after: ResultValue = { outcome: 'absent', reason: fact.data.code };
  const before = record.value ?? record.recorded;
  record.corrections.push({ fact, before, after, state: 'in-effect', decision: null });
  record.value = after;
}

/** What a result counts for; one without it in its event counts for the study year of its day. */
export function subjectOfResult(
  { module, kind, group, planned, countsFor }: FirstFact['data'],
  on: string,
): ResultSubject {
  const counts = countsFor ?? {
    studyYear: studyYearOf(on),
    period: null,
    planned: planned === null ? null : `${group}.${planned}`,
  };
  return { module, kind, ...counts };
}

/** A result in force, as the question "which result counts" takes it. */
export interface CountedRecord extends CountedResult {
  readonly record: ResultRecord;
}

/** The results that are not annulled, as `resultsThatCount` and `debtsOf` take them. RK 1.3. */
export function countedResults(records: readonly ResultRecord[]): readonly CountedRecord[] {
  return records.flatMap((record) => {
    const { result: event, on, value, first } = record;
    if (value === null) return [];
    const countsFor = subjectOfResult(first.data, on);
    const mark = 'mark' in value ? value.mark : null;
    const reason = 'reason' in value ? value.reason : null;
    const { appealOf = null, retake = null } =
      first.type === 'AssessmentRecorded' ? first.data : {};
    const { outcome } = value;
    return [{ event, on, countsFor, outcome, reason, mark, appealOf, retake, record }];
  });
}

import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Signer } from '../../../values/shape.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import type {
  absenceCorrected,
  assessmentAnnulled,
  assessmentCorrected,
  assessmentRecorded,
  correctionCountersigned,
  correctionDeclined,
  correctionWithdrawn,
  resultCredited,
  valueShape,
} from './assessment-events.ts';
import type { CountedResult, ResultSubject } from './counting-questions.ts';
import { resultSubjectKey } from './counting-questions.ts';
import type { RetakeTaken } from './debt-state.ts';
import type { EnrollmentState } from './state.ts';

/** A mark as it was written: scale, value, digits, words. */
export type MarkValue = z.infer<typeof valueShape>;

/** A correction that waits for its countersignature. */
export interface WaitingCorrection {
  /** Event id of the correction. */
  readonly event: string;
  readonly mark: MarkValue;
  readonly signer: Signer;
  /** The account that entered it; another account must enter the countersignature. */
  readonly actor: string;
  readonly actedOn: string;
}

/** A recorded or credited result, with its corrections and annulment. */
export interface ResultState extends CountedResult {
  /** Event id of the first record. */
  readonly event: string;
  /** Where the first record stands: its revision in the stream, its position in the log. */
  readonly at: { readonly revision: number; readonly position: string };
  readonly credited: boolean;
  /** Day of the assessment or credit. */
  readonly on: string;
  readonly group: string;
  /** Null: a result of the programme as a whole. */
  readonly module: string | null;
  readonly kind: string;
  readonly form: string;
  /** Id of the group's planned assessment that it counts for; null: none. */
  readonly planned: string | null;
  /** Null: no basis is named. */
  readonly basis: { readonly kind: string; readonly id: string | null } | null;
  /** What it counts for; a retake counts for the same as what it repeats. RK 1.3. */
  readonly countsFor: ResultSubject;
  outcome: CountedResult['outcome'];
  /** Code of an absence, or of why it was not assessed; null: neither. */
  reason: string | null;
  /** Event id of the result on which an appeal was decided; null: it is no such decision. */
  readonly appealOf: string | null;
  /** Person id of the official who assessed; null: a platform, an organisation, or a credit. */
  readonly author: string | null;
  /** The granted retake that was taken; null: it was no retake. */
  readonly retake: RetakeTaken | null;
  /** Id of the application for credit that granted it; null: none. */
  readonly decision: string | null;
  readonly refs: Refs;
  /** Event id of the mark in force: the record, or its last correction that took effect. */
  inForce: string;
  /** The mark in force; null: absent, not assessed, or credited without a mark. */
  mark: MarkValue | null;
  /** Day of the latest act about it; a new act may not be dated earlier. */
  lastActOn: string;
  /** The correction that waits for its countersignature; null: none. */
  waiting: WaitingCorrection | null;
  /** Day of its annulment; null: it is valid. */
  annulledOn: string | null;
}

/** The latest valid mark of one kind in one module: its day, and its first record's event id. */
export interface LatestMark {
  readonly on: string;
  readonly event: string;
}

type ResultEvent = EventOf<
  | typeof assessmentRecorded
  | typeof resultCredited
  | typeof assessmentCorrected
  | typeof absenceCorrected
  | typeof correctionCountersigned
  | typeof correctionDeclined
  | typeof correctionWithdrawn
  | typeof assessmentAnnulled
>;

/** Folds an event about results onto the state of the enrollment. */
export function evolveResults(state: EnrollmentState, event: ResultEvent): void {
  if (event.type === 'AssessmentRecorded') {
    const { result, retake } = event.data;
    const taken = retake === undefined ? undefined : state.retakes.get(retake.granted);
    if (taken !== undefined) taken.takenBy = event.id;
    return addResult(state, event, result.outcome === 'mark' ? result.mark : null);
  }
  if (event.type === 'ResultCredited') return addResult(state, event, event.data.mark);
  const result = state.results.get(event.data.corrects);
  if (result === undefined) return;
  const { actedOn } = event.data;
  result.lastActOn = actedOn;
  switch (event.type) {
    case 'AssessmentCorrected': {
      const { mark, signer, awaitsCountersignature } = event.data;
      state.recordOf.set(event.id, result.event);
      if (!awaitsCountersignature) return takeEffect(state, result, event.id, mark);
      result.waiting = { event: event.id, mark, signer, actor: event.actor, actedOn };
      state.waiting.set(event.id, result.waiting);
      return;
    }
    case 'AbsenceCorrected':
      state.recordOf.set(event.id, result.event);
      result.inForce = event.id;
      result.reason = event.data.code;
      return;
    case 'CorrectionCountersigned': {
      const { waiting } = result;
      clearWaiting(state, result);
      if (waiting !== null) takeEffect(state, result, waiting.event, waiting.mark);
      return;
    }
    case 'CorrectionDeclined':
    case 'CorrectionWithdrawn':
      return clearWaiting(state, result);
    case 'AssessmentAnnulled':
      clearWaiting(state, result);
      return annulResult(state, result, actedOn);
  }
}

function addResult(
  state: EnrollmentState,
  event: Extract<ResultEvent, { type: 'AssessmentRecorded' | 'ResultCredited' }>,
  mark: MarkValue | null,
): void {
  const { group, module, kind, form, planned } = event.data;
  const subject = { group, module, kind, form, planned };
  const assessment = event.type === 'AssessmentRecorded' ? event.data : null;
  const { studyYear, period, ...counts } = event.data.countsFor ?? {
    studyYear: studyYearOf(event.occurredOn),
    period: null,
    planned: planned === null ? null : plannedKey(group, planned),
  };
  const result: ResultState = {
    ...subject,
    countsFor: { module, kind, studyYear, period, planned: counts.planned },
    outcome: assessment === null ? 'credited' : assessment.result.outcome,
    appealOf: assessment?.appealOf ?? null,
    author: assessment?.assessor.kind === 'official' ? assessment.assessor.id : null,
    event: event.id,
    at: { revision: event.revision, position: event.position },
    credited: assessment === null,
    on: event.occurredOn,
    basis: assessment?.basis ?? null,
    reason:
      assessment === null || assessment.result.outcome === 'mark' ? null : assessment.result.reason,
    retake: assessment?.retake ?? null,
    decision: event.type === 'ResultCredited' ? event.data.decision : null,
    refs: event.refs,
    inForce: event.id,
    mark,
    lastActOn: event.occurredOn,
    waiting: null,
    annulledOn: null,
  };
  state.results.set(event.id, result);
  state.recordOf.set(event.id, event.id);
  const key = resultSubjectKey(result.countsFor);
  const own = state.subjects.get(key);
  if (own === undefined) state.subjects.set(key, [result]);
  else own.push(result);
  indexResult(state, result);
}

/** Key of a group's planned assessment, whose id is unique in its group only. */
export const plannedKey = (group: string, planned: string): string => `${group}.${planned}`;

function indexResult(state: EnrollmentState, result: ResultState): void {
  if (result.mark === null && !result.credited) return;
  const { planned, group, credited, on, event, kind } = result;
  if (planned !== null) state.planned.set(plannedKey(group, planned), event);
  if (credited) return; // a credit is not an assessment of its day
  const module = result.module ?? '';
  const kinds = state.latest.get(module) ?? new Map<string, LatestMark>();
  state.latest.set(module, kinds);
  const last = kinds.get(kind);
  if (last === undefined || last.on <= on) kinds.set(kind, { on, event });
}

function takeEffect(
  state: EnrollmentState,
  result: ResultState,
  event: string,
  mark: MarkValue,
): void {
  const first = result.mark === null;
  result.inForce = event;
  result.mark = mark;
  if (!result.credited) result.outcome = 'mark';
  if (first) indexResult(state, result);
}

function clearWaiting(state: EnrollmentState, result: ResultState): void {
  if (result.waiting !== null) state.waiting.delete(result.waiting.event);
  result.waiting = null;
}

function annulResult(state: EnrollmentState, result: ResultState, actedOn: string): void {
  result.annulledOn = actedOn;
  const { planned, group, kind, event } = result;
  if (planned !== null && state.planned.get(plannedKey(group, planned)) === event) {
    state.planned.delete(plannedKey(group, planned));
  }
  const kinds = state.latest.get(result.module ?? '');
  if (kinds?.get(kind)?.event !== event) return;
  kinds.delete(kind);
  for (const other of state.results.values()) {
    const same = other.module === result.module && other.kind === kind;
    if (same && other.annulledOn === null && !other.credited) indexResult(state, other);
  }
}

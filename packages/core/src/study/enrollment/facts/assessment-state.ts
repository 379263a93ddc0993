import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Signer } from '../../../values/shape.ts';
import type {
  assessmentAnnulled,
  assessmentCorrected,
  assessmentRecorded,
  correctionCountersigned,
  correctionDeclined,
  correctionWithdrawn,
  resultCredited,
  valueShape,
} from './assessment-events.ts';
import type { RetakeTaken } from './debt-state.ts';
import type { EnrollmentState } from './state.ts';

/** A mark as it is written: scale, value, digits, words. */
export type MarkValue = z.infer<typeof valueShape>;

/** A correction that waits for its countersignature. */
export interface WaitingCorrection {
  readonly event: string;
  readonly mark: MarkValue;
  readonly signer: Signer;
  /** The account that entered it: another one must enter the countersignature. */
  readonly actor: string;
  readonly actedOn: string;
}

/** A recorded or credited result, and what became of it. */
export interface ResultState {
  /** Event id of the first record. */
  readonly event: string;
  readonly credited: boolean;
  readonly on: string;
  readonly group: string;
  /** Null for a result of the whole programme. */
  readonly module: string | null;
  readonly kind: string;
  readonly form: string;
  readonly planned: string | null;
  /** What it rests on, by kind and id; null: nothing is named. */
  readonly basis: { readonly kind: string; readonly id: string | null } | null;
  /** Attendance code of an absence, code of what was not assessed; null: neither. */
  readonly reason: string | null;
  /** The granted retake that it is. */
  readonly retake: RetakeTaken | null;
  /** The decision that it was credited by; null: none. */
  readonly decision: string | null;
  readonly refs: Refs;
  /** Event id of the value in force: the record, or its last correction that took effect. */
  inForce: string;
  /** The mark in force; null where there is none (absent, not assessed, credited without one). */
  mark: MarkValue | null;
  /** Day of the latest act about it: a later act is not dated before it. */
  lastActOn: string;
  waiting: WaitingCorrection | null;
  /** Day of its annulment; null while it stands. */
  annulledOn: string | null;
}

/** The latest standing mark of one kind in one module. */
export interface LatestMark {
  readonly on: string;
  readonly event: string;
}

type ResultEvent = EventOf<
  | typeof assessmentRecorded
  | typeof resultCredited
  | typeof assessmentCorrected
  | typeof correctionCountersigned
  | typeof correctionDeclined
  | typeof correctionWithdrawn
  | typeof assessmentAnnulled
>;

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
      state.waiting.set(event.id, result.event);
      return;
    }
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
  const held = event.type === 'AssessmentRecorded' ? event.data : null;
  const result: ResultState = {
    ...subject,
    event: event.id,
    credited: held === null,
    on: event.occurredOn,
    basis: held?.basis ?? null,
    reason: held === null || held.result.outcome === 'mark' ? null : held.result.reason,
    retake: held?.retake ?? null,
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
  indexResult(state, result);
}

/** Key of a group's planned assessment: its id is unique in the group only. */
export const plannedKey = (group: string, planned: string): string => `${group}.${planned}`;

function indexResult(state: EnrollmentState, result: ResultState): void {
  if (result.mark === null && !result.credited) return;
  const { planned, group, credited, on, event, kind } = result;
  if (planned !== null) state.planned.set(plannedKey(group, planned), event);
  if (credited) return; // a credit is no assessment held on its day
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

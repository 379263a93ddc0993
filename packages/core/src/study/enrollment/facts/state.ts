import type * as z from 'zod';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { ArchivalStatus, RecordEvent } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
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
import type { DebtState, RetakeState, RetakeTaken } from './debt-state.ts';
import { evolveDebts } from './debt-state.ts';
import type { enrollmentEvents } from './events.ts';

/*
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`. The life of one learner in one programme,
 * every mark in it, and its way to the archive.
 */

export type EnrollmentEvent = EventOf<(typeof enrollmentEvents)[number]> | RecordEvent;

/** A mark as it is written: scale, value, digits, words. */
export type MarkValue = z.infer<typeof valueShape>;

/** One fact of the enrollment's life: what holds from its day on. Days never go back. */
export interface LifeFact {
  readonly event: string;
  readonly type: string;
  readonly on: string;
  readonly phase: 'open' | 'suspended' | 'ended';
  readonly group: string;
  /** Why study is suspended, by code; null: it is not. */
  readonly reason: string | null;
}

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

export interface EnrollmentState {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  programme: string;
  /** First day of study; null: not begun. */
  studyFrom: string | null;
  readonly line: LifeFact[];
  /** By event id of the first record. */
  readonly results: Map<string, ResultState>;
  /** Event id of a record or correction → event id of the first record. */
  readonly recordOf: Map<string, string>;
  /** Waiting corrections → event id of the first record. */
  readonly waiting: Map<string, string>;
  /** `<group>.<planned>` → the standing mark or credit for this planned assessment. */
  readonly planned: Map<string, string>;
  /** Module ('' for the whole programme) → kind → its latest standing mark; no credits. */
  readonly latest: Map<string, Map<string, LatestMark>>;
  /** Academic debts, by event id. D9. */
  readonly debts: Map<string, DebtState>;
  /** Granted retakes, by event id. D9. */
  readonly retakes: Map<string, RetakeState>;
  /** Where it stands on its way to the archive. D18. */
  readonly archival: ArchivalStatus;
}

const currentGroup = (state: EnrollmentState): string => state.line.at(-1)?.group ?? '';

/** Folds an enrollment's stream. A decision costs the same after 5,000 facts as after 20. */
export const enrollmentFold: Fold<EnrollmentState, EnrollmentEvent> = {
  kind: 'enrollment',
  initial: () => ({
    id: null,
    learner: '',
    programme: '',
    studyFrom: null,
    line: [],
    results: new Map(),
    recordOf: new Map(),
    waiting: new Map(),
    planned: new Map(),
    latest: new Map(),
    debts: new Map(),
    retakes: new Map(),
    archival: notArchived(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'Enrolled': {
        const { enrollment, learner, programme, studyFrom, group } = event.data;
        Object.assign(state, { id: enrollment, learner, programme, studyFrom });
        return live(state, event, 'open', group);
      }
      case 'StudyStarted':
        state.studyFrom = event.occurredOn;
        return live(state, event, 'open', currentGroup(state));
      case 'Transferred':
        return live(state, event, 'open', event.data.toGroup);
      case 'Suspended':
        return live(state, event, 'suspended', currentGroup(state), event.data.reason);
      case 'Reinstated':
        return live(state, event, 'open', event.data.group);
      case 'Completed':
      case 'Discharged':
        return live(state, event, 'ended', event.data.group);
      case 'HandedOver':
      case 'AcceptedByArchive':
      case 'ReturnedByArchive':
        return evolveArchivalStatus(state.archival, event);
      case 'DebtArose':
      case 'DebtTermPaused':
      case 'DebtSettled':
      case 'DebtExpired':
      case 'RetakeGranted':
      case 'RetakeWithdrawn':
      case 'InformedOfDebts':
        return evolveDebts(state, event);
      default:
        return evolveResults(state, event);
    }
  },
};

function live(
  state: EnrollmentState,
  event: EnrollmentEvent,
  phase: LifeFact['phase'],
  group: string,
  reason: string | null = null,
): void {
  const { id, type, occurredOn: on } = event;
  state.line.push({ event: id, type, on, phase, group, reason });
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

function evolveResults(state: EnrollmentState, event: ResultEvent): void {
  if (event.type === 'AssessmentRecorded') {
    const { result, retake } = event.data;
    const taken = retake === undefined ? undefined : state.retakes.get(retake.granted);
    if (taken !== undefined) taken.takenBy = event.id;
    return recorded(state, event, result.outcome === 'mark' ? result.mark : null);
  }
  if (event.type === 'ResultCredited') return recorded(state, event, event.data.mark);
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
      settle(state, result);
      if (waiting !== null) takeEffect(state, result, waiting.event, waiting.mark);
      return;
    }
    case 'CorrectionDeclined':
    case 'CorrectionWithdrawn':
      return settle(state, result);
    case 'AssessmentAnnulled':
      settle(state, result);
      return annulled(state, result, actedOn);
  }
}

function recorded(
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
  index(state, result);
}

/** Key of a group's planned assessment: its id is unique in the group only. */
export const plannedKey = (group: string, planned: string): string => `${group}.${planned}`;

function index(state: EnrollmentState, result: ResultState): void {
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
  if (first) index(state, result);
}

function settle(state: EnrollmentState, result: ResultState): void {
  if (result.waiting !== null) state.waiting.delete(result.waiting.event);
  result.waiting = null;
}

function annulled(state: EnrollmentState, result: ResultState, actedOn: string): void {
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
    if (same && other.annulledOn === null && !other.credited) index(state, other);
  }
}

import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { ArchivalStatus, RecordEvent } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
import type { LatestMark, ResultState } from './assessment-state.ts';
import { evolveResults } from './assessment-state.ts';
import type { DebtState, RetakeState } from './debt-state.ts';
import { evolveDebts } from './debt-state.ts';
import type { enrollmentEvents } from './events.ts';
import type { StudyState } from './study-state.ts';
import { studyFold } from './study-state.ts';

/*
 * State of an enrollment, folded from its stream `<org>.enrollment-<learner>.<programme>.<n>`: its
 * life, results, debts and retakes, and archival status.
 */

/** Any event of an enrollment's stream. */
export type EnrollmentEvent = EventOf<(typeof enrollmentEvents)[number]> | RecordEvent;

/** A fact of the enrollment's life: phase and group from its day on. Days never go back. */
export interface LifeFact {
  /** Event id. */
  readonly event: string;
  /** Event type, such as `Transferred`. */
  readonly type: string;
  readonly on: string;
  readonly phase: 'open' | 'suspended' | 'ended';
  readonly group: string;
  /** Why study is suspended, by the regulation's code; null: it is not. */
  readonly reason: string | null;
}

/**
 * An enrollment, as of the events folded so far. Its maps are indexes, so that a decision costs the
 * same after 5,000 events as after 20.
 */
export interface EnrollmentState {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  programme: string;
  /** First day of study; null: not begun. */
  studyFrom: string | null;
  /** The facts of its life, oldest first. */
  readonly lifeFacts: LifeFact[];
  /** Results by event id of the first record. */
  readonly results: Map<string, ResultState>;
  /** Event id of a first record or correction → event id of the first record. */
  readonly recordOf: Map<string, string>;
  /** Event id of a waiting correction → event id of the first record. */
  readonly waiting: Map<string, string>;
  /** `<group>.<planned>` → event id of the valid mark or credit for this planned assessment. */
  readonly planned: Map<string, string>;
  /** Module ('' for the whole programme) → kind → its latest valid mark, credits left out. */
  readonly latest: Map<string, Map<string, LatestMark>>;
  /** Academic debts, by event id. D9. */
  readonly debts: Map<string, DebtState>;
  /** Granted retakes, by event id. D9. */
  readonly retakes: Map<string, RetakeState>;
  /** Whether it was handed over to or accepted by the archive. D18. */
  readonly archival: ArchivalStatus;
  /** Decisions on study years, forms of education and of study. 273-FZ art. 17, 58. */
  readonly study: StudyState;
}

const currentGroup = (state: EnrollmentState): string => state.lifeFacts.at(-1)?.group ?? '';

/** Folds an enrollment's stream. */
export const enrollmentFold: Fold<EnrollmentState, EnrollmentEvent> = {
  kind: 'enrollment',
  initial: () => ({
    id: null,
    learner: '',
    programme: '',
    studyFrom: null,
    lifeFacts: [],
    results: new Map(),
    recordOf: new Map(),
    waiting: new Map(),
    planned: new Map(),
    latest: new Map(),
    debts: new Map(),
    retakes: new Map(),
    archival: notArchived(),
    study: studyFold.initial(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'Enrolled': {
        const { enrollment, learner, programme, studyFrom, group } = event.data;
        Object.assign(state, { id: enrollment, learner, programme, studyFrom });
        return addLifeFact(state, event, 'open', group);
      }
      case 'StudyStarted':
        state.studyFrom = event.occurredOn;
        return addLifeFact(state, event, 'open', currentGroup(state));
      case 'Transferred':
        return addLifeFact(state, event, 'open', event.data.toGroup);
      case 'Suspended':
        return addLifeFact(state, event, 'suspended', currentGroup(state), event.data.reason);
      case 'Reinstated':
        return addLifeFact(state, event, 'open', event.data.group);
      case 'Completed':
      case 'Discharged':
        return addLifeFact(state, event, 'ended', event.data.group);
      case 'HandedOver':
      case 'AcceptedByArchive':
      case 'ReturnedByArchive':
        return evolveArchivalStatus(state.archival, event);
      case 'YearDecided':
      case 'StudyFormSet':
      case 'StudyFormEnded':
      case 'StudyEntryAnnulled':
        return studyFold.evolve(state.study, event);
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

function addLifeFact(
  state: EnrollmentState,
  event: EnrollmentEvent,
  phase: LifeFact['phase'],
  group: string,
  reason: string | null = null,
): void {
  const { id, type, occurredOn: on } = event;
  state.lifeFacts.push({ event: id, type, on, phase, group, reason });
}

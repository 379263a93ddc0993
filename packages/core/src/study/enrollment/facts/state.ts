import type { WithEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { ArchivalStatus, RecordEvent } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
import type { LatestMark, ResultState, WaitingCorrection } from './assessment-state.ts';
import { evolveResults } from './assessment-state.ts';
import type { DebtEntry, RetakeState, TermPause } from './debt-state.ts';
import { evolveDebts } from './debt-state.ts';
import type { enrollmentEvents } from './events.ts';
import type { LifeEvent, LifeState } from './life-state.ts';
import { isLifeEntry, lifeFold } from './life-state.ts';

export type { LifeFact } from './life-state.ts';
import type { StudyState } from './study-state.ts';
import { studyFold } from './study-state.ts';

/*
 * State of an enrollment, folded from its stream `<org>.enrollment-<learner>.<programme>.<n>`: its
 * life, results, debts and retakes, and archival status.
 */

/** Any event of an enrollment's stream. */
export type EnrollmentEvent = EventOf<(typeof enrollmentEvents)[number]> | RecordEvent;

/**
 * An enrollment, as of the events folded so far. Its maps are indexes, so that a decision costs the
 * same after 5,000 events as after 20.
 */
export interface EnrollmentState extends LifeState, WithEntries<LifeEvent> {
  /** Null while the stream is empty. */
  id: string | null;
  learner: string;
  programme: string;
  /** Results by event id of the first record. */
  readonly results: Map<string, ResultState>;
  /** Event id of a first record or correction → event id of the first record. */
  readonly recordOf: Map<string, string>;
  /** Event id of a waiting correction → the correction. */
  readonly waiting: Map<string, WaitingCorrection>;
  /** `<group>.<planned>` → event id of the valid mark or credit for this planned assessment. */
  readonly planned: Map<string, string>;
  /** Module ('' for the whole programme) → kind → its latest valid mark, credits left out. */
  readonly latest: Map<string, Map<string, LatestMark>>;
  /** Results by the key of what they count for, annulled ones too, as they were recorded. */
  readonly subjects: Map<string, ResultState[]>;
  /** Days that do not count in the term of a debt. D9. */
  readonly pauses: TermPause[];
  /** Granted retakes, by event id. D9. */
  readonly retakes: Map<string, RetakeState>;
  /** What was entered about debts and retakes, so that it can be put right, by event id. */
  readonly debtEntries: Map<string, DebtEntry>;
  /** Whether it was handed over to or accepted by the archive. D18. */
  readonly archival: ArchivalStatus;
  /** Decisions on study years, forms of education and of study. 273-FZ art. 17, 58. */
  readonly study: StudyState;
}

/** Folds an enrollment's stream. */
export const enrollmentFold: Fold<EnrollmentState, EnrollmentEvent> = {
  kind: 'enrollment',
  initial: () => ({
    id: null,
    learner: '',
    programme: '',
    ...lifeFold.initial(),
    results: new Map(),
    recordOf: new Map(),
    waiting: new Map(),
    planned: new Map(),
    latest: new Map(),
    subjects: new Map(),
    pauses: [],
    retakes: new Map(),
    debtEntries: new Map(),
    archival: notArchived(),
    study: studyFold.initial(),
  }),
  evolve: (state, event) => {
    if (isLifeEntry(event)) {
      if (event.type === 'Enrolled' && state.id === null) {
        const { enrollment, learner, programme } = event.data;
        Object.assign(state, { id: enrollment, learner, programme });
      }
      return lifeFold.evolve(state, event);
    }
    switch (event.type) {
      case 'HandedOver':
      case 'AcceptedByArchive':
      case 'ReturnedByArchive':
        return evolveArchivalStatus(state.archival, event);
      case 'YearDecided':
      case 'StudyFormSet':
      case 'StudyFormEnded':
      case 'StudyEntryAnnulled':
        return studyFold.evolve(state.study, event);
      case 'DebtTermPaused':
      case 'RetakeGranted':
      case 'RetakeMoved':
      case 'RetakeWithdrawn':
      case 'InformedOfDebts':
      case 'DebtEntryAnnulled':
        return evolveDebts(state, event);
      default:
        return evolveResults(state, event);
    }
  },
};

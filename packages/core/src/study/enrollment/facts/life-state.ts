import type { EntryFold } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type {
  completed,
  discharged,
  enrolled,
  enrollmentEntryAnnulled,
  reinstated,
  studyStarted,
  suspended,
  transferred,
} from './life-events.ts';

/* State of an enrollment's life, a part of the enrollment's state. D4. */

/** A step of an enrollment's life. */
export type LifeEvent = EventOf<
  | typeof enrolled
  | typeof studyStarted
  | typeof transferred
  | typeof suspended
  | typeof reinstated
  | typeof completed
  | typeof discharged
>;

type LifeEntryEvent = LifeEvent | EventOf<typeof enrollmentEntryAnnulled>;

/** A step that counts: phase and group from its day on. Days never go back. */
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
  /** Why the learner was discharged, by the regulation's code; null: it is no discharge. */
  readonly left: string | null;
}

/** What the steps that count amount to. */
export interface LifeState {
  /** First day of study; null: not begun. */
  studyFrom: string | null;
  /** In the order of their days. */
  readonly lifeFacts: LifeFact[];
}

/** How the steps make the state of the life; annulled ones are left out, late ones put in place. */
export const lifeSteps: EntryFold<LifeState, LifeEvent> = {
  kind: 'enrollment',
  initial: () => ({ studyFrom: null, lifeFacts: [] }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'Enrolled':
        state.studyFrom = event.data.studyFrom;
        return add(state, event, 'open', event.data.group);
      case 'StudyStarted':
        state.studyFrom = event.occurredOn;
        return add(state, event, 'open', currentGroup(state));
      case 'Transferred':
        return add(state, event, 'open', event.data.toGroup);
      case 'Suspended':
        return add(state, event, 'suspended', currentGroup(state), event.data.reason);
      case 'Reinstated':
        return add(state, event, 'open', event.data.group);
      case 'Completed':
        return add(state, event, 'ended', event.data.group);
      case 'Discharged':
        return add(state, event, 'ended', event.data.group, null, event.data.reason);
    }
  },
};

/** Folds steps and annulments of steps. */
export const lifeFold = foldEntries<LifeState, LifeEvent, EventOf<typeof enrollmentEntryAnnulled>>(
  lifeSteps,
  { type: 'EnrollmentEntryAnnulled' },
);

const LIFE_TYPES: readonly string[] = [
  'Enrolled',
  'StudyStarted',
  'Transferred',
  'Suspended',
  'Reinstated',
  'Completed',
  'Discharged',
  'EnrollmentEntryAnnulled',
];

/** Is it a step, or the annulment of one? */
export const isLifeEntry = (event: { readonly type: string }): event is LifeEntryEvent =>
  LIFE_TYPES.includes(event.type);

const currentGroup = ({ lifeFacts }: LifeState): string => lifeFacts.at(-1)?.group ?? '';

function add(
  state: LifeState,
  { id, type, occurredOn: on }: LifeEvent,
  phase: LifeFact['phase'],
  group: string,
  reason: string | null = null,
  left: string | null = null,
): void {
  state.lifeFacts.push({ event: id, type, on, phase, group, reason, left });
}

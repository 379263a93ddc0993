import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { assessmentPlanned, groupEvents } from './events.ts';

/* State of a group, folded from its stream `<org>.group-<group>`. D2. */

/** Any event of a group's stream. */
export type GroupEvent = EventOf<(typeof groupEvents)[number]>;

/** A planned assessment of the group. */
export type PlannedAssessment = EventOf<typeof assessmentPlanned>['data'];

/** A group of learners in one programme, as of the events folded so far. */
export interface GroupState {
  /** Null while the stream is empty. */
  id: string | null;
  programme: string;
  title: string;
  /** Planned first and last day of study; null: not set. */
  from: string | null;
  until: string | null;
  /** Form or year of study, and the study year; null: not said. */
  stage: number | null;
  studyYear: string | null;
  openedOn: string | null;
  /** First day on which it takes no new enrollments; null: it is not closed. */
  closedFrom: string | null;
  /** Planned assessments that were not dropped, by id. */
  readonly planned: Record<string, PlannedAssessment>;
  /** Ids of all assessments ever planned, dropped ones too. */
  readonly everPlanned: Record<string, true>;
  /** Module ('' for the whole programme) → first day on which its requirements were announced. */
  readonly announced: Record<string, string>;
}

/** Folds a group's stream. */
export const groupFold: Fold<GroupState, GroupEvent> = {
  kind: 'group',
  initial: () => ({
    id: null,
    programme: '',
    title: '',
    from: null,
    until: null,
    stage: null,
    studyYear: null,
    openedOn: null,
    closedFrom: null,
    planned: byId(),
    everPlanned: byId(),
    announced: byId(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'GroupOpened': {
        const { group, programme, title, from, until, stage, studyYear } = event.data;
        Object.assign(state, { id: group, programme, title, from, until });
        Object.assign(state, { stage: stage ?? null, studyYear: studyYear ?? null });
        state.openedOn = event.occurredOn;
        return;
      }
      case 'AssessmentPlanned':
        state.planned[event.data.planned] = event.data;
        state.everPlanned[event.data.planned] = true;
        return;
      case 'PlannedAssessmentDropped':
        delete state.planned[event.data.planned];
        return;
      case 'RequirementsAnnounced':
        state.announced[event.data.module ?? ''] ??= event.occurredOn;
        return;
      case 'GroupClosed':
        state.closedFrom = event.occurredOn;
        return;
    }
  },
};

/** An empty record without a prototype, because an id may be `constructor`. */
function byId<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

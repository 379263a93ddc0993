import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { assessmentPlanned, groupEvents } from './events.ts';

/* Stream: `<org>.group-<group>`. A group of one programme, and its planned assessments. */

export type GroupEvent = EventOf<(typeof groupEvents)[number]>;

/** A planned assessment of the group. */
export type PlannedAssessment = EventOf<typeof assessmentPlanned>['data'];

/** What a group says to decisions about its learners. */
export interface GroupState {
  id: string | null;
  programme: string;
  title: string;
  from: string | null;
  until: string | null;
  openedOn: string | null;
  /** First day on which it takes no new enrollments. */
  closedFrom: string | null;
  readonly planned: Record<string, PlannedAssessment>;
  /** Ids of planned assessments, also of those that were dropped. */
  readonly everPlanned: Record<string, true>;
  /** Modules ('' for the whole programme) whose requirements were announced, with the day. */
  readonly announced: Record<string, string>;
}

export const groupFold: Fold<GroupState, GroupEvent> = {
  kind: 'group',
  initial: () => ({
    id: null,
    programme: '',
    title: '',
    from: null,
    until: null,
    openedOn: null,
    closedFrom: null,
    planned: byId(),
    everPlanned: byId(),
    announced: byId(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'GroupOpened': {
        const { group, programme, title, from, until } = event.data;
        Object.assign(state, { id: group, programme, title, from, until });
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

/** An empty record that holds nothing of its own: an id may read `constructor`. */
function byId<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

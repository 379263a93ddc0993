import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { assessmentPlanned, groupEntryAnnulled, groupEvents } from './events.ts';

/* State of a group, folded from its stream `<org>.group-<group>`. D2. */

/** Any event of a group's stream. */
export type GroupEvent = EventOf<(typeof groupEvents)[number]>;

/** An entry about a group, which may be annulled. */
export type GroupEntry = Exclude<GroupEvent, { type: 'GroupEntryAnnulled' }>;

/** A planned assessment of the group. */
export type PlannedAssessment = EventOf<typeof assessmentPlanned>['data'];

/** What the entries of a group that count amount to. */
interface OwnState {
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
  /** The group that it was merged into, from `closedFrom` on; null: it was not. */
  mergedInto: string | null;
  /** Planned assessments that were not dropped, by id. */
  readonly planned: Record<string, PlannedAssessment>;
  /** Ids of all assessments planned, dropped ones too. */
  readonly everPlanned: Record<string, true>;
  /** Ids of the dropped ones, which are not used again. */
  readonly dropped: Record<string, true>;
  /** Module ('' for the whole programme) → first day on which its requirements were announced. */
  readonly announced: Record<string, string>;
}

/** A group of learners in one programme, as of the events folded so far. */
export type GroupState = OwnState & WithEntries<GroupEntry>;

/** How the entries make the state; for `stateWithout` too. */
export const ownGroupFold: EntryFold<OwnState, GroupEntry> = {
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
    mergedInto: null,
    planned: byId(),
    everPlanned: byId(),
    dropped: byId(),
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
        if (!Object.hasOwn(state.dropped, event.data.planned)) {
          state.planned[event.data.planned] = event.data;
        }
        state.everPlanned[event.data.planned] = true;
        return;
      case 'PlannedAssessmentDropped':
        delete state.planned[event.data.planned];
        state.dropped[event.data.planned] = true;
        return;
      case 'RequirementsAnnounced':
        state.announced[event.data.module ?? ''] ??= event.occurredOn;
        return;
      case 'GroupClosed':
        state.closedFrom = event.occurredOn;
        return;
      case 'GroupMerged':
        state.closedFrom = event.occurredOn;
        state.mergedInto = event.data.into;
        return;
    }
  },
};

/** Folds a group's stream. */
export const groupFold: Fold<GroupState, GroupEvent> = foldEntries<
  OwnState,
  GroupEntry,
  EventOf<typeof groupEntryAnnulled>
>(ownGroupFold, { type: 'GroupEntryAnnulled' });

/** An empty record without a prototype, because an id may be `constructor`. */
function byId<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Ground, Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { recordEvents } from '../../../record/events.ts';
import type { ArchivalStatus } from '../../../record/state.ts';
import { evolveArchivalStatus, notArchived } from '../../../record/state.ts';
import type { LessonEntry } from './entry-questions.ts';
import { lessonEntryOf } from './entry-questions.ts';
import type {
  journalContinued,
  journalEntryAnnulled,
  journalEvents,
  journalHandedOver,
} from './events.ts';

/*
 * State of a journal, folded from its stream `<org>.journal-<group>.<module>.<studyYear>`. Journals
 * of lessons, electives, circles and sections differ in kind, not in shape. D5, R5 §4.3-4.6.
 */

/** Any event of a journal's stream. */
export type JournalEvent = EventOf<(typeof journalEvents)[number] | (typeof recordEvents)[number]>;

/** A recorded lesson, as far as later decisions need it. */
export interface JournalLesson {
  /** Id of its LessonHeld. */
  readonly eventId: string;
  /** Day of the lesson. */
  readonly on: string;
  /** Its entry as it reads now. */
  entry: LessonEntry;
  /** Refs of the lesson, or of its last correction. */
  refs: Refs;
  /** The paper that the lesson itself rests on: the order of remote lessons. */
  readonly ground: Ground | null;
  annulled: boolean;
}

/** An entry about the journal itself, which may be annulled. */
export type JournalEntry = EventOf<typeof journalHandedOver | typeof journalContinued>;

/** A handing over of the journal; `on` is the first day of the new teacher. */
export interface HandOver {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

/** Whose journal it is, as the entries that count make it. */
export interface KeepingState {
  /** In the order of their days. */
  readonly handOvers: HandOver[];
  /** The journal in which it is continued, and from when; null: it goes on. */
  continued: { readonly into: string; readonly from: string } | null;
}

/** Whose journal it is, and where it is continued. */
export type JournalKeeping = KeepingState & WithEntries<JournalEntry>;

/** How the entries that count make whose journal it is. */
export const ownKeepingFold: EntryFold<KeepingState, JournalEntry> = {
  kind: 'journal',
  initial: () => ({ handOvers: [], continued: null }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'JournalContinued') {
      state.continued = { into: event.data.into, from: on };
      return;
    }
    const { from, to } = event.data;
    state.handOvers.push({ on, from, to });
  },
};

const keepingFold = foldEntries<KeepingState, JournalEntry, EventOf<typeof journalEntryAnnulled>>(
  ownKeepingFold,
  { type: 'JournalEntryAnnulled' },
);

/** A journal, as of the events folded so far. */
export interface JournalState {
  /** `<group>.<module>.<studyYear>`; null while the stream is empty. */
  journal: string | null;
  group: string;
  module: string;
  studyYear: string;
  /** By lesson id. */
  readonly lessons: Map<string, JournalLesson>;
  /** Whose it is, and where it is continued. RK 4. */
  readonly keeping: JournalKeeping;
  readonly archival: ArchivalStatus;
}

/** Folds a journal's stream. */
export const journalFold: Fold<JournalState, JournalEvent> = {
  kind: 'journal',
  initial: () => ({
    journal: null,
    group: '',
    module: '',
    studyYear: '',
    lessons: new Map(),
    keeping: keepingFold.initial(),
    archival: notArchived(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'LessonHeld': {
        const { journal, group, module, studyYear, lesson } = event.data;
        Object.assign(state, { journal, group, module, studyYear });
        const { id: eventId, occurredOn: on, refs, ground } = event;
        const entry = lessonEntryOf(event.data);
        state.lessons.set(lesson, { eventId, on, entry, refs, ground, annulled: false });
        return;
      }
      case 'LessonCorrected': {
        const lesson = state.lessons.get(event.data.lesson);
        if (lesson === undefined) return;
        lesson.refs = event.refs;
        lesson.entry = lessonEntryOf(event.data);
        return;
      }
      case 'LessonAnnulled': {
        const lesson = state.lessons.get(event.data.lesson);
        if (lesson !== undefined) lesson.annulled = true;
        return;
      }
      case 'JournalHandedOver':
      case 'JournalContinued':
      case 'JournalEntryAnnulled':
        return keepingFold.evolve(state.keeping, event);
      default:
        evolveArchivalStatus(state.archival, event);
    }
  },
};

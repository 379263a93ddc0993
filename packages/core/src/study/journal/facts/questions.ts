import { entriesInForce } from '../../../entry/fold.ts';
import type { ArchivedKind } from '../../../record/kind.ts';
import type { LessonEntry } from './entry-questions.ts';
import type {
  HandOver,
  JournalEntry,
  JournalEvent,
  JournalKeeping,
  JournalState,
} from './state.ts';
import { journalFold } from './state.ts';

export { studyYearOf } from '../../../values/study-year.ts';

/** What an archive transfer needs to know of journals. A journal may be handed over at any time. */
export const journalArchive: ArchivedKind<JournalState, JournalEvent> = {
  fold: journalFold,
  statusOf: ({ journal, archival }) => (journal === null ? null : archival),
  refsOf: ({ journal, group, module }) => ({
    journal: journal === null ? [] : [journal],
    group: [group],
    module: [module],
  }),
  refuseUnlessReady: () => null,
};

/** What is asked of a journal to say whose it is: a state, or a view of it. */
export interface JournalTeachers {
  /** In the order of their days. */
  readonly keeping: { readonly handOvers: readonly HandOver[] };
  /** By lesson id, in the order of their entry. */
  readonly lessons: ReadonlyMap<
    string,
    {
      readonly on: string;
      readonly annulled: boolean;
      readonly entry: Pick<LessonEntry, 'teacher' | 'substituteFor'>;
    }
  >;
}

/**
 * The teacher of a journal on a day: who took it over last by then, else whose its last lesson by
 * then was; null: nobody yet. RK 4 no. 4.
 */
export function teacherOf({ keeping, lessons }: JournalTeachers, day: string): string | null {
  const taken = keeping.handOvers.findLast(({ on }) => on <= day);
  return taken?.to ?? taughtBy(lessons, day);
}

/** The teacher whose the last lesson by a day was; null: there was none. */
function taughtBy(lessons: JournalTeachers['lessons'], day: string): string | null {
  const held = [...lessons.values()].filter(({ on, annulled }) => on <= day && !annulled);
  const lastDay = held
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const last = held.findLast(({ on }) => on === lastDay);
  return last?.entry.substituteFor ?? last?.entry.teacher ?? null;
}

/**
 * The handings over that do not fit: by somebody who did not keep the journal then, or on a day on
 * which it goes on elsewhere.
 */
export function unfitHandOvers(
  { lessons }: Pick<JournalTeachers, 'lessons'>,
  keeping: JournalKeeping,
): readonly JournalEntry[] {
  const { continued } = keeping;
  let keeper: string | null = null;
  return entriesInForce(keeping).filter((event) => {
    if (event.type !== 'JournalHandedOver') return false;
    const { occurredOn: on, data } = event;
    const before = keeper ?? taughtBy(lessons, on);
    keeper = data.to;
    return before !== data.from || (continued !== null && on >= continued.from);
  });
}

/**
 * Who took a teacher's journal over, by a day, through all who did after them; null: nobody. The
 * successor signs in place of an author who has left. RK 1.12.
 */
export function successorOf(
  { keeping }: Pick<JournalTeachers, 'keeping'>,
  teacher: string,
  day: string,
): string | null {
  let successor: string | null = null;
  for (const { on, from, to } of keeping.handOvers) {
    if (on <= day && from === (successor ?? teacher)) successor = to;
  }
  return successor;
}

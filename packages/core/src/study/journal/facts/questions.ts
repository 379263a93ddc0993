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

/** What is asked of a journal to say who keeps it: a state, or a view of it. */
export interface JournalTeachers {
  /** In the order of their days. */
  readonly keeping: { readonly handOvers: readonly HandOver[] };
  /** By lesson id, in the order of their entry. */
  readonly lessons: ReadonlyMap<
    string,
    {
      readonly on: string;
      readonly annulled: boolean;
      readonly entry: Pick<LessonEntry, 'teacher' | 'substituteFor' | 'individual'>;
    }
  >;
}

/**
 * The teacher whose lesson it was, though another one stood in for them.
 * @example
 * taughtFor({ teacher: 'p-8', substituteFor: 'p-9' }); // => 'p-9'
 */
export const taughtFor = ({ teacher, substituteFor }: TaughtBy): string => substituteFor ?? teacher;

type TaughtBy = Pick<LessonEntry, 'teacher' | 'substituteFor'>;

/**
 * The teachers who keep a journal on a day: those whose lessons of the class were held in it by
 * then, as of two subgroups, until they hand it over, and those who took it over. A lesson for one
 * learner alone makes nobody keep the journal of the class. RK 4 no. 4.
 */
export function keepersOf({ keeping, lessons }: JournalTeachers, day: string): readonly string[] {
  const held = [...lessons.values()]
    .filter(({ on, annulled, entry }) => on <= day && !annulled && isOfClass(entry))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const keepers = new Set(held.map(({ entry }) => taughtFor(entry)));
  for (const { on, from, to } of keeping.handOvers) {
    if (on > day) continue;
    keepers.delete(from);
    keepers.add(to);
  }
  return [...keepers];
}

/** Is a lesson one of the class, and not for one learner alone? */
export const isOfClass = ({ individual }: Pick<LessonEntry, 'individual'>): boolean =>
  individual === undefined;

/** Lessons, and their academic hours. */
export interface LessonsHeld {
  readonly lessons: number;
  readonly hours: number;
}

/** Adds up the lessons of the class among those that count. RK 4 no. 5. */
export const heldInClass = (entries: readonly LessonSummed[]): LessonsHeld =>
  addUp(entries.filter(isOfClass));

/** Adds up the lessons for one learner alone among those that count: none are of the class. */
export const heldAlone = (entries: readonly LessonSummed[]): LessonsHeld =>
  addUp(entries.filter((one) => !isOfClass(one)));

type LessonSummed = Pick<LessonEntry, 'hours' | 'individual'>;

function addUp(entries: readonly LessonSummed[]): LessonsHeld {
  const sum = { lessons: 0, hours: 0 };
  for (const { hours } of entries) {
    sum.lessons += 1;
    sum.hours += hours;
  }
  return sum;
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
  const handOvers: HandOver[] = [];
  return entriesInForce(keeping).filter((event) => {
    if (event.type !== 'JournalHandedOver') return false;
    const { occurredOn: on, data } = event;
    const { from, to } = data;
    const kept = keepersOf({ keeping: { handOvers }, lessons }, on).includes(from);
    handOvers.push({ on, from, to });
    return !kept || (continued !== null && on >= continued.from);
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

/** The name of a journal as a record of the archive. */
export const journalRecord = (journal: string): string => `journal-${journal}`;

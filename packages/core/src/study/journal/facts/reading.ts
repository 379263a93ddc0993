import { entriesInForce } from '../../../entry/fold.ts';
import type { Reading } from '../../../kernel/reading.ts';
import { studyYearOf } from '../../../values/study-year.ts';
import { journalFold } from './state.ts';

/** A lesson that was not annulled, as far as others ask: its day, and who was there. */
export interface LessonSeen {
  readonly lesson: string;
  readonly on: string;
  /** Absent learners with their attendance codes, as corrected. */
  readonly absent: ReadonlyMap<string, string>;
  /** Learners who were present, as corrected. */
  readonly present: ReadonlySet<string>;
}

/** The continuation of a journal in that of the group that its own was merged into. */
export interface ContinuationSeen {
  readonly type: 'JournalContinued';
  /** Its event id. */
  readonly id: string;
  readonly on: string;
}

/** Reads where the journals of a group go on in another group, by modules and study years. */
export async function readContinuations(
  reading: Reading,
  group: string,
  modules: readonly string[],
  studyYears: readonly string[],
): Promise<readonly ContinuationSeen[]> {
  const journals = modules.flatMap((module) => studyYears.map((year) => [module, year] as const));
  const found = await Promise.all(
    journals.map(async ([module, year]) => {
      const { state } = await reading.load(journalFold, group, module, year);
      return entriesInForce(state.keeping);
    }),
  );
  return found
    .flat()
    .flatMap(({ type, id, occurredOn: on }) =>
      type === 'JournalContinued' ? [{ type, id, on }] : [],
    );
}

/** Which lessons a result may be about: the one that it names, or those of its day. */
export interface LessonsAsked {
  readonly group: string;
  readonly module: string;
  readonly on: string;
  /** Null: the result names none. */
  readonly named: string | null;
}

/** Reads these lessons from the journal of the group, the module and the study year of the day. */
export async function readLessons(
  reading: Reading,
  { group, module, on: day, named }: LessonsAsked,
): Promise<readonly LessonSeen[]> {
  const { state } = await reading.load(journalFold, group, module, studyYearOf(day));
  const asked = [...state.lessons].filter(
    ([lesson, { on, annulled }]) => !annulled && (on === day || lesson === named),
  );
  return asked.map(([lesson, { on, entry }]) => {
    const absent = new Map(entry.absent.map(({ learner, code }) => [learner, code]));
    return { lesson, on, absent, present: new Set(entry.present) };
  });
}

import { entriesInForce } from '../../../entry/fold.ts';
import type { Reading } from '../../../kernel/reading.ts';
import { journalFold } from './state.ts';

/** A lesson that was not annulled, as far as others ask: its day, and who was absent. */
export interface LessonSeen {
  readonly lesson: string;
  readonly on: string;
  /** Absent learners with their attendance codes, as corrected. */
  readonly absent: ReadonlyMap<string, string>;
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

/** Reads the lessons of a group's journal of one module and study year. */
export async function readLessons(
  reading: Reading,
  group: string,
  module: string,
  studyYear: string,
): Promise<readonly LessonSeen[]> {
  const { state } = await reading.load(journalFold, group, module, studyYear);
  return [...state.lessons].flatMap(([lesson, { on, entry, annulled }]) => {
    const absent = new Map(entry.absent.map(({ learner, code }) => [learner, code]));
    return annulled ? [] : [{ lesson, on, absent }];
  });
}

import type { Reading } from '../../../kernel/reading.ts';
import { journalFold } from './state.ts';

/** A lesson that was not annulled, as far as others ask: its day, and who was absent. */
export interface LessonSeen {
  readonly lesson: string;
  readonly on: string;
  /** Absent learners with their attendance codes, as corrected. */
  readonly absent: ReadonlyMap<string, string>;
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

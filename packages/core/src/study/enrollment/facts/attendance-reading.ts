import type { Reading } from '../../../kernel/reading.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { limitsInGroup } from './attendance-questions.ts';
import { enrollmentFold } from './state.ts';
import type { StudyLimits } from './study-questions.ts';

/** A learner whom a lesson lists. */
export interface Attendee {
  readonly learner: string;
  /** Null: not in the group on that day. */
  readonly limits: StudyLimits | null;
}

/** The group and day of a lesson. */
export interface LessonPlace {
  readonly programme: string;
  readonly group: string;
  readonly on: string;
  readonly edition: Edition;
}

/**
 * Reads whether learners are in a group on a day, and how they study on it. It costs one read for
 * each learner, and one more for each earlier enrollment of theirs in the programme.
 */
export function readAttendees(
  reading: Reading,
  learners: readonly string[],
  place: LessonPlace,
): Promise<readonly Attendee[]> {
  return Promise.all(learners.map((learner) => readAttendee(reading, learner, place)));
}

async function readAttendee(
  reading: Reading,
  learner: string,
  { programme, group, on, edition }: LessonPlace,
): Promise<Attendee> {
  for (let number = 1; ; number += 1) {
    const { state } = await reading.load(enrollmentFold, learner, programme, String(number));
    if (state.id === null) return { learner, limits: null };
    const limits = limitsInGroup(state, { group, on }, edition);
    if (limits !== null) return { learner, limits };
  }
}

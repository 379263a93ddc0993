import type { Reading } from '../../../kernel/reading.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { limitsInGroup, pauseInGroup } from './attendance-questions.ts';
import type { Place } from './questions.ts';
import { enrollmentFold } from './state.ts';
import type { StudyLimits } from './study-questions.ts';

/** A learner whom a lesson lists. */
export interface Attendee {
  readonly learner: string;
  /** Null: they do not study in the group on that day. */
  readonly limits: StudyLimits | null;
  /** Where they are in the group and do not study: on leave, or not begun; null: neither. */
  readonly pause: Place | null;
}

/** The group and day of a lesson. */
export interface LessonPlace {
  readonly programme: string;
  readonly group: string;
  readonly on: string;
  readonly edition: Edition;
}

/**
 * Reads whether learners study in a group on a day, and how. It costs one read for
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
  let pause: Place | null = null;
  for (let number = 1; ; number += 1) {
    const { state } = await reading.load(enrollmentFold, learner, programme, String(number));
    if (state.id === null) return { learner, limits: null, pause };
    const limits = limitsInGroup(state, { group, on }, edition);
    if (limits !== null) return { learner, limits, pause: null };
    pause ??= pauseInGroup(state, { group, on });
  }
}

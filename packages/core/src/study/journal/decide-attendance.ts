import type { Refusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { isApart } from '../enrollment/facts/attendance-questions.ts';
import type { Attendee } from '../enrollment/facts/attendance-reading.ts';
import type { HoldLesson } from './commands.ts';
import {
  guestNotListed,
  individualLessonUnfit,
  learnerNotInClass,
  learnerNotInGroup,
  learnerNotStudying,
} from './refusals.ts';

/** The learners whom a lesson names, as read from their enrollments; null: nobody was asked. */
export interface AttendanceSeen {
  readonly attendees: readonly Attendee[];
  /** Guests who are not registered. */
  readonly unknownGuests: readonly string[];
}

/** The learners whom an entry lists. */
export function listedIn({ present, absent }: Pick<HoldLesson, 'present' | 'absent'>) {
  return [...present, ...absent.map(({ learner }) => learner)];
}

/**
 * Refuses an entry whose learners do not belong in the lesson: `lesson-guest-unlisted`,
 * `lesson-individual-unfit`, `learner-unknown` for a guest, `learner-not-in-group`,
 * `learner-not-studying` for who is on leave or has not begun, and `learner-not-in-class` for who
 * has lessons apart or none (home study, family form, extern). D5, R1 §3.2, 273-FZ art. 17, 34.
 */
export function refuseUnlessAttend(
  entry: Pick<HoldLesson, 'present' | 'absent' | 'guests' | 'individual'>,
  place: { readonly group: string; readonly on: string; readonly lesson: string },
  seen: AttendanceSeen | null,
): Refusal | null {
  const listed = listedIn(entry);
  const { guests, individual: alone } = entry;
  const missing = guests.find((guest) => !listed.includes(guest));
  if (missing !== undefined) return guestNotListed({ guest: missing, lesson: place.lesson });
  if (alone !== null && (listed.length !== 1 || listed[0] !== alone)) {
    return individualLessonUnfit({ learner: alone, listed });
  }
  if (seen === null) return null;
  const [unknown] = seen.unknownGuests;
  if (unknown !== undefined) return learnerUnknown({ learner: unknown });
  const { group, on } = place;
  const outside = seen.attendees.filter(({ limits, pause }) => limits === null && pause === null);
  if (outside.length > 0) {
    return learnerNotInGroup({ learners: outside.map((one) => one.learner), group, on });
  }
  const paused = seen.attendees.flatMap(({ learner, pause }) =>
    pause === null ? [] : [{ learner, status: pause.status, since: pause.since }],
  );
  if (paused.length > 0) return learnerNotStudying({ learners: paused, group, on });
  const apart = seen.attendees.flatMap(({ learner, limits }) =>
    limits !== null && isApart(limits, alone !== null) ? [`${learner} (${limits.form})`] : [],
  );
  return apart.length === 0 ? null : learnerNotInClass({ learners: apart, on });
}

import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { Place } from './questions.ts';
import { studyOn } from './questions.ts';
import type { EnrollmentState } from './state.ts';
import type { StudyLimits } from './study-questions.ts';
import { studyLimitsOn } from './study-questions.ts';

/* Whether a lesson may list a learner. D5, 273-FZ art. 17, 34. */

/** A group (null: any) and a day. */
interface GroupDay {
  readonly group: string | null;
  readonly on: string;
}

/**
 * How the learner of an enrollment studies in a group on a day; null: they do not. Who is on leave
 * or has not begun has no lessons, as they have no marks. The day of completion or discharge is
 * still one of study; the first day of a leave is not, and that of the return is. RK 1.5, D4.
 */
export function limitsInGroup(
  state: EnrollmentState,
  at: GroupDay,
  edition: Edition,
): StudyLimits | null {
  const isStudying = placeInGroup(state, at)?.status === 'studying';
  return isStudying ? studyLimitsOn(state, at.on, edition) : null;
}

/**
 * The place of a learner who is in a group on a day and does not study: on leave, or before the
 * first day of study; null: they study there, or are not in it. R1 §3.2.
 */
export function pauseInGroup(state: EnrollmentState, at: GroupDay): Place | null {
  const place = placeInGroup(state, at);
  return place === null || place.status === 'studying' ? null : place;
}

function placeInGroup(state: EnrollmentState, { group, on }: GroupDay): Place | null {
  const place = studyOn(state, on);
  const there = (group ?? place.group) === place.group && place.status !== 'ended';
  return there && place.status !== 'not-enrolled' ? place : null;
}

/** May the lesson not list who studies so: have they lessons apart from the class, or none? */
export function isApart({ lessons }: Pick<StudyLimits, 'lessons'>, individual: boolean): boolean {
  return individual ? lessons === 'none' : lessons !== 'class';
}

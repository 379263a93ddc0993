import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { studyOn } from './questions.ts';
import type { EnrollmentState } from './state.ts';
import type { StudyLimits } from './study-questions.ts';
import { studyLimitsOn } from './study-questions.ts';

/* Whether a lesson may list a learner. D5, 273-FZ art. 17, 34. */

/**
 * How the learner of an enrollment studies in a group (null: in any) on a day; null: they are not
 * in the group. The day of completion or discharge is still one in it.
 */
export function limitsInGroup(
  state: EnrollmentState,
  { group, on }: { readonly group: string | null; readonly on: string },
  edition: Edition,
): StudyLimits | null {
  const place = studyOn(state, on);
  const there = (group ?? place.group) === place.group && place.status !== 'ended';
  return there && place.status !== 'not-enrolled' ? studyLimitsOn(state, on, edition) : null;
}

/** May the lesson not list who studies so: have they lessons apart from the class, or none? */
export function isApart({ lessons }: Pick<StudyLimits, 'lessons'>, individual: boolean): boolean {
  return individual ? lessons === 'none' : lessons !== 'class';
}

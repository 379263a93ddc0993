import { studyYearOf } from '../../../values/study-year.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import { absenceFrom, attendanceAgainst, needsPresence } from './absence-questions.ts';
import type { ResultState } from './assessment-state.ts';
import { isApart, limitsInGroup } from './attendance-questions.ts';
import type { StudyContradiction } from './contradiction-questions.ts';
import { limitingForm } from './contradiction-questions.ts';
import { excusedBy } from './debt-questions.ts';
import { studyOn, studyStepOn } from './questions.ts';
import { validResults } from './result-questions.ts';
import type { StudySeen } from './seen-questions.ts';

/*
 * Which facts of a journal and of an enrollment contradict each other: whom a lesson lists, and
 * results that say otherwise who was there. RK 1.4, RK 1.5, R2 §2.3.
 */

/** A lesson that lists the learner: as corrected, and not annulled. */
export interface ListedLesson {
  readonly lesson: string;
  readonly on: string;
  readonly group: string;
  readonly module: string;
  /** Attendance code; null: present. */
  readonly code: string | null;
  readonly listedAs: 'class' | 'individual' | 'guest';
  /** Event id of the `LessonHeld`. */
  readonly held: string;
}

/**
 * The contradictions of a lesson that lists a learner with the learner's enrollments in the
 * programme. A guest of another group may be listed in any lesson. D5, 273-FZ art. 17, 34.
 */
export function wronglyListed(
  { on: day, group, module, listedAs, held }: ListedLesson,
  studies: readonly StudySeen[],
): readonly StudyContradiction[] {
  if (listedAs === 'guest') return [];
  const own = studies.filter(({ groups }) => groups.has(group));
  for (const seen of own) {
    const edition = seen.rules.editionOn(day);
    if (edition === null || !edition.lessons.attendeesEnrolled) return [];
    // After a late transfer the lesson stays, as results do, with the group where it was held.
    const limits = limitsInGroup(seen.state, { group: null, on: day }, edition);
    if (limits === null) continue;
    const form = limitingForm(seen, day);
    if (form === null || !isApart(limits, listedAs === 'individual')) return [];
    const { enrollment } = seen;
    return [{ kind: 'lesson-against-form', enrollment, day, module, facts: [form, held] }];
  }
  const last = own.at(-1);
  if (last === undefined) return [];
  const step = excludingStep(last, day);
  if (step === null) return [];
  const { enrollment } = last;
  return [{ kind: 'lesson-outside-study', enrollment, day, module, facts: [step, held] }];
}

/**
 * The step by which the learner does not study in the group on a day, or what annulled all steps.
 * Before the first day of study it is the one that says this day.
 */
function excludingStep({ state, annulment }: StudySeen, day: string): string | null {
  const { lifeFacts } = state;
  const step =
    studyOn(state, day).status === 'not-begun'
      ? lifeFacts.findLast(({ type }) => type === 'StudyStarted')
      : studyStepOn(state, day);
  return (step ?? lifeFacts[0])?.event ?? annulment;
}

/**
 * The results of an enrollment that the attendance of lessons rules out, in one group and module:
 * marks of who was absent, absences of who was present or absent by another code. RK 1.4, R2 §2.3.
 * @param others the other lessons of that journal, which do not list the learner.
 */
export function resultsAgainstLessons(
  seen: StudySeen,
  listed: readonly ListedLesson[],
  others: readonly Pick<ListedLesson, 'lesson' | 'on'>[],
): readonly StudyContradiction[] {
  const { enrollment, state, rules } = seen;
  const place = listed[0];
  if (place === undefined) return [];
  // Names of lessons begin anew with the journal of each study year.
  const lessons = Map.groupBy(lessonsOf(state.learner, listed, others), ({ on }) =>
    studyYearOf(on),
  );
  return validResults(state).flatMap((result): readonly StudyContradiction[] => {
    const { event, on: day, form, author, retake, group, module } = result;
    const edition = rules.editionOn(day);
    if (group !== place.group || module !== place.module || edition === null) return [];
    const given = { form, byOfficial: author !== null, isRetake: retake !== null };
    if (!needsPresence(given, edition)) return [];
    const against = lessonAgainst(seen, result, lessons.get(studyYearOf(day)) ?? []);
    const other = listed.find(({ lesson, on }) => lesson === against?.lesson && on === against.on);
    if (other === undefined) return [];
    const kind = result.mark === null ? 'absence-against-lesson' : 'mark-while-absent';
    return [{ kind, enrollment, day, module, facts: [event, other.held] }];
  });
}

/** The lesson whose attendance a result contradicts; null: there is none. */
function lessonAgainst(
  { state: { learner }, rules }: StudySeen,
  { mark, outcome, reason, on, basis }: ResultState,
  lessons: readonly LessonSeen[],
): Pick<LessonSeen, 'lesson' | 'on'> | null {
  if (mark !== null) {
    return absenceFrom(lessons, { learner, on, named: basis?.kind === 'lesson' ? basis.id : null });
  }
  if (outcome !== 'absent') return null;
  return attendanceAgainst(lessons, { learner, on, reason, basis }, excusedBy(rules));
}

function lessonsOf(
  learner: string,
  listed: readonly ListedLesson[],
  others: readonly Pick<ListedLesson, 'lesson' | 'on'>[],
): readonly LessonSeen[] {
  return [
    ...listed.map(({ lesson, on, code }) => ({
      lesson,
      on,
      absent: new Map(code === null ? [] : [[learner, code]]),
      present: new Set(code === null ? [learner] : []),
    })),
    ...others.map(({ lesson, on }) => ({
      lesson,
      on,
      absent: new Map<string, string>(),
      present: new Set<string>(),
    })),
  ];
}

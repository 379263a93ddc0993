import type { LocalisedText } from '../../../kernel/refusal.ts';
import { firstDayOfStudyYear, studyYearOf } from '../../../values/study-year.ts';
import type { LifeEvent, LifeFact, LifeState } from './life-state.ts';
import type { EnrollmentState } from './state.ts';

/** The refs of an event of an enrollment: learner, enrollment, programme and groups. */
export function refsOf(state: EnrollmentState, ...groups: readonly string[]) {
  const { id, learner, programme } = state;
  const enrollment = id === null ? [] : [id];
  return { learner: [learner], enrollment, programme: [programme], group: [...new Set(groups)] };
}

const STATUS_WORDS: Readonly<Record<string, LocalisedText>> = {
  'not-enrolled': { ru: 'ещё не зачислен(а)', en: 'not yet enrolled' },
  'not-begun': { ru: 'учёба не начата', en: 'study has not begun' },
  studying: { ru: 'учится', en: 'studying' },
  suspended: { ru: 'учёба приостановлена', en: 'study is suspended' },
  ended: { ru: 'обучение окончено', en: 'the enrollment has ended' },
};

/** The status of a place in words, with the day from which it applies. */
export function statusWords(status: string, since: string | null): LocalisedText {
  const { ru, en } = STATUS_WORDS[status] ?? { ru: status, en: status };
  return since === null ? { ru, en } : { ru: `${ru} с ${since}`, en: `${en} since ${since}` };
}

/** Was the enrollment annulled: was it made, and does none of its steps count any more? RK 1.8. */
export const isAnnulled = ({ id, lifeFacts }: Pick<EnrollmentState, 'id' | 'lifeFacts'>): boolean =>
  id !== null && lifeFacts.length === 0;

type Leave = Extract<LifeEvent, { type: 'Suspended' }>;

/**
 * May a leave follow one that lasts, without a return between them? One for another reason may, and
 * one after the planned end; the same leave is not entered twice. 273-FZ art. 34 part 1 no. 12.
 */
export function leaveFollows(
  { occurredOn, data: { reason, until } }: Leave,
  next: { readonly on: string; readonly reason: string },
): boolean {
  if (next.on <= occurredOn) return false;
  return next.reason !== reason || (until !== null && next.on > until);
}

/** A step that is not possible where it stands: by the status before it, or only by the group. */
export interface Misfit {
  readonly step: LifeEvent;
  /** The group before it; null: the learner was in none, or the status is what does not fit. */
  readonly group: string | null;
}

interface Walk {
  status: 'none' | 'open' | 'suspended' | 'discharged' | 'completed';
  group: string;
  studyFrom: string | null;
  /** The leave that lasts; null: there is none. */
  leave: Leave | null;
}

/**
 * The steps that are not possible where they stand in this order, each by the steps before it that
 * are: nobody is transferred during leave, reinstated after completion, or moved out of a group in
 * which they are not; a leave may follow another. D4.
 */
export function misfitsIn(steps: readonly LifeEvent[]): readonly Misfit[] {
  const walk: Walk = { status: 'none', group: '', studyFrom: null, leave: null };
  const found: Misfit[] = [];
  for (const step of steps) {
    if (!suits(walk, step)) {
      found.push({ step, group: null });
      continue;
    }
    if (!isFrom(walk.group, step)) found.push({ step, group: walk.group });
    go(walk, step);
  }
  return found;
}

/** Is the step possible by the status before it? */
function suits({ status, studyFrom, leave }: Walk, step: LifeEvent): boolean {
  const studying = status === 'open' && studyFrom !== null && studyFrom <= step.occurredOn;
  switch (step.type) {
    case 'Enrolled':
      return status === 'none';
    case 'StudyStarted':
      return status === 'open' && studyFrom === null;
    case 'Transferred':
      return status === 'open';
    case 'Suspended': {
      const { occurredOn: on, data } = step;
      return studying || (leave !== null && leaveFollows(leave, { on, reason: data.reason }));
    }
    case 'Completed':
      return studying;
    case 'Reinstated':
      return status === 'suspended' || status === 'discharged';
    case 'Discharged':
      return status === 'open' || status === 'suspended';
  }
}

/** Does the step name the group in which the learner is before it, and, if it moves, another? */
function isFrom(group: string, step: LifeEvent): boolean {
  switch (step.type) {
    case 'Enrolled':
      return true;
    case 'Transferred':
      return step.data.fromGroup === group && step.data.toGroup !== group;
    case 'Completed':
    case 'Discharged':
      return step.data.group === group;
    default:
      return step.refs.group?.includes(group) ?? false;
  }
}

function go(walk: Walk, step: LifeEvent): void {
  walk.leave = step.type === 'Suspended' ? step : null;
  switch (step.type) {
    case 'Enrolled':
      walk.studyFrom = step.data.studyFrom;
      Object.assign(walk, { status: 'open', group: step.data.group });
      return;
    case 'StudyStarted':
      walk.studyFrom = step.occurredOn;
      return;
    case 'Transferred':
      walk.group = step.data.toGroup;
      return;
    case 'Suspended':
      walk.status = 'suspended';
      return;
    case 'Reinstated':
      walk.status = 'open';
      // With one group it is a return to the group that the learner had left.
      if (step.refs.group?.length !== 1) walk.group = step.data.group;
      return;
    case 'Completed':
      walk.status = 'completed';
      return;
    case 'Discharged':
      walk.status = 'discharged';
  }
}

/** A time in a group, leaves included; `until` is the first day after it, null: it lasts. */
interface Span {
  readonly group: string;
  readonly from: string;
  readonly until: string | null;
}

function spansOf(lifeFacts: readonly LifeFact[]): readonly Span[] {
  return lifeFacts.flatMap(({ phase, group, on: from }, index) =>
    phase === 'ended' ? [] : [{ group, from, until: lifeFacts[index + 1]?.on ?? null }],
  );
}

/**
 * The group in which a learner was in a study year, of those that began until a day: the last that
 * is of that year or does not say its year; null: there is none. Leaves are included.
 */
export function groupOfYear(
  { lifeFacts }: Pick<LifeState, 'lifeFacts'>,
  { studyYear, until: day }: { readonly studyYear: string; readonly until: string },
  yearOf: (group: string) => string | null,
): string | null {
  const found = spansOf(lifeFacts).findLast(({ group, from, until }) => {
    if (from > day || studyYearOf(from) > studyYear) return false;
    const lasted = until === null || until > firstDayOfStudyYear(studyYear);
    return lasted && [null, studyYear].includes(yearOf(group));
  });
  return found?.group ?? null;
}

/**
 * The group in which two enrollments of one learner are open on one day; null: there is none.
 * @param anyGroup whether being open in two groups counts as well: one enrollment per programme.
 */
export function openTogether(
  one: Pick<LifeState, 'lifeFacts'>,
  other: Pick<LifeState, 'lifeFacts'>,
  anyGroup: boolean,
): string | null {
  const theirs = spansOf(other.lifeFacts);
  const met = spansOf(one.lifeFacts).find((a) =>
    theirs.some(
      (b) =>
        (anyGroup || a.group === b.group) &&
        (b.until === null || a.from < b.until) &&
        (a.until === null || b.from < a.until),
    ),
  );
  return met?.group ?? null;
}

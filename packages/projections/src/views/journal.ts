import type { CoreEvent } from '@letopis/core';
import type { WithBasis } from '../projection/fact.ts';
import { basisOf, factsOn } from '../projection/fact.ts';
import { distinct, keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { JournalKeeping, KeepingFact } from './journal-keeping.ts';
import { KEEPING_TYPES, keepingFactOf, keepingGroups, keepingOn } from './journal-keeping.ts';
import type { JournalLessons, LessonFact } from './journal-lessons.ts';
import { lessonFactOf, lessonsOn } from './journal-lessons.ts';
import type { AttendanceFact, JournalMarks } from './journal-marks.ts';
import { attendanceFactOf, learnersOf, marksOn } from './journal-marks.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import type { ResultFact } from './result.ts';
import { RESULT_TYPES, resultFactOf } from './result.ts';
import type { Stay } from './stay.ts';
import { staysIn } from './stay.ts';

/** The stays of a learner in a group. */
export interface JournalPlace extends WithBasis {
  readonly kind: 'place';
  readonly group: string;
  readonly learner: string;
  /** One for each time that the learner was in the group; empty if not in it yet. */
  readonly stays: readonly Stay[];
}

/** What a partition of the journal says, distinguished by `kind`. */
export type JournalAnswer = JournalPlace | JournalLessons | JournalMarks | JournalKeeping;

interface PlaceView {
  readonly kind: 'place';
  readonly key: string;
  readonly steps: LifeEntryFact[];
}

interface LessonsView {
  readonly kind: 'lessons';
  readonly key: string;
  readonly lessons: LessonFact[];
}

interface MarksView {
  readonly kind: 'marks';
  readonly key: string;
  readonly results: ResultFact[];
  readonly attendance: AttendanceFact[];
}

interface KeepingView {
  readonly kind: 'keeping';
  readonly key: string;
  readonly entries: KeepingFact[];
}

/** A partition of the journal: its facts in log order. */
export type JournalView = PlaceView | LessonsView | MarksView | KeepingView;

/** Keys of the journal's partitions; a prefix leaves out the last part. */
export const journalKey = {
  /** Gives the key of the stays of one learner in a group. */
  place: (group: string, learner = ''): string => partitionKey('place', group, learner),
  /** Gives the key of the lessons of a group in one module. */
  lessons: (group: string, module: string | null): string => partitionKey('lessons', group, module),
  /** Gives the key of the marks and the attendance of one learner in a module. */
  marks: (group: string, module: string | null, learner = ''): string =>
    partitionKey('marks', group, module, learner),
  /** Gives the key of what is on record of the journals of a group in one module themselves. */
  keeping: (group: string, module: string): string => partitionKey('keeping', group, module),
};

/**
 * The journal (P1, R2 §2.3, R3 §3.3, R5 §4.3) in four kinds of partition:
 * `place/<group>/<learner>` has the stays in the group, `lessons/<group>/<module>` the lessons,
 * `marks/<group>/<module>/<learner>` marks and attendance, `keeping/<group>/<module>` who handed
 * the journals over and where they are continued. For results of the whole programme the module is
 * an empty part. A result stays in the journal of the learner's group on the day of the result.
 */
export const journal: Projection<JournalView, JournalAnswer> = {
  name: 'journal',
  version: 5,
  types: [
    ...LIFE_TYPES,
    ...RESULT_TYPES,
    'LessonHeld',
    'LessonAnnulled',
    'LessonCorrected',
    ...KEEPING_TYPES,
  ],
  keysOf,
  initial: (key) => {
    const kind = keyPart(key, 0);
    if (kind === 'place') return { kind, key, steps: [] };
    if (kind === 'lessons') return { kind, key, lessons: [] };
    if (kind === 'keeping') return { kind, key, entries: [] };
    return { kind: 'marks', key, results: [], attendance: [] };
  },
  apply,
  read: (view, on) => {
    if (view.kind === 'lessons') return lessonsOn(view.key, factsOn(view.lessons, on));
    if (view.kind === 'marks') return marksOn(view, on);
    if (view.kind === 'keeping') return keepingOn(view.key, factsOn(view.entries, on));
    const { key, steps } = view;
    const [group, learner] = [keyPart(key, 1), keyPart(key, 2)];
    const basis = basisOf(factsOn(steps, on));
    return { kind: 'place', group, learner, stays: staysIn(group, steps, on), basis };
  },
};

/**
 * The groups that a step of an enrollment concerns: named in its data or, for some types, in its
 * refs.
 */
export function groupsOf(event: CoreEvent): readonly string[] {
  switch (event.type) {
    case 'Transferred':
      return distinct(event.data.fromGroup, event.data.toGroup);
    case 'Enrolled':
    case 'Completed':
    case 'Discharged':
      return [event.data.group];
    case 'Reinstated':
      return distinct(event.data.group, ...(event.refs.group ?? []));
    default:
      return event.refs.group ?? [];
  }
}

function keysOf(event: CoreEvent): readonly string[] {
  switch (event.type) {
    case 'Enrolled':
    case 'StudyStarted':
    case 'Transferred':
    case 'Suspended':
    case 'Reinstated':
    case 'Completed':
    case 'Discharged':
    case 'EnrollmentEntryAnnulled':
      return groupsOf(event).map((group) => journalKey.place(group, event.data.learner));
    case 'AssessmentRecorded':
    case 'ResultCredited':
    case 'AssessmentCorrected':
    case 'AbsenceCorrected':
    case 'CorrectionCountersigned':
    case 'CorrectionDeclined':
    case 'CorrectionWithdrawn':
    case 'AssessmentAnnulled': {
      const { group, module, learner } = event.data;
      return [journalKey.marks(group, module, learner)];
    }
    case 'LessonHeld':
    case 'LessonAnnulled':
    case 'LessonCorrected': {
      const { group, module } = event.data;
      const marks = learnersOf(event).map((learner) => journalKey.marks(group, module, learner));
      return [journalKey.lessons(group, module), ...marks];
    }
    case 'JournalHandedOver':
    case 'JournalContinued':
    case 'JournalEntryAnnulled':
      return keepingGroups(event).map((group) => journalKey.keeping(group, event.data.module));
    default:
      return [];
  }
}

function apply(view: JournalView, event: CoreEvent): void {
  if (view.kind === 'place') {
    const step = lifeFactOf(event);
    if (step !== null) view.steps.push(step);
    return;
  }
  if (view.kind === 'lessons') {
    const lesson = lessonFactOf(event);
    if (lesson !== null) view.lessons.push(lesson);
    return;
  }
  if (view.kind === 'keeping') {
    const entry = keepingFactOf(event);
    if (entry !== null) view.entries.push(entry);
    return;
  }
  const result = resultFactOf(event);
  if (result !== null) view.results.push(result);
  const attendance = attendanceFactOf(event, keyPart(view.key, 3));
  if (attendance !== null) view.attendance.push(attendance);
}

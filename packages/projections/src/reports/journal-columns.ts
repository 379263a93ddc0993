import type { GroupTitles } from '../views/catalogue-titles.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import type { ShownResult } from './shown-result.ts';

/** A column of the journal: a lesson, or an assessment outside lessons. */
export interface JournalColumn {
  readonly key: string;
  /** Day of the lesson, or the earliest day of an assessment. */
  readonly on: string;
  /** The lesson's id; `null` for an assessment. */
  readonly lesson: string | null;
  /** Id of the `LessonHeld` event; `null` for an assessment. */
  readonly held: string | null;
  /** True for a lesson that was annulled as recorded in error. */
  readonly annulled: boolean;
  /** True for interim and final attestation, which come after all other columns. */
  readonly attestation: boolean;
  /** Kind and form of an assessment. */
  readonly kind: string | null;
  readonly form: string | null;
  readonly planned: string | null;
  /** Title of the planned assessment. */
  readonly title: string | null;
}

/** The columns in print order, and the column of each result. */
export interface JournalColumns {
  readonly columns: readonly JournalColumn[];
  readonly columnOf: (result: ShownResult) => string;
}

/**
 * Makes the columns of a journal. A result whose basis is a lesson goes into that lesson's column.
 * A planned assessment has one column, and so has each kind and form of attestation (a retake goes
 * beside the first attempt). Any other assessment has a column by kind, form and day.
 */
export function journalColumns(
  lessons: readonly LessonRecord[],
  results: readonly ShownResult[],
  planned: GroupTitles['planned'],
): JournalColumns {
  const columns = new Map<string, JournalColumn>();
  for (const lesson of lessons) {
    const column = lessonColumn(lesson);
    columns.set(column.key, column);
  }
  const keyOf = (result: ShownResult): string => {
    const lesson = lessonOf(lessons, result);
    if (lesson !== undefined) return lessonKey(lesson);
    const { planned: plan, kind, form, on, attestation } = result;
    if (plan !== null) return `planned:${plan}`;
    return attestation ? `attestation:${kind}/${form}` : `assessment:${kind}/${form}/${on}`;
  };
  const keys = new Map<string, string>();
  for (const result of results) {
    const key = keyOf(result);
    keys.set(result.result, key);
    const held = columns.get(key);
    const title = planned.find((plan) => plan.planned === result.planned)?.title ?? null;
    if (held === undefined) columns.set(key, assessmentColumn(key, result, title));
    else if (held.lesson === null && result.on < held.on) {
      columns.set(key, { ...held, on: result.on });
    }
  }
  const columnOf = (result: ShownResult): string => keys.get(result.result) ?? keyOf(result);
  return { columns: [...columns.values()].toSorted(inPrint), columnOf };
}

const lessonKey = ({ inForce }: LessonRecord): string => `lesson:${inForce.source.event}`;

/**
 * Finds the lesson that a result names. Ids of lessons are unique in a study year only: of several
 * the one of the result's day is taken, else the last.
 */
function lessonOf(
  lessons: readonly LessonRecord[],
  { basis, on }: ShownResult,
): LessonRecord | undefined {
  if (basis === null || basis.kind !== 'lesson') return undefined;
  const named = lessons.filter(({ lesson }) => lesson === basis.id);
  return named.find((lesson) => lesson.on === on) ?? named.at(-1);
}

function lessonColumn(lesson: LessonRecord): JournalColumn {
  return {
    key: lessonKey(lesson),
    on: lesson.on,
    lesson: lesson.lesson,
    held: lesson.inForce.source.event,
    annulled: lesson.annulled !== null,
    attestation: false,
    kind: null,
    form: null,
    planned: null,
    title: null,
  };
}

function assessmentColumn(key: string, result: ShownResult, title: string | null): JournalColumn {
  const { on, attestation, kind, form, planned } = result;
  const none = { lesson: null, held: null, annulled: false };
  return { key, on, ...none, attestation, kind, form, planned, title };
}

/**
 * Orders columns by day, attestation last; of one day lessons in log order, then assessments by
 * key.
 */
function inPrint(a: JournalColumn, b: JournalColumn): number {
  if (a.attestation !== b.attestation) return a.attestation ? 1 : -1;
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.lesson !== null || b.lesson !== null) return 0;
  return a.key < b.key ? -1 : 1;
}

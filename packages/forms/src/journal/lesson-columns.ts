import type { LessonRecord, ResultRecord } from '@letopis/projections';

/** A column of the grid: one lesson, or one day on which marks were given outside lessons. */
export interface DayColumn {
  readonly key: string;
  readonly on: string;
  /** Null: marks outside lessons. */
  readonly lesson: LessonRecord | null;
}

/** A grid's columns by day, and where each result belongs. */
export interface DayColumns {
  readonly columns: readonly DayColumn[];
  /** Key of the column of a current result. */
  readonly columnOf: (result: ResultRecord) => string;
}

/**
 * The columns of a journal's grid: every lesson that was held, and after the lessons of its day a
 * column for the marks that no lesson of this journal is the basis of. A lesson recorded in error
 * has no column; what was marked in it stands under its day.
 */
export function dayColumns(
  lessons: readonly LessonRecord[],
  currentResults: readonly ResultRecord[],
): DayColumns {
  const held = lessons.filter(({ annulled }) => annulled === null);
  const known = new Map(held.map(({ lesson }) => [lesson, `lesson-${lesson}`]));
  const columnOf = ({ first, on }: ResultRecord): string => {
    const basis = first.type === 'AssessmentRecorded' ? first.data.basis : null;
    const lesson = basis?.kind === 'lesson' ? basis.id : null;
    return (lesson === null ? undefined : known.get(lesson)) ?? `day-${on}`;
  };
  const columns = new Map<string, DayColumn>();
  for (const lesson of held) {
    const key = `lesson-${lesson.lesson}`;
    columns.set(key, { key, on: lesson.on, lesson });
  }
  for (const result of currentResults) {
    const key = columnOf(result);
    if (!columns.has(key)) columns.set(key, { key, on: result.on, lesson: null });
  }
  return { columns: [...columns.values()].sort(byDay), columnOf };
}

/** By day; of one day the lessons first, as they were held. The sort is stable. */
function byDay(a: DayColumn, b: DayColumn): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return Number(a.lesson === null) - Number(b.lesson === null);
}

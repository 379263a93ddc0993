import type { Source } from '../projection/fact.ts';
import type { LessonRecord, LessonTaught } from '../views/journal-lessons.ts';
import type { Titled } from '../views/regulation-titles.ts';
import type { Reading, ShownName } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

/** One lesson, as the contents of lessons list it. */
export interface JournalLesson extends Omit<
  LessonTaught,
  'teacher' | 'substituteFor' | 'individual'
> {
  readonly line: number;
  readonly on: string;
  readonly lesson: string;
  readonly kindTitle: Titled | null;
  readonly teacher: ShownName;
  /** The teacher whose lesson it was, where `teacher` stood in for them. RK 3. */
  readonly substituteFor: ShownName | null;
  /** The learner for whom alone it was held: its hours are none of the class. `null`: a class. */
  readonly individual: ShownName | null;
  /** Title of the mode; `null` for the usual one. */
  readonly modeTitle: Titled | null;
  /** The order of a lesson whose mode is named; `null` for the usual one. 273-FZ art. 16. */
  readonly modeGround: LessonRecord['ground'];
  readonly presentCount: number;
  readonly absentCount: number;
  /** Set if the lesson was annulled as recorded in error: it stays listed, and marked. */
  readonly annulled: {
    readonly actedOn: string;
    readonly reason: string | null;
    readonly signer: ShownSigner;
    /** Whether it was held on another day or by another order, and is listed so too. */
    readonly moved: boolean;
    readonly source: Source;
  } | null;
  readonly source: Source;
}

/** Shows a lesson as a line of the contents. */
export async function showLesson(
  reading: Reading,
  line: number,
  { lesson, on, ground, inForce, annulled }: LessonRecord,
): Promise<JournalLesson> {
  const { teacher, substituteFor, individual, ...entry } = inForce.data.entry;
  const { lessonKinds, lessonModes } = await reading.regulation();
  const { mode } = entry;
  const { presentCount, absentCount, source } = inForce;
  return {
    line,
    on,
    lesson,
    ...entry,
    presentCount,
    absentCount,
    source,
    kindTitle: lessonKinds[entry.kind] ?? null,
    teacher: await reading.name(teacher),
    substituteFor: substituteFor === undefined ? null : await reading.name(substituteFor),
    individual: individual === undefined ? null : await reading.name(individual),
    modeTitle: mode === undefined ? null : (lessonModes[mode] ?? null),
    modeGround: mode === undefined ? null : ground,
    annulled: annulled && {
      moved: annulled.data.replacedBy !== undefined,
      actedOn: annulled.data.actedOn,
      reason: annulled.data.reason,
      signer: await showSigner(reading, annulled.data.signer),
      source: annulled.source,
    },
  };
}

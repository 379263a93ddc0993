import type { CoreEvent } from '@letopis/core';
import type { Answered, Dated, Fact } from '../projection/fact.ts';
import { basisOf, factOf } from '../projection/fact.ts';
import { keyPart } from '../projection/key.ts';

type HeldFact = Dated & {
  readonly type: 'LessonHeld' | 'LessonCorrected';
  /** Event id of the LessonHeld. */
  readonly first: string;
  /** The lesson without its attendance: that stands with the learners. */
  readonly data: Omit<Fact<'LessonHeld'>['data'], 'present' | 'absent'>;
  readonly presentCount: number;
  readonly absentCount: number;
};

/** What the lessons partition keeps: a lesson held, corrected, or recorded in error. */
export type LessonFact = HeldFact | Fact<'LessonAnnulled'>;

/** One lesson of a journal. */
export interface LessonRecord {
  readonly lesson: string;
  readonly on: string;
  /** The line in force: the newest correction, or the first. */
  readonly held: HeldFact;
  /** The lines before it, the first one first: they stay readable. */
  readonly before: readonly HeldFact[];
  /** Recorded in error: it never was. Its line stays. */
  readonly annulled: Fact<'LessonAnnulled'> | null;
}

/** The lessons of a group in a module, by day. */
export interface JournalLessons extends Answered {
  readonly kind: 'lessons';
  readonly group: string;
  readonly module: string | null;
  /** By day; of one day in the order of the log. */
  readonly lessons: readonly LessonRecord[];
}

/** The fact of a lesson that an event is, or null. */
export function lessonFactOf(event: CoreEvent): LessonFact | null {
  if (event.type === 'LessonAnnulled') return factOf(event);
  if (event.type !== 'LessonHeld' && event.type !== 'LessonCorrected') return null;
  const { present, absent } = event.data;
  const { journal, group, module, studyYear, lesson, kind, topic, hours } = event.data;
  const { homework, teacher, edition } = event.data;
  const where = { journal, group, module, studyYear, lesson };
  const data = { ...where, kind, topic, hours, homework, teacher, edition };
  const first = event.type === 'LessonCorrected' ? event.data.corrects : event.id;
  const { on, source } = factOf(event);
  const [presentCount, absentCount] = [present.length, absent.length];
  return { type: event.type, on, source, first, data, presentCount, absentCount };
}

/** The lessons that a list of facts tells. */
export function lessonsOn(key: string, facts: readonly LessonFact[]): JournalLessons {
  const records = new Map<string, LessonRecord>();
  for (const fact of facts) {
    if (fact.type !== 'LessonAnnulled') {
      const { lesson } = fact.data;
      const last = records.get(fact.first);
      const before = last === undefined ? [] : [...last.before, last.held];
      records.set(fact.first, { lesson, on: fact.on, held: fact, before, annulled: null });
      continue;
    }
    const record = records.get(fact.data.corrects);
    if (record !== undefined) records.set(fact.data.corrects, { ...record, annulled: fact });
  }
  return {
    kind: 'lessons',
    group: keyPart(key, 1),
    module: keyPart(key, 2) || null,
    lessons: [...records.values()].toSorted(byDay),
    basis: basisOf(facts),
  };
}

const byDay = (a: LessonRecord, b: LessonRecord): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return 0;
};

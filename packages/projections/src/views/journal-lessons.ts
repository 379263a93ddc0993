import type { CoreEvent } from '@letopis/core';
import type { LessonEntry } from '@letopis/core/facts';
import { lessonEntryOf } from '@letopis/core/facts';
import type { WithBasis, Dated, Fact } from '../projection/fact.ts';
import { basisOf, factOf } from '../projection/fact.ts';
import { keyPart } from '../projection/key.ts';

/** The entry of a lesson without its attendance. */
export type LessonTaught = Omit<LessonEntry, 'present' | 'absent'>;

type LessonContentFact = Dated & {
  readonly type: 'LessonHeld' | 'LessonCorrected';
  /** Id of the `LessonHeld` event. */
  readonly first: string;
  /** The lesson without its attendance, which the partitions of the learners have. */
  readonly data: { readonly lesson: string; readonly entry: LessonTaught };
  readonly presentCount: number;
  readonly absentCount: number;
  /** The paper of the fact itself: of the lesson, or of its correction. */
  readonly ground: Fact<'LessonHeld'>['ground'];
};

/** A fact of the lessons partition: a lesson held, corrected, or annulled as recorded in error. */
export type LessonFact = LessonContentFact | Fact<'LessonAnnulled'>;

/** One lesson of a journal. */
export interface LessonRecord {
  readonly lesson: string;
  readonly on: string;
  /** The paper of the lesson itself, not of its corrections: the order of remote lessons. */
  readonly ground: LessonContentFact['ground'];
  /** The content in force: that of the last correction, or of the first record. */
  readonly inForce: LessonContentFact;
  /** Earlier contents, oldest first. */
  readonly before: readonly LessonContentFact[];
  /** The annulment, if the lesson was recorded in error. Its entry stays. */
  readonly annulled: Fact<'LessonAnnulled'> | null;
}

/** The lessons of a group in a module, by day. */
export interface JournalLessons extends WithBasis {
  readonly kind: 'lessons';
  readonly group: string;
  readonly module: string | null;
  /** By day; lessons of one day in log order. */
  readonly lessons: readonly LessonRecord[];
}

/** The lesson fact of an event; `null` if the event is about something else. */
export function lessonFactOf(event: CoreEvent): LessonFact | null {
  if (event.type === 'LessonAnnulled') return factOf(event);
  if (event.type !== 'LessonHeld' && event.type !== 'LessonCorrected') return null;
  const { lesson } = event.data;
  const { present, absent, ...entry } = lessonEntryOf(event.data);
  const data = { lesson, entry };
  const first = event.type === 'LessonCorrected' ? event.data.corrects : event.id;
  const { on, source, ground } = factOf(event);
  const [presentCount, absentCount] = [present.length, absent.length];
  const counts = { presentCount, absentCount };
  return { type: event.type, on, source, first, data, ...counts, ground };
}

/** Derives the lessons from a list of facts. */
export function lessonsOn(key: string, facts: readonly LessonFact[]): JournalLessons {
  const records = new Map<string, LessonRecord>();
  for (const fact of facts) {
    if (fact.type !== 'LessonAnnulled') {
      const { lesson } = fact.data;
      const last = records.get(fact.first);
      const before = last === undefined ? [] : [...last.before, last.inForce];
      const { ground } = last ?? fact;
      const { on, first } = fact;
      records.set(first, { lesson, on, ground, inForce: fact, before, annulled: null });
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

/** The journal of a lesson, which its stream names: `<org>.journal-<journal>`. */
export function journalOf({ inForce }: LessonRecord): string {
  const { stream } = inForce.source;
  return stream.slice(stream.indexOf('.journal-') + '.journal-'.length);
}

const byDay = (a: LessonRecord, b: LessonRecord): number => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return 0;
};

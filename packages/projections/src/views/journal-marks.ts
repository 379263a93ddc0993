import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Dated } from '../projection/fact.ts';
import { basisOf, sourceOf, factsOn } from '../projection/fact.ts';
import { distinct, keyPart } from '../projection/key.ts';
import type { ResultFact, ResultRecord } from './result.ts';
import { resultsOf } from './result.ts';

/** How a lesson lists a learner: of its class, alone, or as a guest of another group. */
export type ListedAs = 'class' | 'individual' | 'guest';

/** The attendance of one learner in one lesson, or that the lesson was annulled. */
export interface AttendanceFact extends Dated {
  readonly lesson: string;
  readonly hours: number;
  /**
   * `present`; `absent` (with a code); `unlisted` if a correction removed the learner; `annulled`
   * with the whole lesson.
   */
  readonly was: 'present' | 'absent' | 'unlisted' | 'annulled';
  readonly code: string | null;
  readonly listedAs: ListedAs;
  /** Id of the `LessonHeld` event. */
  readonly held: string;
}

/** A learner's attendance of one lesson. */
export interface Attendance {
  readonly lesson: string;
  readonly on: string;
  readonly hours: number;
  /** Absence code; `null` if present. */
  readonly code: string | null;
  readonly listedAs: ListedAs;
  /** Id of the `LessonHeld` event; `source` is that of its last correction, where there is one. */
  readonly held: string;
  readonly source: Source;
}

/** Whether a lesson has a learner as present, or absent by which code. */
export type AttendanceMark = Pick<AttendanceFact, 'was' | 'code'>;

/** A change of a learner's attendance by a correction of the lesson. D5, D7. */
export interface AttendanceChange {
  /** Event id of the correction. */
  readonly correction: string;
  readonly before: AttendanceMark;
  readonly after: AttendanceMark;
}

type Source = Dated['source'];

/** Marks and attendance of one learner in one group and module. */
export interface JournalMarks extends WithBasis {
  readonly kind: 'marks';
  readonly group: string;
  readonly module: string | null;
  readonly learner: string;
  /** In the order in which they were recorded. */
  readonly results: readonly ResultRecord[];
  /** As corrected, without annulled lessons. */
  readonly attendance: readonly Attendance[];
  /** Corrections of lessons that changed the learner's attendance. */
  readonly changed: readonly AttendanceChange[];
}

/**
 * The learners whose attendance an event about a lesson concerns. Corrections and annulments name
 * them in their refs.
 */
export function learnersOf(event: CoreEvent): readonly string[] {
  if (event.type !== 'LessonHeld') return event.refs.learner ?? [];
  const { present, absent } = event.data;
  return distinct(...present, ...absent.map(({ learner }) => learner));
}

/** The attendance fact of a learner in an event; `null` if the event is not about a lesson. */
export function attendanceFactOf(event: CoreEvent, learner: string): AttendanceFact | null {
  const { occurredOn: on } = event;
  if (event.type === 'LessonAnnulled') {
    const { lesson, corrects: held } = event.data;
    const ended = { was: 'annulled', code: null, listedAs: 'class' } as const;
    return { on, source: sourceOf(event), lesson, hours: 0, ...ended, held };
  }
  if (event.type !== 'LessonHeld' && event.type !== 'LessonCorrected') return null;
  const { lesson, hours, present, absent, guests = [], individual } = event.data;
  const held = event.type === 'LessonCorrected' ? event.data.corrects : event.id;
  const code = absent.find((one) => one.learner === learner)?.code ?? null;
  const there = present.includes(learner) ? 'present' : 'unlisted';
  const was = code === null ? there : 'absent';
  const alone = individual === learner ? 'individual' : 'class';
  const listedAs = guests.includes(learner) ? 'guest' : alone;
  return { on, source: sourceOf(event), lesson, hours, was, code, listedAs, held };
}

/** Reads one learner's partition on a day. */
export function marksOn(
  view: {
    readonly key: string;
    readonly results: readonly ResultFact[];
    readonly attendance: readonly AttendanceFact[];
  },
  on: string | null,
): JournalMarks {
  const { key } = view;
  const [attendance, facts] = [factsOn(view.attendance, on), factsOn(view.results, on)];
  // A correction replaces the record that it names; an annulment ends them all.
  const latest = new Map<string, AttendanceFact>();
  const changed: AttendanceChange[] = [];
  for (const fact of attendance) {
    const { was, code, held, source } = fact;
    const before: AttendanceMark = latest.get(held) ?? { was: 'unlisted', code: null };
    latest.set(held, fact);
    // A first record is no change, nor is an annulment, which concerns the whole lesson.
    if (source.event === held || was === 'annulled') continue;
    if (before.was === was && before.code === code) continue;
    const { was: wasBefore, code: codeBefore } = before;
    const change = { before: { was: wasBefore, code: codeBefore }, after: { was, code } };
    changed.push({ correction: source.event, ...change });
  }
  return {
    kind: 'marks',
    group: keyPart(key, 1),
    module: keyPart(key, 2) || null,
    learner: keyPart(key, 3),
    results: resultsOf(facts, null),
    attendance: [...latest.values()]
      .filter(({ was }) => was === 'present' || was === 'absent')
      .map(({ was: _was, ...seen }) => seen),
    changed,
    basis: basisOf([...facts, ...attendance]),
  };
}

import { LetopisError } from '@letopis/core';
import { isOfClass, keepersOf, studyYearOf, taughtFor } from '@letopis/core/facts';
import type { Source } from '../projection/fact.ts';
import { byDay } from '../projection/fact.ts';
import type { KeepingEntry } from '../views/journal-keeping.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import { journalOf } from '../views/journal-lessons.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { DutyPlace } from './duty-place.ts';
import { dutyPlace } from './duty-place.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import type { WaitingCorrection } from './waiting-corrections.ts';
import { waitingCorrections } from './waiting-corrections.ts';

/** A journal that a person holds. */
export interface HeldJournal extends DutyPlace {
  readonly journal: string;
  readonly studyYear: string;
  /** From whom they took it over, and since when; `null`: they hold it by their lessons. */
  readonly takenOver: { readonly from: ShownName; readonly on: string } | null;
  /** Number of lessons, annulled ones excluded. */
  readonly lessons: number;
}

/** A lesson that lists nobody, neither as present nor as absent. */
export interface LessonWithoutAttendance extends DutyPlace {
  readonly journal: string;
  readonly lesson: string;
  readonly on: string;
  readonly topic: string;
  readonly teacher: ShownName;
  readonly source: Source;
}

/** What a teacher has to do on a day. */
export interface TeacherDutiesPage {
  readonly basis: PageBasis;
  readonly on: string;
  readonly person: ShownName;
  readonly studyYear: string;
  /** The journals that they hold, by group and module. */
  readonly journals: readonly HeldJournal[];
  /**
   * Lessons that were theirs, or whose teacher keeps none of these journals any more; and lessons
   * in which they stood in for another, or taught one learner alone; by day.
   */
  readonly withoutAttendance: readonly LessonWithoutAttendance[];
  /** Corrections that they may countersign in the offices given, by day. */
  readonly toCountersign: readonly WaitingCorrection[];
  /** Corrections that they signed themselves and that wait for another person. */
  readonly waitingForOthers: readonly WaitingCorrection[];
}

/** Whose duties, in which offices. */
export interface DutiesOf {
  readonly person: string;
  /**
   * The offices that they hold: views keep no appointments, so the account says them. Without any,
   * nothing waits for their countersignature.
   */
  readonly offices?: readonly string[];
  /** By default the one of the day. */
  readonly studyYear?: string;
}

/**
 * Lists what a teacher has to do on the reader's day: the journals that they hold by their lessons
 * or by a handing over, lessons without attendance, and corrections that wait. A lesson has always
 * a topic. Throws `misuse` if the reader has no day. RK 1.12, RK 4 no. 4, D5, D7.
 *
 * @example
 * const reader = await openReader(views, { on: '2026-12-01' });
 * const page = await teacherDuties(reader, { person: 'p-9', offices: ['teacher'] });
 */
export async function teacherDuties(
  reader: ViewReader,
  { person, offices = [], studyYear }: DutiesOf,
): Promise<TeacherDutiesPage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'duties depend on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const year = studyYear ?? studyYearOf(on);
  const journals: HeldJournal[] = [];
  const bare: LessonWithoutAttendance[] = [];
  for await (const found of reading.scan(journal, 'lessons/')) {
    if (found.kind !== 'lessons' || found.module === null) continue;
    const { group, module, lessons } = found;
    const own = `${group}.${module}.${year}`;
    const held = lessons.filter((one) => one.annulled === null && journalOf(one) === own);
    const kept = await entriesOf(reading, group, module, own);
    const holders = holdersOf(held, kept, on);
    const place = await dutyPlace(reading, group, module);
    if (holders.includes(person)) {
      journals.push(await heldJournal(reading, own, place, { held, kept, year, person }));
    }
    for (const lesson of held) {
      if (!answering(lesson, holders).includes(person)) continue;
      if (lesson.inForce.presentCount + lesson.inForce.absentCount > 0) continue;
      bare.push(await showBare(reading, own, place, lesson));
    }
  }
  const waiting = await waitingCorrections(reading, on);
  await reading.tellApart();
  return {
    on,
    person: await reading.name(person),
    studyYear: year,
    journals,
    withoutAttendance: bare.toSorted(byDay),
    toCountersign: waiting.filter(
      ({ correction, offices: entitled }) =>
        correction.signer.name.person !== person && entitled.some((one) => offices.includes(one)),
    ),
    waitingForOthers: waiting.filter(({ correction }) => correction.signer.name.person === person),
    basis: reading.basis(),
  };
}

/** The entries about one journal that count. */
async function entriesOf(
  reading: Reading,
  group: string,
  module: string,
  own: string,
): Promise<readonly KeepingEntry['fact'][]> {
  const found = await reading.get(journal, journalKey.keeping(group, module));
  const entries = found?.kind === 'keeping' ? found.entries : [];
  return entries.flatMap(({ fact, annulled }) =>
    annulled === null && fact.data.journal === own ? [fact] : [],
  );
}

/**
 * Who answers for the attendance of a lesson: its own teacher, or all who hold the journal where
 * that one does not any more; and who stood in, or taught one learner alone.
 */
function answering({ inForce }: LessonRecord, holders: readonly string[]): readonly string[] {
  const { entry } = inForce.data;
  if (!isOfClass(entry)) return [entry.teacher];
  const own = taughtFor(entry);
  const others = entry.teacher === own ? [] : [entry.teacher];
  return [...others, ...(holders.includes(own) ? [own] : holders)];
}

/** Who holds a journal on a day; nobody, once it is continued in another one. */
function holdersOf(
  held: readonly LessonRecord[],
  kept: readonly KeepingEntry['fact'][],
  on: string,
): readonly string[] {
  if (kept.some(({ type }) => type === 'JournalContinued')) return [];
  const handOvers = handOversIn(kept);
  const lessons = new Map(
    held.map((one) => [
      one.inForce.first,
      { on: one.on, annulled: false, entry: one.inForce.data.entry },
    ]),
  );
  return keepersOf({ keeping: { handOvers }, lessons }, on);
}

const handOversIn = (kept: readonly KeepingEntry['fact'][]) =>
  kept.flatMap((fact) => {
    if (fact.type !== 'JournalHandedOver') return [];
    const { from, to } = fact.data;
    return [{ on: fact.on, from, to }];
  });

async function heldJournal(
  reading: Reading,
  own: string,
  place: DutyPlace,
  {
    held,
    kept,
    year,
    person,
  }: {
    readonly held: readonly LessonRecord[];
    readonly kept: readonly KeepingEntry['fact'][];
    readonly year: string;
    readonly person: string;
  },
): Promise<HeldJournal> {
  const last = handOversIn(kept).findLast(({ to }) => to === person);
  const takenOver =
    last === undefined ? null : { from: await reading.name(last.from), on: last.on };
  return { journal: own, studyYear: year, ...place, takenOver, lessons: held.length };
}

async function showBare(
  reading: Reading,
  own: string,
  place: DutyPlace,
  { lesson, on, inForce }: LessonRecord,
): Promise<LessonWithoutAttendance> {
  const { topic, teacher } = inForce.data.entry;
  const { source } = inForce;
  const taught = await reading.name(teacher);
  return { journal: own, ...place, lesson, on, topic, teacher: taught, source };
}

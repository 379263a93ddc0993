import { LetopisError } from '@letopis/core';
import { heldInClass } from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import { journalOf } from '../views/journal-lessons.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { DutyPlace } from './duty-place.ts';
import { dutyPlace } from './duty-place.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { Reading } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';
import type { HeldJournal } from './teacher-duties.ts';
import { teacherDuties } from './teacher-duties.ts';
import type { WaitingCorrection } from './waiting-corrections.ts';

/** A lesson of a journal that lists nobody: who took the journal over has to see to it. */
export interface OpenLesson {
  readonly lesson: string;
  readonly on: string;
  readonly topic: string;
}

/** One journal of an act of handing over. */
export interface HandedJournal extends DutyPlace {
  readonly journal: string;
  readonly studyYear: string;
  readonly from: ShownName;
  readonly to: ShownName;
  /** First day of the new teacher. */
  readonly on: string;
  /** Lessons of the class held before that day, academic hours, and the day of the last one. */
  readonly lessons: number;
  readonly hours: number;
  readonly lastLesson: string | null;
  readonly open: readonly OpenLesson[];
  readonly signer: ShownSigner;
}

/** What a teacher who hands journals over keeps. */
export interface KeptByTeacher {
  readonly person: ShownName;
  /** Journals of the study year that they hold still: the act does not list them. */
  readonly journals: readonly HeldJournal[];
  /** Corrections that they signed and that wait for a countersignature. */
  readonly waiting: readonly WaitingCorrection[];
}

/** An act by which journals were handed over. */
export interface HandOverActPage {
  readonly basis: PageBasis;
  readonly act: HandOverActNamed;
  /** By group and module. */
  readonly journals: readonly HandedJournal[];
  /** One for each teacher who handed over. */
  readonly teachers: readonly KeptByTeacher[];
}

/** The number and day of the act. */
export interface HandOverActNamed {
  readonly number: string | null;
  readonly date: string;
}

type HandedOver = Fact<'JournalHandedOver'>;

/**
 * Lists the journals that one act handed over, what was held in each, the lessons that list nobody,
 * and what the leaving teacher holds still. What is entered late with that teacher named counts
 * too. Annulled entries are left out. Throws `misuse` if the reader has no day. RK 4 no. 4.
 *
 * @example
 * const reader = await openReader(views, { on: '2026-12-01' });
 * const page = await handOverAct(reader, { number: '1-пж', date: '2026-11-30' });
 */
export async function handOverAct(
  reader: ViewReader,
  act: HandOverActNamed,
): Promise<HandOverActPage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'duties depend on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const journals: HandedJournal[] = [];
  const years = new Map<string, string>();
  for await (const found of reading.scan(journal, 'keeping/')) {
    if (found.kind !== 'keeping') continue;
    for (const { fact, annulled } of found.entries) {
      if (annulled !== null || fact.type !== 'JournalHandedOver') continue;
      if (!isOfAct(fact, act) || fact.data.group !== found.group) continue;
      journals.push(await handedJournal(reading, fact));
      years.set(fact.data.from, fact.data.studyYear);
    }
  }
  const teachers: KeptByTeacher[] = [];
  for (const [person, studyYear] of years) {
    const duties = await teacherDuties(reader, { person, studyYear });
    const { journals: held, waitingForOthers: waiting } = duties;
    teachers.push({ person: await reading.name(person), journals: held, waiting });
  }
  await reading.tellApart();
  return { act, journals, teachers, basis: reading.basis() };
}

const isOfAct = ({ data: { act } }: HandedOver, { number, date }: HandOverActNamed): boolean =>
  act !== null && act.number === number && act.date === date;

async function handedJournal(
  reading: Reading,
  { on, data: { journal: own, group, module, studyYear, from, to, signer } }: HandedOver,
): Promise<HandedJournal> {
  const found = await reading.get(journal, journalKey.lessons(group, module));
  const all = found?.kind === 'lessons' ? found.lessons : [];
  const held = all.filter((one) => one.annulled === null && journalOf(one) === own && one.on < on);
  const { lessons, hours } = heldInClass(held.map(({ inForce }) => inForce.data.entry));
  return {
    journal: own,
    studyYear,
    ...(await dutyPlace(reading, group, module)),
    from: await reading.name(from),
    to: await reading.name(to),
    on,
    lessons,
    hours,
    lastLesson:
      held
        .map((one) => one.on)
        .toSorted()
        .at(-1) ?? null,
    open: held.flatMap(openLesson),
    signer: await showSigner(reading, signer),
  };
}

function openLesson({ lesson, on, inForce }: LessonRecord): readonly OpenLesson[] {
  const { presentCount, absentCount, data } = inForce;
  return presentCount + absentCount > 0 ? [] : [{ lesson, on, topic: data.entry.topic }];
}

import type { FactOfRecord } from '@letopis/core/facts';
import { changesNothing } from '@letopis/core/facts';
import { dayAt } from '@letopis/core/values';
import type { Source } from '../projection/fact.ts';
import { corrections } from '../views/corrections.ts';
import type { EntryActFact } from '../views/entry-corrections.ts';
import { entryCorrections } from '../views/entry-corrections.ts';
import type { LessonRecord } from '../views/journal-lessons.ts';
import { journal, journalKey } from '../views/journal.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { ActFact, ResultRecord } from '../views/result.ts';
import type { Reading } from './reading.ts';

/** A fact that changed what a record says. */
export interface RecordChange {
  /** A value or an entry was corrected or annulled, or an earlier fact was entered late. */
  readonly what: 'corrected' | 'annulled' | 'added';
  /** Place of the fact by which it counts: of the countersignature, where one was needed. */
  readonly source: Source;
  /** Day of the changed fact, and the day of the change. */
  readonly on: string;
  readonly since: string;
  /** Place of the first record of what it changed; `null` where that is not known. */
  readonly first: Source | null;
  /** The fact as the question which sheets show it takes it. */
  readonly fact: FactOfRecord;
  /** The result that it changed, or recorded; `null` if it concerns none. */
  readonly result: ResultRecord | null;
  /** Event id of the correction or annulment of the result; `null` if it is none. */
  readonly act: string | null;
  /** The act about an entry; `null` if it concerns a result, or is none. */
  readonly entry: EntryActFact | null;
}

/** Acts about papers themselves, which change no record. */
const OF_PAPERS: readonly EntryActFact['type'][] = ['SheetVoided', 'PrintoutVoided'];

/**
 * The corrections and annulments of results and entries that count on the reader's day, in log
 * order. A correction that waits, or was declined, changes nothing.
 */
export async function correctionsMade(reading: Reading): Promise<readonly RecordChange[]> {
  const found: RecordChange[] = [];
  for await (const { acts } of reading.scan(corrections, 'acted/')) {
    for (const act of acts) found.push(...(await changeOfResult(reading, act)));
  }
  for await (const { acts } of reading.scan(entryCorrections, 'acted/')) {
    for (const act of acts) {
      if (!OF_PAPERS.includes(act.type)) found.push(await changeOfEntry(reading, act));
    }
  }
  const { on } = reading;
  return found
    .filter(({ since }) => on === null || since <= on)
    .toSorted((a, b) => (a.source.position < b.source.position ? -1 : 1));
}

async function changeOfResult(reading: Reading, act: ActFact): Promise<readonly RecordChange[]> {
  const { data, source, on } = act;
  if (changesNothing(act)) return [];
  const { group, module, learner } = data;
  const marks = await reading.get(journal, journalKey.marks(group, module, learner));
  const results = marks?.kind === 'marks' ? marks.results : [];
  const result = results.find((one) => one.result === data.corrects) ?? null;
  const named = 'correction' in data ? data.correction : source.event;
  const made = result?.corrections.find(({ fact }) => fact.source.event === named);
  const counts = act.type === 'AssessmentAnnulled' || made?.state === 'in-effect';
  if (!counts) return [];
  return [
    {
      what: act.type === 'AssessmentAnnulled' ? 'annulled' : 'corrected',
      source,
      on,
      since: data.actedOn,
      first: result?.first.source ?? null,
      fact: { stream: source.stream, occurredOn: on, data },
      result,
      act: named,
      entry: null,
    },
  ];
}

async function changeOfEntry(reading: Reading, act: EntryActFact): Promise<RecordChange> {
  const { source, on, data, type } = act;
  return {
    what: type.endsWith('Corrected') || isReplaced(act) ? 'corrected' : 'annulled',
    source,
    on,
    since: data.actedOn,
    first: await firstOfLesson(reading, act),
    fact: { stream: source.stream, occurredOn: on, data },
    result: null,
    act: null,
    entry: act,
  };
}

const isReplaced = ({ data }: EntryActFact): boolean =>
  'replacedBy' in data && typeof data.replacedBy === 'string';

async function firstOfLesson(reading: Reading, act: EntryActFact): Promise<Source | null> {
  if (act.type !== 'LessonCorrected' && act.type !== 'LessonAnnulled') return null;
  const { group, module, corrects } = act.data;
  const found = await reading.get(journal, journalKey.lessons(group, module));
  const lessons = found?.kind === 'lessons' ? found.lessons : [];
  const lesson = lessons.find((one) => firstOf(one).event === corrects);
  return lesson === undefined ? null : firstOf(lesson);
}

const firstOf = ({ before, inForce }: LessonRecord): Source => (before[0] ?? inForce).source;

/**
 * The lessons and marks of a journal that count, as changes that added them: what a page made
 * before one was recorded does not show. The day of the change is the day of recording.
 */
export async function recordedInJournal(
  reading: Reading,
  { group, module }: { readonly group: string; readonly module: string },
): Promise<readonly RecordChange[]> {
  const found = await reading.get(journal, journalKey.lessons(group, module));
  const lessons = found?.kind === 'lessons' ? found.lessons : [];
  const { timeZone } = await reading.regulation();
  const added = lessons
    .filter(({ annulled }) => annulled === null)
    .map((lesson) => {
      const data = { group, module, lesson: lesson.lesson };
      return additionOf({ source: firstOf(lesson), on: lesson.on, data }, timeZone);
    });
  for await (const marks of reading.scan(journal, journalKey.marks(group, module))) {
    if (marks.kind === 'marks') added.push(...marksAdded(marks.results, timeZone));
  }
  return added;
}

/** The results of an enrollment that count, as changes that added them. */
export async function recordedInEnrollment(
  reading: Reading,
  { learner, enrollment }: { readonly learner: string; readonly enrollment: string },
): Promise<readonly RecordChange[]> {
  const { timeZone } = await reading.regulation();
  const added: RecordChange[] = [];
  const prefix = `${personalFileKey.allResults(learner)}${enrollment}/`;
  for await (const found of reading.scan(personalFile, prefix)) {
    if (found.kind === 'results') added.push(...marksAdded(found.results, timeZone));
  }
  return added;
}

function marksAdded(
  results: readonly ResultRecord[],
  timeZone: string | null,
): readonly RecordChange[] {
  return results
    .filter(({ annulled }) => annulled === null)
    .map((result) => ({ ...additionOf(result.first, timeZone), result }));
}

function additionOf(
  { source, on, data }: { readonly source: Source; readonly on: string; readonly data: object },
  timeZone: string | null,
): RecordChange {
  const since = dayAt(source.recordedAt, timeZone ?? 'UTC');
  const fact = { stream: source.stream, occurredOn: on, data };
  const of = { result: null, act: null, entry: null };
  return { what: 'added', source, on, since, first: source, fact, ...of };
}

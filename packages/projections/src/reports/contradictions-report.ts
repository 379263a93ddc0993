import type { LocalisedText } from '@letopis/core';
import { localDate } from '@letopis/core';
import { contradictionsIn, stepsAfterLastDischarge } from '@letopis/core/facts';
import { dayAt } from '@letopis/core/values';
import { lateEntries, lateEntriesKey } from '../views/papers.ts';
import { personalFile } from '../views/personal-file.ts';
import { records, recordsKey } from '../views/records.ts';
import type { NamedFact } from './contradicted-documents.ts';
import { contradictedDocuments } from './contradicted-documents.ts';
import { contradictedLessons } from './contradicted-lessons.ts';
import type { ContradictionKind } from './contradiction-kinds.ts';
import { CONTRADICTION_KINDS } from './contradiction-kinds.ts';
import { monthsOf } from './corrections-report.ts';
import type { EntryPeriod } from './papers-report.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName } from './reading.ts';
import { compareShown, Reading } from './reading.ts';
import { decidingFact, studiesOf } from './study-facts.ts';

/** One of the two facts of a contradiction. */
export interface ContradictingFact {
  readonly type: string;
  /** Its place in the history, `stream@revision`, and its event id. */
  readonly at: string;
  readonly event: string;
  /** The day of the fact, and the day of its entry in the organisation's time zone. */
  readonly on: string;
  readonly enteredOn: string;
}

/** Two facts that stand and contradict each other. Both stay until somebody puts one right. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly title: LocalisedText;
  readonly clause: string;
  readonly toDo: LocalisedText;
  readonly learner: ShownName;
  readonly enrollment: string;
  /** Module of the result or lesson; `null` for the programme as a whole, or for neither. */
  readonly module: string | null;
  /** The day about which they contradict each other. */
  readonly day: string;
  /** The fact that was entered first, and the one that was entered later. */
  readonly standing: ContradictingFact;
  readonly later: ContradictingFact;
}

/** The contradictions, by learner and day. */
export interface ContradictionsPage {
  readonly basis: PageBasis;
  readonly lines: readonly Contradiction[];
  /** How many there are of each kind that occurs. */
  readonly counts: Readonly<Partial<Record<ContradictionKind, number>>>;
}

/** Of whom, and entered when. */
export interface ContradictionsOf {
  /** By default all learners. */
  readonly learner?: string;
  /** Only those whose later fact was entered in this period. */
  readonly entered?: EntryPeriod;
}

/**
 * Lists facts that stand and contradict each other: a fact may be entered late, so that it may
 * contradict one that was entered before it. Whether two facts contradict each other is asked of
 * the same questions that refuse the second of them in its order. A contradiction leaves the list
 * as soon as one of its facts is annulled or put right, or its record is released for erasure. With
 * `entered` only the learners about whom something was entered in that period are read. Throws for
 * an invalid calendar day. RK 1.4, 1.5, 1.6, 1.13, R2 §2.3.
 *
 * @example
 * const page = await contradictionsReport(await openReader(views), {
 *   entered: { from: '2026-12-01', until: '2026-12-31' } });
 */
export async function contradictionsReport(
  reader: ViewReader,
  { learner, entered }: ContradictionsOf = {},
): Promise<ContradictionsPage> {
  const reading = new Reading(reader);
  const zone = (await reading.regulation()).timeZone ?? 'UTC';
  const lines: Contradiction[] = [];
  for (const one of await learnersOf(reading, { learner, entered }, zone)) {
    for (const found of await contradictionsOf(reading, one)) {
      const line = await lineOf(reading, one, found, zone);
      const { enteredOn } = line.later;
      const within = entered === undefined || isWithin(enteredOn, entered);
      if (within) lines.push(line);
    }
  }
  const sorted = lines.toSorted(
    (a, b) =>
      compareShown(a.learner, b.learner) || compare(a.day, b.day) || compare(a.kind, b.kind),
  );
  const counts: Partial<Record<ContradictionKind, number>> = {};
  for (const { kind } of sorted) counts[kind] = (counts[kind] ?? 0) + 1;
  await reading.tellApart();
  return { lines: sorted, counts, basis: reading.basis() };
}

const isWithin = (day: string, { from, until }: EntryPeriod): boolean =>
  day >= from && day <= until;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The learners to read: the one given, those about whom something was entered, or all. */
async function learnersOf(
  reading: Reading,
  { learner, entered }: { learner: string | undefined; entered: EntryPeriod | undefined },
  zone: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (learner !== undefined) return found.add(learner);
  if (entered === undefined) {
    for await (const life of reading.scan(personalFile, 'life/')) {
      if (life.kind === 'life') found.add(life.learner);
    }
    return found;
  }
  const { from, until } = entered;
  for (const month of monthsOf(localDate.parse(from), localDate.parse(until), 'recorded')) {
    for await (const { facts } of reading.scan(lateEntries, lateEntriesKey(month))) {
      for (const { learners, source } of facts) {
        if (!isWithin(dayAt(source.recordedAt, zone), entered)) continue;
        for (const one of learners) found.add(one);
      }
    }
  }
  return found;
}

/** A contradiction with both facts, in any order. */
interface Found {
  readonly kind: ContradictionKind;
  readonly enrollment: string;
  readonly day: string;
  readonly module: string | null;
  readonly facts: readonly [NamedFact, NamedFact];
}

/** The contradictions of one learner; those of a record that was released for erasure are gone. */
async function contradictionsOf(reading: Reading, learner: string): Promise<readonly Found[]> {
  const read = await reading.get(records, recordsKey.learner(learner));
  const released = new Set<string>();
  for (const { record, released: acts } of read?.kind === 'learner' ? read.records : []) {
    if (acts.some(({ type }) => type === 'RecordReleased')) released.add(record);
  }
  const all = await studiesOf(reading, learner);
  const studies = all.filter(({ seen }) => !released.has(`enrollment-${seen.enrollment}`));
  const { found, lessons } = await contradictedLessons(reading, learner, studies);
  const factOf = (event: string): NamedFact | undefined => {
    for (const { results, facts } of studies) {
      const result = results.get(event);
      const fact = result === undefined ? facts.get(event) : decidingFact(result);
      if (fact !== undefined) return fact;
    }
    return lessons.get(event);
  };
  const seen = studies.map((one) => one.seen);
  const own = [...seen.flatMap(contradictionsIn), ...stepsAfterLastDischarge(seen)];
  const named = [...own, ...found].flatMap(
    ({ facts: [one, other], ...about }): readonly Found[] => {
      const [a, b] = [factOf(one), factOf(other)];
      return a === undefined || b === undefined ? [] : [{ ...about, facts: [a, b] }];
    },
  );
  return [...named, ...(await contradictedDocuments(reading, learner, studies))];
}

async function lineOf(
  reading: Reading,
  learner: string,
  { kind, enrollment, module, day, facts: [one, other] }: Found,
  zone: string,
): Promise<Contradiction> {
  const inOrder = one.source.position < other.source.position;
  return {
    kind,
    ...CONTRADICTION_KINDS[kind],
    learner: await reading.name(learner),
    enrollment,
    module,
    day,
    standing: shownFact(inOrder ? one : other, zone),
    later: shownFact(inOrder ? other : one, zone),
  };
}

function shownFact({ type, on, source }: NamedFact, zone: string): ContradictingFact {
  const { stream, revision, event, recordedAt } = source;
  const enteredOn = dayAt(recordedAt, zone);
  return { type, at: `${stream}@${revision}`, event, on, enteredOn };
}

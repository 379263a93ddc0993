import type { Ground } from '@letopis/core';
import type { LessonsHeld } from '@letopis/core/facts';
import { heldInClass } from '@letopis/core/facts';
import type { Fact, Source } from '../projection/fact.ts';
import type { KeepingEntry } from '../views/journal-keeping.ts';
import { journalOf } from '../views/journal-lessons.ts';
import { journal, journalKey } from '../views/journal.ts';
import type { Reading, ShownName } from './reading.ts';
import type { ShownSigner } from './shown-result.ts';
import { showSigner } from './shown-result.ts';

interface Entered {
  /** First day of the new teacher, or of lessons in the journal that continues the other. */
  readonly on: string;
  readonly signer: ShownSigner;
  readonly ground: Ground | null;
  /** `null`: it counts; else it was annulled from the start. RK 1.8. */
  readonly annulled: {
    readonly actedOn: string;
    readonly reason: string | null;
    readonly signer: ShownSigner;
    readonly source: Source;
  } | null;
  readonly source: Source;
}

/** A teacher handed the journal over to another one. RK 4 no. 4. */
export interface JournalHandOver extends Entered {
  readonly what: 'handed-over';
  readonly from: ShownName;
  readonly to: ShownName;
  readonly act: Fact<'JournalHandedOver'>['data']['act'];
}

/** The journal is continued in that of another group, or continues that one. RK 4 no. 5. */
export interface JournalContinuation extends Entered {
  readonly what: 'continued-in' | 'continued-from';
  /** The other journal, and its group. */
  readonly journal: string;
  readonly group: { readonly id: string; readonly title: string | null };
  /** Lessons of the class, and academic hours, that were held in the journal that ended. */
  readonly lessonsHeld: number;
  readonly hoursHeld: number;
}

/** A line about the journal itself. */
export type JournalKeepingLine = JournalHandOver | JournalContinuation;

type Continued = Fact<'JournalContinued'>;

/** Reads who handed the journal over, where it is continued, and what it continues, by day. */
export async function keepingOf(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<readonly JournalKeepingLine[]> {
  const lines: JournalKeepingLine[] = [];
  for (const { fact, annulled } of await entriesOf(reading, group, module)) {
    const entered: Entered = {
      on: fact.on,
      signer: await showSigner(reading, fact.data.signer),
      ground: fact.ground,
      annulled: annulled && {
        actedOn: annulled.data.actedOn,
        reason: annulled.data.reason,
        signer: await showSigner(reading, annulled.data.signer),
        source: annulled.source,
      },
      source: fact.source,
    };
    if (fact.type === 'JournalContinued') {
      lines.push({ ...entered, ...(await otherJournal(reading, group, fact)) });
      continue;
    }
    const { from, to, act } = fact.data;
    const names = { from: await reading.name(from), to: await reading.name(to) };
    lines.push({ ...entered, what: 'handed-over', ...names, act });
  }
  return lines;
}

/**
 * Adds up the lessons of the class in the journals that this one continues, and in those that they
 * continue in their turn, as they read now: also those that were entered or corrected after the
 * continuation. One that was annulled carries nothing. RK 4 no. 5.
 */
export async function carriedInto(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<LessonsHeld> {
  const carried = { lessons: 0, hours: 0 };
  const seen = new Set<string>();
  const groups = [group];
  for (let next = groups.pop(); next !== undefined; next = groups.pop()) {
    for (const { fact, annulled } of await entriesOf(reading, next, module)) {
      if (fact.type !== 'JournalContinued' || annulled !== null) continue;
      if (fact.data.intoGroup !== next || seen.has(fact.source.event)) continue;
      seen.add(fact.source.event);
      const { lessons, hours } = await heldIn(reading, fact);
      carried.lessons += lessons;
      carried.hours += hours;
      groups.push(fact.data.group);
    }
  }
  return carried;
}

async function entriesOf(
  reading: Reading,
  group: string,
  module: string | null,
): Promise<readonly KeepingEntry[]> {
  if (module === null) return [];
  const found = await reading.get(journal, journalKey.keeping(group, module));
  return found?.kind === 'keeping' ? found.entries : [];
}

/** The lessons of the class in the journal that ended, derived from its lessons that count. */
async function heldIn(reading: Reading, { data }: Continued): Promise<LessonsHeld> {
  const found = await reading.get(journal, journalKey.lessons(data.group, data.module));
  const lessons = found?.kind === 'lessons' ? found.lessons : [];
  const held = lessons.filter((one) => one.annulled === null && journalOf(one) === data.journal);
  return heldInClass(held.map(({ inForce }) => inForce.data.entry));
}

async function otherJournal(
  reading: Reading,
  group: string,
  fact: Continued,
): Promise<Omit<JournalContinuation, keyof Entered>> {
  const { data } = fact;
  const { lessons: lessonsHeld, hours: hoursHeld } = await heldIn(reading, fact);
  const leaves = data.group === group;
  const other = leaves ? data.intoGroup : data.group;
  const title = (await reading.group(other))?.opened?.title ?? null;
  return {
    what: leaves ? 'continued-in' : 'continued-from',
    journal: leaves ? data.into : data.journal,
    group: { id: other, title },
    lessonsHeld,
    hoursHeld,
  };
}

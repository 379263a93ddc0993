import type { Position } from '@letopis/core';
import type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
import { acquaintances } from '../views/acquaintances.ts';
import type { CatalogueAnswer } from '../views/catalogue-titles.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import { disclosures } from '../views/disclosures.ts';
import type { EntryActFact, EntryCorrectionsOfMonth } from '../views/entry-corrections.ts';
import { entryCorrections } from '../views/entry-corrections.ts';
import type { LateEntriesOfMonth, PaperUse } from '../views/papers.ts';
import { lateEntries } from '../views/papers.ts';
import type { Person } from '../views/people.ts';
import { people } from '../views/people.ts';
import { personalFile } from '../views/personal-file.ts';
import { portfolio } from '../views/portfolio.ts';
import type { RegistersAnswer } from '../views/registers.ts';
import { registers, registersKey } from '../views/registers.ts';
import type { AskedNow } from './closed-changes.ts';
import { ClosedChanges } from './closed-changes.ts';
import type { ViewReader } from './view-reader.ts';

/** What is asked of the views beside the reader: what is known now. */
export interface ViewsNow {
  get<A>(
    projection: ProjectionOf<A>,
    key: string,
    options: { readonly on?: string | null; readonly atLeast: Position },
  ): Promise<{ readonly value: A; readonly last: object | null }>;
  head(): Promise<Position>;
}

/** The views as they are now, read up to the end of the log once. */
export function askedNow(views: ViewsNow): AskedNow {
  let head: Promise<Position> | null = null;
  let closed: Promise<ReadonlySet<string>> | null = null;
  const atLeast = (): Promise<Position> => (head ??= views.head());
  const readClosed = async (): Promise<ReadonlySet<string>> => {
    const now = { atLeast: await atLeast() };
    const { value } = await views.get<CatalogueAnswer>(catalogue, catalogueKey.closed, now);
    return new Set(value.kind === 'closed' ? value.learners : []);
  };
  return {
    learners: () => (closed ??= readClosed()),
    person: async (person, on) => {
      const found = await views.get<Person>(people, person, { on, atLeast: await atLeast() });
      return found.last === null ? null : found.value;
    },
    namedBy: async (document) => {
      const now = { atLeast: await atLeast() };
      const key = registersKey.line(document);
      const { value } = await views.get<RegistersAnswer>(registers, key, now);
      return (value.kind === 'line' && value.lines[0]?.linked?.data.learner) || null;
    },
  };
}

/**
 * A reader that hides who learners were before a closed change, whatever it reads as of: the names
 * and what else is on record of them, and the papers of the changes. Every reader is one, save that
 * of an office which asks for the closed changes. RK 1.10, Family Code art. 139.
 */
export function coveredReader(
  open: Omit<ViewReader, 'at' | 'for'>,
  now: AskedNow,
): Omit<ViewReader, 'at' | 'for'> {
  const changes = new ClosedChanges(now);
  const shown = async <A>(projection: AnyProjection, answer: A, on: string | null): Promise<A> => {
    // Where nobody ever had a closed change nothing is looked through.
    if (!COVERED.has(projection) || (await now.learners()).size === 0) return answer;
    return (await covered(changes, projection, answer, on)) as A;
  };
  return {
    position: open.position,
    on: open.on,
    asker: open.asker,
    get: async (projection, key) => {
      const answer = await open.get(projection, key);
      return answer === null ? null : shown(projection, answer, open.on);
    },
    latest: async (projection, key) => {
      const answer = await open.latest(projection, key);
      return answer === null ? null : shown(projection, answer, null);
    },
    async *scan(projection, prefix) {
      for await (const [key, answer] of open.scan(projection, prefix)) {
        yield [key, await shown(projection, answer, open.on)];
      }
    },
  };
}

/** The views whose facts name representatives by their ids. */
const NAMES_KIN: ReadonlySet<AnyProjection> = new Set<AnyProjection>([
  acquaintances,
  disclosures,
  personalFile,
  portfolio,
  registers,
]);

/** The views that have something to hide. */
const COVERED: ReadonlySet<AnyProjection> = new Set([
  people,
  lateEntries,
  entryCorrections,
  ...NAMES_KIN,
]);

/** What is shown of an answer of these views. */
async function covered(
  changes: ClosedChanges,
  projection: AnyProjection,
  answer: unknown,
  on: string | null,
): Promise<unknown> {
  switch (projection) {
    case people:
      return changes.covered(answer as Person, on);
    case lateEntries: {
      const month = answer as LateEntriesOfMonth;
      const facts: PaperUse[] = [];
      for (const fact of month.facts) {
        const { learners, source } = fact;
        const isSecret = await changes.isClosing(learners, source.event);
        facts.push(isSecret ? { ...fact, ground: null } : fact);
      }
      return { ...month, facts };
    }
    case entryCorrections: {
      const month = answer as EntryCorrectionsOfMonth;
      const acts: EntryActFact[] = [];
      for (const act of month.acts) {
        acts.push((await isAboutClosing(changes, act)) ? { ...act, ground: null } : act);
      }
      return changes.withoutFormerKin({ ...month, acts });
    }
    default:
      return changes.withoutFormerKin(answer);
  }
}

/** Whether an act corrects a closed change, or puts one in the place of an open one. */
async function isAboutClosing(changes: ClosedChanges, act: EntryActFact): Promise<boolean> {
  if (act.type !== 'LearnerEntryAnnulled') return false;
  const { learner, corrects, replacedBy } = act.data;
  const whose = [learner];
  return (await changes.isClosing(whose, corrects)) || (await changes.isClosing(whose, replacedBy));
}

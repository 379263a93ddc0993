import type { Asker, AskerKind } from '@letopis/projections';
import { ifPermitted } from '@letopis/projections';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../event-log.ts';
import type { History } from './history.ts';
import {
  dayOf,
  GROUPS,
  histories,
  isTold,
  LEARNERS,
  logOf,
  MODULES,
  REPRESENTATIVES,
  taught,
  TEACHERS,
  wasIn,
} from './history.ts';
import type { About } from './pages.ts';
import { PAGES } from './pages.ts';
import { CHECKS } from './sees.ts';
import type { Relation, Row } from './table.ts';
import { TABLE } from './table.ts';

/* SEC 18: 200 random pairs of reader and page agree with a table written from the clauses. */

const PEOPLE: Readonly<Record<AskerKind, readonly string[]>> = {
  learner: LEARNERS,
  representative: REPRESENTATIVES,
  teacher: TEACHERS,
  administration: ['p-head'],
  auditor: ['inspector'],
};

const PURPOSES = [
  'lawful-demand',
  ['lawful-demand', 'identification'],
  ['lawful-demand', 'identification', 'assessment'],
] as const;

/** A page and who reads it: most often where it matters what the person has to do with the page. */
const pairs = fc
  .oneof(
    {
      arbitrary: fc.constantFrom(
        ...TABLE.filter(({ relation, sees }) => relation !== 'any' || sees === 'own-groups'),
      ),
      weight: 3,
    },
    { arbitrary: fc.constantFrom(...TABLE), weight: 1 },
  )
  .chain(({ page, kind }) => fc.record({ page: fc.constant(page), asker: askersOf(kind) }));

const askersOf = (kind: AskerKind): fc.Arbitrary<Asker> =>
  fc.record({
    kind: fc.constant(kind),
    person: fc.constantFrom(...PEOPLE[kind]),
    purpose: fc.constantFrom(...PURPOSES),
    on: fc.integer({ min: 0, max: 120 }).map(dayOf),
  });

const abouts: fc.Arbitrary<About> = fc.record({
  group: fc.constantFrom(...GROUPS),
  module: fc.constantFrom(...MODULES),
  learner: fc.constantFrom(...LEARNERS),
  teacher: fc.constantFrom(...TEACHERS),
});

const cases = fc.record({ history: histories, pair: pairs, about: abouts });

/** The learners whose record is open to a person, by the history alone. */
function ownOf(history: History, { kind, person, on }: Asker): readonly string[] {
  if (kind === 'learner') return [person];
  if (kind !== 'representative') return [];
  return LEARNERS.filter((learner) => isTold(history, person, learner, on));
}

/** What a person has to do with a page, by the history alone. */
function relationOf(history: History, asker: Asker, page: string, about: About): Relation {
  const own = ownOf(history, asker);
  const { group, module, learner } = about;
  const { kind, person, on } = asker;
  const isOwn =
    page !== 'journal'
      ? own.includes(learner)
      : kind === 'teacher'
        ? taught(history, person, [group, module], on)
        : own.some((one) => wasIn(history, one, group, on));
  return isOwn ? 'own' : 'other';
}

function rowFor(page: string, kind: AskerKind, relation: Relation): Row {
  const rows = TABLE.filter((row) => row.page === page && row.kind === kind);
  const fit = rows.filter((row) => row.relation === 'any' || row.relation === relation);
  const [only] = fit;
  if (only === undefined || fit.length > 1) {
    throw new Error(`${page} for ${kind}: ${fit.length} rows`);
  }
  return only;
}

async function agrees(history: History, asker: Asker, page: string, about: About): Promise<Row> {
  const reader = readerOver(logOf(history).events, { on: asker.on });
  const read = PAGES[page];
  if (read === undefined) throw new Error(`there is no page ${page}`);
  const bound = await reader.for(asker);
  const row = rowFor(page, asker.kind, relationOf(history, asker, page, about));
  CHECKS[row.sees]({
    asker,
    about,
    history,
    own: ownOf(history, asker),
    read: await ifPermitted(() => read(bound, about)),
    base: await read(reader, about),
  });
  return row;
}

describe('SEC 18: who sees what', () => {
  test('the table has each page for each kind of reader, with a clause', () => {
    for (const page of Object.keys(PAGES)) {
      for (const kind of Object.keys(PEOPLE) as AskerKind[]) {
        expect(rowFor(page, kind, 'own').clause).toMatch(/\w/);
        expect(rowFor(page, kind, 'other').clause).toMatch(/\w/);
      }
    }
    expect(TABLE.filter(({ page }) => PAGES[page] === undefined)).toEqual([]);
  });

  test('200 random readers and pages agree with it', { timeout: 120_000 }, async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.noBias(cases), async ({ history, pair: { asker, page }, about }) => {
        const { sees } = await agrees(history, asker, page, about);
        met.set(sees, (met.get(sees) ?? 0) + 1);
      }),
      { numRuns: 200, seed: 22 },
    );
    // So that no word of the table goes unasked.
    const seldom = Object.keys(CHECKS).filter((sees) => (met.get(sees) ?? 0) < 3);
    expect(seldom).toEqual([]);
  });
});

import { citationsIn } from './citation.ts';
import { cited, isPrinted, type Clause, type Regulation } from './clause.ts';
import type { TestTitle } from './titles.ts';

/** Every clause with the tests that check it. */
export type ClauseTests = ReadonlyMap<Clause, readonly TestTitle[]>;

/**
 * The tests that name each clause in their title. A group counts for the tests in it where none of
 * those names the clause itself.
 */
export function testsByClause(
  regulations: readonly Regulation[],
  titles: readonly TestTitle[],
): ClauseTests {
  const held = new Map<Clause, Set<TestTitle>>(
    regulations.flatMap(({ clauses }) => clauses.map((clause) => [clause, new Set()])),
  );
  for (const title of titles) {
    for (const { clauses } of namedIn(regulations, title.title)) {
      for (const clause of clauses) held.get(clause)?.add(title);
    }
  }
  return new Map([...held].map(([clause, tests]) => [clause, withoutTheirGroups([...tests])]));
}

/** Citations in titles that no regulation has, which are slips of the pen, as `title: R2 §9.9`. */
export function unknownClauses(
  regulations: readonly Regulation[],
  titles: readonly TestTitle[],
): readonly string[] {
  return titles.flatMap(({ file, title }) =>
    namedIn(regulations, title)
      .filter(({ isKnown }) => !isKnown)
      .map(({ name }) => `${file}: ${title}: there is no ${name}`),
  );
}

function namedIn(regulations: readonly Regulation[], title: string) {
  return citationsIn(title).map((citation) => {
    const { regulation: name, from, to, word } = citation;
    const regulation = regulations.find((one) => one.name === name);
    const clauses = regulation === undefined ? [] : cited(regulation, citation);
    const last = to === from ? '' : `-${to}`;
    return {
      name: `${name} §${from}${last}${word === null ? '' : ` (${word})`}`,
      clauses,
      isKnown: clauses.length > 0 || (regulation !== undefined && isPrinted(regulation, citation)),
    };
  });
}

function withoutTheirGroups(tests: readonly TestTitle[]): readonly TestTitle[] {
  const groups = new Set(tests.flatMap(({ within }) => within));
  return tests.filter((test) => !groups.has(test));
}

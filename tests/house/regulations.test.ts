import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../tools/regulations/citation.ts';
import { testsByClause, unknownClauses } from '../../tools/regulations/clause-tests.ts';
import { cited, type Regulation } from '../../tools/regulations/clause.ts';
import { regulations } from '../../tools/regulations/five.ts';
import { open, unbuilt } from '../../tools/regulations/open.ts';
import { page } from '../../tools/regulations/page.ts';
import { testTitles, titlesIn } from '../../tools/regulations/titles.ts';

const root = join(import.meta.dirname, '../..');
const titles = testTitles(root);
const held = testsByClause(regulations, titles);
const clauses = regulations.flatMap((one) => one.clauses);

describe('docs/regulations.md', () => {
  test('is what is made from the clauses and the tests as they are now', () => {
    const stands = readFileSync(join(root, 'docs/regulations.md'), 'utf8');
    const made = page(regulations, held, { open, unbuilt });
    expect(stands === made, 'stale: run `node tools/regulations.ts`').toBe(true);
  });

  test('names for every clause a test that holds it, or what is missing', () => {
    const left = clauses.filter((one) => held.get(one)?.length === 0 && !(one.clause in open));
    expect(left.map(({ clause }) => clause)).toEqual([]);
  });

  test('calls nothing open that a test holds, or that is no clause', () => {
    const openStill = clauses.filter((one) => held.get(one)?.length === 0);
    const names = openStill.map(({ clause }) => clause);
    expect(Object.keys(open).filter((clause) => !names.includes(clause))).toEqual([]);
  });

  test('calls nothing unbuilt that no clause asks for', () => {
    const asked = new Set(clauses.flatMap(({ by }) => by));
    expect(Object.keys(unbuilt).filter((id) => !asked.has(id))).toEqual([]);
  });

  test('has each clause once, with the capabilities of the domain that answer it', () => {
    const names = clauses.map(({ clause }) => clause);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const odd = clauses.filter(({ by }) => by.length === 0 || !by.every(isCapability));
    expect(odd.map(({ clause }) => clause)).toEqual([]);
  });

  test('no title names a clause that there is not', () => {
    expect(unknownClauses(regulations, titles)).toEqual([]);
  });
});

const isCapability = (id: string): boolean => /^(?:D(?:1?\d|2[0-2])|P(?:\d|1[0-4]))$/.test(id);

const one = (from: string, more = {}) => ({
  regulation: 'R1',
  from,
  to: from,
  word: null,
  ...more,
});

/** In a list of its own: rows of a table in place would count as titles that name a clause. */
const NAMED = [
  ['D8 R1 §4.2.3: a commission', [one('4.2.3')]],
  ['D10 R1 §3.5b, §4.2.5: a review', [one('3.5b'), one('4.2.5')]],
  ['R1 §5.3 and §5.4, 152-FZ art. 14 §3', [one('5.3'), one('5.4')]],
  ['R1 §5.1-5.4: the way of one', [one('5.1', { to: '5.4' })]],
  ['R1 §4/5.5-5.6: by decision', [one('4/5.5', { to: '4/5.6' })]],
  ['R1 §1.4 (final), §1.5: the whole', [one('1.4', { word: 'final' }), one('1.5')]],
  ['consent (D3, R1 §5.3, R2 §6.2)', [one('5.3'), one('6.2', { regulation: 'R2' })]],
  ['as R1 has it. See §5.3.', []],
  ['273-FZ art. 58 §5', []],
] as const;

describe('clauses that a title names', () => {
  test.each(NAMED)('%s', (title, citations) => {
    expect(citationsIn(title)).toEqual(citations);
  });
});

const numbered = (clause: string, binds = '') => ({ clause, binds, by: ['D1'] });
const rules: Regulation = {
  name: 'R1',
  of: 'House',
  clauses: [
    numbered('R1 §1.1'),
    numbered('R1 §2.1.1'),
    numbered('R1 §2.1.2', 'Kinds: one (2.1.2), another (2.1.3).'),
    numbered('R1 §2.2'),
    numbered('R1 §2.2 (word)'),
    numbered('R1 §2.2.1-2.2.3'),
    numbered('R1 §3.1, §3.4'),
  ],
  others: ['4.1'],
};

const CITED = [
  ['R1 §1.1', ['R1 §1.1']],
  ['R1 §2.1', []],
  ['R1 §2.1.3', ['R1 §2.1.2']],
  ['R1 §2.2', ['R1 §2.2']],
  ['R1 §2.2 (word)', ['R1 §2.2 (word)']],
  ['R1 §2.2.2', ['R1 §2.2.1-2.2.3']],
  ['R1 §3.4', ['R1 §3.1, §3.4']],
  ['R1 §1.1-2.2', ['R1 §1.1', 'R1 §2.1.1', 'R1 §2.1.2', 'R1 §2.2']],
  ['R1 §2.1-2.2', ['R1 §2.1.1', 'R1 §2.1.2', 'R1 §2.2']],
  ['R1 §2.2-1.1', []],
] as const;

describe('the clauses of a citation', () => {
  test.each(CITED)('%s', (title, expected) => {
    const found = citationsIn(title).flatMap((citation) => cited(rules, citation));
    expect(found.map(({ clause }) => clause)).toEqual(expected);
  });

  test('is told when there is no such clause, chapter or definition', () => {
    const file = titlesIn('a.test.ts', `test('R1 §2.1, §4.1, §9.9, §2.2 (other), R7 §1.1');`);
    const told = 'a.test.ts: R1 §2.1, §4.1, §9.9, §2.2 (other), R7 §1.1: there is no R1 §';
    expect(unknownClauses([rules], file)).toEqual([`${told}9.9`, `${told}2.2 (other)`]);
  });
});

const titlesOf = (text: string) => titlesIn('a.test.ts', text).map(({ title }) => title);

describe('titles of tests', () => {
  test('are those of tests and groups, in any quotes, with each row of a table', () => {
    const text = `
      describe('a', () => { it("b’s", () => {}); test(\`c \${x}\`, () => {}); });
      test.each(['d', 'e'])('R1 %s', () => {});
      it.each([['f', 1], ['g', 2]] as const)('%s is %i', () => {});
      describe.each(rows)('%s', () => {});`;
    expect(titlesOf(text)).toEqual([
      'a',
      'b’s',
      'c ${x}',
      'R1 d',
      'R1 e',
      'f is %i',
      'g is %i',
      '%s',
    ]);
  });

  test('leave out what is skipped or planned, comments, and strings that look like tests', () => {
    const text = `
      test.skip('a', () => {}); test.todo('b'); describe.skip('c', () => { test('d', () => {}); });
      // test('e', () => {});
      const text = "test('f', () => {})"; pattern.test('g');`;
    expect(titlesOf(text)).toEqual([]);
  });

  test('a group stands for its tests where none of them names the clause', () => {
    const text = `
      describe('R1 §1.1: a', () => { test('b', () => {}); });
      describe('R1 §2.2: c', () => { test('R1 §2.2: d', () => {}); });`;
    const found = testsByClause([rules], titlesIn('a.test.ts', text));
    const byName = Object.fromEntries(
      [...found].map(([{ clause }, tests]) => [clause, tests.map(({ title }) => title)]),
    );
    expect(byName).toMatchObject({ 'R1 §1.1': ['R1 §1.1: a'], 'R1 §2.2': ['R1 §2.2: d'] });
  });
});

test('the page counts, names, and stars what is not built', () => {
  const text = `test('R1 §1.1: a | b', () => {});`;
  const missing = { open: { 'R1 §2.1.1': 'a page' }, unbuilt: { D1: 'all of it' } };
  const made = page([rules], testsByClause([rules], titlesIn('a.test.ts', text)), missing);
  expect(made).toContain('1 of 7 clauses are held by a test.');
  expect(made).toContain('| R1 §1.1 |  | D1\\* | R1 §1.1: a \\| b |');
  expect(made).toContain('| R1 §2.1.1 |  | D1\\* | *open*: a page |');
  expect(made).toContain('- D1: all of it');
});

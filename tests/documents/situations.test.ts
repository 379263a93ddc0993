import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calledMethods } from '../../tools/map/called.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/situations.md'), 'utf8');
const [, ...sections] = page.split(/^## /m);
const known = new Set(calledMethods().map(({ call }) => call));

/** The test files that a section links, from the project's root. */
const testsOf = (section: string): readonly string[] =>
  [...section.matchAll(/\]\(\.\.\/(tests\/[^)]+\.test\.ts)\)/g)].map(([, path = '']) => path);

const methodsOf = (section: string): readonly string[] =>
  [...section.matchAll(/`(school\.\w+\.\w+)`/g)].map(([, call = '']) => call);

describe('docs/situations.md', () => {
  test.each(sections.map((section) => [section.split('\n')[0], section]))(
    '%s: links a test, names methods that exist, and its clause',
    (_, section) => {
      const tests = testsOf(section ?? '');
      expect(tests.length).toBeGreaterThan(0);
      expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
      const methods = methodsOf(section ?? '');
      expect(methods.length).toBeGreaterThan(0);
      expect(methods.filter((call) => !known.has(call))).toEqual([]);
      expect(section).toMatch(/^Clause: \S/m);
    },
  );

  test('names nothing of `school` in another way than as a method', () => {
    const named = page.match(/\bschool\.[\w.]*/g) ?? [];
    expect(named.filter((call) => !known.has(call))).toEqual([]);
  });

  test('links every test of a situation', () => {
    const linked = new Set(sections.flatMap(testsOf));
    const stories = globSync('tests/situations/*.test.ts', { cwd: root });
    expect(stories.length).toBeGreaterThan(0);
    expect(stories.filter((path) => !linked.has(path))).toEqual([]);
  });
});

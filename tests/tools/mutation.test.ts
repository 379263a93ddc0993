import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../tools/mutation/mutant.ts';
import { percent, scoreOf } from '../../tools/mutation/mutant.ts';
import {
  listOf,
  listedSurvivors,
  noticedByNow,
  SURVIVORS,
  unlisted,
} from '../../tools/mutation/survivors.ts';
import { unitsOf } from '../../tools/mutation/units.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const at = (start: [number, number], end: [number, number]) => ({
  start: { line: start[0], column: start[1] },
  end: { line: end[0], column: end[1] },
});

const file = 'packages/core/src/papers/x/decide.ts';
const report: Report = {
  files: {
    [file]: {
      source: 'const a = 1;\n  if (on < day) {\n    return `no`;\n  }\n',
      mutants: [
        { status: 'Killed', replacement: 'true', location: at([2, 7], [2, 15]) },
        { status: 'Timeout', replacement: 'false', location: at([2, 7], [2, 15]) },
        { status: 'Survived', replacement: 'on <= day', location: at([2, 7], [2, 15]) },
        { status: 'NoCoverage', replacement: '{}', location: at([2, 17], [4, 4]) },
        { status: 'CompileError', replacement: '', location: at([1, 1], [1, 2]) },
      ],
    },
  },
};

describe('what a run came to', () => {
  test('counts what was noticed, and names what was not by its line and its code', () => {
    const score = scoreOf(report);
    expect(score.noticed).toBe(2);
    expect(percent(score)).toBe(50);
    const line = 'if (on < day) {';
    expect(score.survivors).toEqual([
      { file, line, original: 'on < day', replacement: 'on <= day' },
      { file, line, original: '{ return `no`; }', replacement: '{}' },
    ]);
    expect(percent({ noticed: 0, survivors: [] })).toBe(100);
  });

  test('a list that it prints is read again, and knows its survivors', () => {
    const { survivors } = scoreOf(report);
    const listed = listedSurvivors(listOf(survivors));
    expect(listed).toHaveLength(2);
    expect(unlisted(survivors, listed)).toEqual([]);
    expect(unlisted(survivors, listed.slice(1))).toEqual(survivors.slice(0, 1));
    expect(noticedByNow([file], survivors, listed)).toEqual([]);
    expect(noticedByNow([file], [], listed)).toEqual(listed);
    expect(noticedByNow(['packages/core/src/other.ts'], [], listed)).toEqual([]);
    expect(() => listedSurvivors('- no code')).toThrow('no code');
  });
});

describe('the list of changes that no test notices', () => {
  const listed = listedSurvivors(read(SURVIVORS));

  test('names lines that still stand, each change with its reason', () => {
    const gone = listed.filter(({ file: path, line }) => {
      const source = existsSync(`${root}${path}`) ? read(path).replaceAll('`', "'") : '';
      return !source.split('\n').some((one) => one.trim() === line);
    });
    expect(gone).toEqual([]);
    expect(listed.filter(({ why }) => why.length < 10)).toEqual([]);
  });
});

describe('the parts that are mutated', () => {
  test('are all rules, each with tests that there are', () => {
    const units = unitsOf(root, []);
    const rules = globSync('packages/core/src/**/{decide*,*questions,*state}.ts', {
      cwd: root,
    }).filter((path) => !path.includes('/testing/'));
    const mutated = units.flatMap(({ files }) => files);
    expect(rules.filter((path) => !mutated.includes(path))).toEqual([]);
    const blind = units.filter(({ tests }) =>
      tests.some((glob) => globSync(glob, { cwd: root }).length === 0),
    );
    expect(blind.map(({ name }) => name)).toEqual([]);
  });

  test('are fewer where a glob is given', () => {
    const [unit, ...more] = unitsOf(root, ['packages/core/src/papers/form/**']);
    expect(unit?.name).toBe('papers/form');
    expect(unit?.files.every((path) => path.includes('/papers/form/'))).toBe(true);
    expect(more).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];

/** Runs vitest, with this repository's reporter and set-up, over one file of the given text. */
function run(testFile: string): { closingLine: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'letopis-closing-line-'));
  folders.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'some.test.ts'), `import { test } from 'vitest';\n${testFile}\n`);
  const reporter = JSON.stringify(join(root, 'tools/closing-line-reporter.ts'));
  const config = `
    import { ClosingLineReporter } from ${reporter};
    export default { test: {
      reporters: ['default', new ClosingLineReporter()],
      setupFiles: [${JSON.stringify(join(root, 'tests/house/fail-on-console.ts'))}],
    } };`;
  writeFileSync(join(folder, 'vitest.config.ts'), config);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const ended = spawnSync(process.execPath, [vitest, 'run'], { cwd: folder, encoding: 'utf8' });
  return { closingLine: ended.stdout.split('\n').slice(-2).join('|'), status: ended.status };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the closing line of a test run', () => {
  test.each([
    ['counts what passed', `test('a', () => {}); test('b', () => {});`, 0, '2 passed, 0 failed'],
    [
      'names skipped tests when there are some',
      `test('a', () => {}); test.skip('b', () => {}); test.todo('c');`,
      0,
      '1 passed, 0 failed, 2 skipped',
    ],
    [
      'counts a failing test',
      `test('a', () => {}); test('b', () => { throw new Error('no'); });`,
      1,
      '1 passed, 1 failed',
    ],
    ['counts a file that cannot be imported', `import './absent.ts';`, 1, '0 passed, 1 failed'],
    ['counts a file without tests', ``, 1, '0 passed, 1 failed'],
    [
      'counts a run in which no test ran',
      `test.skip('a', () => {});`,
      1,
      '0 passed, 1 failed, 1 skipped',
    ],
    [
      'counts an error that no test owns',
      `test('a', () => { Promise.reject(new Error('lost')); });`,
      1,
      '1 passed, 1 failed',
    ],
    ['counts a test that prints', `test('a', () => console.log('here'));`, 1, '0 passed, 1 failed'],
    [
      'counts printing while the file is imported',
      `console.warn('here'); test('a', () => {});`,
      1,
      '0 passed, 1 failed',
    ],
  ])('%s', (_title, testFile, status, line) => {
    expect(run(testFile)).toEqual({ closingLine: `${line}|`, status });
  });
});

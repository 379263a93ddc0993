import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const stories = globSync('r[1-5]-*.ts', { cwd: fileURLToPath(EXAMPLES) }).toSorted();

const told = (story: string): string =>
  readFileSync(new URL(story.replace(/\.ts$/, '.out.txt'), EXAMPLES), 'utf8');

describe('the stories of the five organisations', () => {
  test('there is one for each regulation, with what it prints beside it', () => {
    const regulations = stories.map((story) => story.slice(0, 2));
    expect([...new Set(regulations)]).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
    const printed = globSync('r*.out.txt', { cwd: fileURLToPath(EXAMPLES) });
    expect(printed.map((file) => basename(file, '.out.txt')).toSorted()).toEqual(
      stories.map((story) => basename(story, '.ts')),
    );
  });

  test.each(stories)(
    '%s prints what stands beside it',
    (story) => {
      const path = fileURLToPath(new URL(story, EXAMPLES));
      const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe(told(story));
    },
    30_000,
  );

  test.each(stories)('%s names a clause in each line, and lets nothing through', (story) => {
    const lines = told(story).trimEnd().split('\n');
    expect(lines.filter((line) => !/^(?:§[\d./-]+|№ 1324): \S/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes('отказано. '))).toBe(true);
    expect(lines.filter((line) => line.includes('хотя не должно'))).toEqual([]);
  });
});

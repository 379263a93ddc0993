import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
const eventTypes = readFileSync(new URL('docs/event-types.md', ROOT), 'utf8');

/** The fenced block that follows a comment in a page. */
function blockAfter(comment: string, page = readme): string {
  const [, rest = ''] = page.split(`<!-- ${comment} -->\n`);
  return /^```\w*\n([\s\S]*?)^```$/m.exec(rest)?.[1] ?? `no block after ${comment}`;
}

test('the first page of the README is the example, to the letter', () => {
  const example = readFileSync(new URL('examples/first-page.ts', ROOT), 'utf8');
  expect(blockAfter('examples/first-page.ts')).toBe(example);
});

test('the first page runs and prints what the README says', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('examples/first-page.ts', ROOT))],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(blockAfter('output of examples/first-page.ts'));
});

test('a room, an event and a view of one’s own work beside the library', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('examples/own-service.ts', ROOT))],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    'refused: l-1 has the book b-1: take it back first',
    'on 2025-10-06: b-1',
    'now: b-1, b-2',
    '',
  ]);
});

test('an old event file still reads, as the page on event types says', () => {
  const source = readFileSync(new URL('examples/event-version.ts', ROOT), 'utf8');
  expect(blockAfter('examples/event-version.ts', eventTypes)).toBe(source);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('examples/event-version.ts', ROOT))],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(blockAfter('output of examples/event-version.ts', eventTypes));
});

test('every file that the README points to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(5);
  for (const path of links) {
    expect(() => readFileSync(new URL(path, ROOT))).not.toThrowError(/ENOENT/);
  }
});

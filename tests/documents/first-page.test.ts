import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Block } from '../../tools/pages/blocks.ts';
import { blocksOf, sourceOf } from '../../tools/pages/blocks.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const eventTypes = readFileSync(join(root, 'docs/event-types.md'), 'utf8');

/** The text of a block that a page takes from a file, or from what the file prints. */
function blockIn(page: string, wanted: Omit<Block, 'text'>): string | undefined {
  const same = ({ from, output }: Block): boolean =>
    from === wanted.from && output === wanted.output;
  return blocksOf(page).find(same)?.text;
}

test('the first page of the README is the example, to the letter', () => {
  const example = readFileSync(join(root, 'examples/first-page.ts'), 'utf8');
  expect(blockIn(readme, { from: 'examples/first-page.ts', output: false })).toBe(example);
});

test('the first page runs and prints what the README says', () => {
  const printed = { from: 'examples/first-page.ts', output: true };
  expect(sourceOf(root, printed)).toBe(blockIn(readme, printed));
});

test('a room, an event and a view of one’s own work beside the library', () => {
  const printed = sourceOf(root, { from: 'examples/own-service.ts', output: true });
  expect(printed.split('\n')).toEqual([
    'refused: l-1 has the book b-1: take it back first',
    'on 2025-10-06: b-1',
    'now: b-1, b-2',
    '',
  ]);
});

test('an old event file still reads, as the page on event types says', () => {
  const from = 'examples/event-version.ts';
  const source = readFileSync(join(root, from), 'utf8');
  expect(blockIn(eventTypes, { from, output: false })).toBe(source);
  const printed = { from, output: true };
  expect(sourceOf(root, printed)).toBe(blockIn(eventTypes, printed));
});

test('every file that the README points to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(5);
  for (const path of links) {
    expect(() => readFileSync(join(root, path))).not.toThrowError(/ENOENT/);
  }
});

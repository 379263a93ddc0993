import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, pagesWithCode, refreshed, sourceOf } from '../../tools/pages/blocks.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const blocks = pagesWithCode(root).flatMap((path) =>
  blocksOf(read(path)).map((block) => ({ ...block, path })),
);
const guides = globSync('docs/guides/*.md', { cwd: root }).toSorted();

describe('code in documents', () => {
  test.each(blocks.map((block) => [block.path, block.output ? 'output of' : 'text of', block]))(
    '%s: %s $from',
    (path, _, block) => {
      expect(sourceOf(root, block), `${path} is stale: run \`pnpm pages\``).toBe(block.text);
    },
  );

  test('every guide shows code that runs, and what it prints', () => {
    expect(guides.length).toBeGreaterThanOrEqual(6);
    for (const guide of guides) {
      const own = blocks.filter(({ path }) => path === guide);
      expect([guide, own.some(({ output }) => output)]).toEqual([guide, true]);
      expect([guide, own.some(({ output }) => !output)]).toEqual([guide, true]);
    }
  });

  test('every program of the guides is shown in one', () => {
    const shown = new Set(blocks.map(({ from }) => from.split('#')[0]));
    const programs = globSync('examples/guides/*.ts', { cwd: root });
    // The index of the guide's store is linked, not shown.
    const silent = programs.filter((path) => !shown.has(path) && !path.endsWith('log-index.ts'));
    expect(silent).toEqual([]);
  });

  test('a stale block is written anew, and the rest of the page stays', () => {
    const page = 'Before.\n\n<!-- examples/own-service.ts -->\n```ts\nold\n```\n\nAfter.\n';
    const now = refreshed(root, page);
    expect(now).toContain(`\`\`\`ts\n${read('examples/own-service.ts')}\`\`\`\n\nAfter.\n`);
    expect(now.startsWith('Before.\n\n<!-- examples/own-service.ts -->\n')).toBe(true);
    expect(refreshed(root, now)).toBe(now);
  });
});

const documents = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules') || path === 'docs/reference',
}).toSorted();

describe('documents', () => {
  test.each(documents)('%s points to files that exist', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
    const missing = links
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(join(root, dirname(path), link)));
    expect(missing).toEqual([]);
  });

  // The table of old names, which are paths too.
  const OLD_NAMES = 'docs/decisions/0011-names.md';
  const current = documents.filter((path) => path !== OLD_NAMES);

  test.each(current)('%s names source files that exist', (path) => {
    const named = [...read(path).matchAll(/`((?:packages|examples|tests|tools|docs)\/[\w./-]+)`/g)];
    const missing = named
      .map(([, file = '']) => file)
      .filter((file) => !file.startsWith('docs/reference'))
      .filter((file) => !existsSync(join(root, file)));
    expect(missing).toEqual([]);
  });

  // Names that the library once had, and turns that only its authors understood.
  const PRIVATE = /\b(?:room|rooms|house|desk|desks|decider|deciders|through the door)\b/i;
  // That page's text is made of the titles of tests.
  const written = current.filter((path) => path !== 'docs/regulations.md');

  test.each(written)('%s is in plain words', (path) => {
    const prose = read(path)
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .replaceAll(/`[^`]*`|\]\([^)]*\)/g, '');
    expect(prose.split('\n').filter((line) => PRIVATE.test(line))).toEqual([]);
  });
});

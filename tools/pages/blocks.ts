import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The pages whose code is taken from files that run. Above such a block of code stands a comment
 * that names its file, or a part of it between `// #region name` and `// #endregion name`:
 * `<!-- examples/guides/two-clocks.ts#reading -->`. Above what a program prints stands
 * `<!-- output of examples/guides/two-clocks.ts -->`.
 */
export function pagesWithCode(root: string): readonly string[] {
  return globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'packages/*/README.md'], {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || path === 'docs/reference',
  })
    .filter((path) => MARKED.test(readFileSync(join(root, path), 'utf8')))
    .toSorted();
}

/** A block of code that a page takes from elsewhere. */
export interface Block {
  /** `examples/first-page.ts`, with `#part` for a part of it. */
  readonly from: string;
  /** Does it show what the file prints, in place of the file? */
  readonly output: boolean;
  readonly text: string;
}

const MARKED = /<!-- (output of )?((?:examples|tests)\/\S+) -->\n+(```\w*\n)([\s\S]*?)^```$/m;
const ALL_MARKED = new RegExp(MARKED, 'gm');

/** The blocks of a page that are taken from elsewhere, as they stand in it. */
export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(ALL_MARKED)].map(([, output, from = '', , text = '']) => ({
    from,
    output: output !== undefined,
    text,
  }));
}

/** What a block must say: the text of its file, or what the file prints. */
export function sourceOf(root: string, { from, output }: Omit<Block, 'text'>): string {
  return output ? printedBy(root, from) : partOf(root, from);
}

/** The page with every block as its source is now. */
export function refreshed(root: string, page: string): string {
  return page.replaceAll(ALL_MARKED, (_, output: string | undefined, from: string, fence: string) =>
    [
      `<!-- ${output ?? ''}${from} -->\n${fence}`,
      sourceOf(root, { from, output: output !== undefined }),
      '```',
    ].join(''),
  );
}

function partOf(root: string, from: string): string {
  const [path = '', part] = from.split('#');
  const text = readFileSync(join(root, path), 'utf8');
  if (part === undefined) return text.replaceAll(/^ *\/\/ #(?:end)?region .*\n/gm, '');
  const [, rest] = text.split(`// #region ${part}\n`);
  const [lines] = rest?.split(/^ *\/\/ #endregion/m) ?? [];
  if (lines === undefined) throw new Error(`${path} has no part ${part}`);
  const indent = /^ */.exec(lines)?.[0] ?? '';
  return lines.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

function printedBy(root: string, path: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, path)], {
    encoding: 'utf8',
  });
  if (status !== 0 || stderr !== '') throw new Error(`${path} ended with ${status}: ${stderr}`);
  return stdout;
}

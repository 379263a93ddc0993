import type { Survivor } from './mutant.ts';
import { SOURCES } from './units.ts';

/** A survivor that is known, and why no test can notice it. */
export interface ListedSurvivor extends Survivor {
  readonly why: string;
}

/** Where the known survivors are listed. */
export const SURVIVORS = 'tests/mutation/survivors.md';

/**
 * Reads the list of known survivors: a heading with the file, and below it for each line of code
 * the changes of it, `original` → `replacement`: why. Throws where a line of the list is neither.
 */
export function listedSurvivors(page: string): readonly ListedSurvivor[] {
  const listed: ListedSurvivor[] = [];
  let file = '';
  let line = '';
  for (const text of page.split('\n')) {
    const heading = /^## (\S+)$/.exec(text);
    const code = /^- `(.+)`$/.exec(text);
    const change = /^ {2}- `(.*?)` → `(.*?)`: (.+)$/.exec(text);
    if (heading?.[1] !== undefined) file = `${SOURCES}/${heading[1]}`;
    else if (code?.[1] !== undefined) line = code[1];
    else if (change !== null) {
      const [, original = '', replacement = '', why = ''] = change;
      listed.push({ file, line, original, replacement, why });
    } else if (text.startsWith('-') || text.startsWith('  ')) {
      throw new Error(`${SURVIVORS}: neither a line of code nor a change of it: ${text}`);
    }
  }
  return listed;
}

/** A backtick would end the code of the list, so it is written as an apostrophe. */
const listedAs = (code: string): string => code.replaceAll('`', "'");

const same = (listed: Survivor, { file, line, original, replacement }: Survivor): boolean =>
  listed.file === file &&
  listed.line === listedAs(line) &&
  listed.original === listedAs(original) &&
  listed.replacement === listedAs(replacement);

/** The survivors that nobody has listed yet. */
export const unlisted = (
  survivors: readonly Survivor[],
  listed: readonly Survivor[],
): readonly Survivor[] => survivors.filter((one) => !listed.some((known) => same(known, one)));

/** The listed changes of mutated files that a test notices by now, so that they can be struck. */
export const noticedByNow = (
  files: readonly string[],
  survivors: readonly Survivor[],
  listed: readonly ListedSurvivor[],
): readonly ListedSurvivor[] =>
  listed.filter(
    (known) => files.includes(known.file) && !survivors.some((one) => same(known, one)),
  );

/** Survivors as they stand in the list, each still without its reason. */
export function listOf(survivors: readonly Survivor[]): string {
  const lines: string[] = [];
  let [file, line] = ['', ''];
  for (const one of survivors) {
    if (one.file !== file) lines.push('', `## ${one.file.slice(SOURCES.length + 1)}`, '');
    if (one.file !== file || one.line !== line) lines.push(`- \`${listedAs(one.line)}\``);
    [file, line] = [one.file, one.line];
    lines.push(`  - \`${listedAs(one.original)}\` → \`${listedAs(one.replacement)}\`: ?`);
  }
  return lines.join('\n').trim();
}

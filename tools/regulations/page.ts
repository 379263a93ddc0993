import type { ClauseTests } from './clause-tests.ts';
import type { Clause, Regulation } from './clause.ts';
import type { TestTitle } from './titles.ts';

/** Most titles shown for a clause; the total is given beside them. */
const SHOWN_MAX = 3;

/** What is missing: for clauses, and for projections (`P11`). */
export interface Missing {
  readonly open: Readonly<Record<string, string>>;
  readonly unbuilt: Readonly<Record<string, string>>;
}

/**
 * The page `docs/regulations.md`: every binding clause, the capabilities that answer it, and its
 * tests.
 */
export function page(
  regulations: readonly Regulation[],
  held: ClauseTests,
  missing: Missing,
): string {
  const counted = [...held.values()].filter((tests) => tests.length > 0).length;
  const parts = regulations.map(({ name, of, clauses }) => {
    const rows = clauses.map((clause) => row(clause, held.get(clause) ?? [], missing));
    return `## ${name}. ${of}\n\n${HEAD}${rows.join('\n')}\n`;
  });
  const unbuilt = Object.entries(missing.unbuilt).map(([id, what]) => `- ${id}: ${what}`);
  return [
    TOP,
    `${counted} of ${held.size} clauses are held by a test.\n`,
    ...parts,
    `## What is not built yet\n\n${UNBUILT}\n${unbuilt.join('\n')}\n`,
  ].join('\n');
}

const TOP = `# The five regulations, clause by clause

Every clause that binds the software, the capability that answers it (D: recorded, P: derived or
printed), and the tests that hold it: those that name the clause in their title. Made by
\`node tools/regulations.ts\`; a test compares this page with the tests, so it cannot go stale.
`;
const HEAD = '| clause | what it binds | by | held by |\n|---|---|---|---|\n';
const UNBUILT = 'What carries a star above has its facts on record; this is missing of it.\n';

function row({ clause, binds, by }: Clause, tests: readonly TestTitle[], missing: Missing): string {
  const ids = by.map((id) => (id in missing.unbuilt ? `${id}\\*` : id));
  const shown = tests.slice(0, SHOWN_MAX).map(({ title }) => title);
  const more = tests.length > SHOWN_MAX ? [`and ${tests.length - SHOWN_MAX} more`] : [];
  const none = tests.length === 0 ? [`*open*: ${missing.open[clause] ?? 'no test'}`] : [];
  const cells = [clause, binds, ids.join(' '), [...shown, ...more, ...none].join('<br>')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

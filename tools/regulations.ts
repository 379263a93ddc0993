import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testsByClause, unknownClauses } from './regulations/clause-tests.ts';
import { regulations } from './regulations/five.ts';
import { open, unbuilt } from './regulations/open.ts';
import { page } from './regulations/page.ts';
import { testTitles } from './regulations/titles.ts';

/* Writes docs/regulations.md anew, and names what does not fit: clauses, and titles of tests. */

const root = join(import.meta.dirname, '..');
const titles = testTitles(root);
const held = testsByClause(regulations, titles);
writeFileSync(join(root, 'docs/regulations.md'), page(regulations, held, { open, unbuilt }));
for (const [{ clause, by, binds }, tests] of held) {
  const accounted = clause in open;
  if (tests.length === 0 && !accounted) console.log(`${clause} (${by.join(' ')}): ${binds}`);
  if (tests.length > 0 && accounted) console.log(`${clause} is held: strike it from open.ts`);
}
for (const unknown of unknownClauses(regulations, titles)) console.log(unknown);

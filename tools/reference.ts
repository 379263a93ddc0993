import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage, unknownCodes } from './reference/commands-page.ts';
import { refusalsPage } from './reference/refusals.ts';
import { makeSite } from './reference/site.ts';
import { commandSources } from './reference/sources.ts';
import { Sources } from './sources/sources.ts';

/*
 * Makes docs/reference: commands.md and refusals.md from the services, and in api/ the reference of
 * all exports. Fails where an export has no comment or a link leads nowhere.
 */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/reference');
mkdirSync(folder, { recursive: true });
const sources = new Sources(root);
const read = commandSources(sources);
writeFileSync(join(folder, 'commands.md'), commandsPage(read));
writeFileSync(join(folder, 'refusals.md'), await refusalsPage(root, sources.refusals()));

const unknown = unknownCodes(read);
for (const one of unknown) console.error(`${one} is no refusal`);
const documents = ['docs/reference/commands.md', 'docs/reference/refusals.md'];
const whole = await makeSite(root, join(folder, 'api'), documents);
console.log('docs/reference/commands.md, refusals.md, api/index.html');
if (unknown.length > 0 || !whole) process.exitCode = 1;

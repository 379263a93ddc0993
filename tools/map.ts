import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calledMethods } from './map/called.ts';
import { mapPage } from './map/page.ts';
import { Sources } from './sources/sources.ts';

/* Writes docs/map.md anew: which file answers which question. */

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/map.md'), mapPage(new Sources(root), calledMethods()));

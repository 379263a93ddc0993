import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesWithCode, refreshed } from './pages/blocks.ts';

/* Writes the code and the printed output in README and docs anew, from the files in examples. */

const root = join(import.meta.dirname, '..');
for (const path of pagesWithCode(root)) {
  const page = readFileSync(join(root, path), 'utf8');
  const now = refreshed(root, page);
  if (now !== page) {
    writeFileSync(join(root, path), now);
    console.log(path);
  }
}

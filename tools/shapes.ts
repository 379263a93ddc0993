import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareShapes, SHAPES, shapesKept, shapesNow, shapeText } from './shapes/shape-files.ts';

/* Writes down the shapes of new event types and new versions; never writes over one. */

const root = join(import.meta.dirname, '..');
const now = shapesNow();
const { changed, added } = compareShapes(shapesKept(root), now);
if (changed.length > 0) {
  console.error(`Shapes that events may be stored with were changed: ${changed.join(', ')}.
Take the change back and declare a new version (docs/event-types.md).`);
  process.exit(1);
}
mkdirSync(join(root, SHAPES), { recursive: true });
for (const type of added) {
  writeFileSync(join(root, SHAPES, `${type}.json`), shapeText(now[type] ?? []));
  console.log(`${SHAPES}/${type}.json`);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec, coreEvents } from '@letopis/core';

/* The shape of every version of every event type, as it was written down when it came to be. */

/** Where the shapes are kept, one file for each event type. */
export const SHAPES = 'docs/event-shapes';

/** JSON Schema of each version of one event type, the first at 0. */
export type Versions = readonly unknown[];

/** The shapes as the code has them now, by event type. */
export const shapesNow = (): Readonly<Record<string, Versions>> => codec(coreEvents).jsonSchemas();

/** The shapes as they are written down, by event type. */
export function shapesKept(root: string): Readonly<Record<string, Versions>> {
  const folder = join(root, SHAPES);
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Versions,
    ]),
  );
}

/** The text of the file of one event type. */
export const shapeText = (versions: Versions): string => `${JSON.stringify(versions, null, 1)}\n`;

/**
 * What differs between the shapes kept and those of now. `changed`: versions that events may be
 * stored with, and that are no longer what they were; they need a new version. `added`: types with
 * versions that are not written down yet.
 */
export function compareShapes(
  kept: Readonly<Record<string, Versions>>,
  now: Readonly<Record<string, Versions>>,
): { readonly changed: readonly string[]; readonly added: readonly string[] } {
  const changed = Object.entries(kept).flatMap(([type, versions]) =>
    versions.flatMap((shape, at) =>
      JSON.stringify(shape) === JSON.stringify(now[type]?.[at]) ? [] : [`${type} v${at + 1}`],
    ),
  );
  const added = Object.entries(now)
    .filter(([type, versions]) => versions.length > (kept[type]?.length ?? 0))
    .map(([type]) => type);
  return { changed, added };
}

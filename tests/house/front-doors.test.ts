import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportedNames } from './front-doors.ts';

const root = join(import.meta.dirname, '../..');
const NAMES_MAX = 80;

test('the front door of a package has at most 80 names, types among them', () => {
  const doors = globSync('packages/*/src/index.ts', { cwd: root }).map((path) => join(root, path));
  expect(doors).toHaveLength(globSync('packages/*/package.json', { cwd: root }).length);
  const exported = [...exportedNames(doors)];
  const many = exported.filter(([, names]) => names.length > NAMES_MAX);
  expect(many.map(([path, names]) => `${path}: ${names.length}`)).toEqual([]);
  for (const [, names] of exported) expect(names.length).toBeGreaterThan(0);
});

test('a namespace counts with its members, and types count', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letopis-names-'));
  try {
    const [door, inner] = [join(folder, 'door.mts'), join(folder, 'inner.mts')];
    writeFileSync(inner, 'export const a = 1;\nexport const b = 2;\nexport type C = 3;\n');
    writeFileSync(
      door,
      `export * as all from './inner.mts';\nexport { b } from './inner.mts';\n` +
        `export type { C } from './inner.mts';\nexport const own = 1;\n`,
    );
    const names = exportedNames([door]).get(door);
    expect(names?.toSorted()).toEqual(['C', 'all', 'all.C', 'all.a', 'all.b', 'b', 'own']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

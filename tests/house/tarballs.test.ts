import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installTarballs, type Installed } from './tarballs.ts';

const root = join(import.meta.dirname, '../..');
const temporary = mkdtempSync(join(tmpdir(), 'letopis-tarballs-'));
const project = join(temporary, 'project');
let installed: Installed[] = [];

function entriesOf(packages: Installed[]): string[] {
  return packages.flatMap(({ manifest }) =>
    Object.entries(manifest.exports)
      .filter(([, target]) => typeof target !== 'string')
      .map(([path]) => join(manifest.name, path)),
  );
}

beforeAll(() => {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  installed = installTarballs(join(temporary, 'workshop'), project);
}, 300_000);

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('the packed packages', () => {
  test('hold what they export, with types, and no sources', () => {
    for (const { folder, manifest, files } of installed) {
      const targets = Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : [entry.types, entry.default],
      );
      expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
      const belongs = /^dist\/|^(package\.json|README\.md)$/;
      expect(files.filter((file) => !belongs.test(file))).toEqual([]);
      expect(existsSync(join(folder, 'README.md'))).toBe(true);
      expect(existsSync(join(folder, 'LICENSE'))).toBe(true);
    }
  });

  test('ask for versions that a registry knows', () => {
    for (const { manifest } of installed) {
      const asked = Object.values({ ...manifest.dependencies, ...manifest.peerDependencies });
      expect(asked.filter((range) => !/^\^?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
    }
  });

  test('have types that a strict TypeScript project accepts', () => {
    expect(typesAccepted(project)).toEqual({ status: 0, stdout: '' });
  });

  test('run in an empty project under plain Node', () => {
    expect(imported(project)).toEqual(ALL_IMPORTED);
  });

  test('take the lowest zod of their range: the same types and the same entry points', () => {
    const lowest = join(root, 'tests/node_modules/zod-lowest');
    const { version } = JSON.parse(readFileSync(join(lowest, 'package.json'), 'utf8'));
    const ranges = installed.flatMap(({ manifest }) => manifest.peerDependencies?.['zod'] ?? []);
    expect(new Set(ranges)).toEqual(new Set([`^${version}`]));
    const older = join(temporary, 'older');
    cpSync(project, older, { recursive: true, verbatimSymlinks: true });
    rmSync(join(older, 'node_modules/zod'));
    symlinkSync(lowest, join(older, 'node_modules/zod'));
    expect(typesAccepted(older)).toEqual({ status: 0, stdout: '' });
    expect(imported(older)).toEqual(ALL_IMPORTED);
  });
});

/** What the compiler says of a project that imports every entry point. */
function typesAccepted(folder: string): { status: number | null; stdout: string } {
  const lines = entriesOf(installed).map((entry) => `export * as _ from '${entry}';`);
  lines.forEach((line, index) => writeFileSync(join(folder, `uses-${index}.ts`), line));
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc], { cwd: folder, encoding: 'utf8' });
  return { status, stdout };
}

const ALL_IMPORTED = { status: 0, stdout: 'every entry point can be imported\n', stderr: '' };

/** What a plain Node program prints that imports every entry point. */
function imported(folder: string): { status: number | null; stdout: string; stderr: string } {
  copyFileSync(join(import.meta.dirname, 'tarball-example.mjs'), join(folder, 'example.mjs'));
  const options = { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
  const ended = spawnSync(process.execPath, ['example.mjs', ...entriesOf(installed)], options);
  return { status: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

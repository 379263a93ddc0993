import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    const lines = entriesOf(installed).map((entry) => `export * as _ from '${entry}';`);
    lines.forEach((line, index) => writeFileSync(join(project, `uses-${index}.ts`), line));
    const compilerOptions = {
      target: 'es2024',
      module: 'nodenext',
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      noEmit: true,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const ended = spawnSync(process.execPath, [tsc], { cwd: project, encoding: 'utf8' });
    expect(ended.stdout).toBe('');
    expect(ended.status).toBe(0);
  });

  test('run in an empty project under plain Node', () => {
    copyFileSync(join(import.meta.dirname, 'tarball-example.mjs'), join(project, 'example.mjs'));
    const options = { cwd: project, encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
    const ended = spawnSync(process.execPath, ['example.mjs', ...entriesOf(installed)], options);
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toBe('every entry point can be imported\n');
    expect(ended.status).toBe(0);
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The part of a packed package.json that the tests look at. */
export type Manifest = {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

/** A package as a user gets it: unpacked, with the list of files in its tarball. */
export type Installed = { folder: string; manifest: Manifest; files: string[] };

/**
 * Builds and packs every package and installs the tarballs into `project/node_modules`, beside
 * links to the other packages that they declare. It builds a copy of the packages in `workshop`, so
 * that the work tree is not changed and two runs at once do not disturb each other; it needs no
 * network.
 */
export function installTarballs(workshop: string, project: string): Installed[] {
  copyWorkspace(workshop);
  return globSync('packages/*', { cwd: root })
    .toSorted()
    .map((path) => {
      const folder = join(workshop, path);
      run(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], folder);
      pnpm(['pack', '--out', join(folder, 'package.tgz')], folder);
      return install(folder, project);
    });
}

function copyWorkspace(workshop: string): void {
  for (const name of ['package.json', 'pnpm-workspace.yaml', 'tsconfig.json', 'LICENSE']) {
    cpSync(join(root, name), join(workshop, name));
  }
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'));
  for (const path of globSync('packages/*', { cwd: root })) {
    const left = /^(node_modules|dist|out|.*\.tgz)$/;
    const copied = (from: string): boolean => !left.test(basename(from));
    cpSync(join(root, path), join(workshop, path), { recursive: true, filter: copied });
    const modules = join(root, path, 'node_modules');
    if (existsSync(modules)) symlinkSync(modules, join(workshop, path, 'node_modules'));
  }
}

function install(packed: string, project: string): Installed {
  const modules = join(project, 'node_modules');
  const folder = join(modules, '@letopis', basename(packed));
  mkdirSync(folder, { recursive: true });
  run('tar', ['-xzf', join(packed, 'package.tgz'), '--strip-components=1', '-C', folder], packed);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const needed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  for (const name of needed.filter((one) => !one.startsWith('@letopis/'))) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(join(packed, 'node_modules', name), link);
  }
  return { folder, manifest, files: globSync('**/*.*', { cwd: folder }).toSorted() };
}

/** In its own scripts pnpm is on PATH; elsewhere npx runs it. */
function pnpm(args: string[], cwd: string): void {
  const onPath = spawnSync('pnpm', ['--version']).status === 0;
  run(onPath ? 'pnpm' : 'npx', onPath ? args : ['-y', 'pnpm@12', ...args], cwd);
}

function run(command: string, args: string[], cwd: string): void {
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
}

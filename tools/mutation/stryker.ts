import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Score, Report } from './mutant.ts';
import { scoreOf } from './mutant.ts';
import type { Unit } from './units.ts';

/* StrykerJS runs from a folder with an install of its own, so that only this tool carries it. */

const TOOL = 'tools/mutation';
const OUT = 'out/mutation';

/** Installs Stryker as its lockfile says; does nothing where it stands already. */
export function installStryker(root: string): void {
  const install = ['-y', 'pnpm@12', 'install', '--frozen-lockfile', '--silent'];
  run('npx', install, join(root, TOOL), process.env);
}

/** How a part is mutated. */
export interface How {
  /** Changes tried at one time. */
  readonly concurrency: number;
  /** Tries again only what the last run did not see, or saw with other code or tests. */
  readonly incremental: boolean;
}

/** Mutates one part and runs its tests; its reports stay in `out/mutation`. */
export function mutate(root: string, unit: Unit, { concurrency, incremental }: How): Score {
  const name = unit.name.replaceAll('/', '-');
  const report = `${OUT}/${name}.json`;
  mkdirSync(join(root, OUT), { recursive: true });
  rmSync(join(root, report), { force: true });
  const config = `${OUT}/${name}.stryker.json`;
  writeFileSync(
    join(root, config),
    JSON.stringify(configOf(unit, name, { concurrency, incremental }), null, 2),
  );
  const stryker = `${TOOL}/node_modules/@stryker-mutator/core/bin/stryker.js`;
  const env = { ...process.env, MUTATION_TESTS: unit.tests.join(',') };
  run(process.execPath, [stryker, 'run', config], root, env);
  return scoreOf(JSON.parse(readFileSync(join(root, report), 'utf8')) as Report);
}

function configOf(unit: Unit, name: string, { concurrency, incremental }: How): unknown {
  return {
    testRunner: 'vitest',
    vitest: { configFile: `${TOOL}/vitest.config.ts`, related: false, pool: 'threads' },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate: unit.files,
    ignorePatterns: ['/docs', '/examples', '/out', '/tests/store-*', '/.stryker-tmp*'],
    disableTypeChecks: false,
    concurrency,
    // Time beside that of the tests, for a machine that does other work too.
    timeoutMS: 20_000,
    incremental,
    incrementalFile: `${OUT}/${name}.last.json`,
    reporters: ['json', 'html'],
    jsonReporter: { fileName: `${OUT}/${name}.json` },
    htmlReporter: { fileName: `${OUT}/${name}.html` },
    logLevel: 'warn',
    tempDirName: '.stryker-tmp',
    cleanTempDir: 'always',
  };
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', 2, 2] });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
}

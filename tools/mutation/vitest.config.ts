import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/*
 * How vitest runs in the sandbox of Stryker. The sandbox is a copy of the repository, and its
 * node_modules lead back to the packages outside it, so each package is named by its path inside.
 *
 * The test files come in the environment and not by Stryker's own `testFiles`: with that option
 * Stryker activates a mutant of a module's own constants after the module has loaded, and all of
 * them seem to survive (stryker-js#6144).
 */

const packages = join(import.meta.dirname, '../../packages');

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
}

const alias = readdirSync(packages).flatMap((folder) => {
  const path = join(packages, folder, 'package.json');
  const { name, exports } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return Object.entries(exports).map(([entry, file]) => ({
    find: new RegExp(`^${name}${entry.slice(1)}$`),
    replacement: join(packages, folder, file),
  }));
});

const isLong = ({ moduleId }: TestSpecification): number =>
  Number(/-(law|kills)\.test\.ts$/.test(moduleId));

/** Runs the tests of single rules first: they notice most changes, and the long ones cost more. */
class RulesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => isLong(a) - isLong(b)));
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    // Laws of whole histories take seconds a change; what only they notice lacks a test of its own.
    exclude: ['**/*-laws.test.ts'],
    setupFiles: ['tests/house/fail-on-console.ts', 'tests/mutation/few-runs.ts'],
    sequence: { sequencer: RulesFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A worker loads the sources once for all test files of a change.
    isolate: false,
  },
});

import { fail } from './expectation.ts';

/** The two functions of a test runner that the suites need: of vitest, jest or `node:test`. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown;
  readonly it: (title: string, body: () => Promise<void>) => unknown;
}

/** Tests that a store does not run, and the reason. */
export interface Skip {
  readonly reason: string;
  /** Titles of tests, or names of concerns; a concern's name skips all of its tests. */
  readonly tests: readonly string[];
}

/** The tests of a concern by title; each gets a fresh bench. */
export type Cases<Bench> = Readonly<Record<string, (bench: Bench) => Promise<void>>>;

/** The tests of one concern. */
export interface Concern<Bench> {
  readonly name: string;
  readonly cases: Cases<Bench>;
}

/**
 * Gives every test that is not skipped to the runner, under its concern. Throws for a skip without
 * a reason, and for a skip of something that does not exist, because it would hide nothing.
 */
export function runSuite<Bench>(
  title: string,
  concerns: readonly Concern<Bench>[],
  runner: TestRunner,
  onBench: (test: (bench: Bench) => Promise<void>) => Promise<void>,
  skips: readonly Skip[] = [],
): void {
  const skipped = skippedNames(concerns, skips);
  runner.describe(title, () => {
    for (const { name, cases } of concerns) {
      const left = Object.entries(cases).filter(([test]) => !skipped.has(test));
      if (skipped.has(name) || left.length === 0) continue;
      runner.describe(name, () => {
        for (const [test, run] of left) runner.it(test, () => onBench(run));
      });
    }
  });
}

function skippedNames<Bench>(
  concerns: readonly Concern<Bench>[],
  skips: readonly Skip[],
): ReadonlySet<string> {
  const known = new Set(concerns.flatMap(({ name, cases }) => [name, ...Object.keys(cases)]));
  const skipped = new Set<string>();
  for (const { reason, tests } of skips) {
    if (reason.trim() === '') fail(`a skip needs a reason: ${tests.join(', ')}`);
    for (const test of tests) {
      if (!known.has(test)) fail(`there is no test or concern to skip named "${test}"`);
      skipped.add(test);
    }
  }
  return skipped;
}

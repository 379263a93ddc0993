import { fail } from './expectation.ts';

/** The two functions of a test runner that the suites need: of vitest, jest or `node:test`. */
export interface TestRunner {
  readonly describe: (title: string, body: () => void) => unknown;
  readonly it: (title: string, body: () => Promise<void>) => unknown;
}

/** Tests that a store does not run, and why. */
export interface Skip {
  readonly reason: string;
  /** Titles of tests, or names of concerns, which stand for all of theirs. */
  readonly tests: readonly string[];
}

/** One test of a suite: its title, and what runs on a fresh bench. */
export type Cases<Bench> = Readonly<Record<string, (bench: Bench) => Promise<void>>>;

/** The tests of one concern. */
export interface Concern<Bench> {
  readonly name: string;
  readonly cases: Cases<Bench>;
}

/**
 * Hands every test that is not skipped to the runner, under its concern. Throws for a skip without
 * a reason, or of something that is not there: such a skip would outlive what it was made for.
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

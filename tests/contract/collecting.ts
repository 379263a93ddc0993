import type { TestRunner } from '@letopis/core/testing';

/** A test of a suite as a value. */
export interface Collected {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Runs a suite with a runner that only collects its tests. */
export function collect(suite: (runner: TestRunner) => void): readonly Collected[] {
  const found: Collected[] = [];
  suite({
    describe: (_, body) => body(),
    it: (title, run) => found.push({ title, run }),
  });
  return found;
}

/** Runs tests; gives for each that fails what it threw, by title. */
export async function failures(
  tests: readonly Collected[],
): Promise<Readonly<Record<string, string>>> {
  const failed: Record<string, string> = {};
  for (const { title, run } of tests) {
    await run().catch((error: unknown) => {
      failed[title] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    });
  }
  return failed;
}

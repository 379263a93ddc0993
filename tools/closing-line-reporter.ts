import type { Reporter, TestModule } from 'vitest/node';

/** The counts in the last line of a run. */
type Count = { passed: number; failed: number; skipped: number };

/**
 * Ends a run with one plain line, `12 passed, 0 failed`, after everything else that is printed.
 *
 * Besides failed tests it counts as failed: a test that did not finish, a file that cannot be
 * imported or has no test, a hook that throws, an error outside any test, and a run without tests.
 */
export class ClosingLineReporter implements Reporter {
  #count: Count = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    process.once('exit', () => this.#close());
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) countModule(module, this.#count);
  }

  #close(): void {
    const count = this.#count;
    const ran = count.passed + count.failed > 0;
    if (!ran || (count.failed === 0 && failing(process.exitCode))) count.failed += 1;
    if (count.failed > 0 && !failing(process.exitCode)) process.exitCode = 1;
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}

function countModule(module: TestModule, count: Count): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') count.passed += 1;
    else if (state === 'skipped') count.skipped += 1;
    else count.failed += 1;
  }
  for (const suite of [module, ...module.children.allSuites()]) {
    if (suite.errors().length > 0) count.failed += 1;
  }
}

function failing(code: typeof process.exitCode): boolean {
  return code !== undefined && Number(code) !== 0;
}

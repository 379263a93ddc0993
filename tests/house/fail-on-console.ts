import { afterAll, afterEach } from 'vitest';

// A test that prints fails, because a library reports through its values. A test that is about
// printing replaces the method itself (`vi.spyOn(console, 'log').mockImplementation(...)`).
const methods = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;
const printed: string[] = [];

for (const method of methods) {
  console[method] = (...what: unknown[]): void => {
    printed.push(`console.${method}(${what.map(String).join(', ')})`);
  };
}

function expectNothingPrinted(): void {
  if (printed.length === 0) return;
  throw new Error(`printed to the console:\n${printed.splice(0).join('\n')}`);
}

afterEach(expectNothingPrinted);
afterAll(expectNothingPrinted);

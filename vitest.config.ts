import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './tools/closing-line-reporter.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/house/fail-on-console.ts'],
    reporters: ['default', new ClosingLineReporter()],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

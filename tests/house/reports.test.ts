import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisionsTaken } from './core-imports.ts';

const root = join(import.meta.dirname, '../..');
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('views, reports and forms ask facts', () => {
  test('none takes a decider or the state of an aggregate from core', () => {
    const asking = sources('packages/{projections,forms}/src/**/*.ts');
    expect(asking.length).toBeGreaterThan(100);
    expect(asking.flatMap(decisionsTaken)).toEqual([]);
  });

  test('what folds an aggregate, and its state, are named so that they are seen', () => {
    const folds = sources('packages/core/src/**/*.ts').flatMap(({ text }) => [
      ...text.matchAll(/const (\w+): (?:Decider|Fold)<\s*(\w+)/g),
    ]);
    expect(folds.length).toBeGreaterThan(30);
    for (const [, name, state] of folds) {
      expect(name).toMatch(/(Decider|Fold)$/);
      expect(state).toMatch(/State$/);
    }
  });

  test.each([
    `import { enrollmentDecider } from '@letopis/core';`,
    `import { enrollmentDecider as life } from '@letopis/core';`,
    `import type { EnrollmentState } from '@letopis/core';`,
    `import { type LineState } from '@letopis/core/kernel';`,
    `import { fold } from '@letopis/core';`,
    `import { decideIssueDocument } from '@letopis/core';`,
    `import * as core from '@letopis/core';`,
    `export { regulationDecider } from '@letopis/core';`,
    `export * from '@letopis/core';`,
    `const core = await import('@letopis/core');`,
    `type Held = import('@letopis/core').CustodyState;`,
  ])('one that does is seen: %s', (text) => {
    expect(decisionsTaken({ path: 'packages/projections/src/views/held.ts', text })).toHaveLength(
      1,
    );
  });

  test.each([
    `import { custodyDueOf, deadlineOf, editionsOf, foldText } from '@letopis/core';`,
    `import type { Editions, RecordedEvent } from '@letopis/core';`,
    `import type { DocumentState } from '@letopis/projections';`,
    `import type { DocumentState } from './register-line.ts';`,
    `import '@letopis/core';`,
  ])('and this is none: %s', (text) => {
    expect(decisionsTaken({ path: 'packages/forms/src/frdo/rows.ts', text })).toEqual([]);
  });
});

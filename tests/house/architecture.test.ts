import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockReads, fenceBreaks, mayImport, packagesOf, type Source } from './fences.ts';

const root = join(import.meta.dirname, '../..');

function sources(...patterns: string[]): Source[] {
  return globSync(patterns, { cwd: root })
    .filter((path) => !/(^|\/)(node_modules|dist|out)\//.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const packages = globSync('packages/*/package.json', { cwd: root }).map(
  (path) => path.split('/')[1] ?? '',
);
const rooms = sources('packages/*/src/**/*.ts');
const outside = sources('{examples,tests,tools}/**/*.{ts,mjs}', '*.ts', 'packages/*/*.ts');
const everything = [...rooms, ...outside];

/** Tables of words and numbers may be as long and as wide as they are. */
const isDataTable = ({ path }: Source): boolean => path.startsWith('packages/core/src/presets/');
const isTest = ({ path }: Source): boolean => path.startsWith('tests/');

describe('the fences between the rooms', () => {
  test('every package says what it may import', () => {
    expect(packages.toSorted()).toEqual(Object.keys(mayImport).toSorted());
  });

  test('nobody climbs over one', () => {
    expect(everything.flatMap(fenceBreaks)).toEqual([]);
  });

  test('a package declares every package that it imports', () => {
    const undeclared = rooms.flatMap((source) => {
      const folder = join(root, source.path.split('/').slice(0, 2).join('/'));
      const { dependencies, peerDependencies } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const declared = Object.keys({ ...dependencies, ...peerDependencies });
      const missing = packagesOf(source).filter((name) => !declared.includes(name));
      return missing.map((name) => `${source.path} imports ${name}`);
    });
    expect(undeclared).toEqual([]);
  });

  test('core has no clock of its own', () => {
    const core = rooms.filter(({ path }) => path.startsWith('packages/core/'));
    expect(core.flatMap(clockReads)).toEqual([]);
  });
});

describe('the size of things', () => {
  test('a file has at most 300 lines; data tables and tests may be longer', () => {
    const long = everything
      .filter((source) => !isDataTable(source) && !isTest(source))
      .filter(({ text }) => text.trimEnd().split('\n').length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test('a line has at most 100 columns, data tables excepted', () => {
    const wide = everything
      .filter((source) => !isDataTable(source))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) => ([...line].length > 100 ? [`${path}:${index + 1}`] : [])),
      );
    expect(wide).toEqual([]);
  });
});

describe('a fence that is climbed over is seen', () => {
  test.each([
    ['packages/core/src/values/mark.ts', `import { join } from 'node:path';`],
    ['packages/core/src/values/mark.ts', `import { produce } from 'immer';`],
    ['packages/core/src/values/mark.ts', `import { z } from 'zod';`],
    ['packages/core/src/values/mark.ts', `import z, * as all from 'zod';`],
    ['packages/core/src/values/mark.ts', `export * from 'zod';`],
    ['packages/core/src/values/mark.ts', `import { formatISO } from 'date-fns';`],
    ['packages/core/src/values/mark.ts', `import { ru } from 'date-fns/locale/ru';`],
    ['packages/core/src/values/mark.ts', `import type { Store } from '@letopis/store-memory';`],
    ['packages/core/src/values/mark.ts', `import fc from 'fast-check';`],
    ['packages/core/src/values/mark.ts', `type Stats = import('node:fs').Stats;`],
    ['packages/core/src/testing/contract.ts', `import { test } from 'vitest';`],
    ['packages/core/src/kernel/event.ts', `export * from '../values/mark.ts';`],
    ['packages/core/src/kernel/event.ts', `const later = await import('../letopis.ts');`],
    ['packages/store-memory/src/index.ts', `import { open } from '@letopis/store-sqlite';`],
    ['packages/store-memory/src/index.ts', `import { run } from '@letopis/projections';`],
    ['packages/store-memory/src/index.ts', `import { seal } from '../../core/src/kernel/line.ts';`],
    ['packages/store-node/src/index.ts', `import { open } from '@letopis/store-memory';`],
    ['packages/core/src/kernel/ports.ts', `import { WakeUps } from '@letopis/store-node';`],
    ['packages/projections/src/index.ts', `import { WakeUps } from '@letopis/store-node';`],
    ['packages/store-eventstore/src/open.ts', `import { Server } from '@grpc/grpc-js';`],
    ['packages/store-eventstore/src/open.ts', `import { ANY } from '@eventstore/db-client';`],
    ['packages/projections/src/index.ts', `import { html } from '@letopis/forms';`],
    ['packages/projections/src/index.ts', `import { open } from '@letopis/store-memory';`],
    ['packages/forms/src/index.ts', `import { open } from '@letopis/store-memory';`],
    ['examples/demo.ts', `import { open } from '../packages/store-memory/src/index.ts';`],
  ])('%s: %s', (path, text) => {
    expect(fenceBreaks({ path, text })).toHaveLength(1);
  });

  test.each([
    ['packages/core/src/values/mark.ts', `import * as z from 'zod';`],
    ['packages/forms/src/kit/dates.ts', `import { format } from 'date-fns/format';`],
    ['packages/forms/src/kit/dates.ts', `import { ru } from 'date-fns/locale/ru';`],
    ['packages/core/src/values/mark.ts', `import { refuse } from '../kernel/refusal.ts';`],
    ['packages/core/src/testing/contract.ts', `import fc from 'fast-check';`],
    ['packages/core/src/kernel/event.ts', `import { sealed } from './line.ts';`],
    ['packages/store-sqlite/src/index.ts', `import { DatabaseSync } from 'node:sqlite';`],
    ['packages/store-sqlite/src/index.ts', `import { fail } from '@letopis/core/testing';`],
    ['packages/store-sqlite/src/index.ts', `import { WakeUps } from '@letopis/store-node';`],
    ['packages/store-node/src/ports.ts', `import { hash } from 'node:crypto';`],
    ['packages/store-eventstore/src/testing/a.ts', `import { Server } from '@grpc/grpc-js';`],
    ['packages/projections/src/index.ts', `import { produce } from 'immer';`],
    ['packages/forms/src/index.ts', `import type { Page } from '@letopis/projections';`],
    ['examples/demo.ts', `import { open } from '@letopis/store-memory';`],
  ])('and this is none: %s: %s', (path, text) => {
    expect(fenceBreaks({ path, text })).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from './fences.ts';
import {
  floorBreaks,
  folderCircles,
  folderImports,
  packageFloorBreaks,
  strangeNames,
} from './floors.ts';

const root = join(import.meta.dirname, '../..');

const sources: Source[] = globSync('packages/*/src/**/*.ts', { cwd: root })
  .toSorted()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const imports = folderImports(sources);

describe('the folders of the packages', () => {
  test('no folder reaches itself through others, by value or by type', () => {
    expect(folderCircles(imports)).toEqual([]);
  });

  test('a file of core imports its floor and below, other aggregates by their facts', () => {
    expect(floorBreaks(imports)).toEqual([]);
  });

  test('a file of projections, forms or ingest imports its folder and the floors below', () => {
    expect(packageFloorBreaks(imports)).toEqual([]);
  });

  test('files bear the same names in every aggregate', () => {
    expect(strangeNames(sources.map(({ path }) => path))).toEqual([]);
  });
});

const at = (path: string, text: string): Source => ({ path: `packages/core/src/${path}`, text });

const broken = (path: string, text: string) => floorBreaks(folderImports([at(path, text)]));

describe('what breaks the order of floors is seen', () => {
  test('a circle of folders, made of a value and a type import', () => {
    const circle = folderCircles(
      folderImports([
        at('study/group/facts/state.ts', `import { a } from '../../programme/facts/state.ts';`),
        at(
          'study/programme/facts/state.ts',
          `import type { B } from '../../group/facts/state.ts';`,
        ),
      ]),
    );
    expect(circle).toEqual([
      ['packages/core/src/study/group/facts', 'packages/core/src/study/programme/facts'],
    ]);
  });

  test.each([
    ['kernel/line.ts', `import { mark } from '../values/mark.ts';`],
    ['values/mark.ts', `import type { S } from '../record/status.ts';`],
    ['record/status.ts', `import type { S } from '../people/link/facts/state.ts';`],
    ['people/link/facts/questions.ts', `import type { ActDay } from '../../../acting/act-day.ts';`],
    ['people/link/facts/state.ts', `import { linkLearners } from '../commands.ts';`],
    ['acting/signer.ts', `import { appoint } from '../rules/official/commands.ts';`],
    ['people/link/decide.ts', `import { registerLearner } from '../learner/commands.ts';`],
    ['people/link/decide.ts', `import type { C } from '../learner/context.ts';`],
    ['people/link/decide.ts', `export { run } from '../../processes/acts/process.ts';`],
    ['people/link/decide.ts', `import { learnerService } from '../learner/service.ts';`],
    ['processes/acts/process.ts', `type L = import('../../letopis.ts').Letopis;`],
  ])('%s: %s', (path, text) => {
    expect(broken(path, text)).toHaveLength(1);
  });

  test.each([
    ['people/link/decide.ts', `import { learnerUnknown } from '../learner/facts/unknown.ts';`],
    ['people/link/service.ts', `import { decideLink } from './decide.ts';`],
    ['study/enrollment/debt/decide.ts', `import { c } from '../life/context.ts';`],
    ['people/link/facts/state.ts', `import type { S } from '../../learner/facts/state.ts';`],
    ['acting/signer.ts', `import { holdsOffice } from '../rules/official/facts/questions.ts';`],
    ['processes/acts/process.ts', `import { actService } from '../../keeping/act/service.ts';`],
    ['letopis.ts', `import { linkService } from './people/link/service.ts';`],
  ])('and this is none: %s: %s', (path, text) => {
    expect(broken(path, text)).toEqual([]);
  });

  test.each([
    ['projections/src/views/people.ts', `import { Reading } from '../reports/reading.ts';`],
    ['projections/src/views/people.ts', `import type { Views } from '../runtime/views.ts';`],
    ['projections/src/projection/fact.ts', `import type { Answer } from '../runtime/answer.ts';`],
    ['forms/src/words/words.ts', `import { shortDate } from '../kit/dates.ts';`],
    ['forms/src/journal/journal.ts', `import { checked } from '../frdo/check.ts';`],
    ['ingest/src/table/csv.ts', `import type { Value } from '../mapping/read-row.ts';`],
    ['ingest/src/run/units.ts', `import { ingestService } from '../service.ts';`],
    ['ingest/src/run/units.ts', `import { one } from '../helpers/one.ts';`],
  ])('and in the other packages: %s: %s', (path, text) => {
    const source = { path: `packages/${path}`, text };
    expect(packageFloorBreaks(folderImports([source]))).toHaveLength(1);
  });

  test.each([
    ['projections/src/reports/reading.ts', `import { people } from '../views/people.ts';`],
    ['forms/src/kit/page.ts', `import { words } from '../words/words.ts';`],
    ['ingest/src/index.ts', `export { surveyFile } from './table/survey.ts';`],
  ])('and this is none: %s: %s', (path, text) => {
    const source = { path: `packages/${path}`, text };
    expect(packageFloorBreaks(folderImports([source]))).toEqual([]);
  });

  test('a file name that no other aggregate has', () => {
    const names = ['people/link/service.ts', 'people/link/facts/state.ts', 'people/link/pairs.ts'];
    expect(strangeNames(names.map((name) => `packages/core/src/${name}`))).toEqual([
      'packages/core/src/people/link/pairs.ts',
    ]);
  });
});

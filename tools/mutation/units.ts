import { globSync } from 'node:fs';
import { join, matchesGlob } from 'node:path/posix';

/* What is mutated, and by which tests each part is held. */

/** Where the mutated sources are. */
export const SOURCES = 'packages/core/src';

/** The files that hold rules: what decides, what is asked of facts, and what folds them. */
const RULES = ['decide*.ts', 'questions.ts', '*-questions.ts', 'state.ts', '*-state.ts'];

/** Laws of every fold; they cost little, so that they run for every part. */
const LAWS = 'tests/domain/laws/fold-*.test.ts';

/** A part of the sources that is mutated at one go, and the tests that must notice. */
export interface Unit {
  /** `papers/carrier`. */
  readonly name: string;
  readonly files: readonly string[];
  /** Test files or globs. */
  readonly tests: readonly string[];
}

/** Tests outside the aggregate's own folder; an aggregate that is not here has just its own. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  acting: [
    'tests/acting/*.test.ts',
    ...['ground', 'official', 'order'].map((folder) => `tests/domain/${folder}/*.test.ts`),
    'tests/domain/enrollment/late-step.test.ts',
    // What rests on an entry that is annulled, and what is added once the archive has a record.
    'tests/domain/commendation/commendation-putting-right.test.ts',
    'tests/domain/correction/added-after-archive.test.ts',
  ],
  entry: [
    'tests/entry/*.test.ts',
    ...['official', 'link'].map((folder) => `tests/domain/${folder}/*.test.ts`),
  ],
  record: ['tests/domain/transfer/*.test.ts'],
  'study/enrollment': [
    ...['enrollment', 'assessment', 'correction', 'debt'].map(
      (folder) => `tests/domain/${folder}/*.test.ts`,
    ),
    'tests/domain/whole/between-processes.test.ts',
    'tests/domain/group/group-merging.test.ts',
    // What is asked of facts for other pages and streams.
    'tests/projections/contradict*.test.ts',
    'tests/projections/debts.test.ts',
    'tests/domain/journal/*attendance*.test.ts',
  ],
  // The copy of a contest's protocol is a document of an achievement.
  'merit/achievement': ['achievement', 'commendation', 'contest'].map(
    (folder) => `tests/domain/${folder}/*.test.ts`,
  ),
  // What is asked of facts for the pages on paper that is behind or due.
  'papers/printout': ['tests/domain/printout/*.test.ts', 'tests/projections/paper-*.test.ts'],
  // What an item shows is annulled after it, and a copy of a protocol may be one.
  'merit/portfolio': [
    'tests/domain/portfolio/*.test.ts',
    'tests/domain/contest/contest.test.ts',
    'tests/domain/commendation/commendation-putting-right.test.ts',
    'tests/domain/achievement/achievement-putting-right.test.ts',
  ],
  // The annex by which a year is reported.
  'keeping/evaluation': ['tests/domain/evaluation/*.test.ts', 'tests/domain/law/*.test.ts'],
  'keeping/retention': ['retention', 'presence'].map(
    (folder) => `tests/domain/${folder}/*.test.ts`,
  ),
  'keeping/act': ['tests/domain/act/*.test.ts', 'tests/domain/retention/*.test.ts'],
};

const unitOf = (file: string): string => {
  const [shelf = '', aggregate = ''] = file.slice(SOURCES.length + 1).split('/');
  return aggregate.endsWith('.ts') || shelf === 'acting' ? shelf : `${shelf}/${aggregate}`;
};

const testsOf = (unit: string): readonly string[] =>
  TESTS[unit] ?? [`tests/domain/${unit.split('/').at(-1) ?? unit}/*.test.ts`];

/**
 * The parts of the sources, in order of their names.
 * @param wanted only files that match one of these globs; empty: all.
 */
export function unitsOf(root: string, wanted: readonly string[]): readonly Unit[] {
  const globs = [...RULES.map((name) => `${SOURCES}/**/${name}`), `${SOURCES}/{acting,entry}/*.ts`];
  const units = new Map<string, string[]>();
  for (const path of globs.flatMap((glob) => globSync(glob, { cwd: root })).toSorted()) {
    const file = join(path);
    if (file.startsWith(`${SOURCES}/testing/`)) continue;
    if (wanted.length > 0 && !wanted.some((glob) => matchesGlob(file, glob))) continue;
    const files = units.get(unitOf(file)) ?? [];
    if (!files.includes(file)) files.push(file);
    units.set(unitOf(file), files);
  }
  return [...units].map(([name, files]) => ({ name, files, tests: [...testsOf(name), LAWS] }));
}

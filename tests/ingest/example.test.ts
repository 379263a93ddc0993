import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const EXAMPLE = fileURLToPath(new URL('../../examples/ingest.ts', import.meta.url));

test('the example takes two files in, refuses two rows, and adds nothing twice', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EXAMPLE], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const refused = [
    '  marks.csv:4 invalid: Column "Дата": «31.09.2025» is no date as dd.MM.yyyy: ' +
      'mend one of the two',
    '  marks.csv:5 rejected: Learner l-4 is not enrolled in group m-1: enroll them first',
  ];
  const first =
    '{"accepted":9,"alreadyThere":0,"same":0,"differs":0,"rejected":1,"invalid":1,"leftOut":0}';
  const second =
    '{"accepted":0,"alreadyThere":9,"same":0,"differs":0,"rejected":1,"invalid":1,"leftOut":0}';
  expect(stdout.split('\n')).toEqual([
    `dry run ${first}`,
    ...refused,
    'written: nothing',
    `first run ${first}`,
    ...refused,
    `second run ${second}`,
    ...refused,
    'added: nothing',
    'AssessmentRecorded came from platform: marks.csv, row 3',
    '',
  ]);
});

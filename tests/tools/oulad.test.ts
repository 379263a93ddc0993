import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const TOOL = fileURLToPath(new URL('../../tools/oulad.ts', import.meta.url));

/** A small dataset in the shape of the real one, with each of its odd cases once. */
const TABLES: Readonly<Record<string, string>> = {
  'courses.csv': `"code_module","code_presentation","module_presentation_length"
"AAA","2013J","200"
"AAA","2014B","100"`,
  'assessments.csv': `code_module,code_presentation,id_assessment,assessment_type,date,weight
"AAA","2013J","1","TMA","19","40"
"AAA","2013J","2","CMA","54","60"
"AAA","2013J","3","Exam","","100"
"AAA","2014B","4","TMA","19","100"`,
  'studentInfo.csv': `"code_module","code_presentation","id_student","final_result"
"AAA","2013J","11","Pass"
"AAA","2013J","12","Distinction"
"AAA","2013J","13","Fail"
"AAA","2013J","14","Withdrawn"
"AAA","2013J","15","Withdrawn"
"AAA","2013J","16","Withdrawn"
"AAA","2014B","13","Pass"
"AAA","2014B","17","Fail"`,
  'studentRegistration.csv': `${[
    'code_module',
    'code_presentation',
    'id_student',
    'date_registration',
    'date_unregistration',
  ].join(',')}
"AAA","2013J","11","-20",""
"AAA","2013J","12","",""
"AAA","2013J","13","-5",""
"AAA","2013J","14","-5","30"
"AAA","2013J","15","-5",""
"AAA","2013J","16","","-12"
"AAA","2014B","13","-7",""
"AAA","2014B","17","3","3"`,
  'studentAssessment.csv': `id_assessment,id_student,date_submitted,is_banked,score
1,11,18,0,78
2,11,54,0,81
3,11,200,0,0
1,12,18,0,100
1,13,-1,1,55
2,13,60,0,
2,14,31,0,50
1,14,18,0,39
1,14,18,0,45
2,15,201,0,70
2,15,200,0,71
4,13,10,0,40
4,17,2,0,90
4,17,3,0,20`,
};

interface Summary {
  seconds: number;
  peakMemoryMb: number;
  events: number;
  [name: string]: unknown;
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'letopis-oulad-'));
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, name), `${text}\n`);
});

function run(...options: readonly string[]): Summary {
  const json = join(folder, `summary-${options.join('').replaceAll(/\W/g, '')}.json`);
  const args = [TOOL, folder, '--json', json, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, said: status === 0 ? '' : stderr }).toEqual({ status: 0, said: '' });
  return JSON.parse(readFileSync(json, 'utf8')) as Summary;
}

/** All but what differs from run to run. */
function steady({ seconds, peakMemoryMb, ...rest }: Summary): Omit<Summary, 'seconds'> {
  expect(seconds).toBeGreaterThan(0);
  expect(peakMemoryMb).toBeGreaterThan(0);
  return rest;
}

describe('pnpm oulad', () => {
  test('accounts for every row, and reads outcomes from projections', () => {
    const summary = steady(run('--memory'));
    expect(summary).toMatchObject({
      rows: { courses: 2, assessments: 4, learners: 8, enrollments: 8, results: 14 },
      accepted: { enrollments: 8, marks: 8, credits: 1, notAssessed: 1 },
      // 2/14 after the withdrawal, 2/15 after the last day, 4/17 before the registration.
      rejected: {
        total: 4,
        byCode: { 'outside-study': 2, 'no-enrollment': 1, 'already-assessed': 1 },
      },
      outcomes: { Pass: 2, Distinction: 1, Fail: 2, Withdrawn: 3 },
    });
    expect(summary['presentations']).toEqual([
      {
        module: 'AAA',
        presentation: '2013J',
        enrollments: 6,
        pass: 1,
        distinction: 1,
        fail: 1,
        withdrawn: 3,
        marks: 6,
        meanMark: 61.5,
      },
      {
        module: 'AAA',
        presentation: '2014B',
        enrollments: 2,
        pass: 1,
        distinction: 0,
        fail: 1,
        withdrawn: 0,
        marks: 2,
        meanMark: 30,
      },
    ]);
  });

  test('gives the same summary on SQLite, and a second run over the file adds nothing', () => {
    const store = join(folder, 'oulad.letopis');
    const first = steady(run('--store', store));
    expect(first).toEqual(steady(run('--memory')));
    expect(steady(run('--store', store))).toEqual(first);
  });

  test('imports the same facts into EventStoreDB, stream by stream, as into SQLite', () => {
    const file = join(folder, 'compared.letopis');
    const onFile = steady(run('--store', file));
    expect(steady(run('--test-server', '--compare', file))).toEqual(onFile);
    expect(steady(run('--test-server', '--in-flight', '1', '--compare', file))).toEqual(onFile);
  });

  test('says which streams differ where two stores hold other facts, and fails', () => {
    const file = join(folder, 'fewer.letopis');
    run('--store', file, '--rows', '6');
    const args = [TOOL, folder, '--memory', '--compare', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/compared with .*fewer\.letopis: \d+ events in \d+ streams, differ/);
    expect(stderr).toContain('openuniversity.enrollment-17.AAA.1@0:');
    expect(stderr).toContain('openuniversity.enrollment-13.AAA.2@0:');
    expect(stderr).not.toContain('enrollment-11.AAA');
  });

  test('compares with no file that is not there', () => {
    const args = [TOOL, folder, '--memory', '--compare', join(folder, 'nowhere.letopis')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('ENOENT');
  });

  test('names a file that lacks a column', () => {
    const other = mkdtempSync(join(tmpdir(), 'letopis-oulad-'));
    for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(other, name), text);
    writeFileSync(join(other, 'courses.csv'), '"code_module","length"\n"AAA","3"\n');
    const { status, stderr } = spawnSync(process.execPath, [TOOL, other, '--memory'], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('courses.csv lacks the columns: code_presentation');
  });
});

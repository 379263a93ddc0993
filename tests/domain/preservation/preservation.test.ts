import { must } from '@letopis/core';
import { backupDueOn, studyYearEnd } from '@letopis/core/facts';
import { beforeEach, describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  backupRules,
  by,
  exported,
  find,
  openCustody,
  period,
  r4,
  sha,
} from '../worlds/preservation-school.ts';

let school: Awaited<ReturnType<typeof openCustody>>;
beforeEach(async () => {
  school = await openCustody();
});

describe('D20 R4 §6.3: the day by which a backup is due', () => {
  test('month, day and the end of the study year are fields of their own', () => {
    const { custody } = r4();
    expect(studyYearEnd(custody, '2026')).toBe('2027-05-31');
    expect(backupDueOn(custody, '2026')).toBe('2028-01-25');
    const calendar = { ...custody, studyYearEnds: '12-31', studyYearEndsYearsLater: 0 };
    expect(backupDueOn(calendar, '2026')).toBe('2027-01-25');
    const sameYear = { ...backupRules, dueMonth: 7, dueDay: 31 };
    expect(backupDueOn({ ...custody, backup: sameYear }, '2026')).toBe('2027-07-31');
    const short = { ...sameYear, dueMonth: 2, dueDay: 30 };
    expect(backupDueOn({ ...custody, backup: short }, '2026')).toBe('2028-02-29');
    expect(backupDueOn({ ...custody, backup: null }, '2026')).toBe(null);
  });
});

describe('D20 R4 §6.2: study periods and their export', () => {
  test('a period is defined, closed after its last day, then exported', async () => {
    const { custody, events } = school;
    must(await custody.definePeriod(period));
    const early = { ...by, period: 'q1', on: '2026-10-30' };
    expectRefused(await custody.closePeriod(early), 'study-period-runs', 'q1', '2026-10-31');
    expectRefused(await custody.recordExport(exported), 'study-period-open', 'q1');
    must(await custody.closePeriod({ ...early, on: '2026-11-02' }));
    const again = { ...early, on: '2026-11-03' };
    expectRefused(await custody.closePeriod(again), 'study-period-closed', '2026-11-02');
    const before = { ...exported, on: '2026-11-01' };
    expectRefused(await custody.recordExport(before), 'study-period-open', 'q1');
    const sent = { ...exported, commandId: step(1) };
    const first = must(await custody.recordExport(sent));
    expect(first.id).toBe('x-1');
    expect(must(await custody.recordExport(sent))).toEqual(first);
    expectRefused(await custody.recordExport(exported), 'already-exists', 'x-1');
    expect((await events('custody-2026')).at(-1)?.data).toMatchObject({
      source: 'platform-a',
      sha256: sha('c'),
      keptAt: 'сервер, /архив/2026',
      signer: { person: 'p-1', office: 'head' },
    });
  });

  test('a period lies in its study year, across no other, and is known', async () => {
    const { custody } = school;
    must(await custody.definePeriod(period));
    expectRefused(await custody.definePeriod(period), 'already-exists', 'q1');
    const next = { ...period, period: 'q2' };
    const across = { ...next, from: '2026-10-31', until: '2026-12-31' };
    expectRefused(await custody.definePeriod(across), 'study-period-misplaced', 'q1', 'q2');
    const late = { ...next, from: '2027-03-01', until: '2027-06-01' };
    expectRefused(await custody.definePeriod(late), 'study-period-misplaced', '2027-05-31');
    const turned = { ...next, from: '2026-12-31', until: '2026-11-01' };
    expectRefused(await custody.definePeriod(turned), 'study-period-misplaced', '2026-12-31');
    const none = { ...by, period: 'q9', on: '2026-11-02' };
    expectRefused(await custody.closePeriod(none), 'study-period-unknown', 'q9');
    const ofNone = await custody.recordExport({ ...exported, period: 'q9' });
    expectRefused(ofNone, 'study-period-unknown', 'q9');
    expectRefused(await custody.checkEntries({ ...none }), 'study-period-unknown', 'q9');
    const teacher = { ...next, from: '2026-11-01', until: '2026-12-31', signer: 'p-9' };
    expectRefused(await custody.definePeriod(teacher), 'not-appointed', 'p-9');
    const odd = await custody.recordExport({ ...exported, sha256: 'abc' });
    expectRefused(odd, 'invalid-input', 'abc');
  });

  test('an overdue export is seen on any day, and a late one stays late', async () => {
    const { custody, due } = school;
    must(await custody.definePeriod(period));
    expect(find(await due('2026-11-10'), 'export')?.standing).toBe('waiting');
    expect(find(await due('2026-11-11'), 'export')).toEqual({
      what: 'export',
      of: 'q1',
      dueOn: '2026-11-10',
      doneOn: null,
      standing: 'overdue',
    });
    must(await custody.closePeriod({ ...by, period: 'q1', on: '2026-11-02' }));
    must(await custody.recordExport({ ...exported, on: '2026-11-20' }));
    expect(find(await due('2026-11-19'), 'export')?.standing).toBe('overdue');
    expect(find(await due('2026-11-20'), 'export')?.standing).toBe('done-late');
    must(await custody.recordExport({ ...exported, id: 'x-2', on: '2026-11-09' }));
    expect(find(await due('2026-11-20'), 'export')?.standing).toBe('done');
  });
});

describe('D20 R4 §5.6: the head checks that results are entered', () => {
  const check = {
    ...by,
    id: 'c-1',
    period: 'q1',
    findings: [{ record: 'journal-m-1.safety.2026', finding: 'занятие 5 октября без оценок' }],
    on: '2026-11-03',
  };

  test('with findings, which are settled one by one', async () => {
    const { custody, due, events } = school;
    must(await custody.definePeriod(period));
    expect(find(await due('2026-11-06'), 'entries-check')?.standing).toBe('overdue');
    must(await custody.checkEntries(check));
    expectRefused(await custody.checkEntries(check), 'already-exists', 'c-1');
    expect(find(await due('2026-11-06'), 'entries-check')?.standing).toBe('done');
    const settled = { ...by, check: 'c-1', finding: 1, how: 'оценки внесены', on: '2026-11-04' };
    const early = await custody.settleFinding({ ...settled, on: '2026-11-02' });
    expectRefused(early, 'act-out-of-order', '2026-11-02', '2026-11-03');
    must(await custody.settleFinding(settled));
    expectRefused(await custody.settleFinding(settled), 'finding-not-open', 'c-1', '1');
    const none = await custody.settleFinding({ ...settled, finding: 2 });
    expectRefused(none, 'finding-not-open', 'c-1', '2');
    const types = (await events('custody-2026')).map(({ type }) => type);
    expect(types).toEqual(['StudyPeriodDefined', 'EntriesChecked', 'FindingSettled']);
  });

  test('not before the period, and only the head', async () => {
    const { custody } = school;
    must(await custody.definePeriod({ ...period, from: '2026-09-05' }));
    const early = await custody.checkEntries({ ...check, on: '2026-09-04' });
    expectRefused(early, 'act-out-of-order', '2026-09-05');
    const teacher = await custody.checkEntries({ ...check, signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9');
  });
});

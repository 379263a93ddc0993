import { must } from '@letopis/core';
import type { CustodyRules } from '@letopis/core/facts';
import { preservationFold } from '@letopis/core/facts';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  backup,
  by,
  exported,
  medium,
  openCustody,
  period,
  r4,
  sha,
} from '../worlds/preservation-school.ts';

/* What each fact says, who signs it, and on which days it may be. */

let school: Awaited<ReturnType<typeof openCustody>>;
beforeEach(async () => {
  school = await openCustody();
});

const signer = { person: 'p-1', office: 'head', position: null };
const about = { studyYear: '2026', signer, edition: 1 };
const closing = { ...by, period: 'q1', on: '2026-11-02' };
const entries = { ...by, id: 'c-1', period: 'q1', on: '2026-11-03' };
const finding = { record: 'journal-m-1.safety.2026', finding: 'занятие без оценок' };
const settled = { ...by, check: 'c-1', finding: 1, how: 'внесено', on: '2026-11-04' };
const integrity = {
  ...by,
  id: 'i-1',
  backup: 'b-1',
  media: [
    { medium: 'm-1', sha256: sha('a') },
    { medium: 'm-2', sha256: null },
  ],
  on: '2027-12-01',
};
const replaced = {
  ...by,
  backup: 'b-1',
  damaged: 'm-2',
  from: 'm-1',
  medium: medium('m-3', 'optical'),
  on: '2027-12-05',
};
const restored = {
  ...by,
  id: 'r-1',
  backup: 'b-1',
  medium: 'm-1',
  into: 'пробный стенд',
  sha256: sha('a'),
  on: '2027-07-01',
};

/** Does all that R4 asks for a study year. */
async function wholeYear() {
  const { custody } = school;
  must(await custody.definePeriod(period));
  must(await custody.closePeriod(closing));
  must(await custody.recordExport(exported));
  must(await custody.checkEntries({ ...entries, findings: [finding] }));
  must(await custody.settleFinding(settled));
  must(await custody.recordBackup(backup));
  must(await custody.recordRestore(restored));
  must(await custody.checkIntegrity(integrity));
  must(await custody.replaceMedium(replaced));
}

describe('D20 R4 §5.6, §6.1-6.3: each fact says all of it, and names who signed', () => {
  test('of the study period and of the backup, on its own day', async () => {
    await wholeYear();
    const story = await school.events('custody-2026');
    expect(story.map(({ refs }) => refs)).toEqual(story.map(() => ({ official: ['p-1'] })));
    const { studyYear: _, signer: __, on: ___, ...saidOfExport } = exported;
    const { id, ...whatExported } = saidOfExport;
    const check = { ...about, check: 'c-1' };
    expect(story.map(({ occurredOn: on, data }) => Object.assign({ on }, data))).toEqual([
      { ...about, on: period.on, period: 'q1', from: period.from, until: period.until },
      { ...about, on: closing.on, period: 'q1' },
      { ...about, on: exported.on, ...whatExported, export: id },
      { ...check, on: entries.on, period: 'q1', findings: [finding] },
      { ...check, on: settled.on, finding: 1, how: 'внесено' },
      { ...about, on: backup.on, backup: 'b-1', contents: backup.contents, media: backup.media },
      {
        ...about,
        on: restored.on,
        restore: 'r-1',
        backup: 'b-1',
        medium: 'm-1',
        into: 'пробный стенд',
        sha256: sha('a'),
      },
      {
        ...about,
        on: integrity.on,
        check: 'i-1',
        backup: 'b-1',
        media: [
          { medium: 'm-1', sha256: sha('a'), outcome: 'whole' },
          { medium: 'm-2', sha256: null, outcome: 'damaged' },
        ],
      },
      {
        ...about,
        on: replaced.on,
        backup: 'b-1',
        damaged: 'm-2',
        from: 'm-1',
        medium: replaced.medium,
      },
    ]);
  });

  test('what stands then: days of the period, media, findings, ids that were used', async () => {
    await wholeYear();
    const { state } = await school.session.load(preservationFold, '2026');
    expect(state.periods.get('q1')).toEqual({
      from: period.from,
      until: period.until,
      closedOn: closing.on,
      exportedOn: exported.on,
      checkedOn: entries.on,
    });
    const made = { sha256: sha('a'), since: backup.on, damagedOn: null, replacedBy: null };
    const kept = state.backups.get('b-1');
    expect(Object.fromEntries(kept?.media ?? [])).toEqual({
      'm-1': made,
      'm-2': { ...made, damagedOn: integrity.on, replacedBy: 'm-3' },
      'm-3': { ...made, since: replaced.on },
    });
    const days = { madeOn: backup.on, checkedOn: [integrity.on], restoredOn: restored.on };
    expect(kept).toMatchObject(days);
    expect(state.checks.get('c-1')).toEqual({ on: entries.on, settledOn: [settled.on] });
    expect([...state.ids]).toEqual(['c-1', 'x-1', 'r-1', 'i-1']);
  });

  test('an id is used once in a study year, whatever it names', async () => {
    await wholeYear();
    const { custody } = school;
    for (const id of ['x-1', 'c-1', 'r-1', 'i-1']) {
      const told = [
        await custody.recordExport({ ...exported, id }),
        await custody.checkEntries({ ...entries, id }),
        await custody.recordRestore({ ...restored, id }),
        await custody.checkIntegrity({ ...integrity, id }),
      ];
      for (const one of told) expectRefused(one, 'already-exists', id);
    }
  });
});

describe('D20: who signs is an office of the rule, and without a rule nothing is owed', () => {
  test('a teacher signs none of it', async () => {
    await wholeYear();
    const { custody } = school;
    const teacher = { signer: 'p-9' };
    must(
      await custody.definePeriod({
        ...period,
        period: 'q2',
        from: '2026-11-01',
        until: '2026-12-31',
      }),
    );
    must(await custody.checkEntries({ ...entries, id: 'c-2', findings: [finding] }));
    const whole = [
      { medium: 'm-1', sha256: null },
      { medium: 'm-3', sha256: sha('a') },
    ];
    const next = { ...integrity, id: 'i-2', media: whole, on: '2028-12-01' };
    const told = [
      await custody.closePeriod({ ...closing, period: 'q2', on: '2027-01-01', ...teacher }),
      await custody.recordExport({ ...exported, id: 'x-2', ...teacher }),
      await custody.checkEntries({ ...entries, id: 'c-3', ...teacher }),
      await custody.settleFinding({ ...settled, check: 'c-2', ...teacher }),
      await custody.recordBackup({ ...backup, id: 'b-2', ...teacher }),
      await custody.recordRestore({ ...restored, id: 'r-2', ...teacher }),
      await custody.checkIntegrity({ ...next, ...teacher }),
    ];
    for (const one of told) expectRefused(one, 'not-appointed', 'p-9', 'head');
    must(await custody.checkIntegrity(next));
    const copy = { ...replaced, damaged: 'm-1', from: 'm-3', medium: medium('m-4') };
    const no = await custody.replaceMedium({ ...copy, on: '2028-12-02', ...teacher });
    expectRefused(no, 'not-appointed', 'p-9', 'head');
  });

  test.each([
    ['periodExport', 'definePeriod'],
    ['entriesCheck', 'checkEntries'],
    ['backup', 'recordBackup'],
    ['integrityCheck', 'checkIntegrity'],
  ] as const)('without a rule %s nobody may: %s', async (section, command) => {
    await wholeYear();
    const { regulation, custody } = school;
    const without: CustodyRules = { ...r4().custody, [section]: null };
    must(await regulation.amend({ from: '2028-01-01', sections: { custody: without } }));
    const on = '2028-02-01';
    const media = [
      { medium: 'm-1', sha256: null },
      { medium: 'm-3', sha256: null },
    ];
    const commands = {
      definePeriod: () => custody.definePeriod({ ...period, period: 'q2', on }),
      checkEntries: () => custody.checkEntries({ ...entries, id: 'c-2', on }),
      recordBackup: () => custody.recordBackup({ ...backup, id: 'b-2', on }),
      checkIntegrity: () => custody.checkIntegrity({ ...integrity, id: 'i-2', media, on }),
    };
    expectRefused(await commands[command](), 'custody-not-owed', section);
    if (section !== 'backup') return;
    const copy = { ...replaced, medium: medium('m-5'), on };
    expectRefused(await custody.replaceMedium(copy), 'custody-not-owed', 'backup');
  });
});

/** Defines a period of these days. */
const define = (from: string, until: string, name = 'q1') =>
  school.custody.definePeriod({ ...period, period: name, from, until, on: '2026-09-01' });

describe('D20 R4 §6.2: days of a study period', () => {
  test('it begins in the year that names the study year, and ends within it', async () => {
    const misplaced = 'study-period-misplaced';
    expectRefused(await define('2025-12-31', '2026-10-31'), misplaced, '2025-12-31', '2027-05-31');
    expectRefused(await define('2026-01-01', '2027-06-01'), misplaced, '2026: 2027-05-31');
    must(await define('2026-01-01', '2027-05-31'));
  });

  test('it may be of one day, and shares none with another', async () => {
    must(await define('2026-10-01', '2026-10-01'));
    const misplaced = 'study-period-misplaced';
    expectRefused(await define('2026-09-01', '2026-10-01', 'q0'), misplaced, 'q0', 'q1');
    expectRefused(await define('2026-10-01', '2026-10-31', 'q2'), misplaced, 'q2', 'q1');
    expectRefused(await define('2026-09-01', '2026-10-31', 'q2'), misplaced, 'q2', 'q1');
    must(await define('2026-09-01', '2026-09-30', 'q0'));
    must(await define('2026-10-02', '2026-10-31', 'q2'));
  });

  test('it is closed on its last day, exported on the day of the closing', async () => {
    const { custody } = school;
    must(await custody.definePeriod(period));
    must(await custody.closePeriod({ ...closing, on: '2026-10-31' }));
    const early = await custody.recordExport({ ...exported, on: '2026-10-30' });
    expectRefused(early, 'study-period-open', 'q1');
    must(await custody.recordExport({ ...exported, on: '2026-10-31' }));
  });

  test('R4 §5.6: it is checked from its first day; a finding is settled on the day', async () => {
    const { custody } = school;
    must(await custody.definePeriod({ ...period, from: '2026-09-05' }));
    const early = await custody.checkEntries({ ...entries, on: '2026-09-04' });
    expectRefused(early, 'act-out-of-order', '2026-09-04', '2026-09-05');
    const findings = [finding, { record: null, finding: 'нет подписи' }];
    must(await custody.checkEntries({ ...entries, findings, on: '2026-09-05' }));
    const open = 'finding-not-open';
    expectRefused(await custody.settleFinding({ ...settled, check: 'c-9' }), open, 'c-9', '1');
    must(await custody.settleFinding({ ...settled, finding: 2, on: '2026-09-05' }));
    expectRefused(await custody.settleFinding({ ...settled, finding: 2 }), open, 'c-1', '2');
    must(await custody.settleFinding({ ...settled, finding: 1, on: '2026-09-05' }));
  });

  test('of several closings, exports and checks the earliest counts', async () => {
    const { custody } = school;
    must(await custody.definePeriod(period));
    must(await custody.closePeriod(closing));
    for (const [n, on] of ['2026-11-05', '2026-11-04', '2026-11-06'].entries()) {
      must(await custody.recordExport({ ...exported, id: `x-${n}`, on }));
      must(await custody.checkEntries({ ...entries, id: `c-${n}`, on }));
    }
    const { state } = await school.session.load(preservationFold, '2026');
    const earliest = { exportedOn: '2026-11-04', checkedOn: '2026-11-04' };
    expect(state.periods.get('q1')).toMatchObject(earliest);
  });
});

import { must } from '@letopis/core';
import { backupLog } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { readerOn } from '../domain/worlds/presence-school.ts';
import {
  backup,
  by,
  exported,
  medium,
  openCustody,
  period,
  r4,
  sha,
} from '../domain/worlds/preservation-school.ts';

type School = Awaited<ReturnType<typeof openCustody>>;

const log = async ({ store }: School, on: string | null) => backupLog(await readerOn(store, on));

/** A year with an export, a check with a finding, and a backup of which a medium was replaced. */
async function kept() {
  const school = await openCustody();
  const { custody } = school;
  must(await custody.definePeriod(period));
  must(await custody.closePeriod({ ...by, period: 'q1', on: '2026-11-01' }));
  must(await custody.recordExport(exported));
  const findings = [{ finding: 'нет отметок' }, { finding: 'нет темы' }];
  must(await custody.checkEntries({ ...by, id: 'c-1', period: 'q1', findings, on: '2026-11-03' }));
  const settled = { ...by, check: 'c-1', finding: 1, how: 'внесены', on: '2026-11-10' };
  must(await custody.settleFinding(settled));
  must(await custody.recordBackup(backup));
  const read = [
    { medium: 'm-1', sha256: sha('a') },
    { medium: 'm-2', sha256: null },
  ];
  const check = { ...by, id: 'i-1', backup: 'b-1', media: read, on: '2028-05-01' };
  must(await custody.checkIntegrity(check));
  const fresh = { backup: 'b-1', damaged: 'm-2', from: 'm-1', medium: medium('m-3') };
  must(await custody.replaceMedium({ ...by, ...fresh, on: '2028-05-10' }));
  return school;
}

describe('R4 §6.1-6.3: the log of backups', () => {
  test('lists by year exports, the head’s checks, backups with media, and gaps', async () => {
    const { years } = await log(await kept(), '2029-01-31');
    expect(years.map(({ studyYear }) => studyYear)).toEqual(['2026', '2027']);
    const [year] = years;
    expect(year?.exports).toMatchObject([
      { on: '2026-11-05', data: { period: 'q1', keptAt: exported.keptAt, sha256: sha('c') } },
    ]);
    expect(year?.checks).toMatchObject([{ check: { on: '2026-11-03' }, open: [2] }]);
    expect(year?.backups).toEqual([
      {
        backup: 'b-1',
        madeOn: '2027-06-15',
        contents: backup.contents,
        checkedOn: ['2028-05-01'],
        restoredOn: null,
        media: [
          {
            ...medium('m-1'),
            since: '2027-06-15',
            readableOn: '2028-05-01',
            damagedOn: null,
            replacedBy: null,
          },
          {
            ...medium('m-2', 'optical'),
            since: '2027-06-15',
            readableOn: null,
            damagedOn: '2028-05-01',
            replacedBy: 'm-3',
          },
          {
            ...medium('m-3'),
            since: '2028-05-10',
            readableOn: null,
            damagedOn: null,
            replacedBy: null,
          },
        ],
      },
    ]);
    expect(year?.gaps).toEqual([
      { what: 'medium', of: 'b-1', from: '2028-05-01', until: '2028-05-10' },
    ]);
  });

  test('a year that is over without an entry has a row, with what is missing', async () => {
    const { years } = await log(await kept(), '2029-01-31');
    expect(years[1]).toMatchObject({ studyYear: '2027', exports: [], checks: [], backups: [] });
    expect(years[1]?.gaps).toEqual([
      { what: 'entries-check', of: '2027', from: '2028-06-06', until: null },
      { what: 'export', of: '2027', from: '2028-06-11', until: null },
      { what: 'backup', of: '2027', from: '2029-01-26', until: null },
    ]);
    const before = await log(await kept(), '2028-05-31');
    expect(before.years.map(({ studyYear }) => studyYear)).toEqual(['2026']);
  });

  test('a restore reads its medium; an annulled check leaves a gap again', async () => {
    const school = await kept();
    const restore = { backup: 'b-1', medium: 'm-3', into: 'стенд', sha256: sha('a') };
    const { eventId } = must(
      await school.custody.recordRestore({ ...by, ...restore, id: 'r-1', on: '2028-06-01' }),
    );
    const read = async () => (await log(school, '2028-06-02')).years[0]?.backups[0];
    expect((await read())?.media[2]?.readableOn).toBe('2028-06-01');
    expect((await read())?.restoredOn).toBe('2028-06-01');
    const annul = { studyYear: '2026', entry: eventId, reason: 'не было', signer: 'p-1' };
    must(await school.custody.annulEntry({ ...annul, office: 'head', on: '2028-06-02' }));
    expect((await read())?.restoredOn).toBeNull();
  });

  test('a regulation that asks for nothing has no years without entries', async () => {
    const preset = r4();
    const nothing = { periodExport: null, entriesCheck: null, backup: null, integrityCheck: null };
    const custody = { ...preset.custody, ...nothing };
    const school = await openCustody({ ...preset, custody });
    expect((await log(school, '2029-01-31')).years).toEqual([]);
    await expect(log(school, null)).rejects.toThrow('gaps depend on the day');
  });
});

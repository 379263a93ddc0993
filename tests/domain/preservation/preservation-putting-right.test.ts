import { must } from '@letopis/core';
import { preservationFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  backup,
  by,
  exported,
  medium,
  openCustody,
  period,
  sha,
} from '../worlds/preservation-school.ts';

const wrong = { studyYear: '2026', reason: 'описка', signer: 'p-1', office: 'head' } as const;
const acted = '2028-01-20';
const closing = { ...by, period: 'q1', on: '2026-11-01' };
const check = {
  ...by,
  id: 'e-1',
  period: 'q1',
  findings: [{ record: null, finding: 'нет темы' }],
  on: '2026-11-03',
};
const settled = { ...by, check: 'e-1', finding: 1, how: 'внесена', on: '2026-11-04' };
const read = (...damaged: readonly string[]) =>
  ['m-1', 'm-2'].map((id) => ({ medium: id, sha256: damaged.includes(id) ? null : sha('a') }));
const integrity = { ...by, id: 'i-1', backup: 'b-1', media: read('m-2'), on: '2027-12-01' };
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
  on: '2027-12-10',
};
const STRANGE = '01990000-0000-7000-8000-000000000001';

async function custody() {
  const school = await openCustody();
  const annul = async (entry: string, more = {}) =>
    school.custody.annulEntry({ ...wrong, entry, on: acted, ...more });
  const state = async () => (await school.session.load(preservationFold, '2026')).state;
  return { ...school, annul, state };
}

describe('D20, RK 1.8: an entry of a study year is annulled', () => {
  test('it never was; by whom and why stays on record; it is entered anew', async () => {
    const { custody: kept, annul, state, session } = await custody();
    must(await kept.definePeriod(period));
    const entry = must(await kept.closePeriod(closing)).eventId;
    must(await annul(entry));
    const events = await session.handler.events('academy.custody-2026');
    expect(events.at(-1)).toMatchObject({
      type: 'PreservationEntryAnnulled',
      occurredOn: '2026-11-01',
      refs: { official: ['p-1'] },
      data: {
        studyYear: '2026',
        corrects: entry,
        entry: 'StudyPeriodClosed',
        actedOn: acted,
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: 'описка',
        edition: 1,
      },
    });
    expect((await state()).periods.get('q1')).toMatchObject({ closedOn: null });
    expectRefused(await kept.recordExport(exported), 'study-period-open', 'q1');
    must(await kept.closePeriod({ ...closing, on: '2026-11-02' }));
    must(await kept.recordExport(exported));
  });

  test('R4 §6.2: a period after what was done in it, its closing after the export', async () => {
    const { custody: kept, annul } = await custody();
    const defined = must(await kept.definePeriod(period)).eventId;
    const closed = must(await kept.closePeriod(closing)).eventId;
    const out = must(await kept.recordExport(exported)).eventId;
    const checked = must(await kept.checkEntries(check)).eventId;
    const all = ['StudyPeriodClosed', closed, 'PeriodExported', out, 'EntriesChecked', checked];
    expectRefused(await annul(defined), 'entry-rested-on', defined, ...all);
    expectRefused(await annul(closed), 'entry-rested-on', closed, out, '2026-11-05');
    for (const entry of [out, closed, checked, defined]) must(await annul(entry));
    expectRefused(await kept.closePeriod(closing), 'study-period-unknown', 'q1');
    must(await kept.definePeriod({ ...period, until: '2026-10-30' }));
  });

  test('R4 §6.2: a closing after the export that was made on its day', async () => {
    const { custody: kept, annul } = await custody();
    must(await kept.definePeriod(period));
    const closed = must(await kept.closePeriod(closing)).eventId;
    const out = must(await kept.recordExport({ ...exported, on: closing.on })).eventId;
    expectRefused(await annul(closed), 'entry-rested-on', closed, 'PeriodExported', out);
  });

  test('R4 §6.2: one of two exports, each with an id that is free again', async () => {
    const { custody: kept, annul } = await custody();
    must(await kept.definePeriod(period));
    must(await kept.closePeriod(closing));
    const out = must(await kept.recordExport(exported)).eventId;
    must(await kept.recordExport({ ...exported, id: 'x-2' }));
    must(await annul(out));
    must(await kept.recordExport({ ...exported, keptAt: 'хранилище' }));
  });

  test('R4 §5.6: a check of entries after the settling of its findings', async () => {
    const { custody: kept, annul, state } = await custody();
    must(await kept.definePeriod(period));
    const checked = must(await kept.checkEntries(check)).eventId;
    const done = must(await kept.settleFinding(settled)).eventId;
    expectRefused(await annul(checked), 'entry-rested-on', checked, 'FindingSettled', done);
    must(await annul(done));
    expect((await state()).checks.get('e-1')?.settledOn).toEqual([null]);
    must(await annul(checked));
    expectRefused(await kept.settleFinding(settled), 'finding-not-open', 'e-1');
    must(await kept.checkEntries(check));
  });

  test('R4 §6.1: a check of integrity after the medium that was replaced for it', async () => {
    const { custody: kept, annul, state } = await custody();
    const made = must(await kept.recordBackup(backup)).eventId;
    const checked = must(await kept.checkIntegrity(integrity)).eventId;
    const instead = must(await kept.replaceMedium(replaced)).eventId;
    const used = must(await kept.recordRestore(restored)).eventId;
    const all = ['IntegrityChecked', checked, 'MediumReplaced', instead, 'BackupRestored', used];
    expectRefused(await annul(made), 'entry-rested-on', made, ...all);
    const no = await annul(checked);
    expectRefused(no, 'entry-rested-on', checked, 'MediumReplaced', instead, '2027-12-05');
    expect(no).not.toHaveProperty('refusal.data.facts.1');
    must(await annul(instead));
    must(await annul(checked));
    expect((await state()).backups.get('b-1')?.media.get('m-2')).toMatchObject({
      damagedOn: null,
      replacedBy: null,
    });
    must(await annul(used));
    must(await annul(made));
    must(await kept.recordBackup({ ...backup, on: '2027-06-16' }));
    must(await kept.checkIntegrity({ ...integrity, media: read() }));
  });

  test('R4 §6.1: damage that two checks found carries the new medium still', async () => {
    const { custody: kept, annul } = await custody();
    must(await kept.recordBackup(backup));
    const checked = must(await kept.checkIntegrity(integrity)).eventId;
    const second = must(await kept.checkIntegrity({ ...integrity, id: 'i-2' })).eventId;
    const late = { ...integrity, id: 'i-3', on: '2027-12-02' };
    const later = must(await kept.checkIntegrity(late)).eventId;
    const sameDay = { ...replaced, on: '2027-12-01' };
    const instead = must(await kept.replaceMedium(sameDay)).eventId;
    must(await annul(checked));
    must(await annul(later));
    expectRefused(await annul(second), 'entry-rested-on', second, 'MediumReplaced', instead);
  });

  test('what was done with the new medium rests on it', async () => {
    const { custody: kept, annul } = await custody();
    must(await kept.recordBackup(backup));
    must(await kept.checkIntegrity(integrity));
    const instead = must(await kept.replaceMedium(replaced)).eventId;
    const media = [...read().slice(0, 1), { medium: 'm-3', sha256: sha('a') }];
    const again = { ...integrity, id: 'i-2', media, on: '2027-12-20' };
    const seen = must(await kept.checkIntegrity(again)).eventId;
    const used = must(await kept.recordRestore({ ...restored, medium: 'm-3' })).eventId;
    const both = ['BackupRestored', used, 'IntegrityChecked', seen];
    expectRefused(await annul(instead), 'entry-rested-on', instead, ...both);
  });

  test('so does what was found of it, and the medium that takes its place in turn', async () => {
    const { custody: kept, annul } = await custody();
    must(await kept.recordBackup(backup));
    must(await kept.checkIntegrity(integrity));
    const instead = must(await kept.replaceMedium(replaced)).eventId;
    const media = [...read().slice(0, 1), { medium: 'm-3', sha256: null }];
    const again = { ...integrity, id: 'i-2', media, on: '2027-12-20' };
    const seen = must(await kept.checkIntegrity(again)).eventId;
    const fourth = { ...replaced, damaged: 'm-3', medium: medium('m-4'), on: '2027-12-21' };
    const next = must(await kept.replaceMedium(fourth)).eventId;
    const both = ['IntegrityChecked', seen, 'MediumReplaced', next];
    expectRefused(await annul(instead), 'entry-rested-on', instead, ...both);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { custody: kept, annul } = await custody();
    const entry = must(await kept.definePeriod(period)).eventId;
    const no = await annul(entry, { reason: undefined });
    expectRefused(no, 'reason-missing', 'annul-preservation-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await annul(STRANGE), 'entry-unknown', STRANGE, 'custody-2026');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, acted);
  });
});

describe('D20, RK 1.5: what is entered late', () => {
  test('a period that is defined after its closing, by days, is closed', async () => {
    const { custody: kept, state } = await custody();
    must(await kept.definePeriod({ ...period, on: '2026-12-01' }));
    must(await kept.closePeriod(closing));
    must(await kept.recordExport(exported));
    expect((await state()).periods.get('q1')).toMatchObject({
      closedOn: '2026-11-01',
      exportedOn: '2026-11-05',
    });
  });
});

import { must } from '@letopis/core';
import type { GonePaper } from '@letopis/core/facts';
import { isGoneSince } from '@letopis/core/facts';
import { dueReport, presenceReport, recordsOfGroup, recordsOfLearners } from '@letopis/projections';
import { presence, presenceKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import {
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  readerOn,
  soughtSchool,
} from '../domain/worlds/presence-school.ts';
import { file, journal } from '../domain/worlds/retention-school.ts';
import { archivedSchool } from '../domain/worlds/transfer-school.ts';

/* R4 §6.6, RK 4 no. 3, 10: what is absent is listed with its mark, and what is due about it. */

const seizure = {
  id: 's-1',
  number: '1-и',
  authority: 'СУ СК',
  takerPosition: 'следователь',
  takerName: 'Орлов Павел Ильич',
  paper: { kind: 'decision', number: '17', date: '2028-03-01' },
  items: [{ ...fileItem, copySheets: 40 }, journalItem],
  signer: 'p-1',
  on: '2028-03-02',
} as const;

const byArchivist = (day: string) => ({ signer: 'p-7', on: day });

type School = Awaited<ReturnType<typeof presenceSchool>>;

const page = async ({ store }: School, day: string) => presenceReport(await readerOn(store, day));

const due = async ({ store }: School, day: string) =>
  (await dueReport(await readerOn(store, day))).items
    .filter(({ what }) => what === 'search' || what === 'restored-copy')
    .map(({ what, of, dueOn, overdue }) => [what, of, dueOn, overdue]);

describe('R4 §6.6: the page of presence', () => {
  test('lists what is not simply in place, as of a day, with its mark', async () => {
    const school = await soughtSchool();
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    must(await school.presence.restoreCopy(copy));
    const marks = async (day: string) =>
      (await page(school, day)).carriers.map(({ record, mark }) => [record, mark.ru]);
    expect(await marks('2028-01-31')).toEqual([]);
    expect(await marks('2028-02-01')).toEqual([[file, 'разыскивается с 2028-02-01 по 2029-01-31']]);
    expect(await marks('2028-06-02')).toEqual([[file, 'не обнаружено, акт № 3 от 2028-06-01']]);
    expect(await marks('2028-06-20')).toEqual([
      [
        file,
        'восстановлено по журналу событий, 2028-06-20; подлинник утрачен, акт № 3 от 2028-06-01',
      ],
    ]);
    expect((await page(school, '2028-06-20')).inPlace).toBe(1);
  });

  test('an annulled check is gone; the view says what was annulled', async () => {
    const school = await presenceSchool();
    const { eventId } = must(await school.presence.check(check));
    must(await school.annul(eventId));
    expect(await page(school, '2028-02-01')).toMatchObject({ carriers: [], inPlace: 0 });
    const reader = await readerOn(school.store, null);
    expect(await reader.get(presence, presenceKey(file))).toMatchObject({
      record: file,
      carriers: [],
      facts: [],
      annulled: [{ fact: { data: { items: [fileItem] } }, annulment: { data: { records: {} } } }],
    });
  });

  test('the lists of records say it too', async () => {
    const school = await soughtSchool();
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    const reader = await readerOn(school.store, '2028-06-02');
    const { records } = await recordsOfGroup(reader, { group: 'm-1' });
    const said = records.map(({ record, absent }) => [record, absent.map(({ mark }) => mark.ru)]);
    expect(Object.fromEntries(said)).toMatchObject({
      [file]: ['не обнаружено, акт № 3 от 2028-06-01'],
      [journal]: [],
    });
  });
});

describe('SEC 18: who sees where carriers are', () => {
  test('learners see the marks of their own records, and not who took them', async () => {
    const school = await presenceSchool();
    must(await school.seizures.seize(seizure));
    const on = '2028-03-02';
    const reader = await readerOn(school.store, on);
    const asker = { kind: 'learner', person: 'l-1', on, purpose: 'information' } as const;
    const mine = await reader.for(asker);
    const { records } = await recordsOfLearners(mine, { learners: ['l-1'] });
    expect(records.flatMap(({ absent }) => absent)).toMatchObject([
      { carrier: 'personal-files', mark: { ru: 'изъято 2028-03-02' } },
    ]);
    const own = await mine.get(presence, presenceKey(file));
    expect(own).toMatchObject({ facts: [], annulled: [], carriers: [{ standing: 'seized' }] });
    const closed = { code: 'refused' };
    await expect(mine.get(presence, presenceKey(journal))).rejects.toMatchObject(closed);
    await expect(presenceReport(mine)).rejects.toMatchObject(closed);
    const other = await reader.for({ ...asker, person: 'l-2' });
    await expect(other.get(presence, presenceKey(file))).rejects.toMatchObject(closed);
  });
});

describe('RK 4 no. 3: what is due about a carrier', () => {
  const of = `personal-files ${file}`;

  test('the end of its search, then the restored copy, until it is made', async () => {
    const school = await soughtSchool();
    expect(await due(school, '2029-01-31')).toEqual([['search', of, '2029-01-31', false]]);
    expect(await due(school, '2029-02-01')).toEqual([['search', of, '2029-01-31', true]]);
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    expect(await due(school, '2028-07-02')).toEqual([['restored-copy', of, '2028-07-02', false]]);
    expect(await due(school, '2028-07-03')).toEqual([['restored-copy', of, '2028-07-02', true]]);
    must(await school.presence.restoreCopy(copy));
    expect(await due(school, '2028-07-03')).toEqual([]);
  });
});

describe('RK 4 no. 10: a seizure on the pages', () => {
  test('says who has what since when, by which paper, and what stays in place', async () => {
    const school = await presenceSchool();
    must(await school.seizures.seize(seizure));
    const { seizures } = await page(school, '2028-03-02');
    expect(seizures).toMatchObject([
      {
        seizure: 's-1',
        on: '2028-03-02',
        act: { number: '1-и' },
        authority: 'СУ СК',
        takerPosition: 'следователь',
        takerName: { text: 'Орлов Павел Ильич', erased: false },
        paper: seizure.paper,
        items: [
          { ...fileItem, copySheets: 40, standing: 'seized' },
          { ...journalItem, copySheets: null, standing: 'seized' },
        ],
        holds: ['s-1-1', 's-1-2'],
        signer: { name: { person: 'p-1' }, office: 'head' },
      },
    ]);
    const paper = { kind: 'letter', number: '90', date: '2028-11-30' };
    const end = { seizure: 's-1', outcome: 'returned', paper, signer: 'p-1' } as const;
    must(await school.seizures.end({ ...end, on: '2028-12-01' }));
    expect((await page(school, '2028-12-01')).seizures).toEqual([]);
  });

  test('what was lent is no overdue loan while an authority has it', async () => {
    const school = await archivedSchool('2026-11-21');
    const loan = { borrower: 'p-5', unit: 'Учебный отдел', purpose: 'справка' };
    const signed = { signer: 'p-7', on: '2026-11-21' };
    must(await school.loans.lend({ record: file, ...loan, until: '2026-11-21', ...signed }));
    const lent = async () =>
      (await dueReport(await readerOn(school.store, '2026-11-22'))).items.filter(
        ({ what }) => what === 'loan',
      );
    expect(await lent()).toMatchObject([{ of: file, overdue: true }]);
    const absent = {
      ...check,
      items: [{ ...fileItem, found: 'absent' }],
      on: '2026-11-22',
    } as const;
    const listed = await school.presence.check(absent);
    expect(listed).toMatchObject({ ok: false, refusal: { code: 'carrier-lent' } });
    const items = [fileItem];
    must(await school.seizures.seize({ ...seizure, items, on: '2026-11-22' }));
    expect(await lent()).toEqual([]);
  });

  test('RK 4 no. 3: what its borrower lost is owed until the act of non-discovery', async () => {
    const school = await archivedSchool('2026-11-21');
    const { loans, officials } = school;
    must(
      await officials.appoint({ person: 'p-2', office: 'commission-chair', from: '2026-09-01' }),
    );
    const loan = { borrower: 'p-5', unit: 'Учебный отдел', purpose: 'справка' };
    const signed = { signer: 'p-7', on: '2026-11-21' };
    must(await loans.lend({ record: file, ...loan, until: '2026-11-21', ...signed }));
    const lent = async (day: string) =>
      (await dueReport(await readerOn(school.store, day))).items
        .filter(({ what }) => what === 'loan')
        .map(({ of, overdue }) => [of, overdue]);
    const lost = { state: 'lost', circumstances: 'утеряно заёмщиком' } as const;
    expect(await lent('2026-11-22')).toEqual([[file, true]]);
    must(await school.presence.report({ ...fileItem, ...lost, signer: 'p-7', on: '2026-11-21' }));
    expect(await lent('2026-11-21')).toEqual([[file, false]]);
    // A check confirms that it is absent: the loan hides the loss no more.
    const items = [{ ...fileItem, found: 'absent' }] as const;
    must(await school.presence.check({ ...check, items, on: '2026-11-21' }));
    const act = { ...nonDiscovery, drawnUpOn: '2026-11-22', on: '2026-11-22' };
    must(await school.presence.approveNonDiscovery(act));
    expect(await lent('2026-11-21')).toEqual([[file, false]]);
    expect(await lent('2026-11-22')).toEqual([]);
    must(await school.presence.restoreCopy({ ...copy, on: '2026-11-22' }));
    expect(await lent('2026-11-22')).toEqual([]);
    // Found, it is owed again, until it is brought back.
    must(await school.presence.found({ ...fileItem, ...byArchivist('2026-11-22') }));
    expect(await lent('2026-11-22')).toEqual([[file, true]]);
    must(await loans.takeBack({ record: file, ...byArchivist('2026-11-22') }));
    expect(await lent('2026-11-22')).toEqual([]);
  });

  test('RK 4 no. 3: a copy that is lent is due, and so is the damaged original', async () => {
    const gone = { kind: 'act', number: '3', date: '2026-11-20' };
    const at = { standing: 'restored', since: '2026-11-21' } as const;
    const course = (original: GonePaper | null) => ({
      ...fileItem,
      ...at,
      copy: { on: '2026-11-21', from: 'журналу событий', original },
      searchUntil: null,
      gone: original,
      copyDueOn: null,
      seizure: null,
      checkedOn: null,
    });
    expect(isGoneSince(course(gone), '2026-11-20')).toBe(true);
    expect(isGoneSince(course(gone), '2026-11-21')).toBe(false);
    expect(isGoneSince(course(null), '2026-11-20')).toBe(false);
    const absent = { ...course(gone), standing: 'not-discovered', copy: null } as const;
    expect(isGoneSince(absent, '2026-11-20')).toBe(true);
    expect(isGoneSince(absent, '2026-11-21')).toBe(false);
  });

  test('RK 1.5: what is sought or seized is not lent, save before that day', async () => {
    const school = await archivedSchool('2026-11-21');
    must(await school.seizures.seize({ ...seizure, items: [fileItem], on: '2026-11-22' }));
    const loan = { record: file, borrower: 'p-5', unit: 'Учебный отдел', purpose: 'справка' };
    const lend = (day: string) =>
      school.loans.lend({ ...loan, until: '2026-12-01', signer: 'p-7', on: day });
    expect(await lend('2026-11-22')).toMatchObject({
      ok: false,
      refusal: { code: 'carrier-seized' },
    });
    must(await lend('2026-11-21'));
  });
});

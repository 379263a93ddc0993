import { must } from '@letopis/core';
import type { CarrierCourse, GonePaper } from '@letopis/core/facts';
import { carrierMark, presenceDueOf, retentionFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import {
  check,
  copy,
  fileItem,
  journalItem,
  nonDiscovery,
  presenceSchool,
  soughtSchool,
} from '../worlds/presence-school.ts';
import { paperOnly } from '../worlds/retention-school.ts';

/* RK 4 no. 3, 10: what inventories say of a carrier, and what is due about it. */

/** A day as it is printed: 31.01.2029. */
const printed = (day: string) => day.split('-').toReversed().join('.');

const inPlace: CarrierCourse = {
  ...fileItem,
  standing: 'in-place',
  since: '2028-02-01',
  searchUntil: null,
  gone: null,
  copyDueOn: null,
  copy: null,
  seizure: null,
  checkedOn: null,
};

/** The mark of a carrier that an authority does not give back, by its paper. */
const goneBy = (gone: GonePaper, written?: (day: string) => string) =>
  carrierMark({ ...inPlace, standing: 'not-returned', gone }, written);

const due = async ({ session }: Awaited<ReturnType<typeof presenceSchool>>) =>
  presenceDueOf((await session.load(retentionFold, 'main')).state.carriers.values());

describe('RK 4 no. 3, 10: the mark of a carrier', () => {
  test('a search without a term has no last day, in either language', () => {
    const sought = { ...inPlace, standing: 'sought' } as const;
    expect(carrierMark(sought)).toEqual({
      ru: 'разыскивается с 2028-02-01',
      en: 'sought since 2028-02-01',
    });
    expect(carrierMark(sought, printed)?.en).toBe('sought since 01.02.2028');
  });

  test('every day of it is written as the printout writes days', () => {
    const sought = { ...inPlace, standing: 'sought', searchUntil: '2029-01-31' } as const;
    expect(carrierMark(sought, printed)?.ru).toBe('разыскивается с 01.02.2028 по 31.01.2029');
    const original = { kind: 'act', number: '3', date: '2028-06-01' };
    const restored = {
      ...inPlace,
      standing: 'restored',
      copy: { on: '2028-06-20', from: 'журналу событий', original },
    } as const;
    expect(carrierMark(restored, printed)?.en).toBe(
      'restored from журналу событий, 20.06.2028; the original is lost, act no. 3 of 01.06.2028',
    );
  });

  test('a copy of a damaged original names no paper, because the original is there', () => {
    const restored = {
      ...inPlace,
      standing: 'restored',
      copy: { on: '2028-06-20', from: 'журналу событий', original: null },
    } as const;
    expect(carrierMark(restored)).toEqual({
      ru: 'восстановлено по журналу событий, 2028-06-20; подлинник повреждён',
      en: 'restored from журналу событий, 2028-06-20; the original is damaged',
    });
  });

  test('a carrier that is gone without a known paper is not discovered all the same', () => {
    expect(carrierMark({ ...inPlace, standing: 'not-discovered' })).toEqual({
      ru: 'не обнаружено',
      en: 'not discovered',
    });
  });

  test.each([
    ['court', 'решение суда'],
    ['letter', 'письмо'],
    ['demand', 'требование'],
    ['order', 'приказ'],
    ['protocol', 'протокол'],
  ])('a paper of the kind %s is named «%s»', (kind, said) => {
    const paper = { kind, number: '18', date: '2028-11-01' };
    expect(goneBy(paper)?.ru).toBe(`изъято, не возвращено, ${said} № 18 от 2028-11-01`);
    expect(goneBy(paper)?.en).toBe(`seized, not returned, ${kind} no. 18 of 2028-11-01`);
  });

  test('a paper that came without a number or a day is named by what it has', () => {
    const paper = { kind: 'letter', number: '90', date: '2028-11-30' };
    expect(goneBy({ ...paper, number: null })).toEqual({
      ru: 'изъято, не возвращено, письмо от 2028-11-30',
      en: 'seized, not returned, letter of 2028-11-30',
    });
    expect(goneBy({ ...paper, date: null })).toEqual({
      ru: 'изъято, не возвращено, письмо № 90',
      en: 'seized, not returned, letter no. 90',
    });
    expect(goneBy({ ...paper, date: null }, printed)?.en).toBe(
      'seized, not returned, letter no. 90',
    );
  });
});

describe('RK 4 no. 3: what is due about carriers', () => {
  test('a search by its last day; then the copy; then nothing', async () => {
    const school = await soughtSchool();
    expect(await due(school)).toEqual([{ what: 'search', ...fileItem, dueOn: '2029-01-31' }]);
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    // 30 days from the approval, which was on 2 June.
    expect(await due(school)).toEqual([
      { what: 'restored-copy', ...fileItem, dueOn: '2028-07-02' },
    ]);
    must(await school.presence.restoreCopy(copy));
    expect(await due(school)).toEqual([]);
  });

  test('of each carrier by itself; one that an authority took is not sought', async () => {
    const school = await presenceSchool();
    const items = [fileItem, journalItem].map((item) => ({ ...item, found: 'absent' }) as const);
    must(await school.presence.check({ ...check, items }));
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    expect((await due(school)).map(({ what, record }) => [what, record])).toEqual([
      ['restored-copy', fileItem.record],
      ['search', journalItem.record],
    ]);
    must(await school.presence.found({ ...journalItem, signer: 'p-7', on: '2028-07-01' }));
    must(
      await school.seizures.seize({
        number: '1-и',
        authority: 'СУ СК',
        takerPosition: 'следователь',
        paper: { kind: 'decision', number: '17', date: '2028-07-01' },
        items: [journalItem],
        signer: 'p-1',
        on: '2028-07-02',
      }),
    );
    expect((await due(school)).map(({ what }) => what)).toEqual(['restored-copy']);
  });

  test('nothing where the regulation sets no terms for them', async () => {
    const preset = paperOnly();
    const rules = { ...preset.presence, searchDays: null, copyDays: null };
    const school = await soughtSchool({ ...preset, presence: rules });
    expect(await due(school)).toEqual([]);
    must(await school.presence.approveNonDiscovery(nonDiscovery));
    expect(await due(school)).toEqual([]);
    expect(await school.last()).toMatchObject({ data: { copyDueOn: null } });
  });
});

import { must, order } from '@letopis/core';
import { editionOn, regulationFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* P10, order 1324: the annex follows from the kind of organisation. */

const fullName = 'Центр творчества';
const charter = { ground: order('1-од', '2019-12-20') };
const entry = { year: '2026', indicator: '1.12', value: '8', source: 'отдел кадров' };

describe('P10 order 1324: the annex of a year', () => {
  test('is that of the kind in the passport, whatever the regulation names', async () => {
    const { organisation, evaluations } = await openSchool();
    must(await evaluations.enterIndicator({ ...entry, annex: '6' }));
    must(await organisation.describe({ fullName, kind: 'additional-education', on: '2026-10-01' }));
    const wrong = await evaluations.enterIndicator({ ...entry, annex: '6' });
    expectRefused(wrong, 'annex-not-reported', 'additional-education', '5', '6');
    must(await evaluations.enterIndicator({ ...entry, annex: '5' }));
  });

  test('is by the kind of 31 December: a later one changes no earlier year', async () => {
    const { organisation, evaluations } = await openSchool();
    must(
      await organisation.describe({
        fullName,
        kind: 'general-education',
        on: '2020-01-01',
        ...charter,
      }),
    );
    must(
      await organisation.describe({ kind: 'additional-education', on: '2026-01-01', ...charter }),
    );
    must(await evaluations.enterIndicator({ ...entry, year: '2025', annex: '2' }));
    const wrong = await evaluations.enterIndicator({ ...entry, year: '2025', annex: '5' });
    expectRefused(wrong, 'annex-not-reported', 'general-education', '2');
    must(await evaluations.enterIndicator({ ...entry, annex: '5' }));
  });

  test('a kind that nobody knows is refused; null takes it away', async () => {
    const { organisation, evaluations } = await openSchool();
    must(
      await organisation.describe({ fullName, kind: 'preschool', on: '2020-01-01', ...charter }),
    );
    const odd = { kind: 'bakery', on: '2026-01-01' };
    expectRefused(await organisation.describe(odd as typeof odd & { kind: null }), 'invalid-input');
    must(await organisation.describe({ kind: null, on: '2026-01-01', ...charter }));
    must(await evaluations.enterIndicator({ ...entry, annex: '6' }));
  });
});

const title = { ru: 'Слова акта', en: 'The words of the act' };

const words = (indicator: string) =>
  regulation({ general: { ...r2.general, indicatorWordings: [{ indicator, title }] } });

describe('D1: what a regulation may say of wordings and percent', () => {
  test('its own words for an indicator of the annex that it reports, and no other', async () => {
    await openSchool(words('1.8'));
    await expect(openSchool(words('7.7'))).rejects.toThrow(/7\.7/);
  });

  test('an older edition entitles nobody, and prints whole percent', async () => {
    const { percentDecimals: _d, wordingOffices: _o, indicatorWordings: _w, ...old } = r2.general;
    const general = old as typeof r2.general;
    const { handler, law } = await openSchool(regulation({ general }));
    const { state } = await handler.load(regulationFold, 'academy.regulation-main');
    expect(editionOn(state, '2026-11-22')?.general).toMatchObject({
      percentDecimals: 0,
      wordingOffices: [],
      indicatorWordings: [],
    });
    const items = [{ item: 'own/rule', wording: 'Правило' }];
    const publication = { title: 'Портал' };
    const refused = await law.confirm({ items, publication, signer: 'p-1', office: 'head' });
    expectRefused(refused, 'office-not-entitled', 'head');
  });
});

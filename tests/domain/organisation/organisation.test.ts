import { must, order } from '@letopis/core';
import { organisationFold, passportOf, passportOn, relatedOrganisation } from '@letopis/core/facts';
import { inn, ogrn } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

/* The organisation's passport: RK 1.15. */

const fullName = 'Академия дополнительного профессионального образования «Наставник»';
const licence = { number: 'Л035-1', date: '2019-03-01', issuer: 'Минобрнауки РТ' };
const first = {
  fullName,
  place: 'г. Казань',
  inn: '1600000124',
  ogrn: '1101600000017',
  licence,
  on: '2019-03-01',
};

async function academy() {
  const { officials, as, session, events } = await academyUnderR2();
  const { organisation } = as('u-17', order('2-од', '2018-12-01'));
  must(await officials.appoint({ person: 'p-1', office: 'head', from: '2026-09-01' }));
  const state = async () => (await session.load(organisationFold, 'main')).state;
  const passport = async (day: string) => passportOn(await state(), day);
  return { organisation, state, passport, events: () => events('academy.organisation-main') };
}

describe('RK 1.15: what the passport says on a day', () => {
  test('each value holds from its day until another one, entered late or not', async () => {
    const { organisation, passport } = await academy();
    must(await organisation.describe(first));
    must(await organisation.describe({ place: 'г. Москва', on: '2026-10-01' }));
    must(await organisation.describe({ shortName: 'Наставник', on: '2024-01-01' }));
    expect(await passport('2019-02-28')).toMatchObject({ fullName: null, licence: null });
    expect(await passport('2019-03-01')).toMatchObject({ fullName, place: 'г. Казань' });
    expect(await passport('2023-12-31')).toMatchObject({ shortName: null });
    expect(await passport('2026-09-30')).toMatchObject({
      place: 'г. Казань',
      shortName: 'Наставник',
    });
    expect(await passport('2026-10-01')).toMatchObject({ fullName, place: 'г. Москва' });
  });

  test('null takes a value away; a permit is none after its last day', async () => {
    const { organisation, passport } = await academy();
    const until = '2026-10-10';
    must(await organisation.describe({ ...first, accreditation: { ...licence, until } }));
    must(await organisation.describe({ licence: null, on: '2026-10-05' }));
    expect(await passport('2026-10-04')).toMatchObject({
      licence: { number: 'Л035-1', until: null },
    });
    expect(await passport('2026-10-05')).toMatchObject({ licence: null });
    expect(await passport(until)).toMatchObject({ accreditation: { until } });
    expect(await passport('2026-10-11')).toMatchObject({ accreditation: null });
  });

  test('the charter is its ground; what is the same is refused, and so is no name', async () => {
    const { organisation, events } = await academy();
    const unnamed = await organisation.describe({ place: 'г. Казань', on: '2019-03-01' });
    expectRefused(unnamed, 'organisation-name-missing', '2019-03-01');
    must(await organisation.describe({ ...first, ground: order('7', '2019-02-20') }));
    expectRefused(await organisation.describe({ ...first, on: '2020-01-01' }), 'organisation-same');
    expectRefused(await organisation.describe({ on: '2020-01-01' }), 'invalid-input');
    expectRefused(await organisation.describe({ ...first, on: '2030-01-01' }), 'dated-ahead');
    expect(
      (await events()).map(({ occurredOn, ground, data }) => [occurredOn, ground, data]),
    ).toEqual([
      [
        '2019-03-01',
        order('7', '2019-02-20'),
        { ...withoutDay(first), licence: { ...licence, until: null } },
      ],
    ]);
  });
});

describe('RK 1.15: what an entry of the passport leaves out', () => {
  test('says nothing, also where the field is there without a value', async () => {
    const { organisation, events } = await academy();
    must(await organisation.describe(first));
    const same = { ...first, shortName: undefined, on: '2020-01-01' };
    expectRefused(await organisation.describe(same), 'organisation-same', '2020-01-01');
    must(await organisation.describe({ ...same, place: 'г. Москва' }));
    expect(Object.keys((await events()).at(-1)?.data ?? {})).not.toContain('shortName');
  });

  test('a permit that has ended is none on a day, and is given where no day is asked', () => {
    const ended = { ...licence, until: '2026-10-10' };
    const said = [{ licence: ended }];
    expect(passportOf(said, '2026-10-10').licence).toEqual(ended);
    expect(passportOf(said, '2026-10-11').licence).toBeNull();
    expect(passportOf(said, null).licence).toEqual(ended);
  });
});

describe('RK 1.15, RK §4 situation 8: the organisation before and after', () => {
  const before = {
    id: 'institute',
    relation: 'predecessor',
    fullName: 'Институт повышения квалификации',
    archive: 'муниципальный архив, фонд 17',
    on: '2019-03-01',
  } as const;

  test('is named under an id, with its archive; an id names one', async () => {
    const { organisation, state } = await academy();
    const { eventId: entry } = must(await organisation.nameRelated(before));
    const { id, on, ...rest } = before;
    const named = { ...rest, related: id, on, inn: null, ogrn: null, entry };
    expect(relatedOrganisation(await state(), 'institute')).toEqual(named);
    expect(relatedOrganisation(await state(), 'other')).toBeNull();
    const again = await organisation.nameRelated({ ...before, on: '2019-04-01' });
    expectRefused(again, 'related-organisation-named-already', 'institute', '2019-03-01', entry);
    must(await organisation.nameRelated({ ...before, id: 'next', relation: 'successor' }));
  });
});

describe('RK 1.8: an entry of the passport is annulled', () => {
  const act = { reason: 'опечатка', signer: 'p-1', office: 'head', on: '2026-11-20' };

  test('it never was; by whom and why stays, and the true one is entered', async () => {
    const { organisation, passport, events } = await academy();
    must(await organisation.describe(first));
    const wrong = must(await organisation.describe({ place: 'г. Рязань', on: '2026-10-01' }));
    must(await organisation.annulEntry({ ...act, entry: wrong.eventId }));
    expect(await passport('2026-11-22')).toMatchObject({ place: 'г. Казань' });
    expect((await events()).at(-1)).toMatchObject({
      type: 'OrganisationEntryAnnulled',
      occurredOn: '2026-10-01',
      refs: { official: ['p-1'] },
      data: {
        corrects: wrong.eventId,
        entry: 'OrganisationDescribed',
        actedOn: '2026-11-20',
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        edition: 1,
        reason: 'опечатка',
      },
    });
    must(await organisation.describe({ place: 'г. Рязань', on: '2026-10-02' }));
    expect(await passport('2026-10-01')).toMatchObject({ place: 'г. Казань' });
  });

  test('by its event id, and for a reason', async () => {
    const { organisation } = await academy();
    const { eventId: entry } = must(await organisation.describe(first));
    const unsaid = await organisation.annulEntry({ ...act, entry, reason: undefined });
    expectRefused(unsaid, 'reason-missing', 'annul-organisation-entry', entry);
    const strange = '01990000-0000-7000-8000-000000000001';
    const none = await organisation.annulEntry({ ...act, entry: strange });
    expect(expectRefused(none, 'entry-unknown', strange).data).toMatchObject({
      of: 'organisation',
    });
  });

  test('a predecessor named in error leaves its id free', async () => {
    const { organisation, state } = await academy();
    const named = {
      id: 'x',
      relation: 'predecessor',
      fullName: 'Не тот',
      on: '2020-01-01',
    } as const;
    const { eventId: entry } = must(await organisation.nameRelated(named));
    must(await organisation.annulEntry({ ...act, entry }));
    expect((await state()).related).toEqual([]);
    must(await organisation.nameRelated({ ...named, fullName: 'Тот' }));
    expectRefused(
      await organisation.annulEntry({ ...act, entry }),
      'entry-annulled-already',
      entry,
    );
  });
});

describe('numbers of an organisation (RK 1.15)', () => {
  test('an ИНН has ten or twelve digits whose check digits fit', () => {
    for (const right of ['1600000124', '500100732259']) expect(inn.parse(right)).toBe(right);
    for (const wrong of ['1600000125', '500100732258', '500100732269', '16000001240', 'x', '']) {
      expect(inn.safeParse(wrong).success).toBe(false);
    }
  });

  test('an ОГРН has thirteen or fifteen digits whose check digit fits', () => {
    for (const right of ['1101600000017', '304500116000157']) expect(ogrn.parse(right)).toBe(right);
    for (const wrong of ['1101600000018', '304500116000158', '11016000000170', 'x', '']) {
      expect(ogrn.safeParse(wrong).success).toBe(false);
    }
  });
});

const withoutDay = ({ on: _on, ...rest }: typeof first) => rest;

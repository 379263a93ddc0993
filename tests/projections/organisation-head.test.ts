import { codec, coreEvents, must, order } from '@letopis/core';
import { journalHtml } from '@letopis/forms';
import {
  coreProjections,
  journalPage,
  openReader,
  openViews,
  organisationHead,
} from '@letopis/projections';
import { catalogue, catalogueKey } from '@letopis/projections/views';
import { openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../domain/worlds/academy.ts';

/* RK 1.15: every form is headed with what the organisation's passport says on its day. */

async function academy() {
  const { as, officials, store } = await academyUnderR2();
  must(await officials.appoint({ person: 'p-1', office: 'head', from: '2026-09-01' }));
  const { organisation } = as('u-17', order('2-од', '2018-12-01'));
  const reader = async (on?: string) => {
    const views = await openViews(store, openMemoryViews(), coreProjections, {
      codec: codec(coreEvents),
    });
    return openReader(views, on === undefined ? {} : { on });
  };
  return { organisation, reader };
}

const passport = { fullName: 'Академия', place: 'г. Казань', inn: '1600000124', on: '2019-03-01' };

describe('RK 1.15: the head of a page', () => {
  test('is what the passport says on the day; an annulled entry is not said', async () => {
    const { organisation, reader } = await academy();
    expect(await organisationHead(await reader())).toBeNull();
    must(await organisation.describe(passport));
    const { eventId: entry } = must(
      await organisation.describe({ fullName: 'Университет', on: '2026-10-01' }),
    );
    const { on: _on, fullName: name, ...rest } = passport;
    expect(await organisationHead(await reader('2026-09-30'))).toEqual({ name, ...rest });
    expect(await organisationHead(await reader())).toEqual({ name: 'Университет', ...rest });
    must(
      await organisation.annulEntry({ entry, reason: 'описка', signer: 'p-1', on: '2026-11-20' }),
    );
    expect(await organisationHead(await reader())).toEqual({ name, ...rest });
  });

  test('keeps a later value where an earlier one is entered after it', async () => {
    const { organisation, reader } = await academy();
    must(await organisation.describe({ ...passport, on: '2026-10-01' }));
    must(await organisation.describe({ fullName: 'Институт', place: 'г. Уфа', on: '2019-03-01' }));
    expect(await organisationHead(await reader())).toMatchObject({ place: 'г. Казань' });
    expect(await organisationHead(await reader('2026-09-30'))).toMatchObject({ place: 'г. Уфа' });
  });

  test('is printed with its numbers, in the language of the page', async () => {
    const { organisation, reader } = await academy();
    must(await organisation.describe({ ...passport, ogrn: '1101600000017' }));
    const page = await journalPage(await reader(), { group: 'm-1', module: 'safety' });
    const head = await organisationHead(await reader());
    const options = { organisation: head ?? { name: '' }, timeZone: 'Europe/Moscow' };
    expect(journalHtml(page, options)).toContain('ИНН 1600000124, ОГРН 1101600000017');
    expect(journalHtml(page, { ...options, language: 'en' })).toContain('OGRN 1101600000017');
    const bare = { ...options, organisation: { name: 'Академия' } };
    expect(journalHtml(page, bare)).not.toMatch(/ИНН|ОГРН/);
  });

  test('the catalogue has who came before and after; a permit ends on its day', async () => {
    const { organisation, reader } = await academy();
    const licence = { number: 'Л035-1', date: '2019-03-01', until: '2026-10-10' };
    must(await organisation.describe({ ...passport, licence }));
    const named = { id: 'institute', relation: 'predecessor', fullName: 'Институт' } as const;
    must(await organisation.nameRelated({ ...named, on: '2019-03-01' }));
    const on = async (day?: string) =>
      (await reader(day)).get(catalogue, catalogueKey.organisation);
    expect(await on('2026-10-10')).toMatchObject({
      passport: { licence: { number: 'Л035-1' } },
      related: [{ related: 'institute', relation: 'predecessor', on: '2019-03-01' }],
    });
    expect(await on('2026-10-11')).toMatchObject({ passport: { licence: null } });
    expect(await on()).toMatchObject({ passport: { licence: { until: '2026-10-10' } } });
  });
});

import { must, order } from '@letopis/core';
import type { WordingConfirmation } from '@letopis/core/facts';
import { lawFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { LIBRARY_LAW } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* A wording is confirmed as compared with the act: law as dated data, order 1324. */

const wordingOf = (item: string): string =>
  LIBRARY_LAW.find(({ id }) => id === item)?.wording ?? '';
const shown = (item: string) => ({ item, wording: wordingOf(item) });

const first = shown('order-1324/annex-6/1.1');
const second = shown('order-1324/annex-6/1.8');
const publication = { title: 'Портал правовой информации', reference: '0001201401300031' };
const signed = { publication, signer: 'p-1', on: '2026-11-20' } as const;

describe('order 1324: a wording is confirmed', () => {
  test('by an official, with the publication, for just these words; each on its own', async () => {
    const { law, events } = await openSchool();
    const ground = order('40-од', '2026-11-19');
    must(await law.confirm({ ...signed, items: [first, second], ground }));
    const data = {
      publication: { ...publication, date: null },
      signer: { person: 'p-1', office: 'head', position: null },
      edition: 1,
    };
    expect(await events('law-main')).toMatchObject([
      { type: 'WordingConfirmed', occurredOn: '2026-11-20', ground, data: { ...data, ...first } },
      { type: 'WordingConfirmed', refs: { official: ['p-1'] }, data: { ...data, ...second } },
    ]);
  });

  test('nobody compares with a publication of a later day', async () => {
    const { law } = await openSchool();
    const later = { ...signed, publication: { ...publication, date: '2026-11-21' } };
    const early = await law.confirm({ ...later, items: [first] });
    expectRefused(early, 'act-out-of-order', '2026-11-20', '2026-11-21');
    must(await law.confirm({ ...later, items: [first], on: '2026-11-21' }));
  });

  test('other words than the library has are refused, and say where they belong', async () => {
    const { law } = await openSchool();
    const items = [{ ...first, wording: 'Численность слушателей' }];
    const refused = await law.confirm({ ...signed, items });
    expectRefused(
      refused,
      'law-wording-differs',
      first.item,
      first.wording,
      'Численность слушателей',
      'general.indicatorWordings',
    );
  });

  test('an item that the act does not have is refused; one of another list is taken', async () => {
    const { law } = await openSchool();
    const item = 'order-1324/annex-6/9.9';
    const items = [{ item, wording: 'Слова' }];
    expectRefused(await law.confirm({ ...signed, items }), 'law-item-unknown', item);
    const own = [{ item: 'frdo-dpo/2027/snils', wording: 'СНИЛС' }];
    must(await law.confirm({ ...signed, items: own }));
    const other = [{ item: 'frdo-dpo/2027/snils', wording: 'СНИЛС получателя' }];
    must(await law.confirm({ ...signed, items: other }));
    const elsewhere = [{ item: 'frdo-dpo/2028/snils', wording: 'СНИЛС' }];
    must(await law.confirm({ ...signed, items: elsewhere }));
  });

  test('a head of a part of the house compares too, as an act is of no group', async () => {
    const { law, officials } = await openSchool();
    const own = { office: 'head', scope: { groups: ['m-1'] }, from: '2026-09-01' };
    must(await officials.appoint({ ...own, person: 'p-3' }));
    must(await law.confirm({ ...signed, items: [first], signer: 'p-3' }));
  });

  test('once for the same words, and each item once in a command', async () => {
    const { law } = await openSchool();
    const twice = await law.confirm({ ...signed, items: [first, first] });
    expectRefused(twice, 'law-item-twice', first.item);
    const { eventId: entry } = must(await law.confirm({ ...signed, items: [first] }));
    const again = await law.confirm({ ...signed, on: '2026-11-21', items: [second, first] });
    expectRefused(again, 'law-wording-confirmed', first.item, '2026-11-20', entry);
  });

  test('by whom the regulation entitles, and by order where it asks for one', async () => {
    const { law } = await openSchool();
    const items = [first];
    const teacher = await law.confirm({ ...signed, items, signer: 'p-9' });
    expectRefused(teacher, 'not-appointed', 'p-9', '2026-11-20');
    const office = await law.confirm({ ...signed, items, office: 'archivist' });
    expectRefused(office, 'office-not-entitled', 'archivist');
    const ahead = await law.confirm({ ...signed, items, on: '2026-11-23' });
    expectRefused(ahead, 'dated-ahead', '2026-11-23');
    const orderFor = [...r2.general.orderFor, 'confirm-wording'];
    const strict = await openSchool(regulation({ general: { ...r2.general, orderFor } }));
    const bare = await strict.law.confirm({ ...signed, items, ground: null });
    expectRefused(bare, 'order-required', 'confirm-wording');
    must(await strict.law.confirm({ ...signed, items, ground: order('40-од', '2026-11-19') }));
  });

  test('what is no id, or too many at once, is refused', async () => {
    const { law } = await openSchool();
    const refuses = async (items: { item: string; wording: string }[], ...said: string[]) =>
      expectRefused(await law.confirm({ ...signed, items }), 'invalid-input', ...said);
    await refuses([{ item: 'annex 6', wording: 'Слова' }], 'annex 6');
    await refuses([{ item: 'order-1324', wording: 'Слова' }], 'order-1324');
    await refuses([]);
    const many = Array.from({ length: 101 }, (_, at) => ({ item: `own/${at}`, wording: 'Слова' }));
    await refuses(many, 'items');
  });
});

describe('RK 1.8: a confirmation is annulled', () => {
  const act = { reason: 'сверяли с проектом', signer: 'p-1', office: 'head', on: '2026-11-21' };

  test('it never was, by whom and why stays; the words may be confirmed anew', async () => {
    const { law, events, handler } = await openSchool();
    const { eventId: entry } = must(await law.confirm({ ...signed, items: [first, second] }));
    must(await law.annulEntry({ ...act, entry }));
    const { state } = await handler.load(lawFold, 'academy.law-main');
    expect(state.confirmed.map(({ item }) => item)).toEqual([second.item]);
    expect((await events('law-main')).at(-1)).toMatchObject({
      type: 'LawEntryAnnulled',
      occurredOn: '2026-11-20',
      data: { item: first.item, corrects: entry, actedOn: '2026-11-21', reason: act.reason },
    });
    expectRefused(await law.annulEntry({ ...act, entry }), 'entry-annulled-already', entry);
    must(await law.confirm({ ...signed, on: '2026-11-22', items: [first] }));
  });

  test('by who may put entries right, for a reason', async () => {
    const { law, events } = await openSchool();
    must(await law.confirm({ ...signed, items: [first] }));
    const [{ id: entry }] = (await events('law-main')) as [WordingConfirmation];
    const other = await law.annulEntry({ ...act, entry, signer: 'p-9', office: null });
    expectRefused(other, 'not-appointed', 'p-9');
    const silent = await law.annulEntry({ ...act, entry, reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-law-entry', entry);
    const strange = '01990000-0000-7000-8000-000000000001';
    const none = await law.annulEntry({ ...act, entry: strange });
    expectRefused(none, 'entry-unknown', strange);
    expect(none).toMatchObject({ refusal: { data: { of: 'law' } } });
    expectRefused(await law.annulEntry({ ...act, entry: 'none' }), 'invalid-input', 'none');
  });

  test('by order, where the regulation asks for one to confirm', async () => {
    const orderFor = [...r2.general.orderFor, 'confirm-wording'];
    const { law } = await openSchool(regulation({ general: { ...r2.general, orderFor } }));
    const ground = order('40-од', '2026-11-19');
    const { eventId: entry } = must(await law.confirm({ ...signed, items: [first], ground }));
    const bare = await law.annulEntry({ ...act, entry, ground: null });
    expectRefused(bare, 'order-required', 'annul-law-entry');
    must(await law.annulEntry({ ...act, entry, ground: order('41-од', '2026-11-21') }));
  });
});

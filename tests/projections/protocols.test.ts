import { must, order } from '@letopis/core';
import { entryCorrectionsReport, openReader } from '@letopis/projections';
import { protocols, protocolsKey } from '@letopis/projections/views';
import { expect, test } from 'vitest';
import { everybody, withCommissions } from '../domain/worlds/commission-academy.ts';
import { viewsOf } from './school-reader.ts';

test('RK 1.8, D8: a sitting annulled as not held is shown so, with day and reason', async () => {
  const academy = await withCommissions();
  const { commissions, events } = academy;
  const hold = (on: string) => commissions.hold({ commission: 'c-1', present: everybody, on });
  const first = must(await hold('2026-12-10')).protocol;
  const second = must(await hold('2026-12-20')).protocol;
  const made = await events('academy.commission-c-1');
  const [entry = ''] = made.flatMap(({ id, type }) => (type === 'SittingHeld' ? [id] : []));
  const known = made.at(-1)?.position;
  const act = { commission: 'c-1', signer: 'p-1', reason: 'Не состоялось', on: '2026-12-21' };
  must(await commissions.annulEntry({ ...act, entry }));
  const views = await viewsOf(academy);
  const shown = async (protocol: string, options: { readonly known?: string | undefined } = {}) =>
    (await views.get(protocols, protocolsKey(protocol), options)).value;
  expect(await shown(first)).toMatchObject({
    sitting: { on: '2026-12-10' },
    annulled: {
      data: { actedOn: '2026-12-21', reason: 'Не состоялось', signer: { person: 'p-1' } },
    },
  });
  expect(await shown(second)).toMatchObject({ sitting: { on: '2026-12-20' }, annulled: null });
  expect(await shown(first, { known })).toMatchObject({ annulled: null });
  // A list of sittings is a scan of their protocols.
  const all = (await views.scan(protocols, protocolsKey(''))).value;
  expect(all.map(({ value }) => value.annulled?.data.actedOn ?? null)).toEqual([
    '2026-12-21',
    null,
  ]);
  const period = { from: '2026-12-01', until: '2026-12-31' };
  const { lines } = await entryCorrectionsReport(await openReader(views), period);
  expect(lines).toMatchObject([{ act: 'CommissionEntryAnnulled', about: first }]);
});

test('RK 1.8: an annulled dissolution is no annulled sitting', async () => {
  const academy = await withCommissions();
  const { commissions, events } = academy;
  const held = { commission: 'c-1', present: everybody, on: '2026-12-10' };
  const { protocol } = must(await commissions.hold(held));
  must(await commissions.dissolve({ commission: 'c-1', on: '2026-12-20' }));
  const entry = (await events('academy.commission-c-1')).at(-1)?.id ?? '';
  const ground = order('3-к', '2026-12-21');
  const act = { commission: 'c-1', signer: 'p-1', reason: 'Ошибка', on: '2026-12-21', ground };
  must(await commissions.annulEntry({ ...act, entry }));
  expect((await events('academy.commission-c-1')).at(-1)?.data).not.toHaveProperty('protocol');
  const { value } = await (await viewsOf(academy)).get(protocols, protocolsKey(protocol));
  expect(value.annulled).toBeNull();
});

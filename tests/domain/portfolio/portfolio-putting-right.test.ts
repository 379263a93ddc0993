import { must } from '@letopis/core';
import { portfolioFold, unfitPortfolioEntries } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted } from '../worlds/gifted-school.ts';

const wrong = { reason: 'не тот материал', signer: 'p-1', office: 'head', on: '2026-11-21' };
const strange = '01990000-0000-7000-8000-000000000001';
const item = {
  item: 'i-1',
  title: 'Диплом',
  kind: 'certificate',
  medium: 'paper' as const,
  locator: 'шкаф 2',
  addedBy: 'p-9',
  on: '2026-11-07',
};
const taking = { item: 'i-1', reason: 'returned', removedBy: 'p-9', on: '2026-11-10' };

describe('D13, RK 1.8: what was entered into a portfolio in error', () => {
  const holder = { learner: 'l-1' };

  test('an item’s adding never was; it is added anew under the same id', async () => {
    const { events, portfolios } = await openGifted();
    const { eventId: entry } = must(await portfolios.add({ ...item, holder }));
    const answer = must(await portfolios.annulEntry({ holder, entry, ...wrong }));
    expect(answer.item).toBe('i-1');
    const annulment = (await events('portfolio-learner.l-1')).at(-1);
    expect(annulment).toMatchObject({ type: 'PortfolioEntryAnnulled', occurredOn: '2026-11-07' });
    expect(annulment?.refs).toEqual({ learner: ['l-1'], official: ['p-1', 'p-9'] });
    expect(annulment?.data).toEqual({
      learner: 'l-1',
      item: 'i-1',
      corrects: entry,
      entry: 'PortfolioItemAdded',
      actedOn: '2026-11-21',
      replacedBy: null,
      signer: { person: 'p-1', office: 'head', position: null },
      reason: { value: 'не тот материал' },
      edition: 1,
    });
    const gone = await portfolios.remove({ ...taking, holder });
    expectRefused(gone, 'portfolio-item-unknown', 'i-1', 'learner l-1');
    must(await portfolios.add({ ...item, holder, on: '2026-11-08' }));
    const twice = await portfolios.add({ ...item, holder });
    expectRefused(twice, 'already-exists', 'i-1', '2026-11-08');
  });

  test('a removal never was; the adding is annulled after it', async () => {
    const { portfolios } = await openGifted();
    const added = must(await portfolios.add({ ...item, holder })).eventId;
    must(await portfolios.add({ ...item, item: 'i-2', holder }));
    const removed = must(await portfolios.remove({ ...taking, holder })).eventId;
    const no = await portfolios.annulEntry({ holder, entry: added, ...wrong });
    expectRefused(no, 'entry-rested-on', added, 'PortfolioItemRemoved', '2026-11-10', removed);
    must(await portfolios.annulEntry({ holder, entry: removed, ...wrong }));
    must(await portfolios.remove({ ...taking, holder, on: '2026-11-09' }));
    const again = await portfolios.remove({ ...taking, holder });
    expectRefused(again, 'portfolio-item-removed', 'i-1', '2026-11-09');
  });

  test('a removal rests on the adding before it, and an adding on nothing', async () => {
    const { portfolios, session } = await openGifted();
    must(await portfolios.add({ ...item, holder }));
    must(await portfolios.remove({ ...taking, holder }));
    const { state } = await session.load(portfolioFold, 'learner', 'l-1');
    expect(unfitPortfolioEntries(state)).toEqual([]);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { portfolios } = await openGifted();
    const { eventId: entry } = must(await portfolios.add({ ...item, holder }));
    const annul = async (asked = {}) =>
      portfolios.annulEntry({ holder, entry, ...wrong, ...asked });
    const silent = await annul({ reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-portfolio-entry', entry);
    expectRefused(await annul({ signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    must(await annul());
    expectRefused(await annul(), 'entry-annulled-already', entry, '2026-11-21');
    expectRefused(await annul({ entry: strange }), 'entry-unknown', strange, 'learner l-1');
  });

  test('a group’s portfolio keeps the reason in clear, as it is about no learner', async () => {
    const { events, portfolios } = await openGifted();
    const group = { group: 'm-1' };
    const { eventId: entry } = must(await portfolios.add({ ...item, holder: group }));
    must(await portfolios.annulEntry({ holder: group, entry, ...wrong }));
    const annulment = (await events('portfolio-group.m-1')).at(-1);
    expect(annulment?.refs).toEqual({ group: ['m-1'], official: ['p-1', 'p-9'] });
    expect(annulment?.data).toMatchObject({
      group: 'm-1',
      item: 'i-1',
      corrects: entry,
      entry: 'GroupPortfolioItemAdded',
      reason: 'не тот материал',
    });
    expect(annulment?.type).toBe('GroupPortfolioEntryAnnulled');
    must(await portfolios.add({ ...item, holder: group }));
  });
});

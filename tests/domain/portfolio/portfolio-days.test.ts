import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { olympiad, openGifted, withOlympiad } from '../worlds/gifted-school.ts';

const item = {
  item: 'i-1',
  holder: { learner: 'l-1' },
  title: 'Проект Ильиной',
  kind: 'presentation',
  medium: 'paper' as const,
  locator: 'шкаф 2',
  addedBy: 'p-9',
  on: '2026-11-10',
};
const album = { ...item, item: 'i-2', holder: { group: 'm-1' }, kind: 'album' };
const mother = {
  learner: 'l-1',
  representative: 'r-1',
  name: 'Ильина Ольга Павловна',
  relation: 'parent' as const,
  on: '2026-09-01',
};
const learnerStream = 'portfolio-learner.l-1';

describe('D13: days of a portfolio', () => {
  test('an item may leave on the day it was added, and not the day before', async () => {
    const { portfolios } = await openGifted();
    must(await portfolios.add(item));
    const removal = { holder: item.holder, item: 'i-1', reason: 'returned', removedBy: 'p-9' };
    const early = await portfolios.remove({ ...removal, on: '2026-11-09' });
    expectRefused(early, 'act-out-of-order', '2026-11-09', '2026-11-10');
    must(await portfolios.remove({ ...removal, on: '2026-11-10' }));
  });

  test('R5 §4.9: a copy stands from the order’s day to the day before its revocation', async () => {
    const commendation = { ...r2.commendation, copiesTo: 'portfolio' };
    const { portfolios, commendations } = await openGifted({ commendation });
    const petition = { basis: 'petition' as const, proposedBy: 'p-9', on: '2026-11-02' };
    must(await commendations.propose({ ...petition, id: 'k-1', learner: 'l-1' }));
    const order = { commendation: 'k-1', kind: 'letter-of-thanks', orderedBy: 'p-1' };
    must(await commendations.order({ ...order, on: '2026-11-05' }));
    const add = async (id: string, on: string) =>
      portfolios.add({ ...item, item: id, kind: 'commendation-copy', commendation: 'k-1', on });
    expectRefused(await add('i-0', '2026-11-04'), 'commendation-not-ordered', 'k-1');
    must(await add('i-1', '2026-11-05'));
    must(await commendations.revoke({ commendation: 'k-1', revokedBy: 'p-1', on: '2026-11-08' }));
    must(await add('i-2', '2026-11-07'));
    expectRefused(await add('i-3', '2026-11-08'), 'commendation-revoked', 'k-1', '2026-11-08');
  });
});

describe('D13: what an item names', () => {
  test('nothing that it does not show, and no official where the learner added it', async () => {
    const { portfolios, events } = await openGifted();
    must(await portfolios.add(item));
    must(await portfolios.add({ ...item, item: 'i-3', addedBy: 'learner' }));
    const [byTeacher, byLearner] = await events(learnerStream);
    expect(byTeacher?.refs).toEqual({ learner: ['l-1'], official: ['p-9'] });
    expect(byTeacher?.data).toMatchObject({ addedBy: { kind: 'official', id: 'p-9' } });
    expect(byLearner?.refs).toEqual({ learner: ['l-1'] });
    must(await portfolios.add(album));
    const [ofGroup] = await events('portfolio-group.m-1');
    expect(ofGroup?.refs).toEqual({ group: ['m-1'], official: ['p-9'] });
  });

  test('R3 §3.6: the achievement that it shows, whether somebody verified it or not', async () => {
    const { portfolios, achievements, events } = await openGifted();
    must(await achievements.record(olympiad));
    must(await portfolios.add({ ...item, kind: 'certificate', achievement: 'a-1' }));
    const refs = { learner: ['l-1'], official: ['p-9'], achievement: ['a-1'] };
    expect((await events(learnerStream))[0]?.refs).toEqual(refs);
  });

  test('R3 §3.6: an achievement counts from its own day on', async () => {
    const { portfolios } = await withOlympiad();
    const shown = { ...item, kind: 'certificate', achievement: 'a-1' };
    const early = await portfolios.add({ ...shown, on: '2026-10-29' });
    expectRefused(early, 'achievement-of-another', 'a-1', 'l-1', '2026-10-29');
    must(await portfolios.add({ ...shown, on: '2026-10-30' }));
  });
});

describe('D13: who adds an item', () => {
  test('either of two representatives, with rights on the day', async () => {
    const { portfolios, learners } = await openGifted();
    must(await learners.nameRepresentative(mother));
    must(await learners.nameRepresentative({ ...mother, representative: 'r-2' }));
    for (const representative of ['r-1', 'r-2']) {
      const own = { ...item, item: `of-${representative}`, addedBy: { representative } };
      must(await portfolios.add(own));
    }
    const addedBy = { representative: 'r-9' };
    const stranger = await portfolios.add({ ...item, addedBy });
    expectRefused(stranger, 'representative-unknown', 'r-9', '2026-11-10');
  });

  test('no representative for a group', async () => {
    const { portfolios } = await openGifted();
    const no = await portfolios.add({ ...album, addedBy: { representative: 'r-1' } });
    expectRefused(no, 'learner-may-not-add', 'r-1');
  });
});

import { createHash } from 'node:crypto';
import { must, newCommandId } from '@letopis/core';
import { checkContent } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { olympiad, openGifted, withOlympiad } from '../worlds/gifted-school.ts';

const bytes = new TextEncoder().encode('презентация');
const sha256 = (given: Uint8Array): string => createHash('sha256').update(given).digest('hex');
const content = {
  mediaType: 'application/pdf',
  sizeBytes: bytes.byteLength,
  sha256: sha256(bytes),
};
const own = { holder: { learner: 'l-1' }, addedBy: 'p-9', on: '2026-11-10' };
const digital = {
  ...own,
  item: 'i-1',
  title: 'Проект Ильиной',
  kind: 'presentation',
  medium: 'digital' as const,
  content,
  locator: 's3://works/ilina.pdf',
};
const album = {
  item: 'i-2',
  holder: { group: 'm-1' },
  title: 'Альбом класса',
  kind: 'album',
  medium: 'paper' as const,
  locator: 'шкаф 2',
  addedBy: 'p-9',
  on: '2026-11-10',
};
const removal = {
  holder: own.holder,
  item: 'i-1',
  reason: 'returned',
  removedBy: 'p-9',
  on: '2026-11-12',
};

describe('D13 R3 §3.4, R5 §4.8-4.9: a portfolio', () => {
  test('D13 R1 §4/5.8: holds a digital item by type, size, hash and locator', async () => {
    const { portfolios, events, store } = await openGifted();
    must(await portfolios.add(digital));
    expect(await events('portfolio-learner.l-1')).toMatchObject([
      {
        type: 'PortfolioItemAdded',
        refs: { learner: ['l-1'], official: ['p-9'] },
        data: { item: 'i-1', kind: 'presentation', content, title: { value: digital.title } },
      },
    ]);
    for await (const page of store.readStream('academy.portfolio-learner.l-1')) {
      expect(page[0]?.line).not.toMatch(/Ильин|ilina/);
    }
  });

  test('D13 R5 §4.8: of a group holds a paper album, in its place', async () => {
    const { portfolios, events } = await openGifted();
    must(await portfolios.add(album));
    const [told] = await events('portfolio-group.m-1');
    expect(told).toMatchObject({
      type: 'GroupPortfolioItemAdded',
      refs: { group: ['m-1'] },
      data: { title: 'Альбом класса', medium: 'paper', content: null, locator: 'шкаф 2' },
    });
  });

  test('D13: an item is returned once, and stays in the history', async () => {
    const { portfolios, events } = await openGifted();
    must(await portfolios.add(digital));
    must(await portfolios.add(album));
    must(await portfolios.remove(removal));
    must(await portfolios.remove({ ...removal, holder: album.holder, item: 'i-2' }));
    expect((await events('portfolio-learner.l-1')).at(-1)).toMatchObject({
      type: 'PortfolioItemRemoved',
      refs: { learner: ['l-1'], official: ['p-9'] },
      data: { holder: { kind: 'learner', id: 'l-1' }, reason: 'returned', office: 'teacher' },
    });
    expect((await events('portfolio-group.m-1')).at(-1)?.refs).toMatchObject({ group: ['m-1'] });
    expectRefused(await portfolios.remove(removal), 'portfolio-item-removed', 'i-1', '2026-11-12');
  });

  test('D13: sent twice it is one item, named by its command', async () => {
    const { portfolios, events, store } = await openGifted();
    const { item: _, ...unnamed } = digital;
    const sent = { ...unnamed, commandId: newCommandId(store.ports) };
    const first = must(await portfolios.add(sent));
    expect(first.item).toBe(sent.commandId);
    expect(must(await portfolios.add(sent))).toEqual(first);
    expect(await events('portfolio-learner.l-1')).toHaveLength(1);
  });
});

describe('D13: digital bytes are checked by their hash', () => {
  test('the same bytes are told as the same', () => {
    expect(checkContent(content, bytes, sha256)).toEqual({ same: true });
    const upper = (given: Uint8Array): string => sha256(given).toUpperCase();
    expect(checkContent(content, bytes, upper)).toEqual({ same: true });
  });

  test('other bytes are told by size, or by hash', () => {
    const longer = checkContent(content, new Uint8Array(3), sha256);
    expect(longer).toEqual({ same: false, differs: 'size', asked: '22', found: '3' });
    const changed = Uint8Array.from(bytes, (byte, at) => (at === 5 ? byte ^ 1 : byte));
    expect(checkContent(content, changed, sha256)).toEqual({
      same: false,
      differs: 'hash',
      asked: content.sha256,
      found: sha256(changed),
    });
  });
});

const refuses = async (change: object, code: string, ...values: string[]) => {
  const { portfolios } = await openGifted();
  expectRefused(await portfolios.add({ ...digital, ...change }), code, ...values);
};

describe('D13: an item is refused', () => {
  test('of a kind, in a medium or of a holder that the regulation has not', async () => {
    await refuses({ kind: 'poem' }, 'portfolio-word-unknown', 'poem', 'presentation');
    const portfolio = { ...r2.portfolio, media: ['paper' as const], holders: ['group' as const] };
    const { portfolios } = await openGifted({ portfolio });
    expectRefused(await portfolios.add(digital), 'portfolio-word-unknown', 'learner', 'group');
    const inGroup = { ...digital, holder: album.holder };
    expectRefused(await portfolios.add(inGroup), 'portfolio-word-unknown', 'digital', 'paper');
  });

  test('without what its medium asks for', async () => {
    await refuses({ content: null }, 'invalid-input', 'content');
    await refuses({ medium: 'paper' }, 'invalid-input', 'content');
    const short = { ...content, sha256: 'abc' };
    await refuses({ content: short }, 'invalid-input', 'content.sha256', 'abc');
    await refuses({ content: { ...content, mediaType: 'pdf' } }, 'invalid-input', 'pdf');
  });

  test('of who is not there', async () => {
    await refuses({ holder: { learner: 'l-9' } }, 'learner-unknown', 'l-9');
    await refuses({ holder: { group: 'm-9' } }, 'group-unknown', 'm-9');
    await refuses({ holder: {} }, 'invalid-input', 'holder');
  });

  test('by who may not, under an id that stands, ahead', async () => {
    await refuses({ addedBy: 'p-7' }, 'not-appointed', 'p-7');
    await refuses({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23');
    const { portfolios } = await openGifted();
    must(await portfolios.add(digital));
    expectRefused(await portfolios.add(digital), 'already-exists', 'i-1', '2026-11-10');
    const none = { ...removal, item: 'i-9' };
    expectRefused(await portfolios.remove(none), 'portfolio-item-unknown', 'i-9', 'l-1');
    const why = await portfolios.remove({ ...removal, reason: 'whim' });
    expectRefused(why, 'portfolio-word-unknown', 'reason', 'whim', 'returned');
    expectRefused(await portfolios.remove({ ...removal, removedBy: 'p-7' }), 'not-appointed');
    const early = await portfolios.remove({ ...removal, on: '2026-11-09' });
    expectRefused(early, 'act-out-of-order', '2026-11-09', '2026-11-10');
  });
});

describe('D13: the learner or a representative adds an item', () => {
  const mother = {
    learner: 'l-1',
    representative: 'r-1',
    name: 'Ильина Ольга Павловна',
    relation: 'parent' as const,
    on: '2026-09-01',
  };

  test('where the regulation lets them, a representative with rights on the day', async () => {
    const { portfolios, learners, events } = await openGifted();
    must(await learners.nameRepresentative(mother));
    must(await portfolios.add({ ...digital, addedBy: 'learner' }));
    const byMother = { ...digital, item: 'i-3', addedBy: { representative: 'r-1' } };
    must(await portfolios.add(byMother));
    const added = (await events('portfolio-learner.l-1')).map(({ data }) => data);
    expect(added).toMatchObject([
      { addedBy: { kind: 'learner', id: 'l-1' } },
      { addedBy: { kind: 'representative', id: 'r-1' } },
    ]);
    const stranger = { ...digital, item: 'i-4', addedBy: { representative: 'r-9' } };
    expectRefused(await portfolios.add(stranger), 'representative-unknown', 'r-9');
  });

  test('and not where it does not, nor into a group’s', async () => {
    const strict = { ...r2.portfolio, learnerMayAdd: false };
    const { portfolios } = await openGifted({ portfolio: strict });
    const own1 = await portfolios.add({ ...digital, addedBy: 'learner' });
    expectRefused(own1, 'learner-may-not-add', 'learner', 'teacher');
    const { portfolios: lax } = await openGifted();
    const inGroup = await lax.add({ ...album, addedBy: 'learner' });
    expectRefused(inGroup, 'learner-may-not-add', 'learner');
  });
});

describe('D13 D14 R5 §4.9: what an item shows', () => {
  const petition = {
    id: 'k-1',
    learner: 'l-1',
    basis: 'petition' as const,
    proposedBy: 'p-9',
    on: '2026-11-02',
  };
  const order = { commendation: 'k-1', kind: 'letter-of-thanks', orderedBy: 'p-1' };
  const copy = { ...digital, kind: 'commendation-copy', commendation: 'k-1' };
  const commendation = { ...r2.commendation, copiesTo: 'portfolio' };

  test('R5 §4.9: the copy goes to the portfolio of the learner commended', async () => {
    const { portfolios, commendations, events } = await openGifted({ commendation });
    must(await commendations.propose(petition));
    expectRefused(await portfolios.add(copy), 'commendation-not-ordered', 'k-1');
    must(await commendations.order({ ...order, on: '2026-11-05' }));
    expect((await events('commendation-k-1')).at(-1)?.data).toMatchObject({
      copiesTo: 'portfolio',
    });
    const early = await portfolios.add({ ...copy, on: '2026-11-04' });
    expectRefused(early, 'commendation-not-ordered', 'k-1');
    must(await portfolios.add(copy));
    const [told] = await events('portfolio-learner.l-1');
    expect(told).toMatchObject({ refs: { commendation: ['k-1'] }, data: { commendation: 'k-1' } });
  });

  test('R5 §4.9: and none of another’s, revoked, or unknown', async () => {
    const { portfolios, commendations } = await openGifted({ commendation });
    expectRefused(await portfolios.add(copy), 'commendation-unknown', 'k-1');
    must(await commendations.propose(petition));
    must(await commendations.order({ ...order, on: '2026-11-05' }));
    const other = { ...copy, holder: { learner: 'l-2' } };
    expectRefused(await portfolios.add(other), 'commendation-of-another', 'k-1', 'l-2');
    const inGroup = { ...copy, holder: { group: 'm-1' } };
    expectRefused(await portfolios.add(inGroup), 'group-has-none', 'k-1', 'm-1');
    const revoked = { commendation: 'k-1', revokedBy: 'p-1', on: '2026-11-08' };
    must(await commendations.revoke(revoked));
    expectRefused(await portfolios.add(copy), 'commendation-revoked', 'k-1', '2026-11-08');
    must(await portfolios.add({ ...copy, on: '2026-11-07' }));
  });

  test('R3 §3.6: a diploma shows an achievement of the learner or of the group', async () => {
    const { portfolios, achievements } = await withOlympiad();
    const shown = { ...digital, kind: 'certificate', achievement: 'a-1' };
    must(await portfolios.add(shown));
    const other = { ...shown, holder: { learner: 'l-2' }, item: 'i-5' };
    expectRefused(await portfolios.add(other), 'achievement-of-another', 'a-1', 'l-2');
    const inGroup = { ...album, achievement: 'a-1' };
    expectRefused(await portfolios.add(inGroup), 'group-has-none', 'a-1', 'm-1');
    const none = { ...album, achievement: 'a-9' };
    expectRefused(await portfolios.add(none), 'achievement-unknown', 'a-9');
    const ofGroup = { ...olympiad, id: 'a-2', participants: [], group: 'm-1' };
    must(await achievements.record(ofGroup));
    const { eventId: entry } = must(await portfolios.add({ ...album, achievement: 'a-2' }));
    const wrong = { reason: 'error' as const, annulledBy: 'p-1', on: '2026-11-10' };
    const early = await achievements.annul({ ...wrong, achievement: 'a-2' });
    expectRefused(early, 'entry-rested-on', 'GroupPortfolioItemAdded', entry);
    const undo = { holder: album.holder, entry, reason: 'ошибка', signer: 'p-1', office: 'head' };
    must(await portfolios.annulEntry(undo));
    must(await achievements.annul({ ...wrong, achievement: 'a-2' }));
    const late = { ...album, item: 'i-6', achievement: 'a-2' };
    expectRefused(await portfolios.add(late), 'achievement-annulled', 'a-2');
  });
});

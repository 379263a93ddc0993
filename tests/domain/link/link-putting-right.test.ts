import { must } from '@letopis/core';
import { isLinked, linkFold } from '@letopis/core/facts';
import { entryCorrectionsReport } from '@letopis/projections';
import { personalFile, personalFileKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

const pair = { learner: 'l-2', other: 'l-1', signer: 'p-5' } as const;
const act = { ...pair, reason: 'Два разных лица' } as const;

async function withLinks(rules = regulation()) {
  const school = await openSchool(rules);
  const linkedOn = async (...days: readonly string[]) => {
    const { state } = await school.session.load(linkFold, 'l-1', 'l-2');
    return days.map((day) => isLinked(state, day));
  };
  const card = async (learner: string, on: string | null = null) => {
    const events = await school.events('link-l-1.l-2');
    const key = personalFileKey.card(learner);
    const found = await readerOver(events as never, { on }).get(personalFile, key);
    return found?.kind === 'card' ? found.links : [];
  };
  const report = async () =>
    entryCorrectionsReport(readerOver((await school.events('link-l-1.l-2')) as never), {
      from: '2026-11-01',
      until: '2026-11-30',
    });
  return { ...school, linkedOn, card, report };
}

describe('RK 1.8: a link is annulled or corrected', () => {
  test('annulled, it counts as never made, with its unlinking, on both cards', async () => {
    const { links, linkedOn, card, report, events } = await withLinks();
    const linked = must(await links.link({ ...pair, on: '2026-10-01' }));
    must(await links.unlink({ ...pair, on: '2026-11-01' }));
    must(await links.annul({ ...act, entry: linked.eventId }));
    expect(await linkedOn('2026-10-01', '2026-11-01')).toEqual([false, false]);
    expect((await events('link-l-1.l-2')).slice(-2)).toMatchObject([
      { type: 'LinkEntryAnnulled', data: { entry: 'LearnersLinked', replacedBy: null } },
      { type: 'LinkEntryAnnulled', data: { entry: 'LearnersUnlinked', replacedBy: null } },
    ]);
    for (const [one, other] of [['l-1', 'l-2'] as const, ['l-2', 'l-1'] as const]) {
      expect(await card(one)).toMatchObject([
        { learner: other, unlinked: null, annulled: { data: { corrects: linked.eventId } } },
      ]);
    }
    expect((await report()).lines).toMatchObject([
      { about: 'LearnersLinked', reason: { text: act.reason } },
      { about: 'LearnersUnlinked' },
    ]);
    must(await links.link({ ...pair, on: '2026-10-05' }));
  });

  test('an unlinking that is annulled lets the link run on', async () => {
    const { links, linkedOn, card } = await withLinks();
    must(await links.link({ ...pair, on: '2026-10-01' }));
    const over = must(await links.unlink({ ...pair, on: '2026-11-01' }));
    must(await links.annul({ ...act, entry: over.eventId }));
    expect(await linkedOn('2026-11-02')).toEqual([true]);
    expect(await card('l-1')).toMatchObject([{ unlinked: null, annulled: null }]);
  });

  test('annulled, an earlier of two linkings leaves the later one', async () => {
    const { links, linkedOn } = await withLinks();
    must(await links.link({ ...pair, on: '2026-11-01' }));
    const early = must(await links.link({ ...pair, on: '2026-10-01' }));
    must(await links.annul({ ...act, entry: early.eventId }));
    expect(await linkedOn('2026-10-31', '2026-11-01')).toEqual([false, true]);
  });

  test('corrected, it holds from its true day', async () => {
    const { links, linkedOn, card, events } = await withLinks();
    const linked = must(await links.link({ ...pair, on: '2026-10-10', reason: 'Записана дважды' }));
    must(await links.unlink({ ...pair, on: '2026-11-01' }));
    const entry = linked.eventId;
    const behind = await links.correct({ ...act, entry, to: { on: '2026-11-02' } });
    expectRefused(behind, 'entry-rested-on', 'LearnersUnlinked', '2026-11-01');
    const to = { on: '2026-10-01', reason: 'Сменила фамилию' };
    must(await links.correct({ ...act, entry, to, signer: 'p-1' }));
    expect(await linkedOn('2026-09-30', '2026-10-01', '2026-11-01')).toEqual([false, true, false]);
    expect((await events('link-l-1.l-2')).at(-1)).toMatchObject({
      occurredOn: '2026-10-01',
      data: { reason: { value: to.reason }, signer: { person: 'p-5' } },
    });
    expect(await card('l-1')).toMatchObject([
      { linked: { on: '2026-10-01' }, unlinked: { on: '2026-11-01' }, annulled: null },
      { linked: { on: '2026-10-10' }, annulled: { data: { signer: { person: 'p-1' } } } },
    ]);
    expectRefused(await links.correct({ ...act, entry, to }), 'entry-annulled-already', entry);
  });

  test('an unlinking has its true day, which is one on which they were linked', async () => {
    const { links, linkedOn, events } = await withLinks();
    must(await links.link({ ...pair, on: '2026-10-01' }));
    const over = must(await links.unlink({ ...pair, on: '2026-11-01', reason: 'Тёзки' }));
    const correct = (to: object) => links.correct({ ...act, entry: over.eventId, to });
    const before = await correct({ on: '2026-09-30' });
    expectRefused(before, 'not-linked', '2026-09-30', 'l-1', 'l-2');
    must(await correct({ on: '2026-10-20' }));
    expect(await linkedOn('2026-10-19', '2026-10-20')).toEqual([true, false]);
    expect((await events('link-l-1.l-2')).at(-1)).toMatchObject({
      type: 'LearnersUnlinked',
      data: { reason: { value: 'Тёзки' } },
    });
  });

  test('a reason that was given is taken away, and one that was not is not there', async () => {
    const { links, events } = await withLinks();
    const first = must(await links.link({ ...pair, on: '2026-10-01', reason: 'Тёзки' }));
    const to = { reason: null };
    const second = must(await links.correct({ ...act, entry: first.eventId, to }));
    must(await links.correct({ ...act, entry: second.replacedBy, to: { on: '2026-10-02' } }));
    const linkings = (await events('link-l-1.l-2')).filter((e) => e.type === 'LearnersLinked');
    const [given, without, moved] = linkings;
    expect(given?.data).toMatchObject({ reason: { value: 'Тёзки' } });
    expect(without?.data).not.toHaveProperty('reason');
    expect(moved?.data).not.toHaveProperty('reason');
  });

  test('152-FZ art. 21: a reason that was erased is not entered again', async () => {
    const { links, linkedOn, store } = await withLinks();
    const { eventId: entry } = must(
      await links.link({ ...pair, on: '2026-10-01', reason: 'Ильина сменила фамилию' }),
    );
    expect(await linkedOn('2026-10-01')).toEqual([true]);
    await store.emptyBeside('academy.link-l-1.l-2', [entry]);
    const again = await links.correct({ ...act, entry, to: { on: '2026-10-02' } });
    expectRefused(again, 'entry-erased', entry, 'reason');
    must(await links.correct({ ...act, entry, to: { on: '2026-10-02', reason: null } }));
  });

  test('RK 1.5: a link and its end are entered late, before later ones', async () => {
    const { links, linkedOn } = await withLinks();
    must(await links.link({ ...pair, on: '2026-11-01' }));
    must(await links.link({ ...pair, on: '2026-09-10' }));
    expectRefused(await links.link({ ...pair, on: '2026-09-11' }), 'linked-already', '2026-09-10');
    must(await links.unlink({ ...pair, on: '2026-09-20' }));
    const days = ['2026-09-09', '2026-09-10', '2026-09-20', '2026-10-31', '2026-11-01'];
    expect(await linkedOn(...days)).toEqual([false, true, false, false, true]);
  });

  test('who may, and what is refused', async () => {
    const { links } = await withLinks();
    const { eventId: entry } = must(await links.link({ ...pair, on: '2026-10-01' }));
    expectRefused(await links.annul({ ...act, entry, signer: 'p-9' }), 'not-appointed', 'p-9');
    const { reason: _reason, ...silent } = act;
    expectRefused(await links.annul({ ...silent, entry }), 'reason-missing', 'annul-entry');
    const unsaid = await links.correct({ ...silent, entry, to: { on: '2026-10-02' } });
    expectRefused(unsaid, 'reason-missing', 'correct-entry');
    const same = await links.correct({ ...act, entry, to: { on: '2026-10-01' } });
    expectRefused(same, 'entry-unchanged', entry);
    const ahead = await links.correct({ ...act, entry, to: { on: '2026-12-01' } });
    expectRefused(ahead, 'dated-ahead', '2026-12-01');
    const strange = await links.annul({ ...act, entry: 'e-1' });
    expectRefused(strange, 'invalid-input', 'entry', '"e-1"', 'eventId');
  });

  test('an entry of another pair is not found, and the refusal names this pair', async () => {
    const { links } = await withLinks();
    const other = must(await links.link({ ...pair, other: 'l-3', on: '2026-10-01' }));
    const entry = other.eventId;
    expectRefused(await links.annul({ ...act, entry }), 'entry-unknown', 'l-2, l-1', entry);
    const moved = await links.correct({ ...act, entry, to: { on: '2026-10-02' } });
    expectRefused(moved, 'entry-unknown', 'l-2, l-1', entry);
  });

  test('it takes no order: a link is no order’s act', async () => {
    const { links } = await withLinks();
    const { eventId } = must(await links.link({ ...pair, on: '2026-10-01' }));
    const to = { on: '2026-10-02' };
    const moved = must(await links.correct({ ...act, entry: eventId, to, ground: null }));
    must(await links.annul({ ...act, entry: moved.replacedBy, ground: null }));
  });

  test('where the regulation asks for no reason, none is stored', async () => {
    const { correction } = regulation();
    const rules = regulation({ correction: { ...correction, entryReasonRequired: false } });
    const { links, events } = await withLinks(rules);
    const { eventId: entry } = must(await links.link({ ...pair, on: '2026-10-01' }));
    must(await links.annul({ ...pair, entry }));
    const annulled = (await events('link-l-1.l-2')).at(-1);
    expect(annulled?.type).toBe('LinkEntryAnnulled');
    expect(annulled?.data).not.toHaveProperty('reason');
  });
});

import { must } from '@letopis/core';
import { isLinked, linkFold } from '@letopis/core/facts';
import { entryCorrectionsReport } from '@letopis/projections';
import { personalFile, personalFileKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const pair = { learner: 'l-2', other: 'l-1', signer: 'p-5' } as const;
const act = { ...pair, reason: 'Два разных лица' } as const;

async function withLinks() {
  const school = await openSchool();
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
    const same = await links.correct({ ...act, entry, to: { on: '2026-10-01' } });
    expectRefused(same, 'entry-unchanged', entry);
    const ahead = await links.correct({ ...act, entry, to: { on: '2026-12-01' } });
    expectRefused(ahead, 'dated-ahead', '2026-12-01');
  });
});

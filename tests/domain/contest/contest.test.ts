import { must } from '@letopis/core';
import { protocolShown } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openGifted, team } from '../worlds/gifted-school.ts';

/* R3 §3.4: copies of contest protocols, kept as evidence of many learners and collectives. */

export const protocol = {
  id: 'k-1',
  title: 'Звонкие голоса',
  kind: 'festival',
  level: 'municipal',
  organiser: 'Управление образования',
  heldOn: '2026-10-10',
  number: '3',
  medium: 'paper' as const,
  locator: 'папка 04-07',
  signer: 'p-9',
  on: '2026-10-15',
};
const choir = {
  id: 'a-3',
  group: 'm-1',
  kind: 'festival',
  event: 'Звонкие голоса',
  internal: false,
  level: 'municipal',
  outcome: 'laureate',
  on: '2026-10-10',
};
const shown = { title: 'Звонкие голоса', number: '3', date: '2026-10-10' };

describe('R3 §3.4: the copy of a contest’s protocol', () => {
  test('is kept with its day, level, organiser and number', async () => {
    const { contests, events } = await openGifted();
    expect(must(await contests.keepProtocol(protocol)).id).toBe('k-1');
    expect(await events('contest-k-1')).toMatchObject([
      {
        type: 'ContestProtocolKept',
        occurredOn: '2026-10-15',
        data: { contest: 'k-1', level: 'municipal', heldOn: '2026-10-10', number: '3' },
      },
    ]);
    expect((await events('contest-k-1'))[0]?.refs).toEqual({ official: ['p-9'] });
    expectRefused(await contests.keepProtocol(protocol), 'already-exists', 'k-1', '2026-10-10');
  });

  test('is of a kind and level of the regulation, kept by an office, not earlier', async () => {
    const { contests } = await openGifted();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await contests.keepProtocol({ ...protocol, ...change }), code, ...values);
    await refuses({ level: 'galaxy' }, 'contest-word-unknown', 'galaxy', 'municipal');
    await refuses({ kind: 'duel' }, 'contest-word-unknown', 'duel', 'festival');
    await refuses({ signer: 'p-7' }, 'not-appointed', 'p-7');
    await refuses({ on: '2026-10-09' }, 'invalid-input', 'on');
  });

  test('is one document of all participants, and of a collective', async () => {
    const { achievements, contests, events } = await openGifted();
    must(await contests.keepProtocol(protocol));
    must(await achievements.record(team));
    must(await achievements.record(choir));
    const on = '2026-10-20';
    must(await achievements.evidence({ achievement: 'a-2', contest: 'k-1', on }));
    must(await achievements.evidence({ achievement: 'a-3', contest: 'k-1', on }));
    const of = async (id: string) =>
      (await events(`achievement-${id}`)).filter(({ type }) => type.endsWith('Evidenced'));
    expect(await of('a-2')).toMatchObject(
      ['l-1', 'l-2'].map((learner) => ({
        type: 'AchievementEvidenced',
        data: { learner, contest: 'k-1', document: { value: shown } },
      })),
    );
    expect(await of('a-3')).toMatchObject([
      { type: 'CollectiveEvidenced', data: { group: 'm-1', contest: 'k-1', document: shown } },
    ]);
    for (const achievement of ['a-2', 'a-3']) {
      must(await achievements.verify({ achievement, verifiedBy: 'p-9', on: '2026-10-21' }));
    }
  });

  test('is given to those without a document; to one learner where they are named', async () => {
    const { achievements, contests, events } = await openGifted();
    must(await contests.keepProtocol(protocol));
    must(await achievements.record(team));
    const given = { achievement: 'a-2', contest: 'k-1', on: '2026-10-20' };
    must(await achievements.evidence({ ...given, learner: 'l-1' }));
    must(await achievements.evidence(given));
    const stored = await events('achievement-a-2');
    expect(stored.slice(-2)).toMatchObject([
      { data: { learner: 'l-1' } },
      { data: { learner: 'l-2' } },
    ]);
    expectRefused(await achievements.evidence(given), 'evidence-not-missing', 'a-2');
    const other = await achievements.evidence({ ...given, learner: 'l-3' });
    expectRefused(other, 'achievement-of-another', 'l-3');
  });

  test('must be there, and of a contest that has been held', async () => {
    const { achievements, contests } = await openGifted();
    must(await achievements.record({ ...team, on: '2026-10-01' }));
    const given = { achievement: 'a-2', contest: 'k-1', on: '2026-10-09' };
    expectRefused(await achievements.evidence(given), 'contest-protocol-unknown', 'k-1');
    must(await contests.keepProtocol(protocol));
    const early = await achievements.evidence(given);
    expectRefused(early, 'act-out-of-order', '2026-10-09', '2026-10-10');
    expect(protocolShown(null, 'k-1', '2026-10-10')).toMatchObject({
      code: 'contest-protocol-unknown',
    });
    const document = { title: 'Диплом' };
    const both = await achievements.evidence({ ...given, document });
    expectRefused(both, 'invalid-input', 'document');
    const neither = await achievements.evidence({ achievement: 'a-2', on: '2026-10-20' });
    expectRefused(neither, 'invalid-input', 'document');
    must(await achievements.evidence({ ...given, on: '2026-10-10' }));
  });

  test('lies in the portfolios of a learner and of a collective', async () => {
    const { contests, events, portfolios } = await openGifted();
    const item = { title: 'Копия протокола', kind: 'certificate', medium: 'paper' as const };
    const adding = { ...item, locator: 'папка', contest: 'k-1', addedBy: 'p-9', on: '2026-10-20' };
    const learner = { ...adding, holder: { learner: 'l-1' }, item: 'i-1' };
    expectRefused(await portfolios.add(learner), 'contest-protocol-unknown', 'k-1');
    must(await contests.keepProtocol(protocol));
    const { eventId: entry } = must(await portfolios.add(learner));
    must(await portfolios.add({ ...adding, holder: { group: 'm-1' }, item: 'i-2' }));
    const early = await portfolios.add({ ...learner, item: 'i-3', on: '2026-10-09' });
    expectRefused(early, 'act-out-of-order', '2026-10-10');
    const right = { reason: 'ошибка', signer: 'p-5', on: '2026-11-01' };
    must(await portfolios.annulEntry({ holder: { learner: 'l-1' }, entry, ...right }));
    expect(await events('portfolio-learner.l-1')).toMatchObject([
      { type: 'PortfolioItemAdded', data: { contest: 'k-1' } },
      { type: 'PortfolioEntryAnnulled', data: { contest: 'k-1', item: 'i-1' } },
    ]);
  });

  test('RK 1.8: its keeping is annulled, and it is entered anew under its id', async () => {
    const { achievements, contests } = await openGifted();
    const { eventId: entry } = must(await contests.keepProtocol(protocol));
    const right = { contest: 'k-1', entry, reason: 'не тот конкурс', signer: 'p-5' };
    const silent = await contests.annulEntry({ ...right, reason: undefined });
    expectRefused(silent, 'reason-missing', 'annul-contest-entry', entry);
    must(await contests.annulEntry({ ...right, on: '2026-11-01' }));
    must(await achievements.record(team));
    const given = { achievement: 'a-2', contest: 'k-1', on: '2026-11-02' };
    expectRefused(await achievements.evidence(given), 'contest-protocol-unknown', 'k-1');
    must(await contests.keepProtocol({ ...protocol, number: '4' }));
    must(await achievements.evidence(given));
  });
});

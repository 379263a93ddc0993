import { must } from '@letopis/core';
import type { ViewReader } from '@letopis/projections';
import { disclosureLedger, openReader, personalFileReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import type { ClosedWorld } from './closed-world.ts';
import {
  adopt,
  ADOPTED,
  change,
  closedWorld,
  court,
  everyPage,
  HEAD,
  keeper,
} from './closed-world.ts';
import { viewsOf } from './school-reader.ts';

const DAYS = [null, '2026-10-15', '2026-12-22', ADOPTED, '2026-12-25'];

async function kinWorld(): Promise<ClosedWorld> {
  const world = await closedWorld();
  const { learners } = world;
  const again = { learner: 'l-1', id: 'c-2', purpose: 'publication', givenBy: 'r-1' } as const;
  const { eventId } = must(await learners.giveConsent({ ...again, on: '2026-09-02' }));
  must(await learners.annul({ learner: 'l-1', entry: eventId, ...keeper }));
  const back = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-11-01' };
  must(await learners.withdrawConsent(back));
  return world;
}

const named = async (reader: ViewReader): Promise<readonly string[]> => {
  const { people: _people, ...pages } = await everyPage(reader);
  return Object.keys(pages).filter((page) => pages[page]?.includes('"r-1"') === true);
};

describe('RK 1.10, Family Code art. 139: the id of a former representative', () => {
  test('is in many pages before the change, which this sweep finds', async () => {
    const reader = await openReader(await viewsOf(await kinWorld()));
    const pages = ['personalFileReport', 'disclosureLedger', 'diarySeenReport'];
    expect(await named(reader)).toEqual(expect.arrayContaining(pages));
  });

  test('is in no page after it, for no day; the facts stay', async () => {
    const world = await kinWorld();
    await adopt(world);
    const views = await viewsOf(world);
    for (const on of DAYS) expect(await named(await openReader(views, { on }))).toEqual([]);
    const reader = await openReader(views);
    const ledger = await disclosureLedger(reader, { from: '2026-09-01', until: '2026-12-31' });
    expect(ledger.consents.map(({ data }) => data)).toMatchObject([
      { consent: 'c-1', givenBy: '[…]' },
      { consent: 'c-1', withdrawnBy: '[…]' },
    ]);
    expect(ledger.cases).toMatchObject([
      { asked: { data: { applicant: { kind: 'representative', representative: '[…]' } } } },
    ]);
  });

  test('is shown to the office that may see closed changes', async () => {
    const world = await kinWorld();
    await adopt(world);
    const reader = await (await openReader(await viewsOf(world))).for(HEAD);
    expect(await named(reader)).toContain('personalFileReport');
  });

  test('stays where they act for another child, and for this one where they stay', async () => {
    const world = await kinWorld();
    const { learners } = world;
    must(await learners.change({ learner: 'l-2', birthDate: '2012-01-02', on: '2026-09-01' }));
    const sibling = { learner: 'l-2', representative: 'r-1', relation: 'parent' } as const;
    must(await learners.nameRepresentative({ ...sibling, name: 'Мать', on: '2026-09-01' }));
    const consent = { learner: 'l-2', id: 'c-3', purpose: 'transfer', givenBy: 'r-1' } as const;
    must(await learners.giveConsent({ ...consent, on: '2026-09-03' }));
    await adopt(world);
    const reader = await openReader(await viewsOf(world));
    const other = await personalFileReport(reader, { learner: 'l-2' });
    expect(other.record.consents).toMatchObject([{ given: { data: { givenBy: 'r-1' } } }]);
    const stays = await kinWorld();
    const closed = { ...change, closed: 'adoption', ground: court, staying: ['r-1'] } as const;
    must(await stays.learners.change(closed));
    expect(await named(await openReader(await viewsOf(stays)))).toContain('disclosureLedger');
  });
});

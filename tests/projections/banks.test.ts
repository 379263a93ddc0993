import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { banksReport, contestsReport, dueReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { asR5, olympiad, openGifted, team } from '../domain/worlds/gifted-school.ts';
import { readerOver } from './school-reader.ts';

/* R3 §3.4-3.5: three banks, each half-year; copies of protocols as evidence. */

const choir = { ...team, id: 'a-3', participants: [], group: 'm-1', internal: false };
const house = { ...choir, id: 'a-4', group: null, ofInstitution: true, level: 'regional' };
const summer = { ...olympiad, id: 'a-5', participants: [{ learner: 'l-2' }], on: '2026-06-10' };

async function world(entryDays: number | null = null) {
  const rules = { ...(asR5.achievements ?? r2.achievements), entryDays };
  const school = await openGifted({ achievements: rules });
  const { achievements, store } = school;
  for (const one of [olympiad, choir, house]) must(await achievements.record(one));
  const page = async (on: string, known?: string) =>
    banksReport(await readerOver(store, { on, known }), { year: '2026' });
  return { ...school, page };
}

describe('R3 §3.5: banks', () => {
  test('of learners, collectives and the institution, by half-year and level', async () => {
    const { page } = await world();
    const { banks, levels } = await page('2026-11-22');
    expect(Object.keys(levels)).toContain('zonal');
    const told = banks.map(({ bank, holder, periods }) => [
      bank,
      holder,
      periods.map(({ from, due, entries, byLevel, prizes }) => [
        `${from}..${due}`,
        entries.map(({ achievement }) => achievement),
        Object.entries(byLevel).filter(([, count]) => count > 0),
        prizes,
      ]),
    ]);
    const empty = ['2026-01-01..2026-06-30', [], [], 0];
    const second = '2026-07-01..2026-12-31';
    expect(told).toEqual([
      ['learners', 'learner', [empty, [second, ['a-1'], [['regional', 1]], 1]]],
      ['groups', 'group', [empty, [second, ['a-3'], [['institution', 1]], 0]]],
      ['house', 'institution', [empty, [second, ['a-4'], [['regional', 1]], 0]]],
    ]);
  });

  test('say who entered what and when; what misses the term is late', async () => {
    const { page } = await world(25);
    const { banks } = await page('2026-11-22');
    const entry = banks[0]?.periods[1]?.entries[0];
    expect(entry).toMatchObject({
      enteredBy: 'u-17',
      enteredOn: '2026-11-22',
      late: false,
      learners: ['l-1'],
      outcome: 'winner',
    });
    expect(banks[1]?.periods[1]).toMatchObject({ late: 1, entries: [{ late: true }] });
    const open = await world();
    expect((await open.page('2026-11-22')).banks[1]?.periods[1]?.late).toBe(0);
  });

  test('a half-year that nobody closed is due; closed, it says by whom', async () => {
    const { achievements, page } = await world();
    const closing = { bank: 'learners', due: '2026-06-30', replenishedBy: 'p-5' };
    const { eventId } = must(await achievements.replenish({ ...closing, on: '2026-11-20' }));
    const { position } = must(
      await achievements.record({ ...summer, id: 'a-6', on: '2026-09-02' }),
    );
    const standing = (one: Awaited<ReturnType<typeof page>>) =>
      one.banks.map(({ bank, periods }) => [bank, ...periods.map((period) => period.standing)]);
    const now = await page('2026-11-22');
    expect(standing(now)).toEqual([
      ['learners', 'closed', 'open'],
      ['groups', 'not-owed', 'open'],
      ['house', 'not-owed', 'open'],
    ]);
    expect(standing(await page('2027-01-01'))).toEqual([
      ['learners', 'closed', 'due'],
      ['groups', 'not-owed', 'due'],
      ['house', 'not-owed', 'due'],
    ]);
    expect(now.banks[0]?.periods[0]?.closing).toMatchObject({
      signedBy: { person: 'p-5' },
      office: 'records-keeper',
      on: '2026-11-20',
      late: true,
      event: eventId,
    });
    expect(now.banks[0]?.sinceClosing).toEqual(['a-6']);
    expect(standing(await page('2026-11-19'))[0]).toEqual(['learners', 'not-owed', 'open']);
    expect(standing(await page('2026-06-30'))).toEqual([]); // before the regulation
    must(
      await achievements.annulReplenishment({
        bank: 'learners',
        entry: eventId,
        signer: 'p-5',
        reason: 'рано',
      }),
    );
    expect(standing(await page('2026-11-22'))[0]).toEqual(['learners', 'not-owed', 'open']);
    expect(standing(await page('2026-11-22', position))[0]).toEqual(['learners', 'closed', 'open']);
  });

  test('owe what the list of what is due says, and nothing before the regulation', async () => {
    const { page, store } = await world();
    for (const on of ['2026-12-31', '2027-01-01']) {
      const { items } = await dueReport(await readerOver(store, { on }));
      const listed = items.filter(({ what }) => what === 'bank-replenishment');
      const owed = (await page(on)).banks.flatMap(({ bank, periods }) =>
        periods.flatMap(({ due, standing }) => (standing === 'due' ? [[bank, due]] : [])),
      );
      expect(owed.toSorted()).toEqual(listed.map(({ of, dueOn }) => [of, dueOn]).toSorted());
      expect(owed).toHaveLength(on === '2026-12-31' ? 0 : 3);
    }
  });

  test('show what came after the closing, and leave out what was annulled', async () => {
    const { achievements, page } = await world();
    const closing = { bank: 'learners', due: '2026-12-31', replenishedBy: 'p-5' };
    must(await achievements.replenish({ ...closing, on: '2026-11-21' }));
    must(await achievements.record({ ...summer, on: '2026-09-02' }));
    const entries = async () => {
      const { banks } = await page('2026-11-22');
      const found = banks[0]?.periods[1]?.entries ?? [];
      return found.map(({ achievement, afterClosing }) => [achievement, afterClosing]);
    };
    expect(await entries()).toEqual([
      ['a-5', true],
      ['a-1', false],
    ]);
    const by = { annulledBy: 'p-1', reason: 'error' as const, on: '2026-11-22' };
    must(await achievements.annul({ achievement: 'a-5', ...by }));
    expect(await entries()).toEqual([['a-1', false]]);
  });

  test('need a day: what is due depends on it', async () => {
    const { store } = await openGifted();
    const asked = banksReport(await readerOver(store), { year: '2026' });
    await expect(asked).rejects.toMatchObject({ code: 'misuse' });
  });
});

const told = (lines: readonly { id: string; learner: { person: string } | null }[] = []) =>
  lines.map(({ id, learner }) => [id, learner?.person ?? null]);

test('R3 §3.4: one protocol is evidence of learners, collectives and portfolios', async () => {
  const { achievements, contests, portfolios, store } = await world();
  must(await achievements.record(team));
  const protocol = {
    id: 'k-1',
    title: 'Фестиваль хоров',
    kind: 'festival',
    level: 'municipal',
    organiser: 'Управление культуры',
    heldOn: '2026-10-10',
    medium: 'digital' as const,
    locator: 'сервер/протоколы/3.pdf',
    signer: 'p-9',
    on: '2026-10-15',
  };
  const { eventId } = must(await contests.keepProtocol(protocol));
  const on = '2026-10-20';
  must(await achievements.evidence({ achievement: 'a-2', contest: 'k-1', on }));
  const { eventId: entry } = must(
    await achievements.evidence({ achievement: 'a-3', contest: 'k-1', on }),
  );
  const item = {
    title: 'Протокол',
    kind: 'certificate',
    medium: 'paper' as const,
    locator: 'папка',
  };
  const holder = { group: 'm-1' };
  must(await portfolios.add({ ...item, holder, item: 'i-1', contest: 'k-1', addedBy: 'p-9', on }));
  const page = async () => contestsReport(await readerOver(store));
  const first = await page();
  expect(first.lines[0]).toMatchObject({ contest: 'k-1', protocol: { level: 'municipal' } });
  expect(told(first.lines[0]?.evidence)).toEqual([
    ['a-2', 'l-1'],
    ['a-2', 'l-2'],
    ['a-3', null],
    ['i-1', null],
  ]);
  const right = { reason: 'ошибка', signer: 'p-5', on: '2026-11-01' };
  must(await achievements.annulEntry({ achievement: 'a-3', entry, ...right }));
  expect(told((await page()).lines[0]?.evidence)).not.toContainEqual(['a-3', null]);
  must(await contests.annulEntry({ contest: 'k-1', entry: eventId, ...right }));
  const after = await page();
  expect(after.lines).toEqual([]);
  expect(told(after.restingOnNothing)).toContainEqual(['a-2', 'l-1']);
});

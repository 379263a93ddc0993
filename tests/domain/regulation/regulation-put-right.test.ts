import { must, order } from '@letopis/core';
import { editionNumbered, editionOn, regulationFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation as rules } from '../worlds/records-school.ts';

/* RK 1.8, D1: an edition, its publication and the repeal are put right; today is 22 November. */

const by = {
  reason: 'не тот день',
  signer: 'p-1',
  office: 'head',
  on: '2026-11-22',
  ground: order('10-од', '2026-11-22'),
} as const;
const sections = { archive: { ...r2.archive, deadlineDays: 10 } };
const strange = '01990000-0000-7000-8000-000000000001';

/** A school whose second edition was entered from 1 November. */
async function amended(preset = rules()) {
  const school = await openSchool(preset);
  const { regulation, session, events } = school;
  const ground = order('9-од', '2026-09-30');
  const second = must(await regulation.amend({ from: '2026-11-01', sections, ground })).eventId;
  const state = async () => (await session.load(regulationFold, 'main')).state;
  const on = async (day: string) => editionOn(await state(), day)?.edition ?? null;
  const days = async (...given: string[]) => Promise.all(given.map(on));
  const [first] = await events('regulation-main');
  const annul = async (entry: string, more = {}) =>
    regulation.annulEntry({ ...by, entry, ...more });
  const edition = async (entry: string, from: string, more = {}) =>
    regulation.correctEntry({ ...by, entry, to: { as: 'edition', from }, ...more });
  const repeal = async (entry: string, day: string) =>
    regulation.correctEntry({ ...by, entry, to: { as: 'repeal', on: day } });
  return { ...school, second, first: first?.id ?? '', state, days, annul, edition, repeal };
}

describe('RK 1.8: the day of an edition', () => {
  test('is corrected in place; it holds from the true day, under its number', async () => {
    const { regulation, events, second, days, edition } = await amended();
    const early = await regulation.amend({ from: '2026-10-01', sections });
    const { text } = expectRefused(early, 'edition-not-later', '2026-11-01');
    expect(text.ru).toContain('correctEntry');
    expect(text.en).toContain('correctEntry');
    must(await edition(second, '2026-10-01'));
    expect(await days('2026-09-30', '2026-10-01', '2026-11-01')).toEqual([1, 2, 2]);
    expect((await events('regulation-main')).at(-1)).toMatchObject({
      type: 'RegulationDayCorrected',
      occurredOn: '2026-11-01',
      refs: { official: ['p-1'] },
      data: {
        corrects: second,
        entry: 'EditionAdopted',
        about: 2,
        was: '2026-11-01',
        day: '2026-10-01',
        actedOn: '2026-11-22',
        reason: 'не тот день',
        signer: { person: 'p-1', office: 'head' },
        edition: 2,
      },
    });
    must(await edition(second, '2026-11-10'));
    expect(await days('2026-11-09', '2026-11-10')).toEqual([1, 2]);
  });

  test('stays between its neighbours', async () => {
    const { regulation, first, second, days, edition } = await amended();
    const third = must(await regulation.amend({ from: '2026-11-15', sections })).eventId;
    const fits = ['regulation-day-unfit', '2026-09-01', '2026-11-15'] as const;
    expectRefused(await edition(second, '2026-09-01'), ...fits);
    expectRefused(await edition(second, '2026-11-15'), ...fits);
    must(await edition(second, '2026-09-02'));
    must(await edition(second, '2026-11-14'));
    expectRefused(await edition(first, '2026-11-14'), 'regulation-day-unfit', '—', '2026-11-14');
    must(await edition(first, '2026-08-01'));
    expect(await days('2026-07-31', '2026-08-01', '2026-11-14')).toEqual([null, 1, 2]);
    must(await edition(third, '2026-11-20'));
    expect(await days('2026-11-19', '2026-11-20')).toEqual([2, 3]);
  });

  test('does not pass a day on which an edition was published', async () => {
    const { regulation, second, annul, edition } = await amended();
    const place = 'https://school.example';
    const published = must(await regulation.publish({ on: '2026-11-05', place })).eventId;
    must(await edition(second, '2026-11-05'));
    expectRefused(await edition(second, '2026-11-06'), 'entry-rested-on', published);
    const to = { as: 'publication', on: '2026-11-04' } as const;
    const out = await regulation.correctEntry({ ...by, entry: published, to });
    expectRefused(out, 'regulation-missing', '2026-11-04');
    must(
      await regulation.correctEntry({ ...by, entry: published, to: { ...to, on: '2026-11-10' } }),
    );
    must(await edition(second, '2026-11-10'));
    must(await annul(published));
    must(await edition(second, '2026-11-11'));
  });
});

describe('RK 1.8: an edition that was entered in error', () => {
  test('is annulled if it is the newest; its number is not given again', async () => {
    const { regulation, first, second, state, days, annul, events } = await amended();
    const third = must(await regulation.amend({ from: '2026-11-15', sections })).eventId;
    const no = expectRefused(await annul(second), 'entry-rested-on', third);
    expect(no.data).toMatchObject({
      facts: [{ type: 'EditionAdopted', id: third, on: '2026-11-15' }],
    });
    must(await annul(third));
    must(await annul(second));
    expect((await events('regulation-main')).at(-1)).toMatchObject({
      type: 'RegulationEntryAnnulled',
      occurredOn: '2026-11-01',
      data: { corrects: second, entry: 'EditionAdopted', about: 2, replacedBy: null, edition: 2 },
    });
    expect(await days('2026-11-01', '2026-11-15')).toEqual([1, 1]);
    expect(editionNumbered(await state(), 2)?.archive.deadlineDays).toBe(10);
    expectRefused(await annul(second), 'entry-annulled-already', second);
    expectRefused(await annul(first), 'first-edition-stays', '1');
    must(await regulation.amend({ from: '2026-10-01', sections }));
    const now = editionOn(await state(), '2026-10-01');
    expect(now?.edition).toBe(4);
  });

  test('by order where an amendment needs one, for a reason, by who may', async () => {
    const general = { ...rules().general, orderFor: ['amend-regulation'] };
    const { second, annul, edition } = await amended(rules({ general }));
    const none = { ground: null };
    expectRefused(await annul(second, none), 'order-required', 'annul-regulation-entry');
    const unordered = await edition(second, '2026-10-01', none);
    expectRefused(unordered, 'order-required', 'correct-regulation-entry');
    expectRefused(await annul(second, { reason: undefined }), 'reason-missing');
    expectRefused(await annul(second, { signer: 'p-77', office: null }), 'not-appointed', 'p-77');
    expectRefused(await annul(strange), 'entry-unknown', strange, 'regulation');
    must(await edition(second, '2026-10-01'));
    must(await annul(second));
  });

  test('nothing changes and no other kind of fact is corrected', async () => {
    const { second, edition, repeal } = await amended();
    expectRefused(await edition(second, '2026-11-01'), 'entry-unchanged', second);
    must(await edition(second, '2026-10-01'));
    expectRefused(await edition(second, '2026-10-01'), 'entry-unchanged', second);
    must(await edition(second, '2026-11-01'));
    const other = await repeal(second, '2026-11-05');
    expectRefused(other, 'entry-of-another-kind', 'EditionAdopted', 'RegulationRepealed');
  });
});

describe('RK 1.8, R1 §8.2: a repeal', () => {
  test('in error is annulled though no edition is in force, and amended after it', async () => {
    const { regulation, days, annul } = await amended();
    const repealed = must(await regulation.repeal({ on: '2026-11-10' })).eventId;
    expect(await days('2026-11-09', '2026-11-10')).toEqual([2, null]);
    must(await annul(repealed));
    expect(await days('2026-11-10')).toEqual([2]);
    must(await regulation.amend({ from: '2026-11-22', sections }));
    expect(await days('2026-11-21', '2026-11-22')).toEqual([2, 3]);
  });

  test('gets its true day, after its edition begins', async () => {
    const { regulation, second, days, edition, repeal, annul } = await amended();
    const repealed = must(await regulation.repeal({ on: '2026-11-10' })).eventId;
    expectRefused(await repeal(repealed, '2026-11-01'), 'regulation-day-unfit', '2026-11-01');
    must(await repeal(repealed, '2026-11-02'));
    expect(await days('2026-11-01', '2026-11-02')).toEqual([2, null]);
    expectRefused(await edition(second, '2026-11-02'), 'regulation-day-unfit', '2026-11-02');
    expectRefused(await annul(second), 'entry-rested-on', 'RegulationRepealed', repealed);
    const given = { timeZone: 'Europe/Moscow', from: '2026-11-20' };
    const again = must(await regulation.adopt(rules(), given)).eventId;
    expectRefused(await annul(repealed), 'entry-rested-on', again);
    expectRefused(await repeal(repealed, '2026-11-21'), 'regulation-day-unfit', '2026-11-20');
    must(await repeal(repealed, '2026-11-20'));
    expectRefused(await edition(again, '2026-11-19'), 'regulation-day-unfit', '2026-11-20');
    expect(await days('2026-11-19', '2026-11-20')).toEqual([2, 3]);
    must(await annul(again));
    must(await annul(repealed));
  });
});

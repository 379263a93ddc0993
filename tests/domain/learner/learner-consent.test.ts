import { must } from '@letopis/core';
import { consentOn, representativesOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  OF_AGE,
  anna,
  learnerState,
  mother,
  publication,
  withMinor,
  withUnknownAge,
} from '../worlds/learner-academy.ts';

describe('representatives of a minor (D3)', () => {
  test('have rights from their day to the eve of the 18th birthday', async () => {
    const state = await learnerState(await withMinor());
    const on = (day: string) => representativesOn(state, day).map((one) => one.id);
    expect(on('2026-08-31')).toEqual([]);
    expect(on('2026-09-01')).toEqual(['r-1']);
    expect(on('2028-03-14')).toEqual(['r-1']);
    expect(on('2028-03-15')).toEqual([]);
  });

  test('a day of birth whose 18th birthday no calendar of ours has stops no decision', async () => {
    const { learners } = await academyUnderR2('2190-04-01T09:00:00.000Z');
    must(await learners.register({ id: 'l-9', birthDate: '2190-01-01', on: '2190-02-01' }));
    const consent = { learner: 'l-9', givenBy: 'learner', purpose: 'publication' } as const;
    must(await learners.giveConsent({ ...consent, on: '2190-03-01' }));
  });

  test('their name stands beside the line, and its subject is the representative', async () => {
    const academy = await withMinor();
    for await (const page of academy.session.handler.store.readStream('academy.learner-l-1')) {
      expect(page[1]?.line).not.toContain('Ольга');
      expect(page[1]?.beside).toMatchObject({
        name: { value: '{"family":"Ильина","given":"Ольга","patronymic":"Юрьевна"}' },
      });
    }
  });

  test('a set last day, or an ending, ends them earlier', async () => {
    const academy = await withMinor();
    const guardian = { ...mother, representative: 'r-2', relation: 'guardian' } as const;
    must(await academy.learners.nameRepresentative({ ...guardian, until: '2026-12-31' }));
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-01' };
    must(await academy.learners.endRepresentative(end));
    const state = await learnerState(academy);
    const on = (day: string) => representativesOn(state, day).map((one) => one.id);
    expect([on('2026-09-30'), on('2026-10-01')]).toEqual([['r-1', 'r-2'], ['r-2']]);
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([['r-2'], []]);
  });

  test('one whose rights ended may be named again', async () => {
    const { learners } = await withMinor();
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-01' };
    must(await learners.endRepresentative(end));
    const within = await learners.nameRepresentative({ ...mother, on: '2026-09-15' });
    expectRefused(within, 'representative-standing', 'r-1', '2026-09-01');
    must(await learners.nameRepresentative({ ...mother, on: '2026-11-01' }));
  });

  test('naming is refused for one of age, who stands, a stranger, a reversed term', async () => {
    const { learners } = await withMinor(OF_AGE);
    const name = (change: object) => learners.nameRepresentative({ ...mother, ...change });
    const other = { representative: 'r-2' };
    const late = await name({ ...other, on: '2028-03-15' });
    expectRefused(late, 'learner-of-age', 'l-1', '2028-03-15');
    expectRefused(await name({}), 'representative-standing', 'r-1', '2026-09-01');
    expectRefused(await name({ learner: 'x' }), 'learner-unknown', 'x');
    const reversed = await name({ ...other, until: '2026-08-31' });
    expectRefused(reversed, 'period-reversed', '2026-09-01', '2026-08-31');
    expectRefused(await name({ representative: 'learner' }), 'invalid-input', 'learner');
  });

  test('ending is refused for a stranger, early, twice, and after the 18th birthday', async () => {
    const { learners } = await withMinor(OF_AGE);
    const end = (on: string, change: object = {}) =>
      learners.endRepresentative({ learner: 'l-1', representative: 'r-1', on, ...change });
    const stranger = await end('2026-10-01', { representative: 'r-9' });
    expectRefused(stranger, 'representative-unknown', 'r-9', '2026-10-01');
    expectRefused(await end('2026-10-01', { learner: 'x' }), 'learner-unknown', 'x');
    const early = await end('2026-08-31');
    expectRefused(early, 'representative-unknown', 'r-1', '2026-08-31');
    expectRefused(await end('2028-03-15'), 'representative-unknown', 'r-1', '2028-03-15');
    must(await end('2026-10-01'));
    expectRefused(await end('2026-10-01'), 'representative-unknown', 'r-1');
  });
});

describe('consent (D3, R1 §5.3, §6.2)', () => {
  test('a representative consents for a minor; it holds from its day to its last', async () => {
    const academy = await withMinor();
    const given = await academy.learners.giveConsent({ ...publication, until: '2027-06-30' });
    expect(must(given).id).toBe('c-1');
    const state = await learnerState(academy);
    expect(consentOn(state, 'publication', '2026-09-01')).toBeNull();
    expect(consentOn(state, 'publication', '2026-09-02')?.givenBy).toBe('r-1');
    expect(consentOn(state, 'publication', '2027-06-30')?.id).toBe('c-1');
    expect(consentOn(state, 'publication', '2027-07-01')).toBeNull();
    expect(consentOn(state, 'transfer', '2026-09-02')).toBeNull();
  });

  test('a minor does not consent alone; from the 18th birthday on only they do', async () => {
    const { learners } = await withMinor(OF_AGE);
    const own = { ...publication, givenBy: 'learner' };
    const minor = await learners.giveConsent({ ...own, on: '2028-03-14' });
    expectRefused(minor, 'minor-acts-alone', 'l-1', '2028-03-14', 'r-1');
    const mothers = await learners.giveConsent({ ...publication, on: '2028-03-15' });
    expectRefused(mothers, 'representative-unknown', 'r-1', '2028-03-15');
    must(await learners.giveConsent({ ...own, on: '2028-03-15' }));
  });

  test('a minor without a representative is told that there is none', async () => {
    const { learners } = await academyUnderR2();
    must(await learners.register({ ...anna, on: '2026-09-01' }));
    const no = expectRefused(
      await learners.giveConsent({ ...publication, givenBy: 'learner' }),
      'minor-acts-alone',
    );
    expect([no.text.ru, no.text.en]).toEqual([
      expect.stringContaining('(нет)'),
      expect.stringContaining('(none)'),
    ]);
  });

  test('one whose rights ended, or who never had any, is refused', async () => {
    const { learners } = await withMinor();
    const stranger = await learners.giveConsent({ ...publication, givenBy: 'r-9' });
    expectRefused(stranger, 'representative-unknown', 'r-9', '2026-09-02');
    const end = { learner: 'l-1', representative: 'r-1', on: '2026-09-02' };
    must(await learners.endRepresentative(end));
    expectRefused(await learners.giveConsent(publication), 'representative-unknown', 'r-1');
  });

  test('where the day of birth is not known, the learner or a representative may', async () => {
    const academy = await withUnknownAge();
    const named = { ...mother, learner: 'l-2' };
    must(await academy.learners.nameRepresentative(named));
    const consent = { learner: 'l-2', purpose: 'processing', on: '2026-09-02' } as const;
    must(await academy.learners.giveConsent({ ...consent, givenBy: 'learner' }));
    must(await academy.learners.giveConsent({ ...consent, givenBy: 'r-1' }));
    expect(Object.keys((await learnerState(academy, 'l-2')).consents)).toHaveLength(2);
  });

  test('its scope stands beside the line', async () => {
    const academy = await withMinor();
    must(await academy.learners.giveConsent({ ...publication, scope: 'фото с вручения' }));
    const events = await academy.events('academy.learner-l-1');
    expect(events.at(-1)?.data).toMatchObject({ scope: { value: 'фото с вручения' } });
    for await (const page of academy.session.handler.store.readStream('academy.learner-l-1')) {
      expect(page.at(-1)?.line).not.toContain('фото');
    }
  });

  test('is refused twice under one id, for a stranger, and for a reversed term', async () => {
    const { learners } = await withMinor();
    must(await learners.giveConsent(publication));
    expectRefused(await learners.giveConsent(publication), 'already-exists', 'c-1');
    const unknown = await learners.giveConsent({ ...publication, learner: 'x' });
    expectRefused(unknown, 'learner-unknown', 'x');
    const reversed = await learners.giveConsent({ ...publication, id: 'c-2', until: '2026-09-01' });
    expectRefused(reversed, 'period-reversed', '2026-09-02', '2026-09-01');
  });
});

describe('withdrawing consent (D3)', () => {
  const withdrawal = { learner: 'l-1', consent: 'c-1', withdrawnBy: 'r-1', on: '2026-10-01' };

  test('it holds no longer from that day on; an earlier consent for the purpose does', async () => {
    const academy = await withMinor();
    must(await academy.learners.giveConsent({ ...publication, id: 'c-0' }));
    must(await academy.learners.giveConsent(publication));
    must(await academy.learners.withdrawConsent(withdrawal));
    const state = await learnerState(academy);
    expect(consentOn(state, 'publication', '2026-09-30')?.id).toBe('c-1');
    expect(consentOn(state, 'publication', '2026-10-01')?.id).toBe('c-0');
    must(await academy.learners.withdrawConsent({ ...withdrawal, consent: 'c-0' }));
    expect(consentOn(await learnerState(academy), 'publication', '2026-10-01')).toBeNull();
  });

  test('a learner come of age withdraws what a representative gave', async () => {
    const { learners } = await withMinor(OF_AGE);
    must(await learners.giveConsent(publication));
    const own = { ...withdrawal, withdrawnBy: 'learner', on: '2028-03-15' };
    const mothers = await learners.withdrawConsent({ ...own, withdrawnBy: 'r-1' });
    expectRefused(mothers, 'representative-unknown', 'r-1');
    must(await learners.withdrawConsent(own));
  });

  test('is refused for what is unknown, too early, twice, and to a minor alone', async () => {
    const { learners } = await withMinor();
    const withdraw = (change: object) => learners.withdrawConsent({ ...withdrawal, ...change });
    expectRefused(await withdraw({}), 'consent-unknown', 'c-1');
    expectRefused(await withdraw({ consent: 'constructor' }), 'consent-unknown', 'constructor');
    expectRefused(await withdraw({ learner: 'x' }), 'learner-unknown', 'x');
    must(await learners.giveConsent(publication));
    const early = await withdraw({ on: '2026-09-01' });
    expectRefused(early, 'withdrawal-before-consent', '2026-09-01', '2026-09-02');
    expectRefused(await withdraw({ withdrawnBy: 'learner' }), 'minor-acts-alone', 'l-1');
    must(await withdraw({}));
    expectRefused(await withdraw({}), 'consent-withdrawn', 'c-1', '2026-10-01');
  });
});

import type { Receipt, Result } from '@letopis/core';
import { must } from '@letopis/core';
import { command, customOperation, refusal } from '@letopis/core/kernel';
import { r2 } from '@letopis/core/presets/r2';
import { localDate, orderedDay } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newAcademy } from '../domain/worlds/academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';

/* RK 1.5: which days a command may give, and what today is where no edition says it. */

/** An academy at an instant, in a time zone whose edition R2 has these rules from a day on. */
async function academyIn(at: string, timeZone: string, general: object = {}, from = '2026-09-01') {
  const academy = newAcademy(at);
  const preset = { ...r2, general: { ...r2.general, ...general } };
  must(await academy.regulation.adopt(preset, { timeZone, from }));
  return academy;
}

/** What is said of the registration of a learner on a day: the day is that of a fact. */
const registered = async (
  { learners }: Pick<ReturnType<typeof newAcademy>, 'learners'>,
  day: string | undefined,
): Promise<Result<unknown>> => learners.register({ id: `l-${day ?? 'now'}`, on: day });

describe('RK 1.5: today is a day of the organisation, and not of Greenwich', () => {
  test.each([
    ['2026-11-22T20:59:59.000Z', 'Europe/Moscow', '2026-11-22', '2026-11-23'],
    ['2026-11-22T21:00:00.000Z', 'Europe/Moscow', '2026-11-23', '2026-11-24'],
    ['2026-11-22T11:59:59.000Z', 'Asia/Kamchatka', '2026-11-22', '2026-11-23'],
    ['2026-11-22T12:00:00.000Z', 'Asia/Kamchatka', '2026-11-23', '2026-11-24'],
    ['2026-11-22T02:59:59.000Z', 'America/Sao_Paulo', '2026-11-21', '2026-11-22'],
  ])('at %s in %s it is %s', async (at, zone, today, ahead) => {
    const academy = await academyIn(at, zone);
    expectRefused(await registered(academy, ahead), 'dated-ahead', ahead, today);
    must(await registered(academy, today));
  });

  test('before the adoption a day has come as soon as it has anywhere on earth', async () => {
    const before = newAcademy('2026-11-22T09:59:59.000Z');
    expectRefused(await registered(before, '2026-11-23'), 'dated-ahead', '2026-11-23');
    const at = newAcademy('2026-11-22T10:00:00.000Z');
    expectRefused(await registered(at, '2026-11-24'), 'dated-ahead', '2026-11-24', '2026-11-23');
    const { regulation } = at;
    const given = { timeZone: 'Europe/Moscow', from: '2027-11-24' };
    expectRefused(await regulation.adopt(r2, given), 'dated-ahead', '2027-11-23');
    must(await regulation.adopt(r2, { ...given, from: '2027-11-23' }));
  });
});

describe('RK 1.5: how far ahead a day may lie is said by the edition in force', () => {
  const at = '2026-11-22T09:00:00.000Z';
  const appointment = { person: 'p-7', office: 'teacher' };

  test('what has happened by one bound, what is ordered by the other', async () => {
    const academy = await academyIn(at, 'UTC', { daysAhead: { happened: 2, ordered: 10 } });
    expectRefused(await registered(academy, '2026-11-25'), 'dated-ahead', '2026-11-24');
    must(await registered(academy, '2026-11-24'));
    const { officials } = academy;
    const ahead = await officials.appoint({ ...appointment, from: '2026-12-03' });
    expectRefused(ahead, 'dated-ahead', '2026-12-03', '2026-12-02');
    must(await officials.appoint({ ...appointment, from: '2026-12-02' }));
  });

  test('where it is repealed or not in force yet, by the last one that was adopted', async () => {
    const bound = { daysAhead: { happened: 2, ordered: 10 } };
    const repealed = await academyIn(at, 'UTC', bound);
    must(await repealed.regulation.repeal({ on: '2026-11-01' }));
    expectRefused(await registered(repealed, '2026-11-25'), 'dated-ahead', '2026-11-24');
    // No edition says what a day to come may be of, as one does for a day that has come.
    expectRefused(await registered(repealed, '2026-11-24'), 'regulation-missing', '2026-11-24');
    must(await registered(repealed, '2026-11-22'));
    const coming = await academyIn(at, 'UTC', bound, '2026-12-01');
    expectRefused(await registered(coming, '2026-11-25'), 'dated-ahead', '2026-11-24');
  });
});

describe('RK 1.5: a fact about a person is older than the rules', () => {
  test('so that its day may lie before the first edition', async () => {
    const academy = await academyIn('2026-11-22T09:00:00.000Z', 'Europe/Moscow');
    must(await registered(academy, '2026-08-31'));
  });

  test('it needs a regulation only to know today', async () => {
    const academy = newAcademy('2026-11-22T09:00:00.000Z');
    expectRefused(await registered(academy, undefined), 'regulation-missing', '2026-11-22');
    must(await registered(academy, '2026-11-22'));
  });

  test('its day by default is today, in the organisation’s time zone', async () => {
    const academy = await academyIn('2026-11-22T21:30:00.000Z', 'Europe/Moscow');
    must(await registered(academy, undefined));
    const [event] = await academy.events('academy.learner-l-now');
    expect(event?.occurredOn).toBe('2026-11-23');
    must(await academy.regulation.repeal({ on: '2026-11-23' }));
    const { learners } = academy;
    must(await learners.register({ id: 'l-after' }));
    expect((await academy.events('academy.learner-l-after'))[0]?.occurredOn).toBe('2026-11-23');
  });
});

const full = refusal('notes-full', (d: { notes: string }) => ({
  ru: `Заметок больше нет места: ${d.notes}`,
  en: `There is no room for notes: ${d.notes}`,
}));
const note = command('note', z.strictObject({ on: localDate, due: orderedDay }));
const taking = customOperation<z.output<typeof note.schema>, unknown, Receipt>(note, async () => ({
  ok: false,
  refusal: full({ notes: 'n-1' }),
}));

describe('RK 1.5: a service of one’s own, that finds its stream by reading', () => {
  const { session } = newAcademy('2026-11-22T12:30:00.000Z');
  const said = (on: string, due: string) => taking.run(session, { on, due });

  test('says that a day is too far ahead before what follows from it', async () => {
    const [today, year] = ['2026-11-23', '2027-11-23'] as const;
    expectRefused(await said(today, year), 'notes-full', 'n-1');
    expectRefused(await said('2026-11-24', year), 'dated-ahead', '2026-11-24', today);
    expectRefused(await said(today, '2027-11-24'), 'dated-ahead', '2027-11-24', year);
  });

  test('and that a command is none before both', async () => {
    expectRefused(await said('24.11.2026', '2027-11-24'), 'invalid-input', '24.11.2026');
  });
});

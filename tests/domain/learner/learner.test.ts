import { must, newCommandId } from '@letopis/core';
import { comesOfAgeOn, giftedOn, hasSpecialNeedsOn } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { anna, learnerState, withMinor, withUnknownAge } from '../worlds/learner-academy.ts';

describe('registering a learner (D3)', () => {
  test('R4 §3.1, §3.4: keeps personal data beside the line, in canonical form', async () => {
    const academy = await academyUnderR2();
    must(await academy.learners.register(anna));
    const [registered] = await academy.events('academy.learner-l-1');
    expect(registered).toMatchObject({ occurredOn: '2026-11-22', refs: { learner: ['l-1'] } });
    expect(registered?.data).toEqual({
      learner: 'l-1',
      name: { value: { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' } },
      birthDate: { value: '2010-03-15' },
      snils: { value: '112-233-445 95' },
      email: { value: 'anna@example.org' },
      phone: { value: '+7 900 000-00-00' },
    });
    for await (const page of academy.session.handler.store.readStream('academy.learner-l-1')) {
      for (const { line } of page) {
        expect(line).not.toMatch(/Ильина|2010-03-15|112-233|anna@|900 000/);
      }
    }
  });

  test('every personal field may be left out', async () => {
    const academy = await withUnknownAge();
    const [registered] = await academy.events('academy.learner-l-2');
    expect(registered?.data).toEqual({ learner: 'l-2' });
  });

  test('the id is the command’s where none is given; sent twice it has one answer', async () => {
    const academy = await academyUnderR2();
    const commandId = newCommandId(academy.ports);
    const first = must(await academy.learners.register({ name: anna.name, commandId }));
    expect(first.id).toBe(commandId);
    expect(must(await academy.learners.register({ name: anna.name, commandId }))).toEqual(first);
    expect(await academy.events(first.stream)).toHaveLength(1);
  });

  test('a second time is refused', async () => {
    const { learners } = await withMinor();
    expectRefused(await learners.register(anna), 'already-exists', 'l-1');
  });

  test('without a day it needs a regulation, which names the time zone', async () => {
    const { learners } = newAcademy();
    expectRefused(await learners.register(anna), 'regulation-missing', '2026-11-22');
    must(await learners.register({ ...anna, on: '2026-09-01' }));
  });

  test('a birth after the registration is refused; the refusal shows no day of birth', async () => {
    const { learners } = await academyUnderR2();
    const no = await learners.register({ ...anna, birthDate: '2026-09-02', on: '2026-09-01' });
    const refused = expectRefused(no, 'birth-date-ahead', '2026-09-01');
    expect(JSON.stringify(refused)).not.toContain('-02');
  });

  const bad = {
    name: `Ильина${'\u0007'}`,
    birthDate: '2010-02-30',
    snils: '112-233-445 96',
    email: 'anna',
    phone: 'нет',
  };
  const fields = Object.entries(bad);
  test.each(fields)('a bad %s is refused without being shown', async (field, value) => {
    const { learners } = await academyUnderR2();
    const no = expectRefused(await learners.register({ [field]: value }), 'invalid-input', field);
    expect(JSON.stringify(no)).not.toContain(value);
  });
});

describe('changing personal data (D3)', () => {
  test('writes only what changed, from its day on', async () => {
    const academy = await withMinor();
    const change = { learner: 'l-1', name: 'Белова Анна', on: '2026-10-01' };
    must(await academy.learners.change(change));
    const events = await academy.events('academy.learner-l-1');
    expect(events.at(-1)).toMatchObject({ type: 'LearnerDataChanged', occurredOn: '2026-10-01' });
    expect(events.at(-1)?.data).toEqual({
      learner: 'l-1',
      name: { value: { family: 'Белова', given: 'Анна' } },
    });
  });

  test('a corrected day of birth moves the coming of age', async () => {
    const academy = await withMinor();
    expect(comesOfAgeOn(await learnerState(academy))).toBe('2028-03-15');
    const change = { learner: 'l-1', birthDate: '2008-02-29', on: '2026-10-01' };
    must(await academy.learners.change(change));
    expect(comesOfAgeOn(await learnerState(academy))).toBe('2026-02-28');
  });

  test('is refused for a stranger, before the registration, and with nothing new', async () => {
    const { learners } = await withMinor();
    const name = 'Белова Анна';
    expectRefused(await learners.change({ learner: 'x', name }), 'learner-unknown', 'x');
    const early = await learners.change({ learner: 'l-1', name, on: '2026-08-31' });
    expectRefused(early, 'change-before-registration', '2026-08-31', '2026-09-01');
    const born = { learner: 'l-1', birthDate: '2026-10-02', on: '2026-10-01' };
    expectRefused(await learners.change(born), 'birth-date-ahead', '2026-10-01');
    expectRefused(await learners.change({ learner: 'l-1' }), 'invalid-input', 'change-learner');
  });
});

describe('special conditions (D3, R4 §2.2.7, R5 §2.2, §3.4)', () => {
  const needs = { learner: 'l-1', needs: 'увеличенное время', on: '2026-09-10' };
  const listed = { learner: 'l-1', entry: '77-0001', on: '2026-09-10' };

  test('special needs hold from their day to their last, and stand beside the line', async () => {
    const academy = await withMinor();
    must(await academy.learners.recordSpecialNeeds({ ...needs, until: '2027-06-30' }));
    const state = await learnerState(academy);
    const days = ['2026-09-09', '2026-09-10', '2027-06-30', '2027-07-01'];
    expect(days.map((day) => hasSpecialNeedsOn(state, day))).toEqual([false, true, true, false]);
    for await (const page of academy.session.handler.store.readStream('academy.learner-l-1')) {
      expect(page.at(-1)?.line).not.toContain('время');
    }
  });

  test('R5 §3.4: conditions may be granted to one listed as gifted, and need not be', async () => {
    const academy = await withMinor();
    must(await academy.learners.listAsGifted(listed));
    expect(giftedOn(await learnerState(academy), '2026-09-10')?.conditions).toBe(false);
    const granted = { ...listed, conditions: 'отдельная аудитория', on: '2026-10-01' };
    must(await academy.learners.listAsGifted({ ...granted, until: '2026-12-31' }));
    const state = await learnerState(academy);
    expect(giftedOn(state, '2026-09-09')).toBeNull();
    expect(giftedOn(state, '2026-10-01')?.conditions).toBe(true);
    expect(giftedOn(state, '2027-01-01')?.conditions).toBe(false);
    for await (const page of academy.session.handler.store.readStream('academy.learner-l-1')) {
      for (const { line } of page) expect(line).not.toMatch(/77-0001|аудитория/);
    }
  });

  test('are refused for an unknown learner and a reversed term', async () => {
    const { learners } = await withMinor();
    const unknown = await learners.recordSpecialNeeds({ ...needs, learner: 'x' });
    expectRefused(unknown, 'learner-unknown', 'x');
    expectRefused(await learners.listAsGifted({ ...listed, learner: 'x' }), 'learner-unknown', 'x');
    const until = '2026-09-09';
    const reversed = await learners.recordSpecialNeeds({ ...needs, until });
    expectRefused(reversed, 'period-reversed', '2026-09-10', '2026-09-09');
    const gifted = await learners.listAsGifted({ ...listed, until });
    expectRefused(gifted, 'period-reversed', '2026-09-10', '2026-09-09');
  });
});

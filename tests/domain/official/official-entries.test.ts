import { must, order } from '@letopis/core';
import { appointmentOn, appointmentsOn, officialFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

/* What the entries of an official say, which offices they give, and how one is put right. */

const act = {
  person: 'p-20',
  reason: 'Опечатка в дате',
  signer: 'p-1',
  office: 'head',
  ground: order('2-од', '2026-11-20'),
} as const;
const teacher = { person: 'p-20', office: 'teacher' } as const;

async function open(rules = regulation()) {
  const school = await openSchool(rules);
  const state = async () => (await school.session.load(officialFold, 'p-20')).state;
  const last = async (count: number) => (await school.events('official-p-20')).slice(-count);
  const { officials } = school;
  const correct = (entry: string, to: object, change: object = {}) =>
    officials.correct({ ...act, entry, to, ...change });
  return { ...school, state, last, correct };
}

describe('D1: the offices in which a person may sign on a day', () => {
  test('are each named once, in the order in which they are asked for', async () => {
    const { officials, state } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await officials.appoint({ ...teacher, office: 'head', from: '2026-10-01' }));
    const offices = async (on: string, ...asked: readonly string[]) =>
      appointmentsOn(await state(), asked, on).map(({ office }) => office);
    expect(await offices('2026-10-01', 'head', 'teacher', 'head')).toEqual(['head', 'teacher']);
    expect(await offices('2026-10-01', 'teacher', 'head')).toEqual(['teacher', 'head']);
    expect(await offices('2026-09-30', 'teacher', 'head')).toEqual(['teacher']);
    expect(await offices('2026-10-01', 'archivist')).toEqual([]);
  });

  test('a limited appointment counts where all that limits it is asked for, or any', async () => {
    const { officials, state } = await open();
    const scope = { programmes: ['mentor'], groups: ['m-1', 'm-2'], levels: ['primary'] };
    must(await officials.appoint({ ...teacher, from: '2026-09-01', scope }));
    const on = '2026-09-01';
    const whole = { programme: 'mentor', group: 'm-2', level: 'primary' };
    const held = async (asked: object | 'any') =>
      appointmentOn(await state(), ['teacher'], on, asked) !== null;
    expect([await held(whole), await held('any')]).toEqual([true, true]);
    for (const field of ['programme', 'group', 'level']) {
      for (const other of ['x', null, undefined]) {
        expect(await held({ ...whole, [field]: other })).toBe(false);
      }
    }
  });
});

describe('D1: one office is not held twice', () => {
  test('two terms may meet, and may not share a day', async () => {
    const { officials } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-10-01', until: '2026-10-31' }));
    const appoint = (from: string, until: string) => officials.appoint({ ...teacher, from, until });
    const told = ['already-appointed', 'p-20', 'teacher', '2026-10-01'] as const;
    expectRefused(await appoint('2026-09-01', '2026-10-01'), ...told);
    expectRefused(await appoint('2026-10-31', '2026-11-30'), ...told);
    must(await appoint('2026-09-01', '2026-09-30'));
    must(await appoint('2026-11-01', '2026-11-30'));
    must(await officials.appoint({ ...teacher, office: 'head', from: '2026-10-15' }));
  });

  test('a second relief is refused, and the first one is named', async () => {
    const { officials } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const { eventId } = must(await officials.relieve({ ...teacher, on: '2026-11-20' }));
    const again = await officials.relieve({ ...teacher, on: '2026-10-01' });
    const told = ['2026-10-01', 'OfficialRelieved', '2026-11-20', eventId];
    expectRefused(again, 'entry-contradicted', ...told);
  });

  test('a term with a last day is cut short by a relief', async () => {
    const { officials, state } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01', until: '2026-12-31' }));
    must(await officials.relieve({ ...teacher, on: '2026-12-31' }));
    expect((await state()).appointments).toMatchObject([{ until: '2026-12-30' }]);
  });
});

describe('RK 1.8: what an annulment of an official’s entry says', () => {
  test('an appointment and its relief are annulled together, each by its own day', async () => {
    const { officials, last, state } = await open();
    const { eventId: entry } = must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const { eventId: relief } = must(await officials.relieve({ ...teacher, on: '2026-10-01' }));
    must(await officials.appoint({ ...teacher, from: '2026-11-01' }));
    must(await officials.annul({ ...act, entry, on: '2026-11-20' }));
    const said = {
      person: 'p-20',
      actedOn: '2026-11-20',
      replacedBy: null,
      signer: { person: 'p-1', office: 'head', position: null },
      edition: 1,
      reason: { value: act.reason },
    };
    const [one, other] = await last(2);
    expect(one).toMatchObject({ occurredOn: '2026-09-01', refs: { official: ['p-20'] } });
    expect(one?.data).toEqual({ ...said, corrects: entry, entry: 'OfficialAppointed' });
    expect(other).toMatchObject({ occurredOn: '2026-10-01', refs: { official: ['p-20'] } });
    expect(other?.data).toEqual({ ...said, corrects: relief, entry: 'OfficialRelieved' });
    expect((await state()).appointments).toMatchObject([{ from: '2026-11-01', relief: null }]);
  });

  test('where the regulation asks for no reason, none is stored', async () => {
    const { correction } = regulation();
    const rules = regulation({ correction: { ...correction, entryReasonRequired: false } });
    const { officials, last } = await open(rules);
    const { eventId: entry } = must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await officials.annul({ ...act, reason: undefined, entry }));
    const [annulled] = await last(1);
    expect(annulled?.type).toBe('OfficialEntryAnnulled');
    expect(annulled?.data).not.toHaveProperty('reason');
  });

  test('R2 §3.2: that of a relief takes an order too', async () => {
    const { officials } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const { eventId: entry } = must(await officials.relieve({ ...teacher, on: '2026-10-01' }));
    const silent = await officials.annul({ ...act, entry, ground: null });
    expectRefused(silent, 'order-required', 'annul-entry');
    must(await officials.annul({ ...act, entry, ground: order('2-од', '2026-11-20') }));
  });

  test('an entry of another person is not found', async () => {
    const { officials, correct } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const other = must(await officials.appoint({ ...teacher, person: 'p-21', from: '2026-09-01' }));
    const entry = other.eventId;
    expectRefused(await officials.annul({ ...act, entry }), 'entry-unknown', 'p-20', entry);
    expectRefused(await correct(entry, { on: '2026-09-02' }), 'entry-unknown', 'p-20', entry);
  });
});

describe('RK 1.8: what a corrected entry of an official says', () => {
  test('all that is not corrected stays as it was', async () => {
    const { officials, correct, last } = await open();
    const scope = { programmes: ['mentor'], groups: ['m-1'], levels: [] };
    const position = 'Учитель физики';
    const given = { ...teacher, from: '2026-09-10', until: '2026-12-31', scope, position };
    const { eventId: entry } = must(await officials.appoint(given));
    must(await correct(entry, { on: '2026-09-01' }));
    const [annulled, entered] = await last(2);
    expect(annulled?.data).toMatchObject({ corrects: entry, reason: { value: act.reason } });
    expect(entered).toMatchObject({
      type: 'OfficialAppointed',
      occurredOn: '2026-09-01',
      refs: { official: ['p-20'], programme: ['mentor'], group: ['m-1'] },
    });
    const stays = { person: 'p-20', office: 'teacher', until: '2026-12-31', scope, position };
    expect(entered?.data).toEqual({ ...stays, edition: 1 });
  });

  test('each type has fields of its own, which the refusal of another field lists', async () => {
    const { officials, correct } = await open();
    const appointed = must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const relieved = must(await officials.relieve({ ...teacher, on: '2026-11-01' }));
    const rename = { person: 'p-20', name: 'Орлова Мария', on: '2026-10-01' };
    const named = must(await officials.rename(rename));
    const cases = [
      [named.eventId, { office: 'head' }, 'on, ground, name'],
      [relieved.eventId, { until: null }, 'on, ground, office'],
      [appointed.eventId, { name: 'Ива' }, 'on, ground, office, position, until, scope'],
    ] as const;
    for (const [entry, to, fields] of cases) {
      const no = expectRefused(await correct(entry, to), 'entry-field-unknown', entry);
      expect(no.text.en.split('correct: ')[1]).toBe(fields);
    }
  });

  test('a relief: of an office that was held, by an order', async () => {
    const { officials, correct, last } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await officials.appoint({ ...teacher, office: 'head', from: '2026-10-01' }));
    const { eventId: entry } = must(await officials.relieve({ ...teacher, on: '2026-11-01' }));
    const early = await correct(entry, { on: '2026-08-31' });
    expectRefused(early, 'not-appointed', 'p-20', 'teacher', '2026-08-31');
    const none = await correct(entry, { office: 'archivist' });
    expectRefused(none, 'not-appointed', 'p-20', 'archivist', '2026-11-01');
    expectRefused(await correct(entry, { ground: null }), 'order-required', 'relieve');
    must(await correct(entry, { office: 'head' }));
    expect((await last(1))[0]).toMatchObject({
      type: 'OfficialRelieved',
      occurredOn: '2026-11-01',
      data: { person: 'p-20', office: 'head', edition: 1 },
    });
  });

  test('a corrected term that would meet another one is refused, and names it', async () => {
    const { officials, correct } = await open();
    const first = { ...teacher, from: '2026-09-01', until: '2026-09-30' };
    const { eventId: entry } = must(await officials.appoint(first));
    must(await officials.appoint({ ...teacher, from: '2026-10-01' }));
    const told = ['already-appointed', 'p-20', 'teacher', '2026-10-01'] as const;
    expectRefused(await correct(entry, { until: '2026-10-01' }), ...told);
    must(await correct(entry, { until: '2026-09-29' }));
  });

  test('no appointment is moved to a day after the repeal of the regulation', async () => {
    const { officials, regulation: rules, correct } = await open();
    const { eventId: entry } = must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await rules.repeal({ on: '2026-11-01' }));
    const before = { on: '2026-10-31', ground: order('2-од', '2026-10-31') };
    const moved = await correct(entry, { on: '2026-11-01' }, before);
    expectRefused(moved, 'regulation-missing', '2026-11-01');
    must(await correct(entry, { on: '2026-10-31' }, before));
  });

  test('152-FZ art. 21: a name that was erased is not entered again', async () => {
    const { officials, correct, state, store } = await open();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const rename = { person: 'p-20', name: 'Орлова Мария', on: '2026-10-01' };
    const { eventId: entry } = must(await officials.rename(rename));
    expect(await state()).toMatchObject({ appointments: [{ office: 'teacher' }], idle: [] });
    await store.emptyBeside('academy.official-p-20', [entry]);
    expectRefused(await correct(entry, { on: '2026-10-02' }), 'entry-erased', entry, 'name');
    must(await correct(entry, { on: '2026-10-02', name: 'Белова Мария' }));
  });

  test('a name of a day to come needs a regulation that is in force on it', async () => {
    const { general } = regulation();
    const daysAhead = { ...general.daysAhead, happened: 5 };
    const school = await open(regulation({ general: { ...general, daysAhead } }));
    must(await school.officials.appoint({ ...teacher, from: '2026-09-01' }));
    const rename = { person: 'p-20', name: 'Орлова Мария', on: '2026-10-01' };
    const { eventId: entry } = must(await school.officials.rename(rename));
    must(await school.regulation.repeal({ on: '2026-11-25' }));
    const after = await school.correct(entry, { on: '2026-11-25' });
    expectRefused(after, 'regulation-missing', '2026-11-25');
    must(await school.correct(entry, { on: '2026-11-24' }));
  });
});

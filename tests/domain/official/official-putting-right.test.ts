import { must, nameOfLine, order } from '@letopis/core';
import { appointmentOn, officialFold } from '@letopis/core/facts';
import { entryCorrectionsReport } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { readerOver } from '../../projections/event-log.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const act = {
  person: 'p-20',
  reason: 'Опечатка в дате',
  signer: 'p-1',
  office: 'head',
  ground: order('2-од', '2026-11-20'),
} as const;
const teacher = { person: 'p-20', office: 'teacher' } as const;

async function withOfficial() {
  const school = await openSchool();
  const state = async () => (await school.session.load(officialFold, 'p-20')).state;
  const holds = async (on: string, office = 'teacher') =>
    appointmentOn(await state(), [office], on) !== null;
  const reader = async (on: string | null = null) =>
    readerOver((await school.events('official-p-20')) as never, { on });
  return { ...school, state, holds, reader };
}

describe('RK 1.8: an entry about an official is annulled from the start', () => {
  test('an office “from next year” leaves room for the true one, with its relief', async () => {
    const { officials, holds, state } = await withOfficial();
    const wrong = must(await officials.appoint({ ...teacher, from: '2027-09-01' }));
    must(await officials.relieve({ ...teacher, on: '2027-09-01' }));
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await officials.annul({ ...act, entry: wrong.eventId }));
    expect([await holds('2026-09-01'), await holds('2027-09-02')]).toEqual([true, true]);
    expect((await state()).appointments).toHaveLength(1);
    expect((await state()).idle).toEqual([]);
  });

  test('R2 §3.2: it takes an order where the entry did, a reason and an office', async () => {
    const { officials } = await withOfficial();
    const name = 'Орлова Мария';
    const { eventId: entry } = must(
      await officials.appoint({ ...teacher, from: '2026-09-01', name }),
    );
    const no = async (change: object) => officials.annul({ ...act, entry, ...change });
    expectRefused(await no({ ground: null }), 'order-required', 'annul-entry');
    expectRefused(await no({ reason: undefined }), 'reason-missing', 'annul-entry');
    expectRefused(await no({ signer: 'p-9', office: null }), 'not-appointed', 'p-9');
    expectRefused(await no({ signer: 'p-9', office: 'teacher' }), 'office-not-entitled', 'teacher');
    must(await no({}));
  });

  test('a name needs no order; the view shows the one before it, and this one', async () => {
    const { officials, events, reader } = await withOfficial();
    const first = { ...teacher, from: '2026-09-01', name: 'Орлова Мария' };
    must(await officials.appoint(first));
    const wrong = { person: 'p-20', name: 'Чужая Мария', on: '2026-10-01' };
    const { eventId: entry } = must(await officials.rename(wrong));
    must(await officials.annul({ ...act, entry, ground: null }));
    const shown = await (await reader('2026-10-02')).get(people, 'p-20');
    expect(shown?.name).toEqual({ value: first.name });
    expect(shown?.entries.at(-1)).toMatchObject({
      values: { name: { value: nameOfLine(wrong.name) } },
      annulled: { signer: { person: 'p-1', office: 'head' } },
    });
    const period = { from: '2026-11-01', until: '2026-11-30' };
    expect((await entryCorrectionsReport(await reader(), period)).lines).toMatchObject([
      { act: 'OfficialEntryAnnulled', about: 'OfficialNamed', reason: { text: act.reason } },
    ]);
    expect((await events('official-p-20')).at(-1)).toMatchObject({
      type: 'OfficialEntryAnnulled',
      occurredOn: '2026-10-01',
      refs: { official: ['p-20'] },
    });
  });

  test('a relief that makes room for a second appointment is held by it', async () => {
    const { officials, holds } = await withOfficial();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const relief = must(await officials.relieve({ ...teacher, on: '2026-10-01' }));
    const second = must(await officials.appoint({ ...teacher, from: '2026-10-10' }));
    const held = await officials.annul({ ...act, entry: relief.eventId });
    expectRefused(held, 'entry-rested-on', 'OfficialAppointed', second.eventId, '2026-10-10');
    must(await officials.annul({ ...act, entry: second.eventId }));
    must(await officials.annul({ ...act, entry: relief.eventId }));
    expect(await holds('2026-10-05')).toBe(true);
  });
});

describe('RK 1.8: an entry about an official is corrected', () => {
  test('the first day, the last day, the office and the scope of an appointment', async () => {
    const { officials, holds, events } = await withOfficial();
    const from = { ...teacher, from: '2027-09-01', ground: order('7-од', '2026-08-30') };
    const wrong = must(await officials.appoint(from));
    const to = { on: '2026-09-01', until: '2026-11-30' };
    const done = must(await officials.correct({ ...act, entry: wrong.eventId, to }));
    const days = ['2026-08-31', '2026-09-01', '2026-11-30', '2026-12-01'];
    expect(await Promise.all(days.map((day) => holds(day)))).toEqual([false, true, true, false]);
    const [annulled, entered] = (await events('official-p-20')).slice(-2);
    expect(annulled).toMatchObject({ data: { replacedBy: done.replacedBy } });
    expect(entered).toMatchObject({ id: done.replacedBy, ground: { number: '7-од' } });
    const head = { office: 'head', until: null, scope: { groups: ['m-1'] } };
    must(await officials.correct({ ...act, entry: done.replacedBy, to: head }));
    expect(await holds('2026-09-01')).toBe(false);
    expect((await events('official-p-20')).at(-1)).toMatchObject({
      refs: { official: ['p-20'], group: ['m-1'] },
      data: { office: 'head', until: null },
    });
  });

  test('the day of a relief, also back to the first day, and the number of its order', async () => {
    const { officials, holds, events } = await withOfficial();
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const relief = must(await officials.relieve({ ...teacher, on: '2027-10-01' }));
    const ground = order('9-од', '2026-09-28');
    const to = { on: '2026-10-01', ground };
    const done = must(await officials.correct({ ...act, entry: relief.eventId, to }));
    expect([await holds('2026-09-30'), await holds('2026-10-01')]).toEqual([true, false]);
    expect((await events('official-p-20')).at(-1)?.ground).toEqual(ground);
    const first = { on: '2026-09-01' };
    const late = await officials.correct({ ...act, entry: done.replacedBy, to: first });
    expectRefused(late, 'paper-after-effect', '9-од', '2026-09-28', '2026-09-01');
    const own = { ...first, ground: order('7-од', '2026-08-31') };
    must(await officials.correct({ ...act, entry: done.replacedBy, to: own }));
    expect(await holds('2026-09-01')).toBe(false);
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
  });

  test('RK 1.5: an appointment has its true day also before the first edition', async () => {
    const { officials, holds } = await withOfficial();
    const wrong = must(await officials.appoint({ ...teacher, from: '2026-10-01' }));
    const to = { on: '2015-03-02', ground: order('3-од', '2015-03-01') };
    must(await officials.correct({ ...act, entry: wrong.eventId, to }));
    expect([await holds('2015-03-01'), await holds('2015-03-02')]).toEqual([false, true]);
  });

  test('what it may not be', async () => {
    const { officials } = await withOfficial();
    const one = must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    must(await officials.relieve({ ...teacher, on: '2026-10-01' }));
    const two = must(await officials.appoint({ ...teacher, from: '2026-11-01' }));
    const no = async (entry: string, to: object, change: object = {}) =>
      officials.correct({ ...act, entry, to, ...change });
    const { eventId } = two;
    const within = await no(eventId, { on: '2026-09-20' });
    expectRefused(within, 'already-appointed', '2026-09-01');
    expectRefused(await no(eventId, { until: '2026-10-31' }), 'period-reversed', '2026-10-31');
    expectRefused(await no(eventId, { office: 'cook' }), 'office-unknown', 'cook');
    expectRefused(await no(eventId, { name: 'Орлова' }), 'entry-field-unknown', 'name', 'until');
    expectRefused(await no(eventId, { on: '2026-11-01' }), 'entry-unchanged', eventId);
    expectRefused(await no(eventId, { ground: null }), 'order-required', 'appoint');
    const other = await no(eventId, { on: '2026-11-02' }, { ground: null });
    expectRefused(other, 'order-required', 'correct-entry');
    const later = await no(one.eventId, { on: '2026-10-02' });
    expectRefused(later, 'already-appointed', '2026-11-01');
    const short = await no(one.eventId, { on: '2026-10-02', until: '2026-10-20' });
    expectRefused(short, 'entry-rested-on', 'OfficialRelieved', '2026-10-01');
    must(await no(one.eventId, { position: 'Учитель физики' }));
    must(await officials.rename({ person: 'p-20', name: 'Орлова Мария', on: '2026-10-01' }));
  });

  test('a name: its value and its day, which may not be ahead', async () => {
    const { officials, reader } = await withOfficial();
    must(await officials.appoint({ ...teacher, from: '2026-09-01', name: 'Орлова Мария' }));
    const change = { person: 'p-20', name: 'Белова Мария', on: '2026-10-10' };
    const { eventId: entry } = must(await officials.rename(change));
    const ahead = await officials.correct({ ...act, entry, to: { on: '2026-12-01' } });
    expectRefused(ahead, 'dated-ahead', '2026-12-01');
    const to = { on: '2026-10-01', name: 'Беллова Мария' };
    must(await officials.correct({ ...act, entry, to, ground: null }));
    const name = async (on: string) => (await (await reader(on)).get(people, 'p-20'))?.name;
    expect([await name('2026-09-30'), await name('2026-10-01')]).toEqual([
      { value: 'Орлова Мария' },
      { value: to.name },
    ]);
  });
});

describe('RK 1.5: an office is entered late', () => {
  test('a term between two others, and one that is over already', async () => {
    const { officials, holds } = await withOfficial();
    must(await officials.appoint({ ...teacher, from: '2026-11-01' }));
    must(await officials.appoint({ ...teacher, from: '2026-09-01', until: '2026-09-10' }));
    must(await officials.appoint({ ...teacher, from: '2026-10-01', until: '2026-10-31' }));
    const open = await officials.appoint({ ...teacher, from: '2026-09-20' });
    expectRefused(open, 'already-appointed', 'p-20', 'teacher', '2026-10-01');
    const days = ['2026-09-10', '2026-09-11', '2026-10-01', '2026-10-31', '2026-11-01'];
    expect(await Promise.all(days.map((day) => holds(day)))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    must(await officials.relieve({ ...teacher, on: '2026-10-15' }));
    expect([await holds('2026-10-15'), await holds('2026-11-01')]).toEqual([false, true]);
  });
});

import { codec, must, nameOfLine, newCommandId, order } from '@letopis/core';
import { decideAppoint, decideRelieve, decideRename } from '@letopis/core/decisions';
import {
  officialAppointed,
  officialEvents,
  officialNamed,
  officialRelieved,
} from '@letopis/core/events';
import type { Scope } from '@letopis/core/facts';
import { editionOn, appointmentOn, officialFold, regulationFold } from '@letopis/core/facts';
import { scenario } from '@letopis/core/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { academyUnderR2, newAcademy } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

let edition: NonNullable<ReturnType<typeof editionOn>>;
beforeAll(async () => {
  const { session } = await academyUnderR2();
  const found = editionOn((await session.load(regulationFold, 'main')).state, '2026-09-01');
  if (found === null) throw new Error('no edition in force');
  edition = found;
});

const official = () => scenario(officialFold, codec(officialEvents));

const appointed = (from: string, change: object = {}) =>
  officialAppointed.draft({
    occurredOn: from,
    refs: { official: ['p-9'] },
    data: {
      person: 'p-9',
      office: 'teacher',
      position: null,
      scope: null,
      until: null,
      edition: 1,
      ...change,
    },
  });

const relieved = (on: string) =>
  officialRelieved.draft({
    occurredOn: on,
    refs: { official: ['p-9'] },
    data: { person: 'p-9', office: 'teacher', edition: 1 },
  });

const named = (on: string, name: string) =>
  officialNamed.draft({
    occurredOn: on,
    refs: { official: ['p-9'] },
    data: { person: 'p-9', name: { value: nameOfLine(name) } },
  });

const byOrder = {
  sender: { actor: 'u-1', onBehalfOf: null, ground: order('1', '2026-08-25') },
};
const without = { sender: { ...byOrder.sender, ground: null } };

type Appointing = Parameters<typeof decideAppoint>[1];
const toAppoint = (from: string, change: object = {}): Appointing =>
  ({
    person: 'p-9',
    office: 'teacher',
    position: null,
    from,
    until: null,
    scope: null,
    ...change,
  }) as Appointing;

const toRelieve = (on: string) =>
  ({ person: 'p-9', office: 'teacher', on }) as Parameters<typeof decideRelieve>[1];

describe('appointing (D1, R2 §3.2)', () => {
  test('a person holds the office from the first day on', () => {
    official()
      .when((state) => decideAppoint(state, toAppoint('2026-09-01'), edition, byOrder))
      .thenEvents(appointed('2026-09-01', {}))
      .thenState((state) => {
        expect(appointmentOn(state, ['teacher'], '2026-08-31')).toBeNull();
        expect(appointmentOn(state, ['teacher'], '2026-09-01')?.office).toBe('teacher');
        expect(appointmentOn(state, ['head'], '2026-09-01')).toBeNull();
      });
  });

  test('an appointment with a last day ends with it', () => {
    official()
      .given(appointed('2026-09-01', { until: '2027-06-30' }))
      .when((state) => decideAppoint(state, toAppoint('2027-07-01'), edition, byOrder))
      .thenState((state) => {
        expect(state.appointments[0]?.until).toBe('2027-06-30');
        expect(appointmentOn(state, ['teacher'], '2027-06-30')?.from).toBe('2026-09-01');
        expect(appointmentOn(state, ['teacher'], '2027-07-01')?.from).toBe('2027-07-01');
      });
  });

  test('to an office that the regulation does not have is refused', () => {
    const coach = toAppoint('2026-09-01', { office: 'coach' });
    official()
      .when((state) => decideAppoint(state, coach, edition, byOrder))
      .thenRefused('office-unknown');
  });

  test('to an office that they hold is refused', () => {
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideAppoint(state, toAppoint('2026-10-01'), edition, byOrder))
      .thenRefused('already-appointed', { person: 'p-9', office: 'teacher', from: '2026-09-01' });
  });

  test('for a term that overlaps another one is refused', () => {
    const held = { person: 'p-9', office: 'teacher', from: '2026-09-01' };
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideAppoint(state, toAppoint('2026-08-01'), edition, byOrder))
      .thenRefused('already-appointed', held);
    official()
      .given(appointed('2026-09-01'), relieved('2026-12-01'))
      .when((state) => decideAppoint(state, toAppoint('2026-10-01'), edition, byOrder))
      .thenRefused('already-appointed', held);
  });

  test('RK 1.5: for a term that lies before another one it may be entered late', () => {
    const early = toAppoint('2026-08-01', { until: '2026-08-31' });
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideAppoint(state, early, edition, byOrder))
      .thenState((state) => {
        expect(appointmentOn(state, ['teacher'], '2026-08-31')?.from).toBe('2026-08-01');
        expect(appointmentOn(state, ['teacher'], '2026-09-01')?.from).toBe('2026-09-01');
        expect(state.appointments.map(({ from }) => from)).toEqual(['2026-08-01', '2026-09-01']);
      });
  });

  test('another office of the same person is another line', () => {
    const head = toAppoint('2026-08-01', { office: 'head' });
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideAppoint(state, head, edition, byOrder))
      .thenState((state) => {
        expect(appointmentOn(state, ['teacher', 'head'], '2026-08-15')?.office).toBe('head');
      });
  });

  test('with a last day before the first is refused', () => {
    official()
      .when((state) =>
        decideAppoint(state, toAppoint('2026-09-01', { until: '2026-08-31' }), edition, byOrder),
      )
      .thenRefused('period-reversed', { from: '2026-09-01', until: '2026-08-31' });
  });

  test('a name may come along, and stands beside the line', async () => {
    const { officials, events, session } = await academyUnderR2();
    const name = 'Орлова Мария Ивановна';
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from: '2026-09-01', name }));
    const [, naming] = await events('academy.official-p-9');
    expect(naming).toMatchObject({
      type: 'OfficialNamed',
      data: { name: { value: nameOfLine(name) } },
    });
    for await (const page of session.handler.store.readStream('academy.official-p-9')) {
      for (const { line } of page) expect(line).not.toContain('Орлова');
    }
  });

  test('RK 1.5: may be older than the regulation, by the rules of its first edition', async () => {
    const { officials, events } = await academyUnderR2();
    const ground = order('3-к', '2015-02-27');
    const early = { person: 'p-9', office: 'teacher', from: '2015-03-02', ground };
    must(await officials.appoint(early));
    expect(await events('academy.official-p-9')).toMatchObject([
      { type: 'OfficialAppointed', occurredOn: '2015-03-02', data: { edition: 1 } },
    ]);
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-08-30' }));
    const unknown = { ...early, office: 'cook', from: '2015-03-02' };
    expectRefused(await officials.appoint(unknown), 'office-unknown', 'cook');
  });

  test('is refused where no regulation was adopted, or the last one is repealed', async () => {
    const { officials, regulation } = await academyUnderR2();
    must(await regulation.repeal({ on: '2026-11-01' }));
    const no = await officials.appoint({ person: 'p-9', office: 'teacher', from: '2026-11-01' });
    expectRefused(no, 'regulation-missing', '2026-11-01');
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from: '2026-10-31' }));
    const none = await newAcademy().officials.appoint({
      person: 'p-9',
      office: 'teacher',
      from: '2026-09-01',
    });
    expectRefused(none, 'regulation-missing', '2026-09-01');
  });

  test('sent twice it has one effect and one answer', async () => {
    const { officials, events, ports } = await academyUnderR2();
    const commandId = newCommandId(ports);
    const sent = { person: 'p-9', office: 'teacher', from: '2026-09-01', commandId };
    const first = must(await officials.appoint(sent));
    expect(must(await officials.appoint(sent))).toEqual(first);
    expect(await events('academy.official-p-9')).toHaveLength(1);
  });

  test('refusals name their values in both languages', async () => {
    const { officials } = await academyUnderR2();
    const teacher = { person: 'p-9', office: 'teacher' } as const;
    const coach = await officials.appoint({ person: 'p-9', office: 'coach', from: '2026-09-01' });
    expectRefused(coach, 'office-unknown', 'coach', 'records-keeper');
    expectRefused(
      await officials.relieve({ ...teacher, on: '2026-10-01' }),
      'not-appointed',
      'p-9',
      'teacher',
      '2026-10-01',
    );
    must(await officials.appoint({ ...teacher, from: '2026-09-01' }));
    const again = await officials.appoint({ ...teacher, from: '2026-09-02' });
    expectRefused(again, 'already-appointed', 'p-9', 'teacher', '2026-09-01');
    const early = await officials.appoint({ ...teacher, from: '2026-09-01', until: '2026-08-30' });
    expectRefused(early, 'period-reversed', '2026-09-01', '2026-08-30');
  });
});

/** A teacher from 1 September 2026 on, within a scope. */
const withScope = (scope: Scope) => {
  const state = officialFold.initial();
  const { occurredOn: from, data } = appointed('2026-09-01', { scope });
  state.appointments.push({ ...data, entry: 'e-1', from, relief: null });
  return state;
};

describe('a scope limits an appointment (D1)', () => {
  const groupOnly = { programmes: [], groups: ['m-1'], levels: [] };

  test('it holds for what the scope names, and nowhere else', () => {
    const state = withScope(groupOnly);
    expect(appointmentOn(state, ['teacher'], '2026-09-01', { group: 'm-1' })).not.toBeNull();
    expect(appointmentOn(state, ['teacher'], '2026-09-01', { group: 'm-2' })).toBeNull();
    expect(appointmentOn(state, ['teacher'], '2026-09-01')).toBeNull();
  });

  test('all that it names must hold at once; an empty list limits nothing', () => {
    const state = withScope({ ...groupOnly, levels: ['primary'] });
    const on = '2026-09-01';
    expect(appointmentOn(state, ['teacher'], on, { group: 'm-1' })).toBeNull();
    const both = { group: 'm-1', level: 'primary', programme: 'mentor' };
    expect(appointmentOn(state, ['teacher'], on, both)).not.toBeNull();
  });

  test('refs name what it is limited to', async () => {
    const { officials, events } = await academyUnderR2();
    const scope = { groups: ['m-1'], programmes: ['mentor'] };
    must(await officials.appoint({ person: 'p', office: 'teacher', from: '2026-09-01', scope }));
    const [event] = await events('academy.official-p');
    expect(event?.refs).toEqual({ official: ['p'], programme: ['mentor'], group: ['m-1'] });
  });
});

describe('relieving (D1)', () => {
  test('the day of relief is the first without the office', () => {
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideRelieve(state, toRelieve('2026-12-01'), edition, byOrder))
      .thenEvents(relieved('2026-12-01'))
      .thenState((state) => {
        expect(appointmentOn(state, ['teacher'], '2026-11-30')).not.toBeNull();
        expect(appointmentOn(state, ['teacher'], '2026-12-01')).toBeNull();
      });
  });

  test('a relieved person may be appointed again from that day on', () => {
    official()
      .given(appointed('2026-09-01'), relieved('2026-12-01'))
      .when((state) => decideAppoint(state, toAppoint('2026-12-01'), edition, byOrder))
      .thenEvents(appointed('2026-12-01'));
  });

  test('of an office that they do not hold is refused', () => {
    official()
      .when((state) => decideRelieve(state, toRelieve('2026-12-01'), edition, byOrder))
      .thenRefused('not-appointed');
    official()
      .given(appointed('2026-09-01', { until: '2026-11-30' }))
      .when((state) => decideRelieve(state, toRelieve('2026-12-01'), edition, byOrder))
      .thenRefused('not-appointed');
    official()
      .given(appointed('2026-09-01'), relieved('2026-12-01'))
      .when((state) => decideRelieve(state, toRelieve('2026-12-01'), edition, byOrder))
      .thenRefused('not-appointed');
  });

  test('before the first day, or of an office that they are relieved of later, is refused', () => {
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideRelieve(state, toRelieve('2026-08-31'), edition, byOrder))
      .thenRefused('not-appointed');
    official()
      .given(appointed('2026-09-01'), relieved('2026-12-01'))
      .when((state) => decideRelieve(state, toRelieve('2026-10-01'), edition, byOrder))
      .thenRefused('entry-contradicted');
  });
});

describe('the paper that an appointment rests on (D1, R2 §3.2)', () => {
  test('is an order where the edition asks for one', () => {
    official()
      .when((state) => decideAppoint(state, toAppoint('2026-09-01'), edition, without))
      .thenRefused('order-required', { act: 'appoint', ground: '—' });
    official()
      .given(appointed('2026-09-01'))
      .when((state) => decideRelieve(state, toRelieve('2026-12-01'), edition, without))
      .thenRefused('order-required', { act: 'relieve', ground: '—' });
  });

  test('is not asked for where the edition does not', () => {
    const lax = { ...edition, general: { ...edition.general, orderFor: [] } };
    official()
      .when((state) => decideAppoint(state, toAppoint('2026-09-01'), lax, without))
      .thenEvents(appointed('2026-09-01'));
  });
});

describe('names of officials', () => {
  type Renaming = Parameters<typeof decideRename>[1];
  const toRename = (on: string, name: string) =>
    ({ person: 'p-9', name: nameOfLine(name), on }) as Renaming;

  test('a new name holds from its day on', () => {
    official()
      .given(appointed('2026-09-01'), named('2026-09-01', 'Орлова Мария'))
      .when((state) => decideRename(state, toRename('2026-10-01', 'Белова Мария')))
      .thenEvents(named('2026-10-01', 'Белова Мария'));
  });

  test('a name of somebody who never held an office is refused', async () => {
    const { officials } = await academyUnderR2();
    const no = await officials.rename({ person: 'p-1', name: 'Орлова Мария', on: '2026-10-01' });
    expectRefused(no, 'official-unknown', 'p-1');
  });

  test('RK 1.5: a name may be entered late, also with an appointment', async () => {
    const { officials, events } = await academyUnderR2();
    const name = 'Орлова Мария';
    const from = '2026-10-01';
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from, name }));
    must(await officials.rename({ person: 'p-9', name: 'Белова Мария', on: '2026-09-15' }));
    const other = { person: 'p-9', office: 'head', from: '2026-09-10', name: 'Ивина Мария' };
    must(await officials.appoint(other));
    const names = (await events('academy.official-p-9')).filter(
      ({ type }) => type === 'OfficialNamed',
    );
    expect(names.map(({ occurredOn }) => occurredOn)).toEqual([from, '2026-09-15', '2026-09-10']);
  });

  test('a name of a day to come is refused, and the refusal shows no name', async () => {
    const { officials } = await academyUnderR2();
    must(await officials.appoint({ person: 'p-9', office: 'teacher', from: '2026-10-01' }));
    const early = { person: 'p-9', name: 'Белова Мария', on: '2027-09-15' };
    const no = expectRefused(await officials.rename(early), 'dated-ahead', '2027-09-15');
    expect(JSON.stringify(no)).not.toContain('Белова');
  });
});

import { must, newCommandId } from '@letopis/core';
import type { GroupEvent } from '@letopis/core/facts';
import { groupFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../worlds/academy.ts';
import { academyUnderR2 } from '../worlds/academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const modules = [
  { id: 'safety', scale: 'five-point', hours: 20 },
  { id: 'law', scale: 'pass-fail', hours: 16 },
];

/** An academy with the programme mentor, its group m-1 and the teacher p-9. */
async function withGroup(at?: string): Promise<Academy> {
  const academy = await academyUnderR2(at);
  const office = { office: 'teacher', from: '2026-09-01' };
  must(await academy.officials.appoint({ person: 'p-9', ...office }));
  must(await academy.programmes.open({ id: 'mentor', modules, on: '2026-09-01' }));
  must(await academy.groups.open({ id: 'm-1', programme: 'mentor', on: '2026-09-01' }));
  return academy;
}

const stateOf = async ({ session }: Academy) => (await session.load(groupFold, 'm-1')).state;

const exam = {
  group: 'm-1',
  id: 'exam',
  module: 'safety',
  kind: 'final',
  form: 'exam',
  on: '2026-12-20',
  weightPercent: '100',
};

describe('opening a group (D2)', () => {
  test('belongs to a programme; its title is its id where none is given', async () => {
    const academy = await academyUnderR2();
    must(await academy.programmes.open({ id: 'mentor', modules }));
    const opened = must(await academy.groups.open({ id: 'm-1', programme: 'mentor' }));
    expect(opened).toMatchObject({ id: 'm-1', stream: 'academy.group-m-1' });
    const [event] = await academy.events('academy.group-m-1');
    expect(event).toMatchObject({ occurredOn: '2026-11-22', refs: { group: ['m-1'] } });
    expect(event?.refs.programme).toEqual(['mentor']);
    expect(event?.data).toEqual({
      group: 'm-1',
      programme: 'mentor',
      title: 'm-1',
      from: null,
      until: null,
    });
  });

  test('its id is the command’s where none is given; sent twice it has one answer', async () => {
    const academy = await withGroup();
    const commandId = newCommandId(academy.ports);
    const first = must(await academy.groups.open({ programme: 'mentor', commandId }));
    expect(first.id).toBe(commandId);
    expect(must(await academy.groups.open({ programme: 'mentor', commandId }))).toEqual(first);
    expect(await academy.events(first.stream)).toHaveLength(1);
  });

  test('is refused twice, in an unknown programme, and for a reversed term', async () => {
    const { groups } = await withGroup();
    const again = await groups.open({ id: 'm-1', programme: 'mentor' });
    expectRefused(again, 'already-exists', 'm-1');
    expectRefused(await groups.open({ programme: 'x' }), 'programme-unknown', 'x');
    const term = { from: '2026-09-01', until: '2026-08-31' };
    const reversed = await groups.open({ id: 'm-2', programme: 'mentor', ...term });
    expectRefused(reversed, 'period-reversed', '2026-09-01', '2026-08-31');
  });

  test('is refused from the day on which the programme is closed, not before', async () => {
    const { groups, programmes } = await withGroup();
    must(await programmes.close({ programme: 'mentor', on: '2026-10-01' }));
    const late = await groups.open({ id: 'm-2', programme: 'mentor', on: '2026-10-01' });
    expectRefused(late, 'programme-closed', 'mentor', '2026-10-01');
    must(await groups.open({ id: 'm-2', programme: 'mentor', on: '2026-09-30' }));
  });
});

describe('planning assessments (D2, D6)', () => {
  test('writes what, in which module, when, and with which weight', async () => {
    const academy = await withGroup();
    const sent = { ...exam, plannedOn: '2026-09-02' };
    const planned = must(await academy.groups.planAssessment(sent));
    expect(planned.id).toBe('exam');
    const events = await academy.events('academy.group-m-1');
    expect(events.at(-1)).toMatchObject({
      type: 'AssessmentPlanned',
      occurredOn: '2026-09-02',
      refs: { group: ['m-1'], programme: ['mentor'], module: ['safety'] },
    });
    expect(events.at(-1)?.data).toEqual({
      group: 'm-1',
      programme: 'mentor',
      planned: 'exam',
      module: 'safety',
      kind: 'final',
      form: 'exam',
      title: 'exam',
      on: '2026-12-20',
      weightPercent: '100',
      edition: 1,
    });
  });

  test('its id is the command’s where none is given', async () => {
    const academy = await withGroup();
    const commandId = newCommandId(academy.ports);
    const { id: _, ...unnamed } = exam;
    expect(must(await academy.groups.planAssessment({ ...unnamed, commandId })).id).toBe(commandId);
  });

  test('many are planned in one append, all or none', async () => {
    const academy = await withGroup();
    const { group: _, ...one } = exam;
    const many = Array.from({ length: 500 }, (__, n) => ({ ...one, id: `t-${n}` }));
    must(await academy.groups.planAssessments({ group: 'm-1', assessments: many }));
    expect(Object.keys((await stateOf(academy)).planned)).toHaveLength(500);
    const mixed = [
      { ...one, id: 'new' },
      { ...one, id: 't-7' },
    ];
    const no = await academy.groups.planAssessments({ group: 'm-1', assessments: mixed });
    expectRefused(no, 'already-exists', 'm-1', 't-7');
    expect(await academy.events('academy.group-m-1')).toHaveLength(501);
  });

  test('weights of a module may exceed 100 percent in total', async () => {
    const { groups } = await withGroup();
    const { group: _, ...one } = exam;
    const assessments = ['exam', 'exam-2', 'work'].map((id) => ({ ...one, id }));
    const planned = must(await groups.planAssessments({ group: 'm-1', assessments }));
    expect(planned.revision).toBe(3);
  });

  test('a weight is from 0 to 100 percent', async () => {
    const { groups } = await withGroup();
    for (const weightPercent of ['100.01', '-1', '7,5', 'half']) {
      const no = await groups.planAssessment({ ...exam, weightPercent });
      expectRefused(no, 'invalid-input', 'weightPercent');
    }
    must(await groups.planAssessment({ ...exam, weightPercent: '0' }));
  });

  test('is refused for what the group, programme or regulation does not have', async () => {
    const { groups } = await withGroup();
    const plan = (change: object) => groups.planAssessment({ ...exam, ...change });
    expectRefused(await plan({ group: 'x' }), 'group-unknown', 'x');
    expectRefused(await plan({ module: 'art' }), 'module-unknown', 'art', 'safety');
    expectRefused(await plan({ kind: 'yearly' }), 'kind-unknown', 'yearly', 'final');
    expectRefused(await plan({ form: 'oral' }), 'form-unknown', 'oral', 'exam');
    expectRefused(await plan({ plannedOn: '2026-08-31' }), 'regulation-missing', '2026-08-31');
  });

  test('an id is taken once, in one command too, and stays taken when it is dropped', async () => {
    const { groups } = await withGroup();
    const { group: _, ...one } = exam;
    const twice = await groups.planAssessments({ group: 'm-1', assessments: [one, one] });
    expectRefused(twice, 'already-exists', 'm-1', 'exam');
    must(await groups.planAssessment(exam));
    must(await groups.dropAssessment({ group: 'm-1', planned: 'exam' }));
    expectRefused(await groups.planAssessment(exam), 'already-exists', 'm-1', 'exam');
  });
});

describe('dropping a planned assessment', () => {
  test('takes it off the plan', async () => {
    const academy = await withGroup();
    must(await academy.groups.planAssessment(exam));
    must(await academy.groups.dropAssessment({ group: 'm-1', planned: 'exam' }));
    expect((await stateOf(academy)).planned['exam']).toBeUndefined();
    const events = await academy.events('academy.group-m-1');
    expect(events.at(-1)?.refs).toMatchObject({ module: ['safety'], group: ['m-1'] });
  });

  test('is refused for one that is not planned, and for an unknown group', async () => {
    const { groups } = await withGroup();
    const no = await groups.dropAssessment({ group: 'm-1', planned: 'constructor' });
    expectRefused(no, 'planned-unknown', 'm-1', 'constructor');
    const unknown = await groups.dropAssessment({ group: 'x', planned: 'exam' });
    expectRefused(unknown, 'group-unknown', 'x');
  });
});

describe('making requirements known (D2 R2 §1.5)', () => {
  const announcement = { group: 'm-1', by: 'p-9', on: '2026-09-02' };

  test('a teacher makes them known, for one module or all; the first day counts', async () => {
    const academy = await withGroup();
    must(await academy.groups.announceRequirements(announcement));
    must(await academy.groups.announceRequirements({ ...announcement, module: 'law' }));
    must(await academy.groups.announceRequirements({ ...announcement, on: '2026-10-01' }));
    const { announced } = await stateOf(academy);
    expect({ ...announced }).toEqual({ '': '2026-09-02', law: '2026-09-02' });
    const events = await academy.events('academy.group-m-1');
    expect(events[2]?.refs).toMatchObject({ official: ['p-9'], module: ['law'] });
  });

  test('is refused to one who does not teach this group on that day', async () => {
    const { groups, officials } = await withGroup();
    const stranger = await groups.announceRequirements({ ...announcement, by: 'p-1' });
    expectRefused(stranger, 'not-appointed', 'p-1', 'teacher', '2026-09-02');
    const office = { office: 'teacher', from: '2026-09-01', scope: { groups: ['m-2'] } };
    must(await officials.appoint({ person: 'p-2', ...office }));
    const elsewhere = await groups.announceRequirements({ ...announcement, by: 'p-2' });
    expectRefused(elsewhere, 'not-appointed', 'p-2');
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-09-02' }));
    expectRefused(await groups.announceRequirements(announcement), 'not-appointed', 'p-9');
  });

  test('a teacher of this group alone may', async () => {
    const { groups, officials } = await withGroup();
    const office = { office: 'teacher', from: '2026-09-01', scope: { groups: ['m-1'] } };
    must(await officials.appoint({ person: 'p-2', ...office }));
    expect((await groups.announceRequirements({ ...announcement, by: 'p-2' })).ok).toBe(true);
  });

  test('is refused on a day that is yet to come, where the organisation is', async () => {
    const { groups } = await withGroup('2026-11-22T20:59:59.000Z');
    const ahead = await groups.announceRequirements({ ...announcement, on: '2026-11-23' });
    expectRefused(ahead, 'dated-ahead', '2026-11-23', '2026-11-22');
    const midnight = await withGroup('2026-11-22T21:00:00.000Z');
    must(await midnight.groups.announceRequirements({ ...announcement, on: '2026-11-23' }));
  });

  test('is refused for an unknown group or module', async () => {
    const { groups } = await withGroup();
    const group = await groups.announceRequirements({ ...announcement, group: 'x' });
    expectRefused(group, 'group-unknown', 'x');
    const module = await groups.announceRequirements({ ...announcement, module: 'art' });
    expectRefused(module, 'module-unknown', 'art');
  });
});

describe('closing a group', () => {
  test('holds from its day; refused when unknown, before its opening, and twice', async () => {
    const academy = await withGroup();
    const close = (on: string, group = 'm-1') => academy.groups.close({ group, on });
    expectRefused(await close('2027-06-30', 'x'), 'group-unknown', 'x');
    const early = await close('2026-08-31');
    expectRefused(early, 'closing-before-opening', '2026-08-31', '2026-09-01');
    must(await close('2027-06-30'));
    expect((await stateOf(academy)).closedFrom).toBe('2027-06-30');
    expectRefused(await close('2027-07-01'), 'group-closed', 'm-1', '2027-06-30');
  });
});

test('folding in two parts is folding at once', async () => {
  const academy = await withGroup();
  must(await academy.groups.planAssessment(exam));
  must(await academy.groups.announceRequirements({ group: 'm-1', by: 'p-9' }));
  must(await academy.groups.dropAssessment({ group: 'm-1', planned: 'exam' }));
  must(await academy.groups.close({ group: 'm-1' }));
  const events = (await academy.events('academy.group-m-1')) as readonly GroupEvent[];
  expect(events.every((event) => event.occurredOn <= '2026-11-22')).toBe(true);
  const parted = foldEvents(groupFold, events.slice(3), foldEvents(groupFold, events.slice(0, 3)));
  expect(parted).toEqual(foldEvents(groupFold, events));
});

import { must } from '@letopis/core';
import { groupFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import type { MentorAcademy } from '../worlds/enrollment-academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const stateOf = async ({ session }: MentorAcademy, group = 'm-1') =>
  (await session.load(groupFold, group)).state;

const lastOf = async ({ events }: MentorAcademy, group = 'm-1') =>
  (await events(`academy.group-${group}`)).at(-1);

const refs = { group: ['m-1'], programme: ['mentor'] };
const plan = { module: 'safety', kind: 'interim', form: 'test' } as const;

describe('D2: what a group is, day by day', () => {
  test('before it is opened it is nothing', async () => {
    const academy = await mentorAcademy();
    const { entries, replaced, ...nothing } = await stateOf(academy, 'm-9');
    expect([entries.size, replaced.size]).toEqual([0, 0]);
    expect(nothing).toEqual({
      id: null,
      programme: '',
      title: '',
      from: null,
      until: null,
      stage: null,
      studyYear: null,
      openedOn: null,
      closedFrom: null,
      mergedInto: null,
      planned: {},
      everPlanned: {},
      dropped: {},
      announced: {},
      latestDay: '',
    });
  });

  test('it keeps its title, its term, its form and its study year', async () => {
    const academy = await mentorAcademy();
    const term = { from: '2026-09-01', until: '2027-06-30' } as const;
    const said = { title: '10А', ...term, stage: 10, studyYear: '2026' } as const;
    const opening = { id: 'a-10', programme: 'mentor', ...said, on: '2026-09-02' } as const;
    must(await academy.groups.open(opening));
    const event = await lastOf(academy, 'a-10');
    expect(event?.data).toEqual({ group: 'a-10', programme: 'mentor', ...said });
    const about = { id: 'a-10', programme: 'mentor', openedOn: '2026-09-02' };
    expect(await stateOf(academy, 'a-10')).toMatchObject({ ...about, ...said });
    expect(await stateOf(academy)).toMatchObject({ title: 'm-1', stage: null, studyYear: null });
  });

  test('a term of one day is no reversed one', async () => {
    const { groups } = await mentorAcademy();
    const day = { from: '2026-10-01', until: '2026-10-01' } as const;
    must(await groups.open({ id: 'm-3', programme: 'mentor', ...day }));
  });

  test('it may be closed on the day of its opening, and is merged into none by that', async () => {
    const academy = await mentorAcademy();
    must(await academy.groups.close({ group: 'm-1', on: '2026-09-01' }));
    const event = await lastOf(academy);
    expect(event).toMatchObject({ type: 'GroupClosed', occurredOn: '2026-09-01', refs });
    expect(event?.data).toEqual({ group: 'm-1' });
    const { closedFrom, mergedInto } = await stateOf(academy);
    expect([closedFrom, mergedInto]).toEqual(['2026-09-01', null]);
  });
});

describe('D2: what a plan of assessments says', () => {
  test('each of many its own module, title and day of planning', async () => {
    const academy = await mentorAcademy();
    const practice = { module: 'practice', kind: 'interim', form: 'credit-test' } as const;
    const assessments = [
      { ...plan, id: 'test-2', title: 'Второй тест' },
      { ...practice, id: 'work-1' },
    ];
    must(
      await academy.groups.planAssessments({ group: 'm-1', assessments, plannedOn: '2026-10-01' }),
    );
    const [one, other] = (await academy.events('academy.group-m-1')).slice(-2);
    expect(one).toMatchObject({ occurredOn: '2026-10-01', data: { title: 'Второй тест' } });
    expect(one?.refs).toEqual({ ...refs, module: ['safety'] });
    expect(other).toMatchObject({ occurredOn: '2026-10-01', data: { title: 'work-1' } });
    expect(other?.refs).toEqual({ ...refs, module: ['practice'] });
    const unknown = await academy.groups.planAssessments({ group: 'm-9', assessments });
    expectRefused(unknown, 'group-unknown', 'm-9');
  });

  test('a dropping names its group, module and assessment', async () => {
    const academy = await mentorAcademy();
    const dropping = { group: 'm-1', planned: 'test-1', on: '2026-10-02' } as const;
    must(await academy.groups.dropAssessment(dropping));
    const event = await lastOf(academy);
    expect(event).toMatchObject({ type: 'PlannedAssessmentDropped', occurredOn: '2026-10-02' });
    expect(event?.refs).toEqual({ ...refs, module: ['safety'] });
    expect(event?.data).toEqual({ group: 'm-1', planned: 'test-1' });
    expectRefused(await academy.groups.dropAssessment(dropping), 'planned-unknown', 'test-1');
  });

  test('what is dropped stays dropped, though its plan bears a later day', async () => {
    const academy = await mentorAcademy();
    must(
      await academy.groups.planAssessment({
        group: 'm-1',
        id: 'test-2',
        ...plan,
        plannedOn: '2026-10-10',
      }),
    );
    const dropping = { group: 'm-1', planned: 'test-2', on: '2026-10-05' } as const;
    must(await academy.groups.dropAssessment(dropping));
    const { planned, dropped, everPlanned } = await stateOf(academy);
    expect(Object.keys(planned)).toEqual(['test-1']);
    expect({ ...dropped }).toEqual({ 'test-2': true });
    expect({ ...everPlanned }).toEqual({ 'test-1': true, 'test-2': true });
  });
});

describe('R2 §1.5: what an announcement says', () => {
  const say = { group: 'm-1', by: 'p-9', on: '2026-09-10' } as const;

  test('the group, the programme, who announced, and the module or none', async () => {
    const academy = await mentorAcademy();
    must(await academy.groups.announceRequirements(say));
    const whole = await lastOf(academy);
    expect(whole).toMatchObject({ type: 'RequirementsAnnounced', occurredOn: '2026-09-10' });
    expect(whole?.refs).toEqual({ ...refs, official: ['p-9'] });
    const data = { group: 'm-1', programme: 'mentor', announcedBy: 'p-9', edition: 1 };
    expect(whole?.data).toEqual({ ...data, module: null });
    must(await academy.groups.announceRequirements({ ...say, module: 'safety' }));
    const one = await lastOf(academy);
    expect(one?.refs).toEqual({ ...refs, module: ['safety'], official: ['p-9'] });
    expect(one?.data).toEqual({ ...data, module: 'safety' });
  });

  test('by a teacher of its programme, or of its level, and of no other', async () => {
    const { groups, programmes, officials } = await mentorAcademy();
    const from = '2026-09-01';
    const modules = [{ id: 'safety', scale: 'five-point' }];
    must(await programmes.open({ id: 'basic', level: 'basic-general', on: from, modules }));
    must(await groups.open({ id: 'b-1', programme: 'basic', on: from }));
    const teacher = { office: 'teacher', from } as const;
    for (const [person, scope] of [
      ['p-21', { programmes: ['basic'] }],
      ['p-22', { programmes: ['mentor'] }],
      ['p-23', { levels: ['basic-general'] }],
      ['p-24', { levels: ['primary-general'] }],
    ] as const) {
      must(await officials.appoint({ ...teacher, person, scope }));
    }
    const announce = (person: string) =>
      groups.announceRequirements({ ...say, group: 'b-1', by: person });
    must(await announce('p-21'));
    expectRefused(await announce('p-22'), 'not-appointed', 'p-22');
    must(await announce('p-23'));
    expectRefused(await announce('p-24'), 'not-appointed', 'p-24');
  });

  test('in an office of a teacher, which one who holds several names', async () => {
    const { groups, officials } = await mentorAcademy();
    must(await officials.appoint({ person: 'p-1', office: 'teacher', from: '2026-09-01' }));
    const asHead = await groups.announceRequirements({ ...say, by: 'p-1', office: 'head' });
    expectRefused(asHead, 'office-not-entitled', 'head', 'teacher');
    must(await groups.announceRequirements({ ...say, by: 'p-1', office: 'teacher' }));
  });
});

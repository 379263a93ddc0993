import { codec, must, order } from '@letopis/core';
import { noteStepDone, noteStepNotDone, orderGroup } from '@letopis/core/commands';
import { decideOrderGroup, decideStepDone, decideStepNotDone } from '@letopis/core/decisions';
import { actEvents, actStepNotDone, groupOrdered, retentionActEvents } from '@letopis/core/events';
import { actFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { scenario } from '@letopis/core/testing';
import { identifier } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { actState, outcomes, runActs, schoolOfThree } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const discharge = {
  order: 'discharge',
  id: 'a-1',
  group: 'm-1',
  enrollments: ['l-1.mentor.1', 'l-2.mentor.1'],
  reason: 'own-wish',
  on: '2026-11-21',
  commandId: step(1),
} as const;

/** An id of the longest kind. */
const id = (n: number): string => `${'x'.repeat(44)}${String(n).padStart(4, '0')}`;

describe('D4: an order names one learner or a whole group', () => {
  test('R1 §7.2: a group is discharged by one order, each record on its own', async () => {
    const school = await schoolOfThree();
    const { act } = must(await school.acts.order(discharge));
    expect(act).toBe('a-1');
    await runActs(school.store);
    expect(await outcomes(school, 'a-1')).toEqual({
      'l-1.mentor.1': 'done',
      'l-2.mentor.1': 'done',
    });
    const [, ended] = await school.events('enrollment-l-1.mentor.1');
    expect(ended).toMatchObject({
      type: 'Discharged',
      occurredOn: '2026-11-21',
      ground: { kind: 'order', number: '12-од', date: '2026-08-25' },
      actor: 'act',
      onBehalfOf: 'u-17',
    });
    const [lead] = await school.events('act-a-1');
    expect(ended?.causationId).toBe(lead?.id);
    expect((await actState(school, 'a-1')).targets.get('l-1.mentor.1')?.at).toEqual({
      stream: 'academy.enrollment-l-1.mentor.1',
      revision: 1,
    });
  });

  test('an order of another kind is refused in both languages', async () => {
    const { acts } = await schoolOfThree();
    const wrong = await acts.order({ ...discharge, order: 'praise' } as never);
    expectRefused(wrong, 'invalid-input', 'enroll, transfer, complete');
    expect(wrong.ok ? '' : wrong.refusal.text.ru).toContain('приказ бывает');
  });

  test('a list of learners is enrolled by one order, study not begun yet (R1 §3.2)', async () => {
    const school = await schoolOfThree();
    const on = '2026-11-21';
    const learners = ['l-3'];
    const raw = {
      order: 'enroll',
      id: 'a-2',
      group: 'm-2',
      learners,
      studyFrom: null,
      on,
    } as const;
    must(await school.acts.order(raw));
    await runActs(school.store);
    const [enrolled] = await school.events('enrollment-l-3.mentor.1');
    expect(enrolled).toMatchObject({ type: 'Enrolled', data: { group: 'm-2', studyFrom: null } });
  });

  test('a whole group is transferred to another by one order', async () => {
    const school = await schoolOfThree();
    const { enrollments, on } = discharge;
    const raw = { order: 'transfer', id: 'a-3', group: 'm-1', enrollments, to: 'm-2', on } as const;
    must(await school.acts.order(raw));
    await runActs(school.store);
    const moved = await school.events('enrollment-l-2.mentor.1');
    expect(moved.at(-1)).toMatchObject({ type: 'Transferred', data: { toGroup: 'm-2' } });
  });

  test('R2 §1.5: who lacks mandatory results is not completed, and the order says so', async () => {
    const school = await schoolOfThree();
    const { enrollments, on } = discharge;
    must(await school.acts.order({ order: 'complete', id: 'a-4', enrollments, on }));
    expect(await runActs(school.store)).toMatchObject({ 'not-done': 2, unrecorded: 0 });
    const { targets } = await actState(school, 'a-4');
    expect(targets.get('l-1.mentor.1')).toEqual({
      standing: 'not-done',
      at: null,
      refusal: 'results-missing',
    });
    const noted = (await school.events('act-a-4')).find(({ type }) => type === 'ActStepNotDone');
    expect(noted?.data).toMatchObject({
      target: 'l-1.mentor.1',
      refusal: { code: 'results-missing', en: expect.stringContaining('l-1.mentor.1') },
    });
  });

  test('what one record refuses leaves the others done, and is not tried again', async () => {
    const school = await schoolOfThree();
    const early = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20' };
    must(await school.enrollments.discharge(early));
    must(await school.acts.order(discharge));
    await runActs(school.store);
    const said = { 'l-1.mentor.1': 'not-possible-now', 'l-2.mentor.1': 'done' };
    expect(await outcomes(school, 'a-1')).toEqual(said);
    const again = await runActs(school.store);
    expect(again).toMatchObject({ settled: 2, done: 0, 'not-done': 0, unrecorded: 0 });
  });

  test('a long list is several events of one append, and each is owed its command', async () => {
    const school = await schoolOfThree();
    const learners = Array.from({ length: 300 }, (_, n) => `x-${n}`);
    const raw = { order: 'enroll', id: 'a-5', group: 'm-2', learners, on: '2026-11-21' } as const;
    must(await school.acts.order(raw));
    const parts = (await school.events('act-a-5')).map(({ data }) => data);
    expect(parts).toMatchObject([
      { part: 1, parts: 3 },
      { part: 2, parts: 3 },
      { part: 3, parts: 3 },
    ]);
    expect(await runActs(school.store)).toMatchObject({ 'not-done': 300 });
    expect((await outcomes(school, 'a-5'))['x-299']).toBe('learner-unknown');
  });

  test('the longest list of the longest ids fits into one append', async () => {
    const school = await schoolOfThree();
    const enrollments = Array.from({ length: 2_000 }, (_, n) => `${id(n)}.${id(n)}.123456`);
    must(await school.acts.order({ ...discharge, enrollments }));
    expect(await school.events('act-a-1')).toHaveLength(16);
  });

  test('sent twice it gives one answer', async () => {
    const school = await schoolOfThree();
    const first = must(await school.acts.order(discharge));
    expect(must(await school.acts.order(discharge))).toEqual(first);
    expect(await school.events('act-a-1')).toHaveLength(1);
  });
});

describe('D4: an order is refused as a whole', () => {
  test('whose id stands already', async () => {
    const school = await schoolOfThree();
    must(await school.acts.order(discharge));
    const other = await school.acts.order({ ...discharge, commandId: step(2) });
    expectRefused(other, 'already-exists', 'a-1');
  });

  test('that lists a learner twice', async () => {
    const school = await schoolOfThree();
    const twice = [...discharge.enrollments, 'l-1.mentor.1'];
    const no = await school.acts.order({ ...discharge, enrollments: twice });
    expectRefused(no, 'act-target-twice', 'l-1.mentor.1');
  });

  test('273-FZ art. 61: that rests on no order with number and date', async () => {
    const school = await schoolOfThree();
    const ground = { kind: 'protocol', number: '7', date: '2026-11-20' };
    expectRefused(
      await school.acts.order({ ...discharge, ground }),
      'order-required',
      'protocol 7',
    );
  });

  test('that names a group nobody opened', async () => {
    const school = await schoolOfThree();
    const no = await school.acts.order({ ...discharge, group: 'm-9' });
    expectRefused(no, 'group-unknown', 'm-9');
  });
});

describe('D4: what came of a target', () => {
  const refs = { act: ['a-1'] };
  const given = scenario(actFold, codec(actEvents, retentionActEvents)).given(
    groupOrdered.draft({
      occurredOn: '2026-11-21',
      refs,
      data: {
        act: 'a-1',
        order: 'discharge',
        group: null,
        part: 1,
        parts: 1,
        targets: ['l-1.mentor.1'],
        studyFrom: null,
        to: null,
        reason: 'own-wish',
        honours: null,
        edition: 1,
      },
    }),
  );
  const about = { act: 'a-1', target: 'l-1.mentor.1', on: '2026-11-21' };
  const refusal = { code: 'not-possible-now', ru: 'нельзя', en: 'no' };
  const at = { stream: 'academy.enrollment-l-1.mentor.1', revision: 1 };
  const done = noteStepDone.schema.parse({ ...about, ...at });
  const refused = noteStepNotDone.schema.parse({ ...about, refusal });
  const notDone = actStepNotDone.draft({
    occurredOn: '2026-11-21',
    refs,
    data: { act: 'a-1', target: 'l-1.mentor.1', refusal },
  });

  test('stands once: a second note finds nothing that waits', () => {
    const noted = given.given(notDone);
    noted
      .when((state) => decideStepNotDone(state, refused))
      .thenRefused('act-target-not-awaited', {
        act: 'a-1',
        target: 'l-1.mentor.1',
        standing: 'not-done',
      });
  });

  test('is done where another runner did it though one noted that it was refused', () => {
    given
      .given(notDone)
      .when((state) => decideStepDone(state, done))
      .thenState((state) => {
        expect(state.targets.get('l-1.mentor.1')).toMatchObject({
          standing: 'done',
          refusal: null,
        });
      });
  });

  test('is refused for what the act does not list', () => {
    const other = { ...done, target: 'l-9.mentor.1' as const };
    given.when((state) => decideStepDone(state, other)).thenRefused('act-target-not-awaited');
  });

  test('names the edition of the order’s day', () => {
    const general = { ...r2.general, timeZone: 'Europe/Moscow' };
    const edition = { ...r2, general, edition: 4, from: '2026-09-01' };
    const { order: what, enrollments, reason, on } = discharge;
    const said = { order: what, enrollments, reason, on };
    const input = { ...orderGroup.schema.parse(said), id: identifier.parse('a-9') };
    const context = { edition, ground: order('1', '2026-11-20') };
    scenario(actFold, codec(actEvents, retentionActEvents))
      .when((state) => decideOrderGroup(state, input, context))
      .thenState((_, events) => expect(events[0]?.data).toMatchObject({ edition: 4 }));
  });
});

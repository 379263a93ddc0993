import { must, order } from '@letopis/core';
import { groupFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import type { Changes, MentorAcademy } from '../worlds/enrollment-academy.ts';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

const ground = order('30-уч', '2026-11-30');
const merge = { group: 'm-1', into: 'm-2', on: '2026-12-01', ground } as const;
const by = { signer: 'p-1', reason: 'Приказ отменён' } as const;

const stateOf = async ({ session }: MentorAcademy, group = 'm-1') =>
  (await session.load(groupFold, group)).state;

/** R2 where a transfer needs no order. */
const unordered: Changes = { enrollment: { orderFor: ['enroll'] } };

describe('RK 4 no. 5: one group is merged into another', () => {
  test('on an order and from a day, from which it is closed; both groups are named', async () => {
    const academy = await mentorAcademy();
    must(await academy.groups.merge(merge));
    const [event] = (await academy.events('academy.group-m-1')).slice(-1);
    expect(event).toMatchObject({ type: 'GroupMerged', occurredOn: '2026-12-01', ground });
    expect(event?.refs).toEqual({ group: ['m-1', 'm-2'], programme: ['mentor'] });
    expect(event?.data).toEqual({ group: 'm-1', into: 'm-2', edition: 1 });
    const state = await stateOf(academy);
    expect([state.closedFrom, state.mergedInto]).toEqual(['2026-12-01', 'm-2']);
    const taking = await stateOf(academy, 'm-2');
    expect([taking.closedFrom, taking.mergedInto]).toEqual([null, null]);
  });

  test('both groups were opened', async () => {
    const { groups } = await mentorAcademy();
    expectRefused(await groups.merge({ ...merge, group: 'm-9' }), 'group-unknown', 'm-9');
    expectRefused(await groups.merge({ ...merge, into: 'm-9' }), 'group-unknown', 'm-9');
  });

  test('a group is not merged into itself, nor into one of another programme', async () => {
    const { groups } = await mentorAcademy();
    expectRefused(await groups.merge({ ...merge, into: 'm-1' }), 'merger-unfit', 'm-1', 'mentor');
    expectRefused(
      await groups.merge({ ...merge, into: 'o-1' }),
      'merger-unfit',
      'm-1',
      'mentor',
      'o-1',
      'other',
    );
  });

  test('a group that is closed is merged no more, be it by another merger', async () => {
    const { groups } = await mentorAcademy();
    must(await groups.merge(merge));
    const again = await groups.merge({ ...merge, on: '2026-12-10' });
    expectRefused(again, 'group-closed', 'm-1', '2026-12-01');
  });

  test('into a group that is closed, only until the day before', async () => {
    const { groups } = await mentorAcademy();
    must(await groups.close({ group: 'm-2', on: '2026-12-01' }));
    expectRefused(await groups.merge(merge), 'group-closed', 'm-2', '2026-12-01');
    must(await groups.merge({ ...merge, on: '2026-11-30' }));
  });

  test('not before the group was opened, though on that very day', async () => {
    const { groups } = await mentorAcademy();
    must(await groups.open({ id: 'm-3', programme: 'mentor', on: '2026-10-01' }));
    const merging = { ...merge, group: 'm-3', ground: order('20-уч', '2026-09-20') };
    const early = await groups.merge({ ...merging, on: '2026-09-30' });
    expectRefused(early, 'closing-before-opening', '2026-09-30', '2026-10-01');
    must(await groups.merge({ ...merging, on: '2026-10-01' }));
  });

  test('RK 1.5: by an order only where a transfer needs one', async () => {
    const { groups } = await mentorAcademy();
    const paperless = { ...merge, ground: null };
    expectRefused(await groups.merge(paperless), 'order-required', 'merge-group');
    const free = await mentorAcademy(unordered);
    must(await free.groups.merge(paperless));
  });
});

describe('RK 1.8: a merger is annulled', () => {
  const annul = { group: 'm-1', ...by } as const;

  test('by an order where it needed one; the group takes enrollments again', async () => {
    const academy = await mentorAcademy();
    const { eventId: entry } = must(await academy.groups.merge(merge));
    expectRefused(
      await academy.groups.annulEntry({ ...annul, entry }),
      'order-required',
      'annul-group-entry',
    );
    const undone = order('31-уч', '2026-12-02');
    must(await academy.groups.annulEntry({ ...annul, entry, ground: undone }));
    const [event] = (await academy.events('academy.group-m-1')).slice(-1);
    expect(event).toMatchObject({
      type: 'GroupEntryAnnulled',
      ground: undone,
      refs: { group: ['m-1', 'm-2'], programme: ['mentor'], official: ['p-1'] },
      data: { group: 'm-1', corrects: entry, entry: 'GroupMerged', replacedBy: null },
    });
    const state = await stateOf(academy);
    expect([state.closedFrom, state.mergedInto]).toEqual([null, null]);
  });

  test('without an order where a transfer needs none', async () => {
    const { groups } = await mentorAcademy(unordered);
    const { eventId: entry } = must(await groups.merge({ ...merge, ground: null }));
    must(await groups.annulEntry({ ...annul, entry }));
  });

  test('an order is asked for a merger alone', async () => {
    const { groups } = await mentorAcademy({
      enrollment: { orderFor: [...r2.enrollment.orderFor, 'transfer'] },
    });
    const { eventId: entry } = must(await groups.close({ group: 'm-1', on: '2026-12-01' }));
    must(await groups.annulEntry({ ...annul, entry }));
  });

  test('only where no journal was continued on it', async () => {
    const { groups, journals } = await mentorAcademy();
    const journal = 'm-1.safety.2026';
    const lesson = { group: 'm-1', module: 'safety', topic: 'Тема', hours: 2, teacher: 'p-9' };
    must(await journals.holdLesson({ ...lesson, present: [], on: '2026-10-06' }));
    const { eventId: entry } = must(await groups.merge(merge));
    const go = { journal, signer: 'p-1', on: '2026-12-03', ground } as const;
    const { eventId: continuation } = must(await journals.continueIn(go));
    expectRefused(
      await groups.annulEntry({ ...annul, entry, ground }),
      'entry-rested-on',
      entry,
      'JournalContinued 2026-12-03',
      continuation,
    );
    must(await journals.annulEntry({ journal, entry: continuation, ...by }));
    must(await groups.annulEntry({ ...annul, entry, ground }));
  });
});

describe('RK 4 no. 5: who was on leave while their group was merged', () => {
  const leave = { enrollment: 'l-1.mentor.1', reason: 'illness', until: '2027-01-31' } as const;

  /** A learner of m-1 on leave from November on; m-1 is merged into m-2 on 1 December. */
  async function onLeave() {
    const academy = await mentorAcademy(unordered);
    must(await academy.enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-01' }));
    must(await academy.enrollments.suspend({ ...leave, on: '2026-11-01' }));
    must(await academy.groups.merge(merge));
    const back = (on: string, group?: string) =>
      academy.enrollments.reinstate({ enrollment: leave.enrollment, on, ...(group && { group }) });
    return { ...academy, back };
  }

  test('comes back to the group that took it in, and is told so', async () => {
    const { back, events } = await onLeave();
    expectRefused(await back('2026-12-01'), 'group-closed', 'm-1', '2026-12-01', 'm-2');
    must(await back('2026-12-01', 'm-2'));
    expect((await events('academy.enrollment-l-1.mentor.1')).at(-1)).toMatchObject({
      type: 'Reinstated',
      data: { group: 'm-2' },
    });
  });

  test('who was back before that day was in the group as it was', async () => {
    const { back } = await onLeave();
    must(await back('2026-11-30'));
  });

  test('a group that is only closed still takes those who come back from leave', async () => {
    const academy = await mentorAcademy(unordered);
    const { enrollments, groups } = academy;
    must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from: '2026-09-01' }));
    must(await enrollments.suspend({ ...leave, on: '2026-11-01' }));
    must(await groups.close({ group: 'm-1', on: '2026-12-01' }));
    must(await enrollments.reinstate({ enrollment: leave.enrollment, on: '2026-12-10' }));
  });
});

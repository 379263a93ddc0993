import { must } from '@letopis/core';
import { groupFold } from '@letopis/core/facts';
import { foldEvents } from '@letopis/core/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

type Academy = Awaited<ReturnType<typeof mentorAcademy>>;

const by = { signer: 'p-1', reason: 'Описка' } as const;

const groupOf = async ({ events }: Academy, group = 'm-1') =>
  foldEvents(groupFold, (await events(`academy.group-${group}`)) as never);

/** Event id of an entry of a stream, by its type. */
async function entryOf({ events }: Academy, stream: string, type: string): Promise<string> {
  return (await events(`academy.${stream}`)).find((one) => one.type === type)?.id ?? '';
}

describe('RK 1.8: entries about a group are put right', () => {
  test('title and planned days of a group are corrected; its id and plans stay', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'group-m-1', 'GroupOpened');
    const to = { as: 'opening', title: 'М-1', from: '2026-09-01', stage: 2 } as const;
    must(await academy.groups.correctEntry({ group: 'm-1', entry, ...by, to }));
    const [annulled, stands] = (await academy.events('academy.group-m-1')).slice(-2);
    expect(annulled).toMatchObject({
      type: 'GroupEntryAnnulled',
      occurredOn: '2026-09-01',
      refs: { group: ['m-1'], official: ['p-1'] },
      data: {
        corrects: entry,
        entry: 'GroupOpened',
        actedOn: '2026-12-25',
        replacedBy: stands?.id,
        signer: { person: 'p-1', office: 'head' },
        reason: 'Описка',
      },
    });
    const { title, stage, openedOn, planned, id } = await groupOf(academy);
    expect([id, title, stage, openedOn, Object.keys(planned)]).toEqual([
      'm-1',
      'М-1',
      2,
      '2026-09-01',
      ['test-1'],
    ]);
  });

  test('day and weight of a planned assessment are corrected under its id', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'group-m-1', 'AssessmentPlanned');
    const to = {
      as: 'planned',
      module: 'safety',
      kind: 'interim',
      form: 'test',
      on: '2026-12-18',
      weightPercent: '40',
    } as const;
    must(await academy.groups.correctEntry({ group: 'm-1', entry, ...by, to }));
    const { planned } = await groupOf(academy);
    expect(planned['test-1']).toMatchObject({ on: '2026-12-18', weightPercent: '40' });
    expectRefused(
      await academy.groups.annulEntry({ group: 'm-1', entry, ...by }),
      'entry-annulled-already',
    );
  });

  test('what rests on an entry in the stream is named', async () => {
    const academy = await mentorAcademy();
    const { groups } = academy;
    const opened = await entryOf(academy, 'group-m-1', 'GroupOpened');
    const plan = await entryOf(academy, 'group-m-1', 'AssessmentPlanned');
    expectRefused(
      await groups.annulEntry({ group: 'm-1', entry: opened, ...by }),
      'entry-rested-on',
      'AssessmentPlanned',
      plan,
    );
    const { eventId } = must(await groups.dropAssessment({ group: 'm-1', planned: 'test-1' }));
    expectRefused(
      await groups.annulEntry({ group: 'm-1', entry: plan, ...by }),
      'entry-rested-on',
      'PlannedAssessmentDropped',
    );
    must(await groups.annulEntry({ group: 'm-1', entry: eventId, ...by }));
    expect(Object.keys((await groupOf(academy)).planned)).toEqual(['test-1']);
    must(await groups.annulEntry({ group: 'm-1', entry: plan, ...by }));
    must(await groups.annulEntry({ group: 'm-1', entry: opened, ...by }));
    must(await groups.open({ id: 'm-1', programme: 'other', on: '2026-09-01' }));
    expect((await groupOf(academy)).programme).toBe('other');
  });

  test('a closing and an announcement get their true days', async () => {
    const academy = await mentorAcademy();
    const { groups } = academy;
    const said = must(
      await groups.announceRequirements({ group: 'm-1', by: 'p-9', on: '2026-09-10' }),
    );
    const closed = must(await groups.close({ group: 'm-1', on: '2026-12-01' }));
    const announcement = { as: 'announcement', by: 'p-8', on: '2026-09-03' } as const;
    const right = { group: 'm-1', ...by } as const;
    must(await groups.correctEntry({ ...right, entry: said.eventId, to: announcement }));
    const closing = { as: 'closing', on: '2026-12-11' } as const;
    must(await groups.correctEntry({ ...right, entry: closed.eventId, to: closing }));
    const { announced, closedFrom } = await groupOf(academy);
    expect([announced[''], closedFrom]).toEqual(['2026-09-03', '2026-12-11']);
    const opened = await entryOf(academy, 'group-m-1', 'GroupOpened');
    expectRefused(
      await groups.correctEntry({
        ...right,
        entry: opened,
        to: { as: 'opening', on: '2026-12-12' },
      }),
      'closing-before-opening',
    );
    expectRefused(
      await groups.correctEntry({ ...right, entry: opened, to: closing }),
      'entry-of-another-kind',
      'GroupOpened',
      'GroupClosed',
    );
    const dropped = must(await groups.dropAssessment({ group: 'm-1', planned: 'test-1' }));
    const dropping = { as: 'dropped', on: '2026-12-20' } as const;
    must(await groups.correctEntry({ ...right, entry: dropped.eventId, to: dropping }));
    expect((await groupOf(academy)).planned).toEqual({});
  });

  test('by whom the regulation names, with a reason', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'group-m-1', 'AssessmentPlanned');
    const annul = { group: 'm-1', entry, ...by } as const;
    expectRefused(await academy.groups.annulEntry({ ...annul, signer: 'p-9' }), 'not-appointed');
    const { reason: _unsaid, ...silent } = annul;
    expectRefused(await academy.groups.annulEntry(silent), 'reason-missing');
  });

  test('property: a plan is what it was once its corrections are annulled', async () => {
    const academy = await mentorAcademy();
    const before = (await groupOf(academy)).planned;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('survey', 'exam', 'project'), async (form) => {
        const plan = { group: 'm-1', id: `p-${form}`, module: 'safety', kind: 'current', form };
        const { eventId } = must(await academy.groups.planAssessment(plan));
        must(await academy.groups.annulEntry({ group: 'm-1', entry: eventId, ...by }));
        expect((await groupOf(academy)).planned).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });
});

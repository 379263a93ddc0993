import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { mentorAcademy } from '../worlds/enrollment-academy.ts';
import { expectRefused } from '../worlds/expect-refused.ts';

type Academy = Awaited<ReturnType<typeof mentorAcademy>>;

const paper = order('9-гр', '2026-12-20');
const by = { signer: 'p-1', reason: 'Описка' } as const;

/** Event id of the first entry of a group, by its type. */
async function entryOf({ events }: Academy, group: string, type: string): Promise<string> {
  return (await events(`academy.group-${group}`)).find((one) => one.type === type)?.id ?? '';
}

describe('RK 1.8: which entries of a group are put right, how, and by whom', () => {
  test('an entry is corrected only as what it is; a merger is not corrected', async () => {
    const academy = await mentorAcademy();
    const { groups } = academy;
    const at = { group: 'm-1', on: '2026-12-01' } as const;
    must(await groups.announceRequirements({ ...at, by: 'p-9' }));
    const plan = { module: 'safety', kind: 'interim', form: 'test' } as const;
    must(await groups.planAssessment({ group: 'm-1', ...plan, id: 'test-2' }));
    must(await groups.dropAssessment({ ...at, planned: 'test-2' }));
    must(await groups.close(at));
    const first = order('8-гр', '2026-10-30');
    const merging = { group: 'm-2', into: 'm-1', on: '2026-11-01', ground: first } as const;
    must(await groups.merge(merging));
    const forms = [
      [{ as: 'opening' }, 'GroupOpened'],
      [{ as: 'planned', ...plan }, 'AssessmentPlanned'],
      [{ as: 'dropped', on: '2026-12-02' }, 'PlannedAssessmentDropped'],
      [{ as: 'announcement', by: 'p-9' }, 'RequirementsAnnounced'],
      [{ as: 'closing', on: '2026-12-02' }, 'GroupClosed'],
    ] as const;
    const types = [...forms.map(([, type]) => type), 'GroupMerged'];
    for (const type of types) {
      const group = type === 'GroupMerged' ? 'm-2' : 'm-1';
      const entry = await entryOf(academy, group, type);
      for (const [to, needed] of forms.filter(([, own]) => own !== type)) {
        expectRefused(
          await groups.correctEntry({ group, entry, ...by, ground: paper, to }),
          'entry-of-another-kind',
          entry,
          type,
          needed,
        );
      }
    }
  });

  test('a group that is closed was opened on that day at the latest', async () => {
    const academy = await mentorAcademy();
    must(await academy.groups.close({ group: 'm-1', on: '2026-12-01' }));
    const entry = await entryOf(academy, 'm-1', 'GroupOpened');
    const opened = (on: string) =>
      academy.groups.correctEntry({ group: 'm-1', entry, ...by, to: { as: 'opening', on } });
    const late = await opened('2026-12-02');
    expectRefused(late, 'closing-before-opening', '2026-12-01', '2026-12-02');
    must(await opened('2026-12-01'));
  });

  test('a plan is held up by its own dropping alone, an opening by every entry', async () => {
    const academy = await mentorAcademy();
    const { groups } = academy;
    const plan = { group: 'm-1', module: 'safety', kind: 'interim', form: 'test' } as const;
    const { eventId: second } = must(await groups.planAssessment({ ...plan, id: 'test-2' }));
    const first = await entryOf(academy, 'm-1', 'AssessmentPlanned');
    const at = { group: 'm-1', on: '2026-12-01' } as const;
    const { eventId: dropping } = must(await groups.dropAssessment({ ...at, planned: 'test-1' }));
    const { eventId: said } = must(await groups.announceRequirements({ ...at, by: 'p-9' }));
    const held = await groups.annulEntry({ group: 'm-1', entry: first, ...by });
    expectRefused(
      held,
      'entry-rested-on',
      first,
      `PlannedAssessmentDropped 2026-12-01 (${dropping})`,
    );
    const { group, ...what } = plan;
    const to = { as: 'planned', ...what, on: '2026-12-10' } as const;
    const moved = await groups.correctEntry({ group, entry: first, ...by, to });
    expectRefused(moved, 'entry-rested-on', first, dropping);
    must(await groups.annulEntry({ group: 'm-1', entry: second, ...by }));
    const opened = await entryOf(academy, 'm-1', 'GroupOpened');
    const all = expectRefused(
      await groups.annulEntry({ group: 'm-1', entry: opened, ...by }),
      'entry-rested-on',
      first,
      dropping,
      said,
    );
    expect(all.text.en).not.toContain(second);
    must(await groups.annulEntry({ group: 'm-1', entry: said, ...by }));
  });

  test('what is corrected stays on its own paper, or gets the one that is named', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'm-1', 'GroupOpened');
    const right = { group: 'm-1', ...by, ground: paper } as const;
    const to = { as: 'opening', title: 'М-1' } as const;
    must(await academy.groups.correctEntry({ ...right, entry, to }));
    const last = async () => (await academy.events('academy.group-m-1')).slice(-2);
    const [annulled, stands] = await last();
    expect([annulled?.ground, stands?.ground]).toEqual([paper, order('1-л', '2026-09-01')]);
    expect(stands?.data).toMatchObject({ group: 'm-1', programme: 'mentor', title: 'М-1' });
    const named = { ...right, entry: stands?.id ?? '', entryGround: order('1-гр', '2026-08-30') };
    must(await academy.groups.correctEntry({ ...named, to }));
    const [, again] = await last();
    expect(again?.ground).toEqual(order('1-гр', '2026-08-30'));
  });

  test('by one whose office covers the group and its programme', async () => {
    const { groups, officials, ...academy } = await mentorAcademy();
    const entry = await entryOf({ groups, officials, ...academy }, 'm-1', 'AssessmentPlanned');
    const keeper = { office: 'records-keeper', from: '2026-09-01' } as const;
    for (const [person, scope] of [
      ['p-21', { groups: ['m-2'] }],
      ['p-22', { programmes: ['other'] }],
      ['p-23', { groups: ['m-1'], programmes: ['mentor'] }],
    ] as const) {
      must(await officials.appoint({ ...keeper, person, scope }));
    }
    const annul = (signer: string) => groups.annulEntry({ group: 'm-1', entry, ...by, signer });
    expectRefused(await annul('p-21'), 'not-appointed', 'p-21');
    expectRefused(await annul('p-22'), 'not-appointed', 'p-22');
    must(await annul('p-23'));
  });

  test('without a reason where the regulation asks for none: none is written', async () => {
    const academy = await mentorAcademy({ correction: { entryReasonRequired: false } });
    const entry = await entryOf(academy, 'm-1', 'AssessmentPlanned');
    must(await academy.groups.annulEntry({ group: 'm-1', entry, signer: 'p-1' }));
    const annulled = (await academy.events('academy.group-m-1')).at(-1);
    expect(annulled?.data).toMatchObject({ group: 'm-1', reason: null, replacedBy: null });
  });

  test('the refusal for want of a reason names the act', async () => {
    const academy = await mentorAcademy();
    const entry = await entryOf(academy, 'm-1', 'GroupOpened');
    const silent = { group: 'm-1', entry, signer: 'p-1' } as const;
    const annulled = await academy.groups.annulEntry(silent);
    expectRefused(annulled, 'reason-missing', 'annul-group-entry', entry);
    const to = { as: 'opening', title: 'М-1' } as const;
    const corrected = await academy.groups.correctEntry({ ...silent, to });
    expectRefused(corrected, 'reason-missing', 'correct-group-entry', entry);
  });

  test('an entry that is not there is named, with the group', async () => {
    const { groups } = await mentorAcademy();
    const entry = '01900000-0000-7000-8000-000000000000';
    expectRefused(
      await groups.annulEntry({ group: 'm-1', entry, ...by }),
      'entry-unknown',
      entry,
      'm-1',
    );
  });
});

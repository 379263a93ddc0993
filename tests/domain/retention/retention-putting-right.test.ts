import { must } from '@letopis/core';
import { holdOn, retentionFold } from '@letopis/core/facts';
import { protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import {
  approveBoth,
  file,
  journal,
  lists,
  oldSchool,
  on,
  paperOnly,
  planned,
  selection,
} from '../worlds/retention-school.ts';

const wrong = { reason: 'описка', signer: 'p-1', office: 'head', on };
const hold = {
  id: 'h-1',
  scope: { kind: 'learner', learner: 'l-1' },
  reason: 'проверка',
  signer: 'p-1',
  on: '2031-01-10',
} as const;
const lift = { hold: 'h-1', signer: 'p-1', on: '2031-01-20' };
const media = { carrier: 'electronic-records', record: journal };
const need = { ...media, signer: 'p-1', on: '2031-01-15' };
const STRANGE = '01990000-0000-7000-8000-000000000001';

async function keeping(preset = planned()) {
  const school = await oldSchool(preset);
  const { retention, session, events } = school;
  const annul = async (entry: string, more = {}) =>
    retention.annulEntry({ entry, ...wrong, ...more });
  const state = async () => (await session.load(retentionFold, 'main')).state;
  const last = async () => (await events('retention-main')).at(-1);
  return { ...school, annul, state, last };
}

const nothing = { hold: null, carrier: null, record: null, year: null };

describe('D19, RK 1.8: an entry of retention is annulled', () => {
  test('a hold never was, and is placed anew under the same id', async () => {
    const { retention, annul, state, last } = await keeping();
    const entry = must(await retention.hold(hold)).eventId;
    must(await annul(entry));
    expect(await last()).toMatchObject({
      type: 'RetentionEntryAnnulled',
      occurredOn: '2031-01-10',
      refs: { learner: ['l-1'], official: ['p-1'] },
      data: {
        ...nothing,
        hold: 'h-1',
        corrects: entry,
        entry: 'HoldPlaced',
        actedOn: on,
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: 'описка',
        edition: 1,
      },
    });
    expect(holdOn(await state(), file)).toBeNull();
    expectRefused(await retention.lift(lift), 'hold-unknown', 'h-1');
    must(await retention.hold({ ...hold, scope: { kind: 'all' }, on: '2031-01-12' }));
    expect(holdOn(await state(), journal)).toBe('h-1');
  });

  test('a lifted hold is annulled after its lifting', async () => {
    const { retention, annul } = await keeping();
    const placed = must(await retention.hold(hold)).eventId;
    must(await retention.hold({ ...hold, id: 'h-2' }));
    const lifted = must(await retention.lift(lift)).eventId;
    const no = await annul(placed);
    expectRefused(no, 'entry-rested-on', placed, 'HoldLifted', lifted, '2031-01-20');
    must(await annul(lifted));
    must(await annul(placed));
  });

  test('RK 1.11: a hold whose lifting is annulled stops a destruction that waits', async () => {
    const { retention, annul, state, store } = await keeping(paperOnly());
    must(await retention.hold(hold));
    const lifted = must(await retention.lift(lift)).eventId;
    must(await retention.select(selection));
    await approveBoth({ retention });
    await runActs(store);
    must(await annul(lifted));
    expect(holdOn(await state(), file, null, '2031-01-20')).toBe('h-1');
    const destroyed = await retention.recordDestruction({
      act: 'd-1',
      number: '1-уд',
      method: 'shredding',
      destroyers: ['p-7', 'p-5'],
      on,
    });
    expectRefused(destroyed, 'under-hold', journal, 'h-1');
    must(await retention.lift({ ...lift, on: '2031-01-21' }));
  });

  test('R2 §3.5: a decision on the need is taken anew with its true day', async () => {
    const { retention, annul, state, last } = await keeping();
    const entry = must(await retention.endNeed(need)).eventId;
    must(await annul(entry, { reason: 'другой журнал' }));
    expect(await last()).toMatchObject({
      refs: { group: ['m-1'], module: ['safety'], official: ['p-1'] },
      data: { ...nothing, ...media, entry: 'NoLongerNeeded', reason: 'другой журнал' },
    });
    expect((await state()).unneeded.size).toBe(0);
    must(await retention.endNeed({ ...need, on: '2031-01-14' }));
  });

  test('lists of a year are approved anew', async () => {
    const { retention, annul, state, last } = await keeping();
    const entry = must(await retention.approvePermanentLists(lists)).eventId;
    must(await annul(entry));
    expect(await last()).toMatchObject({ data: { ...nothing, year: '2026' } });
    expect((await state()).permanentLists.size).toBe(0);
    must(await retention.approvePermanentLists({ ...lists, commandId: step(40) }));
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { retention, annul } = await keeping();
    const entry = must(await retention.hold(hold)).eventId;
    const no = await annul(entry, { reason: undefined });
    expectRefused(no, 'reason-missing', 'annul-retention-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await annul(STRANGE), 'entry-unknown', STRANGE, 'retention-main');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, on);
  });
});

describe('D19, RK 1.8: what was released rests on what allowed it', () => {
  const items = [{ ...media }];
  const ofMedia = { ...selection, items };

  test('a carrier that was released is needed no longer; another record is free', async () => {
    const { retention, annul, store } = await keeping(planned({ permanentListsFirst: false }));
    const entry = must(await retention.endNeed(need)).eventId;
    const other = must(await retention.endNeed({ ...need, record: 'learner-l-1' })).eventId;
    must(await retention.select(ofMedia));
    await approveBoth({ retention });
    await runActs(store);
    expectRefused(await annul(entry), 'entry-rested-on', entry, 'CarrierReleased', 'd-1', on);
    must(await annul(other));
  });

  test('a selection is not approved after the need was found to go on', async () => {
    const { retention, annul } = await keeping(planned({ permanentListsFirst: false }));
    const entry = must(await retention.endNeed(need)).eventId;
    must(await retention.select(ofMedia));
    const given = { act: 'd-1', on };
    const ground = protocol('4', '2031-01-30');
    const commission = { ...given, approval: 'expert-commission', signer: 'p-2', ground };
    must(await retention.approve(commission));
    must(await annul(entry));
    const head = { ...given, approval: 'head', signer: 'p-1' };
    const no = await retention.approve(head);
    expectRefused(no, 'still-needed', 'electronic-records', journal);
    must(await retention.endNeed(need));
    must(await retention.approve(head));
  });

  test('lists carry the acts that released carriers of their year after them', async () => {
    const { retention, annul, store } = await keeping();
    const entry = must(await retention.approvePermanentLists(lists)).eventId;
    const later = { ...lists, year: '2027', commandId: step(40) };
    const other = must(await retention.approvePermanentLists(later)).eventId;
    must(await retention.select(selection));
    await approveBoth({ retention });
    await runActs(store);
    expectRefused(await annul(entry), 'entry-rested-on', entry, 'CarriersSelected', 'd-1', on);
    must(await annul(other));
  });

  test('a selection is not approved after its lists were annulled', async () => {
    const { retention, annul } = await keeping();
    const entry = must(await retention.approvePermanentLists(lists)).eventId;
    must(await retention.select(selection));
    must(await annul(entry));
    const ground = protocol('4', '2031-01-30');
    const given = { act: 'd-1', on, approval: 'expert-commission', signer: 'p-2', ground };
    must(await retention.approve(given));
    const no = await retention.approve({ act: 'd-1', on, approval: 'head', signer: 'p-1' });
    expectRefused(no, 'permanent-lists-missing', journal, '2026');
  });

  test('where the regulation asks for no lists, nothing rests on them', async () => {
    const { retention, annul, store } = await keeping(planned({ permanentListsFirst: false }));
    const entry = must(await retention.approvePermanentLists(lists)).eventId;
    must(await retention.select(selection));
    await approveBoth({ retention });
    await runActs(store);
    must(await annul(entry));
  });
});

import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { actState, outcomes, runActs } from '../worlds/act-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import type { OldSchool } from '../worlds/retention-school.ts';
import {
  destruction,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';

/*
 * RK 1.8, D19: a destruction that took place is corrected in place, so that what was erased since
 * holds nothing up.
 */

const by = { act: 'd-1', reason: 'описка', signer: 'p-1', office: 'head', on } as const;
const { commandId: _one, ...select } = selection;
const { commandId: _two, ...destroy } = destruction;
const ofSelection = { act: 'd-1', on: '2031-01-20' };
const commission = {
  ...ofSelection,
  approval: 'expert-commission',
  signer: 'p-2',
  ground: { kind: 'protocol', number: '4', date: '2031-01-20' },
};

/** An act of selection that is approved, and its carriers released. */
async function released() {
  const school = await oldSchool(paperOnly());
  const { retention, store } = school;
  must(await retention.select({ ...select, on: '2031-01-20' }));
  must(await retention.approve(commission));
  must(await retention.approve({ ...ofSelection, approval: 'head', signer: 'p-1' }));
  await runActs(store);
  return school;
}

/** An act of destruction to its end, and the data of the file erased after it. */
async function erased() {
  const school = await released();
  const { retention, store } = school;
  const done = must(await retention.recordDestruction(destroy)).eventId;
  const erasure = { id: 'e-1', records: [file], reason: 'term-over', signer: 'p-1', on };
  must(await retention.orderErasure(erasure));
  await runActs(store);
  return { ...school, done };
}

const correct = async (
  { retention }: Pick<OldSchool, 'retention'>,
  entry: string,
  to: object,
  more = {},
) => retention.correctActEntry({ ...by, entry, to: { as: 'destruction', ...to }, ...more });

describe('RK 1.8: a destruction whose data was erased since', () => {
  test('gets its true number and day in place, and all else stays', async () => {
    const school = await erased();
    const { events, done } = school;
    const no = await school.retention.annulActEntry({ ...by, entry: done });
    const { text } = expectRefused(no, 'values-erased', 'd-1', file);
    expect(text.ru).toContain('correctActEntry');
    expect(text.en).toContain('correctActEntry');
    const was = (await events('act-d-1')).at(-1);
    const ground = order('7-од', on);
    must(await correct(school, done, { number: '7-уд', on: '2031-01-20' }, { ground }));
    const [annulment, stands] = (await events('act-d-1')).slice(-2);
    expect(annulment).toMatchObject({
      type: 'ActEntryAnnulled',
      occurredOn: was?.occurredOn,
      ground,
      data: {
        act: 'd-1',
        corrects: done,
        entry: 'CarriersDestroyed',
        actedOn: on,
        replacedBy: stands?.id,
        signer: { person: 'p-1', office: 'head' },
        reason: 'описка',
      },
    });
    expect(stands).toMatchObject({
      type: 'CarriersDestroyed',
      occurredOn: '2031-01-20',
      refs: was?.refs,
      ground: { kind: 'act', number: '7-уд', date: '2031-01-20' },
    });
    expect(stands?.data).toEqual({ ...(was?.data as object), number: '7-уд' });
    expect(await actState(school, 'd-1')).toMatchObject({ phase: 'closed', lastOn: '2031-01-20' });
    expect(await outcomes(school, 'd-1')).toEqual({
      [`lesson-journal ${journal}`]: 'done',
      [`personal-files ${file}`]: 'done',
    });
    await runActs(school.store);
    expectRefused(await correct(school, done, { number: '8' }), 'entry-annulled-already', done);
    must(await correct(school, stands?.id ?? '', { number: '8-уд' }));
  });

  test('stays on the order by which it was made, where that is its paper', async () => {
    const school = await released();
    const ground = order('12-од', '2031-01-31');
    const { eventId } = must(await school.retention.recordDestruction({ ...destroy, ground }));
    must(await correct(school, eventId, { number: '7-уд' }));
    expect((await school.events('act-d-1')).at(-1)).toMatchObject({
      type: 'CarriersDestroyed',
      ground,
      data: { number: '7-уд' },
    });
  });

  test('gets its true method and persons, by the rules of its own day', async () => {
    const school = await erased();
    const { events, done } = school;
    expectRefused(await correct(school, done, { method: 'song' }), 'retention-word-unknown');
    expectRefused(await correct(school, done, { destroyers: ['p-5'] }), 'destroyers-few', 'p-5');
    const nobody = await correct(school, done, { destroyers: ['p-5', 'p-77'] });
    expectRefused(nobody, 'not-appointed', 'p-77');
    must(await correct(school, done, { destroyers: ['p-5', 'p-1'] }));
    const last = (await events('act-d-1')).at(-1);
    expect(last?.data).toMatchObject({ destroyers: [{ person: 'p-5' }, { person: 'p-1' }] });
    expect(last?.refs).toMatchObject({ official: ['p-1', 'p-5'] });
  });

  test('not to a day before its last approval, or one that has not come', async () => {
    const school = await erased();
    const { done } = school;
    const early = await correct(school, done, { on: '2031-01-19' });
    expectRefused(early, 'act-out-of-order', '2031-01-19', '2031-01-20');
    expectRefused(await correct(school, done, { on: '2099-01-01' }), 'dated-ahead');
    must(await correct(school, done, { on: '2031-01-20' }));
  });

  test('not where it changes nothing, for no reason, by others, or as another kind', async () => {
    const school = await erased();
    const { done } = school;
    expectRefused(await correct(school, done, {}), 'entry-unchanged', done);
    expectRefused(await correct(school, done, { number: destroy.number }), 'entry-unchanged');
    const to = { number: '7-уд' };
    const unsaid = await correct(school, done, to, { reason: undefined });
    expectRefused(unsaid, 'reason-missing', 'correct-act-entry', done);
    expectRefused(await correct(school, done, to, { signer: 'p-77' }), 'not-appointed', 'p-77');
    const other = { to: { as: 'erasure', number: '7' } };
    const code = ['entry-of-another-kind', 'CarriersDestroyed', 'ErasureActDrawnUp'] as const;
    expectRefused(await correct(school, done, {}, other), ...code);
    const [selected] = await school.events('act-d-1');
    const entry = selected?.id ?? '';
    expectRefused(await correct(school, entry, to), 'entry-of-another-kind', 'CarriersSelected');
    must(await correct(school, done, {}, { entryGround: null }));
  });

  test('a later hold keeps its day from being mended, and not its number', async () => {
    const school = await erased();
    const { retention, done } = school;
    const scope = { kind: 'record', record: journal } as const;
    must(
      await retention.hold({ id: 'h-1', scope, reason: 'суд', signer: 'p-1', on: '2031-01-25' }),
    );
    const moved = await correct(school, done, { on: '2031-01-26' });
    expectRefused(moved, 'under-hold', 'h-1');
    must(await correct(school, done, { number: '7-уд' }));
  });
});

test('RK 1.8: an act of erasure gets its true number, day and signers in place', async () => {
  const school = await erased();
  const { retention, events } = school;
  const act = { act: 'e-1', number: '1-пд', system: 'Летопись', signers: ['p-7'], on };
  const { eventId: entry } = must(await retention.drawUpErasureAct(act));
  const to = { as: 'erasure' as const, number: '2-пд', system: 'Архив', signers: ['p-1'] };
  const same = { as: 'erasure' as const, signers: ['p-7'] };
  expectRefused(
    await retention.correctActEntry({ ...by, act: 'e-1', entry, to: same }),
    'entry-unchanged',
  );
  must(await retention.correctActEntry({ ...by, act: 'e-1', entry, to }));
  expect((await events('act-e-1')).at(-1)).toMatchObject({
    type: 'ErasureActDrawnUp',
    occurredOn: on,
    ground: { kind: 'act', number: '2-пд', date: on },
    data: { number: '2-пд', system: 'Архив', signers: [{ person: 'p-1' }], erased: 1, notDone: 0 },
  });
});

test('RK 1.8: a hold that was placed since keeps no day of an act of erasure', async () => {
  const school = await erased();
  const { retention, store, events } = school;
  const ordered = { id: 'e-2', records: [journal], reason: 'term-over', signer: 'p-1' };
  must(await retention.orderErasure({ ...ordered, on: '2031-01-21' }));
  await runActs(store);
  const act = { act: 'e-2', number: '1-пд', system: 'Летопись', signers: ['p-7'], on };
  const { eventId: entry } = must(await retention.drawUpErasureAct(act));
  const hold = { id: 'h-1', scope: { kind: 'all' }, reason: 'суд', signer: 'p-1' } as const;
  must(await retention.hold({ ...hold, on: '2031-01-25' }));
  const to = { as: 'erasure', on: '2031-01-26' } as const;
  must(await retention.correctActEntry({ ...by, act: 'e-2', entry, to }));
  expect((await events('act-e-2')).at(-1)).toMatchObject({ occurredOn: '2031-01-26' });
});

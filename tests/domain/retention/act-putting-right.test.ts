import { isRefusal, must } from '@letopis/core';
import { annulRelease } from '@letopis/core/commands';
import { decideAnnulRelease } from '@letopis/core/decisions';
import type { ActEvent } from '@letopis/core/facts';
import { retentionFold } from '@letopis/core/facts';
import { protocol } from '@letopis/core/values';
import { describe, expect, test } from 'vitest';
import { actState, outcomes, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused, expectSaid } from '../worlds/expect-refused.ts';
import type { OldSchool } from '../worlds/retention-school.ts';
import {
  destruction,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  planned,
  selection,
} from '../worlds/retention-school.ts';

const wrong = { act: 'd-1', reason: 'описка', signer: 'p-1', office: 'head', on } as const;
const { commandId: _one, ...select } = selection;
const { commandId: _two, ...destroy } = destruction;
const commission = {
  act: 'd-1',
  approval: 'expert-commission',
  signer: 'p-2',
  on,
  ground: protocol('4', '2031-01-30'),
};
const head = { act: 'd-1', approval: 'head', signer: 'p-1', on };
const targets = [`lesson-journal ${journal}`, `personal-files ${file}`] as const;
const STRANGE = '01990000-0000-7000-8000-000000000001';

const annul = async ({ retention }: Pick<OldSchool, 'retention'>, entry: string, more = {}) =>
  retention.annulActEntry({ ...wrong, entry, ...more });
const released = async ({ session }: Pick<OldSchool, 'session'>) => [
  ...(await session.load(retentionFold, 'main')).state.released.keys(),
];

/** An act of destruction to its end, each step by its event id. */
async function destroyed() {
  const school = await oldSchool(paperOnly());
  const { retention, store } = school;
  const selected = must(await retention.select(select)).eventId;
  const first = must(await retention.approve(commission)).eventId;
  const last = must(await retention.approve(head)).eventId;
  await runActs(store);
  const done = must(await retention.recordDestruction(destroy)).eventId;
  return { ...school, selected, first, last, done };
}

describe('D19, RK 1.8: a destruction that did not take place is annulled', () => {
  test('what is released waits again, and its destruction is recorded anew', async () => {
    const school = await destroyed();
    const { retention, events, done } = school;
    must(await annul(school, done));
    expect((await events('act-d-1')).at(-1)).toMatchObject({
      type: 'ActEntryAnnulled',
      occurredOn: on,
      refs: { act: ['d-1'], official: ['p-1', 'p-5', 'p-7'] },
      data: {
        act: 'd-1',
        corrects: done,
        entry: 'CarriersDestroyed',
        actedOn: on,
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: 'описка',
        edition: 1,
      },
    });
    expect(await actState(school, 'd-1')).toMatchObject({ phase: 'owing' });
    expect(await outcomes(school, 'd-1')).toEqual({ [targets[0]]: 'done', [targets[1]]: 'done' });
    expect(await released(school)).toEqual(targets);
    must(await retention.recordDestruction({ ...destroy, number: '2-уд' }));
  });

  test('each step rests on those before it', async () => {
    const school = await destroyed();
    const { selected, first, last, done } = school;
    const whole = ['SelectionApproved', first, last, 'CarriersDestroyed', done, on];
    expectRefused(await annul(school, selected), 'entry-rested-on', selected, ...whole);
    expectRefused(await annul(school, first), 'entry-rested-on', first, last, done);
    const no = await annul(school, last);
    expectRefused(no, 'entry-rested-on', last, 'CarriersDestroyed', done);
    expect(no).not.toHaveProperty('refusal.data.facts.1');
  });

  test('152-FZ art. 21: not after personal data of its records was erased', async () => {
    const school = await destroyed();
    const { retention, store, last, done } = school;
    const erasure = { id: 'e-1', records: [file], reason: 'term-over', signer: 'p-1', on };
    const ordered = must(await retention.orderErasure(erasure)).eventId;
    const waiting = await annul(school, ordered, { act: 'e-1' });
    expectRefused(waiting, 'act-outstanding', 'e-1', file);
    await runActs(store);
    expectRefused(await annul(school, done), 'values-erased', 'd-1', file);
    const gone = await annul(school, ordered, { act: 'e-1' });
    expectRefused(gone, 'values-erased', 'e-1', file);
    expectRefused(await annul(school, last), 'entry-rested-on', done);
    const act = { act: 'e-1', number: '1-пд', system: 'Летопись', signers: ['p-7'], on };
    const drawn = must(await retention.drawUpErasureAct(act)).eventId;
    expectRefused(await annul(school, ordered, { act: 'e-1' }), 'entry-rested-on', drawn);
    must(await annul(school, drawn, { act: 'e-1' }));
    must(await retention.drawUpErasureAct({ ...act, number: '2-пд' }));
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const school = await destroyed();
    const { done } = school;
    const no = await annul(school, done, { reason: undefined });
    expectRefused(no, 'reason-missing', 'annul-act-entry', done);
    expectRefused(await annul(school, done, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await annul(school, STRANGE), 'entry-unknown', STRANGE, 'd-1');
    must(await annul(school, done));
    expectRefused(await annul(school, done), 'entry-annulled-already', done, on);
  });
});

describe('D19, RK 1.8: an approval that was not given is annulled', () => {
  test('the last one after its releases; they are taken back, and owed anew', async () => {
    const school = await destroyed();
    const { retention, store, events, last, done } = school;
    must(await annul(school, done));
    must(await annul(school, last));
    expect(await actState(school, 'd-1')).toMatchObject({
      phase: 'selected',
      approvals: [{ id: 'expert-commission' }],
    });
    const early = await retention.approve(head);
    expectRefused(early, 'act-outstanding', 'd-1', targets[0], targets[1]);
    await runActs(store);
    expect(await released(school)).toEqual([]);
    const [release] = (await events('retention-main')).filter(
      ({ type }) => type === 'CarrierReleased',
    );
    const back = (await events('retention-main')).filter(
      ({ type }) => type === 'CarrierReleaseAnnulled',
    );
    expect(back).toMatchObject([
      {
        occurredOn: on,
        refs: { act: ['d-1'], group: ['m-1'], module: ['safety'], official: ['p-1'] },
        data: {
          act: 'd-1',
          carrier: 'lesson-journal',
          record: journal,
          corrects: release?.id,
          entry: 'CarrierReleased',
          actedOn: on,
          replacedBy: null,
          signer: { person: 'p-1', office: 'head' },
          edition: 1,
        },
      },
      { data: { record: file } },
    ]);
    must(await retention.approve({ ...head, commandId: step(50) }));
    await runActs(store);
    expect(await released(school)).toEqual(targets);
    expect(await outcomes(school, 'd-1')).toEqual({ [targets[0]]: 'done', [targets[1]]: 'done' });
    must(await retention.recordDestruction(destroy));
  });

  test('a runner that begins anew takes back nothing that was released since', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(select));
    must(await retention.approve(commission));
    const hold = { id: 'h-1', scope: { kind: 'record', record: file }, reason: 'суд' } as const;
    must(await retention.hold({ ...hold, signer: 'p-1', on }));
    const last = must(await retention.approve(head)).eventId;
    await runActs(store);
    expect(await released(school)).toEqual([targets[0]]);
    must(await annul(school, last));
    await runActs(store);
    must(await retention.lift({ hold: 'h-1', signer: 'p-1', on }));
    must(await retention.approve({ ...head, commandId: step(50) }));
    await runActs(store);
    await runActs(store);
    expect(await released(school)).toEqual(targets);
  });

  test('what another approval released, or none, is not taken back', async () => {
    const { session, last } = await destroyed();
    const { state } = await session.load(retentionFold, 'main');
    const signer = { person: 'p-1', office: 'head', position: null };
    const item = { act: 'd-1', carrier: 'personal-files', record: file };
    const asked = { ...item, actedOn: on, signer, edition: 1 };
    const said = (more: { approval: string; record?: string }) => {
      const decision = decideAnnulRelease(state, annulRelease.schema.parse({ ...asked, ...more }));
      return isRefusal(decision) ? decision : null;
    };
    expectSaid(said({ approval: STRANGE }), 'carrier-not-released', 'd-1', 'personal-files', file);
    const other = said({ approval: last, record: 'file-l-2.1' });
    expectSaid(other, 'carrier-not-released', 'file-l-2.1');
    expect(said({ approval: last })).toBeNull();
  });

  test('not while what it owes is being done', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select(select));
    must(await retention.approve(commission));
    const last = must(await retention.approve(head)).eventId;
    expectRefused(await annul(school, last), 'act-outstanding', 'd-1', targets[0]);
    await runActs(store);
    must(await annul(school, last));
  });

  test('one that was not the last owes nothing, and is given anew with its true day', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, store } = school;
    must(await retention.select({ ...select, on: '2031-01-20' }));
    const first = must(await retention.approve(commission)).eventId;
    must(await annul(school, first));
    await runActs(store);
    must(await retention.approve({ ...commission, on: '2031-01-30', commandId: step(50) }));
    expect(await actState(school, 'd-1')).toMatchObject({
      phase: 'selected',
      lastOn: '2031-01-30',
    });
  });
});

describe('D19, RK 1.8: a selection or its calling off is annulled', () => {
  test('a selection never was, and another is drawn up under its id', async () => {
    const school = await oldSchool(paperOnly());
    const { retention, events } = school;
    const entry = must(await retention.select(select)).eventId;
    must(await annul(school, entry, { reason: 'не тот журнал' }));
    expect((await events('act-d-1')).at(-1)).toMatchObject({
      refs: { act: ['d-1'], group: ['m-1'], learner: ['l-1'], official: ['p-1', 'p-7'] },
      data: { entry: 'CarriersSelected', reason: 'не тот журнал' },
    });
    expect(await actState(school, 'd-1')).toMatchObject({ id: null, selection: null });
    expectRefused(await retention.approve(commission), 'act-unknown', 'd-1');
    const items = select.items.slice(0, 1);
    must(await retention.select({ ...select, items, number: '2-у' }));
    expect(await outcomes(school, 'd-1')).toEqual({ [targets[0]]: 'outstanding' });
  });

  test('all parts of a long list are annulled together', async () => {
    const school = await oldSchool(planned({ permanentListsFirst: false }));
    const { retention, events } = school;
    const items = Array.from({ length: 80 }, (_, n) => ({
      carrier: 'electronic-records',
      record: `learner-l-${n}`,
    }));
    for (const item of items) must(await retention.endNeed({ ...item, signer: 'p-1', on }));
    const entry = must(await retention.select({ ...select, items })).eventId;
    const parts = (await events('act-d-1')).map(({ id }) => id);
    expect(parts).toHaveLength(2);
    const second = parts[1] ?? '';
    must(await annul(school, second));
    const annulled = (await events('act-d-1')).slice(2);
    expect(annulled.map(({ data }) => (data as { corrects: string }).corrects)).toEqual(parts);
    expectRefused(await annul(school, entry), 'entry-annulled-already', entry);
    must(await retention.select({ ...select, items: items.slice(0, 1) }));
    expect(Object.keys(await outcomes(school, 'd-1'))).toHaveLength(1);
  });

  test('a selection that was called off in error goes on', async () => {
    const school = await oldSchool(paperOnly());
    const { retention } = school;
    must(await retention.select(select));
    const off = { act: 'd-1', reason: 'ошибка', signer: 'p-7', on };
    const entry = must(await retention.callOff(off)).eventId;
    expectRefused(await retention.approve(commission), 'act-not-ready', 'called-off');
    must(await annul(school, entry));
    must(await retention.approve(commission));
  });

  test('an order about a group is no act of destruction', async () => {
    const school = await oldSchool(paperOnly());
    const { acts, events } = school;
    const order = { id: 'o-1', order: 'enroll', group: 'm-1', learners: ['l-2'], on } as const;
    must(await acts.order(order));
    const [ordered] = (await events('act-o-1')) as readonly ActEvent[];
    const no = await annul(school, ordered?.id ?? '', { act: 'o-1' });
    const { data } = expectRefused(no, 'act-unknown', 'o-1');
    expect(data).toEqual({ act: 'o-1', kind: 'destruction' });
  });
});

import { must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { actState, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { regulation } from '../worlds/records-school.ts';
import {
  approveBoth,
  destruction,
  file,
  journal,
  oldSchool,
  on,
  paperOnly,
  selection,
} from '../worlds/retention-school.ts';

/* What an act of destruction and an act of erasure say, who signs them, and their order. */

/** A school whose act of selection is approved, and its carriers released. */
async function released(preset = paperOnly()) {
  const school = await oldSchool(preset);
  must(await school.retention.select(selection));
  await approveBoth(school);
  await runActs(school.store);
  return school;
}

const erasure = { id: 'e-1', records: [file], reason: 'term-over', signer: 'p-1', on };
const closing = { act: 'e-1', number: '1-пд', system: 'Летопись', signers: ['p-7'], on };
const head = { person: 'p-1', office: 'head', position: null };

describe('D19: the act of destruction', () => {
  test('says how, by whom, how many were destroyed and how many withheld', async () => {
    const school = await released();
    must(await school.retention.recordDestruction(destruction));
    const told = (await school.events('act-d-1')).at(-1);
    expect(told).toMatchObject({ type: 'CarriersDestroyed', occurredOn: on });
    expect(told?.refs).toEqual({ act: ['d-1'], official: ['p-5', 'p-7'] });
    expect(told?.data).toEqual({
      act: 'd-1',
      number: '1-уд',
      method: 'shredding',
      destroyers: [
        { person: 'p-7', office: 'archivist', position: null },
        { person: 'p-5', office: 'records-keeper', position: null },
      ],
      destroyed: 2,
      notDone: 0,
      edition: 1,
    });
    expect(await actState(school, 'd-1')).toMatchObject({ phase: 'closed', lastOn: on });
  });

  test('who holds two offices names the one in which they sign', async () => {
    const { retention, events } = await released();
    const both = await retention.recordDestruction({ ...destruction, destroyers: ['p-7', 'p-6'] });
    expectRefused(both, 'office-not-named', 'p-6', 'archivist', 'records-keeper');
    const named = { person: 'p-6', office: 'records-keeper' };
    must(await retention.recordDestruction({ ...destruction, destroyers: ['p-7', named] }));
    expect((await events('act-d-1')).at(-1)?.data).toMatchObject({ destroyers: [{}, named] });
  });

  test('of more than enough persons none is named twice', async () => {
    const { retention } = await released();
    const destroyers = ['p-7', 'p-5', 'p-5'];
    const no = await retention.recordDestruction({ ...destruction, destroyers });
    expectRefused(no, 'destroyers-few', 'p-7, p-5, p-5', '2');
    must(await retention.recordDestruction({ ...destruction, destroyers: ['p-7', 'p-5', 'p-1'] }));
  });

  test('a method that the regulation has; the refusal names them', async () => {
    const { retention } = await released();
    const no = await retention.recordDestruction({ ...destruction, method: 'magic' });
    expectRefused(no, 'retention-word-unknown', 'method', 'magic', 'shredding, burning');
  });

  test('a hold on one of its carriers stops it too', async () => {
    const { retention } = await released();
    const hold = { reason: 'проверка', signer: 'p-1', on };
    const scope = { kind: 'carrier', carrier: 'personal-files' } as const;
    must(await retention.hold({ ...hold, id: 'h-1', scope }));
    const held = await retention.recordDestruction(destruction);
    expectRefused(held, 'under-hold', file, 'h-1');
  });

  test('there is none of an act that is unknown, or of another kind', async () => {
    const { retention } = await released();
    const none = await retention.recordDestruction({ ...destruction, act: 'd-9' });
    expectRefused(none, 'act-unknown', 'd-9');
    must(await retention.orderErasure(erasure));
    const other = await retention.recordDestruction({ ...destruction, act: 'e-1' });
    expectRefused(other, 'act-unknown', 'e-1');
  });
});

describe('D19, 152-FZ art. 21: the order of an erasure, and its act', () => {
  test('says which records, why and how; it is found by their ids', async () => {
    const school = await released();
    must(await school.retention.orderErasure({ ...erasure, records: [file, journal] }));
    const [told] = await school.events('act-e-1');
    expect(told).toMatchObject({ type: 'ErasureOrdered', occurredOn: on });
    expect(told?.refs).toEqual({
      act: ['e-1'],
      file: ['l-1.1'],
      learner: ['l-1'],
      journal: ['m-1.safety.2026'],
      group: ['m-1'],
      module: ['safety'],
      official: ['p-1'],
    });
    expect(told?.data).toEqual({
      act: 'e-1',
      part: 1,
      parts: 1,
      records: [file, journal],
      reason: 'term-over',
      method: 'in-place',
      signer: head,
      edition: 1,
    });
    const said = { kind: 'erasure', phase: 'owing', lastOn: on, selection: null };
    expect(await actState(school, 'e-1')).toMatchObject(said);
  });

  test('125 records are one event; each further one begins the next', async () => {
    // Nothing is kept of a learner where the only carrier of their records is optional.
    const { carriers } = regulation().carriers;
    const optional = carriers.map((one) => ({ ...one, mandatory: false, decidedBy: 'head' }));
    const school = await oldSchool(
      regulation({ carriers: { ...regulation().carriers, carriers: optional } }),
    );
    const records = Array.from({ length: 126 }, (_, n) => `learner-x-${n}`);
    must(await school.retention.orderErasure({ ...erasure, records: records.slice(0, 125) }));
    expect(await school.events('act-e-1')).toHaveLength(1);
    must(await school.retention.orderErasure({ ...erasure, id: 'e-2', records }));
    const parts = (await school.events('act-e-2')).map(({ data }) => data);
    expect(parts).toMatchObject([
      { part: 1, parts: 2, records: records.slice(0, 125) },
      { part: 2, parts: 2, records: ['learner-x-125'] },
    ]);
  });

  test('the refusal names every carrier that still has it, and the reasons there are', async () => {
    const school = await oldSchool(paperOnly());
    const { retention } = school;
    const kept = await retention.orderErasure(erasure);
    expectRefused(kept, 'record-still-kept', file, 'personal-files');
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(school.store);
    const whim = await retention.orderErasure({ ...erasure, reason: 'whim' });
    expectRefused(whim, 'retention-word-unknown', 'reason', 'whim', 'term-over, purpose-reached');
    // A carrier that was released of this record is still kept of another.
    const other = await retention.orderErasure({ ...erasure, records: ['file-l-2.1'] });
    expectRefused(other, 'record-still-kept', 'file-l-2.1', 'personal-files');
  });

  test('the act says of which system, how many were erased, and who signed', async () => {
    const school = await released();
    const { retention, events } = school;
    must(await retention.orderErasure({ ...erasure, records: [file, journal] }));
    const scope = { kind: 'record', record: journal } as const;
    must(await retention.hold({ id: 'h-1', scope, reason: 'спор', signer: 'p-1', on }));
    await runActs(school.store);
    const early = await retention.drawUpErasureAct({ ...closing, on: '2031-01-31' });
    expectRefused(early, 'act-out-of-order', '2031-01-31', on);
    const twice = await retention.drawUpErasureAct({ ...closing, signers: ['p-7', 'p-7'] });
    expectRefused(twice, 'destroyers-few', 'p-7, p-7', '1');
    must(await retention.drawUpErasureAct({ ...closing, signers: ['p-7', 'p-1'] }));
    const told = (await events('act-e-1')).at(-1);
    expect(told).toMatchObject({ type: 'ErasureActDrawnUp', occurredOn: on });
    expect(told?.refs).toEqual({ act: ['e-1'], official: ['p-1', 'p-7'] });
    expect(told?.data).toEqual({
      act: 'e-1',
      number: '1-пд',
      system: 'Летопись',
      signers: [{ person: 'p-7', office: 'archivist', position: null }, head],
      erased: 1,
      notDone: 1,
      edition: 1,
    });
    const again = await retention.drawUpErasureAct({ ...closing, commandId: step(66) });
    expectRefused(again, 'act-not-ready', 'e-1', 'closed', 'owing');
  });

  test('it may be signed by who orders erasures, where nobody else destroys', async () => {
    const rules = paperOnly();
    const preset = {
      ...rules,
      retention: { ...rules.retention, destructionOffices: ['archivist'] },
    };
    const school = await oldSchool(preset);
    const { retention } = school;
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(school.store);
    must(await retention.orderErasure(erasure));
    await runActs(school.store);
    const keeper = await retention.drawUpErasureAct({ ...closing, signers: ['p-5'] });
    expectRefused(keeper, 'not-appointed', 'p-5', 'archivist', 'head');
    must(await retention.drawUpErasureAct({ ...closing, signers: ['p-1'] }));
  });
});

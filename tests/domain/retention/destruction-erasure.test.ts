import type { EventStore } from '@letopis/core';
import { must } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../../kernel/wrapped-store.ts';
import { outcomes, runActs } from '../worlds/act-school.ts';
import { step } from '../worlds/command-ids.ts';
import { expectRefused, expectSaid } from '../worlds/expect-refused.ts';
import { schoolOver } from '../worlds/records-school.ts';
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

const erasure = {
  id: 'e-1',
  records: [file],
  reason: 'term-over',
  signer: 'p-1',
  on,
  commandId: step(61),
};
const closing = {
  act: 'e-1',
  number: '1-пд',
  system: 'Летопись',
  signers: ['p-7', 'p-1'],
  on,
  commandId: step(62),
};

/** A school whose file and journal were destroyed on paper, and are kept nowhere else. */
async function destroyed(store?: EventStore) {
  const school = await oldSchool(paperOnly(), store);
  must(await school.retention.select(selection));
  await approveBoth(school);
  await runActs(school.store);
  return school;
}

/** The titles in the file's inventory, as a reader gets them. */
async function titles({ events }: Awaited<ReturnType<typeof destroyed>>) {
  return (await events(file)).flatMap(({ type, data }) =>
    type === 'FileDocumentAdded' ? [(data as { title: unknown }).title] : [],
  );
}

/** The first refusal of a step that the act keeps. */
async function firstRefusal({ events }: Awaited<ReturnType<typeof destroyed>>) {
  const noted = (await events('act-e-1')).find(({ type }) => type === 'ActStepNotDone');
  if (noted === undefined) return null;
  const { refusal } = noted.data as { refusal: { code: string; ru: string; en: string } };
  return { code: refusal.code, text: refusal };
}

/** The lines of the file's stream, without what lies beside them. */
async function lines(store: EventStore): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const page of store.readStream(`academy.${file}`)) {
    found.push(...page.map(({ line }) => line));
  }
  return found;
}

describe('D19, 152-FZ art. 21: personal data is erased, and the act proves it', () => {
  test('what lies beside is emptied, the lines stay, and the act is signed', async () => {
    const school = await destroyed();
    const { retention, store, events } = school;
    const before = await lines(store);
    expect(await titles(school)).toEqual([{ value: 'Копия диплома Ильиной А. П.' }]);
    must(await retention.orderErasure(erasure));
    expectRefused(await retention.drawUpErasureAct(closing), 'act-outstanding', file);
    await runActs(store);
    must(await retention.drawUpErasureAct(closing));
    const reader = { ...school, ...schoolOver(store) };
    expect(await titles(reader)).toEqual([{ erased: true }]);
    expect(await lines(store)).toEqual(before);
    expect((await events('retention-main')).at(-1)).toMatchObject({
      type: 'RecordReleased',
      occurredOn: on,
      refs: { learner: ['l-1'], file: ['l-1.1'], act: ['e-1'] },
      data: { act: 'e-1', record: file },
    });
    const told = await events('act-e-1');
    expect(told[0]).toMatchObject({
      type: 'ErasureOrdered',
      refs: { learner: ['l-1'], file: ['l-1.1'], official: ['p-1'] },
      data: { reason: 'term-over', method: 'in-place', signer: { person: 'p-1', office: 'head' } },
    });
    expect(told.at(-1)?.data).toMatchObject({
      system: 'Летопись',
      signers: [{ person: 'p-7' }, { person: 'p-1' }],
      erased: 1,
      notDone: 0,
    });
  });

  test('a fact lives as long as the longest of its carriers', async () => {
    const school = await oldSchool(planned());
    const { retention, carriers, store } = school;
    must(await retention.approvePermanentLists(lists));
    must(await retention.select(selection));
    await approveBoth(school);
    await runActs(store);
    // Nobody decided to keep the optional electronic media: then they hold nothing.
    const kept = { carrier: 'electronic-records', keep: true, decidedBy: 'p-1', on };
    must(await carriers.decide(kept));
    const no = await retention.orderErasure({ ...erasure, records: [journal] });
    expectRefused(no, 'record-still-kept', journal, 'electronic-records');
    must(await carriers.decide({ ...kept, keep: false }));
    must(await retention.orderErasure({ ...erasure, records: [journal] }));
  });

  test('R2 §3.3-3.4: marks are not erased with the journal; their file still stands', async () => {
    const { retention } = await destroyed();
    const marks = await retention.orderErasure({
      ...erasure,
      records: ['enrollment-l-1.mentor.1'],
    });
    expectRefused(marks, 'record-still-kept', 'enrollment-l-1.mentor.1', 'personal-files');
  });

  test('nothing is erased under a hold, whenever it was placed', async () => {
    const school = await destroyed();
    const { retention, store } = school;
    must(await retention.orderErasure({ ...erasure, records: [file, journal] }));
    const scope = { kind: 'record', record: file } as const;
    must(await retention.hold({ id: 'h-1', scope, reason: 'спор', signer: 'p-1', on }));
    await runActs(store);
    expect(await outcomes(school, 'e-1')).toEqual({ [file]: 'under-hold', [journal]: 'done' });
    expectSaid(await firstRefusal(school), 'under-hold', file, 'h-1');
    expect(await titles(school)).toEqual([{ value: 'Копия диплома Ильиной А. П.' }]);
    const again = await retention.orderErasure({ ...erasure, id: 'e-2', commandId: step(63) });
    expectRefused(again, 'under-hold', file, 'h-1');
  });

  test('a store that erases by key is refused, at the order and in the process', async () => {
    const store = openMemory(fixedPorts({ at: '2031-02-01T09:00:00.000Z' }));
    const school = await destroyed(store);
    const byKey = wrapped(store, { guarantees: { ...store.guarantees, erasure: 'by-key' } });
    const { retention } = schoolOver(byKey);
    expectRefused(await retention.orderErasure(erasure), 'erasure-by-key', file);
    must(await school.retention.orderErasure(erasure));
    await runActs(byKey);
    expect(await outcomes(school, 'e-1')).toEqual({ [file]: 'erasure-by-key' });
    expectRefused(await school.retention.drawUpErasureAct(closing), 'nothing-released', 'e-1');
  });

  test('a reason nobody knows, a record twice, one that no carrier holds: refused', async () => {
    const school = await destroyed();
    const order = (change: object) => school.retention.orderErasure({ ...erasure, ...change });
    expectRefused(await order({ reason: 'whim' }), 'retention-word-unknown', 'whim');
    expectRefused(await order({ records: [file, file] }), 'act-target-twice', file);
    const register = 'register-diploma.2026';
    expectRefused(await order({ records: [register] }), 'record-in-no-carrier', register);
    expectRefused(await order({ records: ['file'] }), 'invalid-input', 'file');
    expectRefused(await order({ signer: 'p-7' }), 'not-appointed', 'p-7');
    must(await order({}));
    expectRefused(await order({ commandId: step(64) }), 'already-exists', 'e-1');
    const teacher = { ...closing, signers: ['p-9'] };
    await runActs(school.store);
    expectRefused(await school.retention.drawUpErasureAct(teacher), 'not-appointed', 'p-9');
    const other = { ...closing, act: 'd-1' };
    expectRefused(await school.retention.drawUpErasureAct(other), 'act-unknown', 'd-1');
  });
});

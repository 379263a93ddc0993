import { known, must } from '@letopis/core';
import { rowsFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

/* D22, RK 1.14: rows of an import that have keys of their own. */

const file = 'ab'.repeat(32);
const received = {
  id: 'i-1',
  source: 'platform',
  files: [{ name: 'marks.csv', sha256: file, bytes: 2048, rows: 31 }],
  on: '2026-11-20',
};
const place = {
  import: 'i-1',
  sheet: null,
  mapping: 'marks',
  command: 'record-assessment',
};
const event = '00000000-0000-7000-8000-000000000001';
const stream = 'academy.enrollment-l-1.mentor.1';
const seen = '{"key":"k"}';
const row = { row: 2, lastRow: 2, learners: ['l-1', 'l-2'], seen };
const keyed = { ...place, source: 'platform', key: ['task', 'id'] };
const secret = 'k'.repeat(43);
const on = '2026-11-21';
const aside = { ...row, first: event, recorded: { event, stream }, why: 'archived' } as const;

async function withFile() {
  const school = await openSchool();
  must(await school.imports.receive(received));
  const state = async () => (await school.session.load(rowsFold, 'i-1')).state;
  return { ...school, state };
}

/** A school with one row set aside, and the event of that. */
async function withAside() {
  const school = await withFile();
  const { eventId } = must(
    await school.imports.setRowsAside({ ...place, rows: [aside, { ...aside, row: 3 }], on }),
  );
  return { ...school, settling: { import: 'i-1', aside: eventId, on } };
}

describe('D22: rows are known before they are sent', () => {
  test('each by an event of its own; what it is known by lies beside', async () => {
    const { imports, events } = await withFile();
    const nobody = { row: 3, lastRow: 5, seen, first: event };
    must(await imports.knowRows({ ...keyed, secret, rows: [row, nobody], on }));
    const [one, two] = await events('rows-i-1');
    expect(one).toMatchObject({
      type: 'RowKnown',
      occurredOn: on,
      refs: { import: ['i-1'], learner: ['l-1', 'l-2'] },
      data: { ...place, secret, row: 2, lastRow: 2, learner: 'l-1', first: null },
    });
    const key = ['id', 'task'];
    expect(one?.data).toMatchObject({ seen: known(seen), source: 'platform', key });
    expect(two?.refs).toEqual({ import: ['i-1'] });
    expect(two?.data).toMatchObject({ row: 3, lastRow: 5, learner: null, first: event });
  });

  test('only for an import of files', async () => {
    const { imports, events } = await withFile();
    const rows = { ...keyed, secret, rows: [row], on };
    expectRefused(await imports.knowRows({ ...rows, import: 'i-9' }), 'import-unknown', 'i-9');
    expect(await events('rows-i-1')).toEqual([]);
  });

  test('what became of them is recorded, for rows that are known', async () => {
    const { imports, events } = await withFile();
    must(await imports.knowRows({ ...keyed, secret, rows: [row, row], on }));
    const taken = { import: 'i-1', rows: [{ known: 1, event, stream }], on };
    must(await imports.takeRows(taken));
    expect((await events('rows-i-1')).at(-1)).toMatchObject({
      type: 'RowsTaken',
      occurredOn: on,
      refs: { import: ['i-1'] },
      data: { import: 'i-1', rows: [{ known: 1, event, stream }] },
    });
    const far = {
      ...taken,
      rows: [
        { known: 2, event, stream },
        { known: 3, event, stream },
      ],
    };
    expectRefused(await imports.takeRows(far), 'row-unknown', 'i-1', '3');
    const none = await imports.takeRows({ ...taken, import: 'i-2' });
    expectRefused(none, 'row-unknown', 'i-2', '1');
  });
});

describe('RK 1.14: rows are set aside for a person', () => {
  test('with why, what they were recorded as, and what they say now', async () => {
    const { events, state, settling } = await withAside();
    const [one] = await events('rows-i-1');
    expect(one).toMatchObject({
      type: 'RowSetAside',
      occurredOn: on,
      refs: { import: ['i-1'], learner: ['l-1', 'l-2'] },
      data: { ...place, row: 2, first: event, recorded: { event, stream }, why: 'archived' },
    });
    expect([...(await state()).asides.values()]).toEqual([
      { learners: ['l-1', 'l-2'], settled: null },
      { learners: ['l-1', 'l-2'], settled: null },
    ]);
    expect(settling.aside).toBe(one?.id);
  });

  test('only of an import of files', async () => {
    const { imports } = await withFile();
    const rows = { ...place, rows: [aside], on };
    expectRefused(await imports.setRowsAside({ ...rows, import: 'i-9' }), 'import-unknown', 'i-9');
  });

  test('and settled once, with the fact that put the record right and a reason', async () => {
    const { imports, events, state, settling } = await withAside();
    const [righting] = await events('learner-l-1');
    const fact = { event: righting?.id, stream: 'academy.learner-l-1' };
    const how = { how: 'entered', fact: 'academy.learner-l-1@0', reason: 'по протоколу' } as const;
    must(await imports.settleRow({ ...settling, ...how }));
    const settled = (await events('rows-i-1')).at(-1);
    expect(settled).toMatchObject({
      type: 'RowSettled',
      occurredOn: on,
      refs: { import: ['i-1'], learner: ['l-1', 'l-2'] },
      data: { aside: settling.aside, learner: 'l-1', how: 'entered', fact },
    });
    expect(settled?.data).toMatchObject({ reason: known('по протоколу') });
    expect([...(await state()).asides.values()].map((one) => one.settled)).toEqual([
      'entered',
      null,
    ]);
    const again = await imports.settleRow({ ...settling, how: 'left' });
    expectRefused(again, 'row-settled-already', settling.aside, 'entered');
  });

  test('without fact or reason where none is given', async () => {
    const { imports, events, settling } = await withAside();
    must(await imports.settleRow({ ...settling, how: 'left' }));
    const data = (await events('rows-i-1')).at(-1)?.data as object;
    expect(data).toMatchObject({ how: 'left', fact: null });
    expect(data).not.toHaveProperty('reason');
  });

  test('not as entered without a fact, nor by one that is none', async () => {
    const { imports, settling } = await withAside();
    const none = await imports.settleRow({ ...settling, how: 'entered' });
    expect(expectRefused(none, 'row-fact-unknown', settling.aside).data).toMatchObject({
      fact: '',
    });
    for (const fact of ['academy.learner-l-1@9', 'academy.learner-l-9@0', 'other.learner-l-1@0']) {
      const no = await imports.settleRow({ ...settling, how: 'left', fact });
      expectRefused(no, 'row-fact-unknown', fact);
    }
    const words = { ...settling, how: 'left', fact: 'Иванова Анна, 4510 123456' } as const;
    expectRefused(await imports.settleRow(words), 'invalid-input', 'fact', 'stream@revision');
  });

  test('a row that names nobody is settled about nobody', async () => {
    const { imports, events } = await withFile();
    const rows = [{ ...aside, learners: [] }];
    const { eventId } = must(await imports.setRowsAside({ ...place, rows, on }));
    must(await imports.settleRow({ import: 'i-1', aside: eventId, on, how: 'left' }));
    const settled = (await events('rows-i-1')).at(-1);
    expect(settled?.refs).toEqual({ import: ['i-1'] });
    expect(settled?.data).toMatchObject({ learner: null });
  });

  test('never what was not set aside', async () => {
    const { imports, settling } = await withAside();
    const other = { ...settling, aside: event, how: 'left' } as const;
    expectRefused(await imports.settleRow(other), 'row-not-aside', 'i-1', event);
  });
});

import { archiveTransfer, listOwed, must } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { step } from '../worlds/command-ids.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation, schoolOver } from '../worlds/records-school.ts';
import {
  able,
  acceptance,
  act,
  begin,
  records,
  rejection,
  runTransfer,
  schoolWithRecords,
  signAct,
  signing,
  standings,
} from '../worlds/transfer-school.ts';

const fresh = () => schoolWithRecords();
const handedOver = async () => {
  const school = await fresh();
  must(await school.transfers.begin(begin));
  await runTransfer(school.store);
  return school;
};
const signed = async () => {
  const school = await handedOver();
  await signAct(school);
  return school;
};

describe('D18 R1 §7: records go to the archive', () => {
  test('D18 R1 §7.2: a transfer is begun with its list, its units and its deadline', async () => {
    const { transfers, events } = await fresh();
    must(await transfers.begin(begin));
    const [begun, listed] = await events('transfer-t-1');
    expect(begun).toMatchObject({
      type: 'TransferBegun',
      occurredOn: '2026-11-21',
      refs: { transfer: ['t-1'], group: ['m-1'], official: ['p-5'] },
      data: { fromUnit: 'Учебный отдел', toUnit: 'Архив', dueOn: '2026-12-20', edition: 1 },
    });
    expect(listed).toMatchObject({
      type: 'RecordsListed',
      refs: {
        enrollment: ['l-1.mentor.1', 'l-2.mentor.1'],
        file: ['l-1.1'],
        journal: ['m-1.first-aid.2026', 'm-1.safety.2026'],
        learner: ['l-1', 'l-2'],
      },
      data: { records },
    });
  });

  test('D18: without a deadline of the regulation, or an order, nothing is due', async () => {
    const { transfers, events } = await fresh();
    must(await transfers.begin({ ...begin, orderDate: null }));
    expect((await events('transfer-t-1'))[0]?.data).toMatchObject({ dueOn: null });
  });

  test('D18: hand-over marks what it can, and says why it could not', async () => {
    const school = await handedOver();
    const { phase, records: found } = await standings(school);
    expect(phase).toBe('begun');
    const open = { transfer: null, accepted: false };
    const held = { transfer: 't-1', accepted: false };
    expect(found).toEqual({
      'journal-m-1.safety.2026': { said: 'noted', custody: held },
      'journal-m-1.first-aid.2026': { said: 'not-done', custody: open },
      'enrollment-l-1.mentor.1': { said: 'noted', custody: held },
      'enrollment-l-2.mentor.1': { said: 'not-done', custody: open },
      'file-l-1.1': { said: 'noted', custody: held },
    });
    const notDone = (await school.events('transfer-t-1')).filter(
      ({ type }) => type === 'RecordNotDone',
    );
    expect(notDone.map(({ data }) => data)).toMatchObject([
      { record: records[1], step: 'hand-over', refusal: { code: 'record-unknown' } },
      { record: records[3], step: 'hand-over', refusal: { code: 'not-ended' } },
    ]);
  });

  test('D18: each owed command names its cause, and the account that it follows from', async () => {
    const { events } = await handedOver();
    const listed = (await events('transfer-t-1'))[1];
    const handed = (await events('file-l-1.1')).at(-1);
    const noted = (await events('transfer-t-1')).find((event) => event.causationId === handed?.id);
    expect(handed).toMatchObject({ causationId: listed?.id, actor: 'archive-transfer' });
    expect(handed?.refs).toEqual({ file: ['l-1.1'], learner: ['l-1'], transfer: ['t-1'] });
    expect(noted).toMatchObject({
      type: 'RecordNoted',
      onBehalfOf: 'u-17',
      data: { record: 'file-l-1.1', revision: handed?.revision },
    });
  });

  test('D18: a record that was handed over stands still', async () => {
    const { journals, files } = await handedOver();
    const lessons = await journals.holdLesson({ ...lesson, id: 'z-2' });
    expectRefused(lessons, 'record-handed-over', 'journal-m-1.safety.2026', 't-1');
    const close = await files.close({ file: 'l-1.1', on: '2026-11-22' });
    expectRefused(close, 'record-handed-over', 'file-l-1.1', 't-1');
    const annul = { journal: 'm-1.safety.2026', lesson: 'z-1', reason: 'дубль', signer: 'p-1' };
    expectRefused(await journals.annulLesson(annul), 'record-handed-over', 't-1');
  });

  test('D18: accepted records are closed for good, and their transfer knows it', async () => {
    const school = await signed();
    must(await school.transfers.accept(acceptance));
    await runTransfer(school.store);
    const { phase, records: found } = await standings(school);
    expect(phase).toBe('accepted');
    for (const record of able) {
      expect(found[record]).toEqual({
        said: 'noted, close',
        custody: { transfer: 't-1', accepted: true },
      });
    }
    const again = await school.journals.holdLesson({ ...lesson, id: 'z-2' });
    expectRefused(again, 'record-archived', 'journal-m-1.safety.2026', 't-1');
    const owed = archiveTransfer(school.handler, 'academy');
    const left: string[] = [];
    const run = { store: school.store, codec: school.handler.codec, process: owed };
    for await (const { target } of listOwed(run)) left.push(target);
    expect(left).toEqual([]);
  });

  test('D18: refused ones are open again, and may be handed over by a new transfer', async () => {
    const school = await signed();
    must(await school.transfers.refuse(rejection));
    await runTransfer(school.store);
    const { phase, records: found } = await standings(school);
    expect(phase).toBe('refused');
    for (const record of able) {
      const open = { transfer: null, accepted: false };
      expect(found[record]).toEqual({ said: 'noted, return', custody: open });
    }
    must(await school.journals.holdLesson({ ...lesson, id: 'z-2', number: 2 }));
    must(await school.transfers.begin({ ...begin, id: 't-2', commandId: step(21) }));
    await runTransfer(school.store);
    expect((await school.events('file-l-1.1')).at(-1)?.data).toMatchObject({ transfer: 't-2' });
  });

  test('D18: a transfer that is called off returns what was handed over', async () => {
    const school = await handedOver();
    const off = { transfer: 't-1', signer: 'p-5', reason: 'не та группа', on: '2026-11-22' };
    must(await school.transfers.callOff(off));
    await runTransfer(school.store);
    const { records: found } = await standings(school);
    expect(found['file-l-1.1']).toMatchObject({ said: 'noted, return' });
    expect(found['file-l-1.1']?.custody).toEqual({ transfer: null, accepted: false });
  });

  test('D18: called off before its process ran, it takes nothing', async () => {
    const school = await fresh();
    must(await school.transfers.begin(begin));
    const off = { transfer: 't-1', signer: 'p-5', reason: 'не та группа', on: '2026-11-22' };
    must(await school.transfers.callOff(off));
    await runTransfer(school.store);
    const { records: found } = await standings(school);
    expect(Object.values(found).map(({ said }) => said)).toEqual(Array(5).fill('not-done'));
    expect((await school.events('file-l-1.1')).map(({ type }) => type)).toEqual(['FileOpened']);
  });

  test('D18: a long list is several lines of one append', async () => {
    const { transfers, events } = await openSchool();
    const long = 'x'.repeat(46);
    const many = Array.from({ length: 2000 }, (_, n) => {
      const id = `${long}${n.toString(36)}`.slice(-48);
      return `enrollment-${id}.${long}.${n}`;
    });
    const receipt = must(await transfers.begin({ ...begin, records: many }));
    expect(receipt.revision).toBe(16);
    const lists = (await events('transfer-t-1')).slice(1).map(({ data }) => data);
    expect(lists.flatMap((data) => (data as { records: string[] }).records)).toEqual(many);
  });
});

describe('D18: a transfer is refused', () => {
  const refuses = expectRefused;

  test('begun twice, with a record twice, with none, or with what is no record', async () => {
    const { transfers } = await fresh();
    const one = 'file-l-1.1';
    const twice = await transfers.begin({ ...begin, records: [one, one] });
    refuses(twice, 'record-listed-twice', one);
    refuses(await transfers.begin({ ...begin, records: [] }), 'invalid-input', 'records');
    for (const odd of ['learner-l-1', 'file-l-1', 'journal-a.b', 'enrollment-a.b.c.d', 'x-a.b.c']) {
      refuses(await transfers.begin({ ...begin, records: [odd] }), 'invalid-input', odd);
    }
    const early = await transfers.begin({ ...begin, orderDate: '2026-11-22' });
    refuses(early, 'act-out-of-order', '2026-11-22', begin.on);
    must(await transfers.begin(begin));
    const again = { ...begin, commandId: step(22) };
    refuses(await transfers.begin(again), 'already-exists', 't-1');
  });

  test('begun by who holds no such office, ahead, or for a group that is not', async () => {
    const { transfers } = await fresh();
    const no = await transfers.begin({ ...begin, handsOver: 'p-9' });
    refuses(no, 'not-appointed', 'p-9', 'records-keeper');
    refuses(await transfers.begin({ ...begin, on: '2026-11-23' }), 'dated-ahead', '2026-11-23');
    refuses(await transfers.begin({ ...begin, group: 'm-9' }), 'group-unknown', 'm-9');
  });

  test('drawn up before its process is done, naming what is outstanding', async () => {
    const { transfers } = await fresh();
    refuses(await transfers.drawUpAct(act), 'transfer-unknown', 't-1');
    must(await transfers.begin(begin));
    refuses(await transfers.drawUpAct(act), 'records-outstanding', 't-1', ...records);
  });

  test('drawn up or accepted where nothing was noted', async () => {
    const { transfers, store } = await fresh();
    must(await transfers.begin({ ...begin, records: ['journal-m-1.first-aid.2026'] }));
    await runTransfer(store);
    refuses(await transfers.drawUpAct(act), 'nothing-noted', 't-1');
    refuses(await transfers.accept(acceptance), 'nothing-noted', 't-1');
  });

  test('signed, accepted or refused out of its order', async () => {
    const { transfers } = await handedOver();
    refuses(await transfers.sign(signing), 'transfer-not-ready', 't-1');
    refuses(await transfers.accept(acceptance), 'transfer-not-ready', 't-1');
    must(await transfers.drawUpAct(act));
    refuses(await transfers.refuse(rejection), 'transfer-not-ready', 't-1');
    const early = { ...signing, on: '2026-11-20' };
    refuses(await transfers.sign(early), 'act-out-of-order', '2026-11-20', '2026-11-21');
  });

  test('signed by who holds no office of that side', async () => {
    const { transfers } = await handedOver();
    must(await transfers.drawUpAct(act));
    refuses(await transfers.sign({ ...signing, signer: 'p-7' }), 'not-appointed', 'p-7');
    const odd = { ...signing, office: 'archivist' };
    refuses(await transfers.sign(odd), 'office-not-entitled', 'archivist', 'records-keeper');
  });

  test('accepted by the person who handed over, though they hold the office', async () => {
    const { transfers } = await handedOver();
    must(await transfers.drawUpAct(act));
    must(await transfers.sign({ ...signing, signer: 'p-6' }));
    const same = await transfers.accept({ ...acceptance, signer: 'p-6' });
    refuses(same, 'signs-for-both-sides', 'p-6');
    refuses(await transfers.accept({ ...acceptance, signer: 'p-5' }), 'not-appointed', 'p-5');
    expect((await transfers.accept(acceptance)).ok).toBe(true);
  });

  test('refused for a record that it does not list', async () => {
    const { transfers } = await signed();
    const defects = [{ record: 'file-l-9.1', defect: 'нет листов' }];
    const no = await transfers.refuse({ ...rejection, defects });
    refuses(no, 'record-not-listed', 'file-l-9.1');
    refuses(await transfers.refuse({ ...rejection, defects: [] }), 'invalid-input', 'defects');
  });

  test('touched once it is over', async () => {
    const { transfers } = await signed();
    must(await transfers.accept(acceptance));
    const later = { transfer: 't-1', signer: 'p-5', on: '2026-11-22' };
    refuses(await transfers.callOff({ ...later, reason: 'поздно' }), 'transfer-over', 't-1');
    refuses(await transfers.drawUpAct({ ...act, commandId: step(23) }), 'transfer-over', 't-1');
  });

  test('a second transfer takes no record that the first one holds', async () => {
    const school = await handedOver();
    must(await school.transfers.begin({ ...begin, id: 't-2', commandId: step(24) }));
    await runTransfer(school.store);
    const refusals = (await school.events('transfer-t-2'))
      .filter(({ type }) => type === 'RecordNotDone')
      .map(({ data }) => data as { record: string; refusal: { code: string; en: string } })
      .filter(({ record }) => able.includes(record));
    expect(refusals.map(({ refusal }) => refusal.code)).toEqual(
      able.map(() => 'record-handed-over'),
    );
    expect(refusals[0]?.refusal.en).toContain('t-1');
    expect((await standings(school)).records['file-l-1.1']?.said).toBe('noted');
  });
});

test('D18: an answer to a repeated step is the first one', async () => {
  const school = await signed();
  const first = must(await school.transfers.accept(acceptance));
  await runTransfer(school.store);
  const other = schoolOver(school.store);
  expect(must(await other.transfers.accept(acceptance))).toEqual(first);
  expect(must(await other.transfers.begin(begin)).transfer).toBe('t-1');
});

test('D18 R3 §4.5: where the regulation has no deadline nothing is due', async () => {
  const { archive } = regulation();
  const school = await openSchool(regulation({ archive: { ...archive, deadlineDays: null } }));
  must(await school.transfers.begin(begin));
  expect((await school.events('transfer-t-1'))[0]?.data).toMatchObject({ dueOn: null });
});

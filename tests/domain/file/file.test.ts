import { must, newCommandId } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, schoolOver } from '../worlds/records-school.ts';

const opening = { learner: 'l-1', number: '02-11/2026-1', index: '02-11', on: '2026-09-01' };
const paper = {
  file: 'l-1.1',
  title: 'Копия диплома',
  number: '77-1',
  date: '2020-06-30',
  sheets: 2,
  medium: 'paper' as const,
  original: false,
  on: '2026-09-02',
};

describe('D17 R1 §1.3.2, R2 §2.2, R4 §1.4.2: a personal file', () => {
  test('D17: it is opened under its number, and kept document by document', async () => {
    const { files, events } = await openSchool();
    expect(must(await files.open(opening)).file).toBe('l-1.1');
    expect(must(await files.addDocument(paper)).item).toBe(1);
    const order = { ...paper, title: 'Копия приказа', about: 'k-1', on: '2026-09-01' };
    expect(must(await files.addDocument(order)).item).toBe(2);
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    const [opened, first, second, closed] = await events('file-l-1.1');
    expect(opened).toMatchObject({
      type: 'FileOpened',
      refs: { file: ['l-1.1'], learner: ['l-1'] },
      data: { file: 'l-1.1', learner: 'l-1', number: '02-11/2026-1', index: '02-11' },
    });
    const { on: _, title, number, ...facts } = paper;
    expect(first).toMatchObject({
      type: 'FileDocumentAdded',
      occurredOn: '2026-09-02',
      refs: { file: ['l-1.1'], learner: ['l-1'] },
      data: {
        ...facts,
        learner: 'l-1',
        item: 1,
        about: null,
        title: { value: title },
        number: { value: number },
      },
    });
    expect(second?.data).toMatchObject({ about: 'k-1' });
    expect(second?.refs).toEqual({ file: ['l-1.1'], learner: ['l-1'] });
    expect(closed).toMatchObject({ type: 'FileClosed', occurredOn: '2026-09-30' });
  });

  test('D17: what a document is called, and its number, stand in no line', async () => {
    const { files, store } = await openSchool();
    must(await files.open(opening));
    must(await files.addDocument({ ...paper, title: 'Справка Ильиной об инвалидности' }));
    must(await files.addDocument({ ...paper, number: null }));
    for await (const page of store.readStream('academy.file-l-1.1')) {
      const [, named, unnumbered] = page;
      for (const { line } of page) expect(line).not.toMatch(/Ильиной|77-1|диплома/);
      expect(Object.keys(named?.beside ?? {}).toSorted()).toEqual(['number', 'title']);
      expect(Object.keys(unnumbered?.beside ?? {})).toEqual(['title']);
    }
  });

  test('D17: its command’s digest does not tell them either', async () => {
    const { files, store } = await openSchool();
    must(await files.open(opening));
    const commandId = newCommandId(store.ports);
    const first = must(await files.addDocument({ ...paper, commandId }));
    const other = { ...paper, commandId, title: 'Копия аттестата', number: '78-2' };
    expect(must(await files.addDocument(other))).toEqual(first);
    const thicker = files.addDocument({ ...paper, commandId, sheets: 3 });
    await expect(thicker).rejects.toMatchObject({ code: 'command-id-reused' });
  });

  test('R1 §5.4: a document about a commendation leads to it, by id and not by words', async () => {
    const { files, commendations, events } = await openSchool();
    must(await files.open(opening));
    const petition = { basis: 'petition' as const, proposedBy: 'p-9', on: '2026-09-01' };
    must(await commendations.propose({ ...petition, id: 'k-1', learner: 'l-1' }));
    must(await commendations.propose({ ...petition, id: 'k-2', learner: 'l-2' }));
    const about = async (commendation: string) =>
      files.addDocument({ ...paper, about: { commendation } });
    must(await about('k-1'));
    expect((await events('file-l-1.1')).at(-1)).toMatchObject({
      refs: { commendation: ['k-1'], file: ['l-1.1'], learner: ['l-1'] },
      data: { about: 'k-1' },
    });
    expectRefused(await about('k-9'), 'commendation-unknown', 'k-9');
    expectRefused(await about('k-2'), 'commendation-of-another', 'k-2', 'l-1');
    for (const words of ['Болезнь Ильиной', 'приказ 12-од', '']) {
      const told = await files.addDocument({ ...paper, about: words });
      expectRefused(told, 'invalid-input', 'about');
    }
  });

  test('C5: lines of the inventory have no gaps, also under concurrent adding', async () => {
    const school = await openSchool();
    must(await school.files.open(opening));
    const other = schoolOver(school.store);
    const rooms = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? school : other));
    const added = await Promise.all(rooms.map(({ files }) => files.addDocument(paper)));
    const items = added.map((result) => must(result).item);
    expect(items.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  test('D17: the next file of a learner is the next number, once the last is closed', async () => {
    const { files } = await openSchool();
    must(await files.open(opening));
    const again = { ...opening, number: '02-11/2026-2', on: '2026-10-01' };
    expectRefused(await files.open(again), 'file-still-open', 'l-1', 'l-1.1', '02-11/2026-1');
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    expect(must(await files.open(again)).file).toBe('l-1.2');
  });

  test('D17: an opening sent twice opens one file, also when that is closed by then', async () => {
    const { files, store } = await openSchool();
    const once = { ...opening, commandId: newCommandId(store.ports) };
    const first = must(await files.open(once));
    expect(must(await files.open(once))).toEqual(first);
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    expect(must(await files.open(once))).toEqual(first);
  });

  test('D17: of two openings at once one is refused', async () => {
    const school = await openSchool();
    const other = schoolOver(school.store);
    const both = await Promise.all([school.files.open(opening), other.files.open(opening)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    for (const result of both) if (!result.ok) expectRefused(result, 'file-still-open', 'l-1.1');
  });

  test('D17: a closed file takes nothing, and is closed once', async () => {
    const { files } = await openSchool();
    must(await files.open(opening));
    must(await files.close({ file: 'l-1.1', on: '2026-09-30' }));
    const late = await files.addDocument({ ...paper, on: '2026-10-01' });
    expectRefused(late, 'file-closed', 'l-1.1', '2026-09-30');
    expectRefused(await files.close({ file: 'l-1.1', on: '2026-10-01' }), 'file-closed', 'l-1.1');
  });

  test('D17: what is nonsense is refused', async () => {
    const { files } = await openSchool();
    const document = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await files.addDocument({ ...paper, ...change }), code, ...values);
    await document({}, 'file-unknown', 'l-1.1');
    must(await files.open(opening));
    await document({ sheets: 0 }, 'invalid-input', 'sheets', '0');
    await document({ sheets: 1.5 }, 'invalid-input', 'sheets');
    await document({ medium: 'film' }, 'invalid-input', 'film');
    await document({ file: 'l-1' }, 'invalid-input', 'l-1');
    await document({ on: '2026-08-31' }, 'regulation-missing', '2026-08-31');
    await document({ on: '2026-12-01' }, 'dated-ahead', '2026-12-01');
    must(await files.addDocument({ ...paper, sheets: 0, medium: 'electronic' }));
    const early = await files.close({ file: 'l-1.1', on: '2026-09-01' });
    expectRefused(early, 'act-out-of-order', '2026-09-01', '2026-09-02');
    const unknown = await files.open({ ...opening, learner: 'l-9' });
    expectRefused(unknown, 'learner-unknown', 'l-9');
    const ahead = await files.open({ ...opening, learner: 'l-2', on: '2026-12-01' });
    expectRefused(ahead, 'dated-ahead', '2026-12-01', '2026-11-22');
  });

  test('D17: a document is not older in the file than the file', async () => {
    const { files } = await openSchool();
    must(await files.open({ ...opening, on: '2026-10-01' }));
    const early = await files.addDocument(paper);
    expectRefused(early, 'act-out-of-order', '2026-09-02', '2026-10-01');
  });
});

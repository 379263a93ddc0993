import { archiveTransfer, must, order, runProcess, START } from '@letopis/core';
import { r4 } from '@letopis/core/presets/r4';
import { describe, expect, test } from 'vitest';
import { outcomes, runActs } from '../domain/worlds/act-school.ts';
import { expectRefused, expectSaid } from '../domain/worlds/expect-refused.ts';
import { lesson, regulation } from '../domain/worlds/records-school.ts';
import { corrected, keyedOver, marks, openKeyed, setAside, week } from './keyed-school.ts';

const first = ['l-1 t1 2026-10-05 4', 'l-2 t1 2026-10-05 3'];
const mended = ['l-1 t1 2026-10-05 5', 'l-2 t1 2026-10-05 3'];

type School = Awaited<ReturnType<typeof openKeyed>>;

const custody = { ...regulation().custody, ...r4.custody, studyYearEnds: '05-31' };

/** A school where the marks were taken in. */
async function withMarks() {
  const school = await openKeyed(regulation({ custody }));
  await school.taken(corrected, ...first);
  return school;
}

async function closePeriod({ custody: kept }: School): Promise<void> {
  const by = { studyYear: '2026', signer: 'p-1' };
  const period = { ...by, period: 'q1', from: '2026-09-01', until: '2026-10-31' };
  must(await kept.definePeriod({ ...period, on: '2026-09-01' }));
  must(await kept.closePeriod({ ...by, period: 'q1', on: '2026-11-02' }));
}

/** Signs sheets of l-1's enrollment, printed from its history to the event given. */
async function signSheets({ forms, printouts, handler }: School, revision: number) {
  const title = { ru: 'Журнал', en: 'Journal' };
  must(await forms.approve({ form: 'journal', version: 'Ф-01', title, on: '2026-09-01' }));
  const stream = 'academy.enrollment-l-1.mentor.1';
  const [event] = await handler.events(stream, revision, 1);
  const source = {
    last: `${stream}@${revision}`,
    event: event?.id ?? '',
    recordedAt: event?.recordedAt ?? '',
    digest: '9f86d081884c7d659a2feaa0c55ad015',
  };
  return printouts.signSheets({
    carrier: 'lesson-journal',
    volume: 'm-1',
    form: 'journal',
    sheets: 1,
    source,
    records: ['enrollment-l-1.mentor.1'],
    signers: [{ person: 'p-9' }],
    on: '2026-11-01',
  });
}

async function archive(school: School): Promise<void> {
  const { transfers, journals, enrollments, store, handler } = school;
  must(await journals.holdLesson({ ...lesson, id: 'z-1' }));
  const ground = order('9-к', '2026-11-20');
  const discharge = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20', ground };
  must(await enrollments.discharge(discharge));
  const records = ['enrollment-l-1.mentor.1'];
  const dates = { orderDate: '2026-11-20', on: '2026-11-21' };
  must(await transfers.begin({ id: 't-1', group: 'm-1', records, handsOver: 'p-5', ...dates }));
  const run = () =>
    runProcess({ store, codec: handler.codec, process: archiveTransfer(handler, 'academy') });
  await run();
  must(await transfers.drawUpAct({ transfer: 't-1', number: '3-а', on: '2026-11-21' }));
  must(await transfers.sign({ transfer: 't-1', signer: 'p-5', on: '2026-11-21' }));
  const place = 'Архив, стеллаж 2';
  must(await transfers.accept({ transfer: 't-1', signer: 'p-7', place, on: '2026-11-22' }));
  await run();
}

describe('RK 1.14: rows that differ after the books were closed go to a person', () => {
  test('after a study period was closed, whatever the mapping asks', async () => {
    const school = await withMarks();
    await closePeriod(school);
    expect(await school.taken(corrected, ...mended)).toEqual(['2 differs row-aside', '3 same']);
    expect(await school.marksOf()).toEqual(['l-1 2026-10-05 4', 'l-2 2026-10-05 3']);
    expect(await school.ingest.worklist()).toMatchObject([
      {
        row: 2,
        learner: 'l-1',
        why: 'period-closed',
        since: '2026-11-22',
        mapping: 'marks',
        recorded: { stream: 'academy.enrollment-l-1.mentor.1' },
        differences: [{ field: 'value', before: '4', now: '5' }],
      },
    ]);
  });

  test('a day outside the closed period is corrected as before', async () => {
    const school = await openKeyed(regulation({ custody }));
    await school.taken(corrected, 'l-1 t1 2026-11-01 4');
    await closePeriod(school);
    expect(await school.taken(corrected, 'l-1 t1 2026-11-01 5')).toEqual(['2 accepted']);
  });

  test('a period that is defined and not closed closes nothing', async () => {
    const school = await withMarks();
    const by = { studyYear: '2026', signer: 'p-1', on: '2026-09-01' };
    const period = { ...by, period: 'q1', from: '2026-09-01', until: '2026-10-31' };
    must(await school.custody.definePeriod(period));
    expect(await school.taken(corrected, ...mended)).toEqual(['2 accepted', '3 same']);
  });

  test('after sheets that show the mark were signed', async () => {
    const school = await withMarks();
    must(await signSheets(school, 1));
    expect(await school.taken(marks, ...mended)).toEqual(['2 differs row-aside', '3 same']);
    expect((await school.ingest.worklist()).map(({ why }) => why)).toEqual(['sheets-signed']);
  });

  test('after sheets of its days were signed, though they were printed before it', async () => {
    const school = await withMarks();
    must(await signSheets(school, 0));
    expect(await school.taken(corrected, ...mended)).toEqual(['2 differs row-aside', '3 same']);
    expect((await school.ingest.worklist()).map(({ why }) => why)).toEqual(['sheets-signed']);
  });

  test('not by sheets that are void', async () => {
    const school = await withMarks();
    must(await signSheets(school, 1));
    const volume = { carrier: 'lesson-journal', volume: 'm-1', period: '2026' };
    const [reason = ''] = regulation().printouts.voidReasons.map(({ id }) => id);
    const voided = { ...volume, sheet: 1, reason, signer: 'p-9', on: '2026-11-02' };
    must(await school.printouts.voidSheet(voided));
    expect(await school.taken(corrected, ...mended)).toEqual(['2 accepted', '3 same']);
  });

  test('after the archive accepted the record', async () => {
    const school = await withMarks();
    await archive(school);
    expect(await school.taken(corrected, ...mended)).toEqual(['2 differs row-aside', '3 same']);
    expect((await school.ingest.worklist()).map(({ why }) => why)).toEqual(['archived']);
  });

  test('a dry run says so too, and sets nothing aside', async () => {
    const school = await withMarks();
    await closePeriod(school);
    const job = { source: 'platform', mappings: [corrected] };
    const dry = must(await school.ingest.dryRun(job, [week(...mended)]));
    expect(dry.rows).toMatchObject([{ refusal: { code: 'row-aside' } }, { status: 'same' }]);
    expect(await school.ingest.worklist()).toEqual([]);
  });
});

describe('RK 1.14: the list is worked off', () => {
  test('the next export says the same again, and the list stays as it is', async () => {
    const { taken, ingest } = await openKeyed();
    await taken(setAside, ...first);
    await taken(setAside, ...mended);
    const list = await ingest.worklist();
    expect(list).toMatchObject([{ why: 'asked', row: 2 }]);
    await taken(setAside, ...mended, 'l-2 t2 2026-10-12 3');
    expect(await ingest.worklist()).toEqual(list);
  });

  test('what was put right or left is known from then on', async () => {
    const { taken, ingest, assessments } = await openKeyed();
    await taken(setAside, ...first);
    await taken(setAside, ...mended);
    const [row] = await ingest.worklist();
    const { recorded, id = '' } = row ?? {};
    const replaces = recorded?.event ?? '';
    const given = { value: '5', words: 'пять', reason: 'ошибка платформы', signer: 'p-9' };
    const { stream, revision } = must(
      await assessments.correct({ enrollment: 'l-1.mentor.1', replaces, ...given }),
    );
    must(await ingest.settle({ id, how: 'entered', fact: `${stream}@${revision}` }));
    expect(await ingest.worklist()).toEqual([]);
    expect(await taken(setAside, ...mended)).toEqual(['2 same', '3 same']);
    await taken(setAside, 'l-1 t1 2026-10-05 2');
    const [other] = await ingest.worklist();
    expect(other?.differences).toMatchObject([{ before: '5', now: '2' }]);
    must(await ingest.settle({ id: other?.id ?? '', how: 'left', reason: 'ошибка учителя' }));
    expect(await taken(setAside, 'l-1 t1 2026-10-05 2')).toEqual(['2 same']);
  });

  test('a row as it was recorded leaves the list; another value takes its place', async () => {
    const { taken, ingest, events } = await openKeyed();
    await taken(setAside, ...first);
    await taken(setAside, ...mended);
    await taken(setAside, 'l-1 t1 2026-10-05 3');
    const list = await ingest.worklist();
    expect(list.map((row) => row.differences[0]?.now)).toEqual(['3']);
    await taken(setAside, ...first.toReversed());
    expect(await ingest.worklist()).toEqual([]);
    const own = `rows-${list[0]?.import}`;
    const settled = (await events(own)).filter(({ type }) => type === 'RowSettled');
    expect(settled.map(({ data }) => data)).toMatchObject([{ how: 'as-recorded' }]);
  });

  test('a row is settled once, and only where it is in the list', async () => {
    const { taken, ingest } = await openKeyed();
    await taken(setAside, ...first);
    await taken(setAside, ...mended);
    const id = (await ingest.worklist())[0]?.id ?? '';
    must(await ingest.settle({ id, how: 'left' }));
    expectRefused(await ingest.settle({ id, how: 'left' }), 'row-not-aside', id);
  });
});

describe('152-FZ art. 21: what rows are known by is erased with the learner', () => {
  /** R2 where the data of a learner lie in no carrier that must be kept. */
  const { retention } = regulation();
  const erasable = regulation({
    retention: { ...retention, holdings: [{ records: 'electronic', kinds: ['learner'] }] },
  });

  test('keys and contents go, other learners keep theirs', async () => {
    const school = await openKeyed(erasable);
    await school.taken(setAside, ...first);
    await school.taken(setAside, ...mended);
    const { records, reason } = { records: ['learner-l-1'], reason: 'term-over' };
    const by = { signer: 'p-1', on: '2026-11-22' };
    must(await school.retention.orderErasure({ id: 'e-1', records, reason, ...by }));
    await runActs(school.store);
    expect(await outcomes(school, 'e-1')).toEqual({ 'learner-l-1': 'done' });
    const { ingest } = keyedOver(school.store);
    expect(await ingest.worklist()).toEqual([]);
    const job = { source: 'platform', mappings: [marks] };
    const receipt = must(await ingest.run(job, [week(first[1] ?? '')]));
    expect(receipt.totals.same).toBe(1);
    const still = must(await ingest.run(job, [week(...first)]));
    expectSaid(still.rows[0]?.refusal ?? null, 'row-of-erased', 'l-1');
    const about: string[] = [];
    const filter = { streamPrefix: 'academy.rows-' };
    for await (const { lines } of school.store.readAll(START, filter)) {
      for (const { line, beside } of lines) {
        const { type, refs } = JSON.parse(line) as { type: string; refs: { learner?: string[] } };
        const state = beside === 'emptied' ? 'emptied' : 'there';
        if (refs.learner !== undefined) about.push(`${refs.learner.join()} ${type} ${state}`);
      }
    }
    expect(about).toEqual([
      'l-1 RowKnown emptied',
      'l-2 RowKnown there',
      'l-1 RowSetAside emptied',
    ]);
  });
});

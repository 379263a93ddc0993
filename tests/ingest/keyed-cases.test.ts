import { letopis, must } from '@letopis/core';
import type { Authorise } from '@letopis/core';
import { r4 } from '@letopis/core/presets/r4';
import type { MappingGiven } from '@letopis/ingest';
import { fileInMemory, ingestServiceWith } from '@letopis/ingest';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { regulation } from '../domain/worlds/records-school.ts';
import {
  corrected,
  keyedOver,
  marks,
  marksOf,
  openKeyed,
  SECRET,
  setAside,
  week,
} from './keyed-school.ts';
import { csv, failing, logOf } from './school.ts';

/* D22, RK 1.14: what a cumulative export may bring, and what no machine may do. */

const first = ['l-1 t1 2026-10-05 4', 'l-2 t1 2026-10-05 3'];
const mended = ['l-1 t1 2026-10-05 5', 'l-2 t1 2026-10-05 3'];
const custody = { ...regulation().custody, ...r4.custody, studyYearEnds: '05-31' };
const job = (mapping: MappingGiven) => ({ source: 'platform', mappings: [mapping] });

const held = {
  topic: { column: 'topic' },
  hours: { constant: 2 },
  teacher: { constant: 'p-9' },
  present: { list: [{ constant: 'l-1' }, { constant: 'l-2' }] },
};

/** Lessons with the platform's number of each; a lesson that differs is corrected. */
const lessons: MappingGiven = {
  id: 'lessons',
  command: 'hold-lesson',
  key: ['no'],
  fields: {
    id: { column: 'no' },
    group: { constant: 'm-1' },
    module: { constant: 'safety' },
    ...held,
    on: { column: 'day' },
  },
  whenDiffers: {
    command: 'correct-lesson',
    fields: {
      journal: { constant: 'm-1.safety.2026' },
      lesson: { column: 'no' },
      lessonOn: { column: 'day' },
      ...held,
      reason: { constant: 'исправлено на платформе' },
      signer: { constant: 'p-9' },
    },
  },
};
const plan = (...rows: readonly string[]) =>
  csv(`no;day;topic\n${rows.map((row) => row.replaceAll(' ', ';')).join('\n')}\n`);

async function closeOctober({ custody: kept }: Awaited<ReturnType<typeof openKeyed>>) {
  const by = { studyYear: '2026', signer: 'p-1' };
  const period = { ...by, period: 'october', from: '2026-10-01', until: '2026-10-31' };
  must(await kept.definePeriod({ ...period, on: '2026-09-01' }));
  must(await kept.closePeriod({ ...by, period: 'october', on: '2026-11-02' }));
}

describe('RK 1.14: a machine moves nothing into closed books, and overwrites no person', () => {
  test('a lesson that the platform moves into a closed period goes to a person', async () => {
    const school = await openKeyed(regulation({ custody }));
    must(await school.ingest.run(job(lessons), [plan('z1 2026-11-05 Введение')]));
    await closeOctober(school);
    const moved = must(await school.ingest.run(job(lessons), [plan('z1 2026-10-05 Введение')]));
    expect(moved.rows[0]?.status).toBe('differs');
    expect(await school.ingest.worklist()).toMatchObject([{ why: 'period-closed' }]);
  });

  test('a lesson that a person corrected is not corrected over', async () => {
    const school = await openKeyed();
    must(await school.ingest.run(job(lessons), [plan('z1 2026-11-05 Введение')]));
    const own = { journal: 'm-1.safety.2026', lesson: 'z1' };
    const by = { reason: 'опечатка', signer: 'p-9' };
    const lesson = { hours: 2, teacher: 'p-9', present: ['l-1', 'l-2'] };
    must(await school.journals.correctLesson({ ...own, ...by, ...lesson, topic: 'Рукой' }));
    must(await school.ingest.run(job(lessons), [plan('z1 2026-11-05 Другое')]));
    expect(await school.ingest.worklist()).toMatchObject([{ why: 'changed-by-hand' }]);
  });

  test('what the correction does not say is not taken for corrected', async () => {
    const { taken, ingest, marksOf: now } = await openKeyed();
    await taken(corrected, ...first);
    const moved = ['l-1 t1 2026-10-06 5', first[1] ?? ''];
    expect(await taken(corrected, ...moved)).toEqual(['2 differs row-aside', '3 same']);
    expect(await ingest.worklist()).toMatchObject([{ why: 'refused' }]);
    expect(await now()).toEqual(['l-1 2026-10-05 4', 'l-2 2026-10-05 3']);
  });
});

describe('D22: the same files again add nothing', () => {
  test('an earlier week does not undo a later one, in one job or alone', async () => {
    const school = await openKeyed();
    const both = [week(...first), week(...mended)];
    must(await school.ingest.run(job(corrected), both));
    const after = (await logOf(school.store)).filter((line) => line.includes('enrollment-'));
    for (let again = 0; again < 2; again += 1) {
      must(await school.ingest.run(job(corrected), both));
    }
    const old = must(await school.ingest.run(job(corrected), [week(...first)]));
    expect(old.rows).toMatchObject([
      { status: 'differs', refusal: { code: 'row-superseded' } },
      { status: 'same' },
    ]);
    expect((await logOf(school.store)).filter((line) => line.includes('enrollment-'))).toEqual(
      after,
    );
    expect(await school.marksOf()).toEqual(['l-1 2026-10-05 5', 'l-2 2026-10-05 3']);
  });

  test('a week that only repeated a row does not undo a later one either', async () => {
    const { taken, marksOf: now } = await openKeyed();
    await taken(corrected, ...first);
    const second = [...first, 'l-1 t2 2026-10-12 5'];
    await taken(corrected, ...second);
    await taken(corrected, ...mended);
    expect((await taken(corrected, ...second))[0]).toBe('2 differs row-superseded');
    expect((await now())[0]).toBe('l-1 2026-10-05 5');
  });

  test.each([0, 1, 2, 3, 4])('a mend that was cut after %i appends is made good', async (n) => {
    const school = await openKeyed();
    await school.taken(corrected, ...first);
    const cut = keyedOver(failing(school.store, n));
    await cut.ingest.run(job(corrected), [week(...mended)]).catch(() => undefined);
    const { ingest } = keyedOver(school.store);
    must(await ingest.run(job(corrected), [week(...mended)]));
    expect(await marksOf(school)).toEqual(['l-1 2026-10-05 5', 'l-2 2026-10-05 3']);
    const all = await school.events('enrollment-l-1.mentor.1');
    expect(all.filter(({ type }) => type === 'AssessmentCorrected')).toHaveLength(1);
  });

  test('rows that were set aside stay in the list once', async () => {
    const { ingest } = await openKeyed();
    const both = [week(...first), week(...mended)];
    must(await ingest.run(job(setAside), both));
    const list = await ingest.worklist();
    must(await ingest.run(job(setAside), both));
    expect(await ingest.worklist()).toEqual(list);
    expect(list).toHaveLength(1);
  });

  test.each([3, 4, 5, 6, 7])('cut after %i appends, the next week has a mend', async (n) => {
    const school = await openKeyed();
    const cut = keyedOver(failing(school.store, n));
    await cut.ingest.run(job(corrected), [week(...first)]).catch(() => undefined);
    await cut.ingest.run(job(corrected), [week(...first)]).catch(() => undefined);
    const { ingest } = keyedOver(school.store);
    must(await ingest.run(job(corrected), [week(...mended)]));
    expect(await marksOf(school)).toEqual(['l-1 2026-10-05 5', 'l-2 2026-10-05 3']);
    must(await ingest.run(job(corrected), [week(...mended.toReversed())]));
    expect(await marksOf(school)).toEqual(['l-1 2026-10-05 5', 'l-2 2026-10-05 3']);
  });
});

describe('D22: rows that repeat a key', () => {
  const rows = ['l-1 t1 2026-10-05 3', 'l-1 t1 2026-10-06 4'];
  const before = ['l-1 2026-10-05 3', 'l-1 2026-10-06 4'];

  test('in another order, or fewer, they are what they were', async () => {
    const { taken, marksOf: now } = await openKeyed();
    await taken(corrected, ...rows);
    expect(await taken(corrected, ...rows.toReversed())).toEqual(['2 same', '3 same']);
    expect(await taken(corrected, rows[1] ?? '')).toEqual(['2 same']);
    expect(await now()).toEqual(before);
  });

  test('one that differs goes to a person, as it may be any of them', async () => {
    const { taken, ingest, marksOf: now } = await openKeyed();
    await taken(corrected, ...rows);
    await taken(corrected, rows[0] ?? '', 'l-1 t1 2026-10-06 5');
    expect(await now()).toEqual(before);
    expect(await ingest.worklist()).toHaveLength(1);
  });

  test('a row that cannot be read keeps its number', async () => {
    const { taken, marksOf: now } = await openKeyed();
    const bad = ['l-1 t1 2026-10-05 ?', 'l-1 t1 2026-10-06 4'];
    expect(await taken(marks, ...bad)).toEqual(['2 rejected not-on-scale', '3 accepted']);
    expect(await taken(marks, ...rows)).toEqual(['2 accepted', '3 same']);
    expect(await now()).toEqual(before);
  });
});

describe('D22: the key of a mapping', () => {
  test('may not change under known rows, save the order of its columns', async () => {
    const { ingest, taken } = await openKeyed();
    await taken(marks, ...first);
    const other = { ...marks, key: ['id', 'task', 'day'] };
    const refused = await ingest.run(job(other), [week(...first)]);
    expectRefused(refused, 'mapping-key-changed', 'day, id, task', '(id, task)');
    const turned = { ...marks, key: ['task', 'id'] };
    expect(must(await ingest.run(job(turned), [week(...first.toReversed())])).totals.same).toBe(2);
  });

  test('is added with the last file that was taken in without one', async () => {
    const { ingest, taken } = await openKeyed();
    const { key: _key, ...plain } = marks;
    await taken(plain, ...first);
    const refused = await ingest.run(job(marks), [week(...mended)]);
    expectRefused(refused, 'mapping-key-late', 'marks', 'marks.csv');
    expect(await taken(marks, ...first)).toEqual(['2 already-there', '3 already-there']);
    expect(await taken(marks, ...mended)).toEqual(['2 differs row-differs', '3 same']);
  });

  test('knows a row through spaces, invisible marks and forms of letters', async () => {
    const { ingest } = await openKeyed();
    const taken = async (task: string) => {
      const text = `id;task;day;mark\nl-1;${task};2026-10-05;4\n`;
      return must(await ingest.run(job(marks), [csv(text)])).totals;
    };
    expect((await taken('тест 1й')).accepted).toBe(1);
    for (const task of ['тест\u00A01й', 'тест  1й', 'те\u00ADст 1й', 'тест 1и\u0306']) {
      expect((await taken(task)).same).toBe(1);
    }
  });

  test('has the columns of groupBy where rows are grouped', async () => {
    const { ingest } = await openKeyed();
    const grouped = { ...marks, groupBy: ['id'] };
    const refused = await ingest.run(job(grouped), [week(...first)]);
    expectRefused(refused, 'key-not-grouped', 'marks', 'task');
  });

  test('a field more in the mapping is no difference of every row', async () => {
    const { ingest, taken } = await openKeyed();
    await taken(marks, ...first);
    const more = { ...marks, fields: { ...marks.fields, office: { constant: 'teacher' } } };
    const totals = must(await ingest.run(job(more), [week(...first.toReversed())])).totals;
    expect(totals).toMatchObject({ same: 2, differs: 0 });
  });
});

const authorise: Authorise = ({ command }) =>
  command === 'know-rows' ? { code: 'not-yours', text: { ru: 'не ваше', en: 'not yours' } } : null;

describe('SEC 18, SEC 13: hooks and long cells', () => {
  test('a hook that refuses what records the rows refuses the run', async () => {
    const { store } = await openKeyed();
    const school = letopis({ store, organisation: 'academy', authorise })
      .with({ ingest: ingestServiceWith({}, { secret: () => Promise.resolve(SECRET) }) })
      .as('u-17');
    expectRefused(await school.ingest.run(job(marks), [week(...first)]), 'not-authorised');
  });

  test('rows with cells of thousands of characters are each refused for themselves', async () => {
    const { ingest } = await openKeyed();
    const long = Array.from({ length: 250 }, (_, n) => `l-1;t${n};2026-10-05;${'ы'.repeat(7000)}`);
    const file = fileInMemory(
      'marks.csv',
      new TextEncoder().encode(['id;task;day;mark', ...long].join('\n')),
    );
    const { totals } = must(await ingest.run(job(marks), [file]));
    expect(totals.invalid + totals.rejected).toBe(250);
  });
});

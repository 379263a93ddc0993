import { actProcess, must, order, runProcess } from '@letopis/core';
import { orderRegister } from '@letopis/projections';
import { expect, test } from 'vitest';
import { algebra, namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 5. 8Б joins 8А on 1 December by an order; the office hears of it on the 10th. */

const pupil = 'l-4.basic.1';
const ground = order('30-уч', '2026-11-27');
const lesson = { ...algebra, group: '8b', teacher: 'p-8', present: ['l-4'] };
const from = { group: '8b', module: 'algebra' };
const into = { group: '8a', module: 'algebra' };

test('RK §4 no. 5: two groups are merged by one order, and the journal goes on', async () => {
  const school = await namedSchool();
  const { groups, acts, journals, assessments, store, handler } = school;

  // Given lessons in both, and a mark in 8Б on a day after the merger.
  school.onDay('2026-11-24');
  must(await journals.holdLesson({ ...algebra, on: '2026-09-08' }));
  must(await journals.holdLesson({ ...lesson, on: '2026-09-08' }));
  must(await journals.holdLesson({ ...lesson, hours: 1, on: '2026-11-24' }));
  school.onDay('2026-12-03');
  const mark = { enrollment: pupil, module: 'algebra', kind: 'current', form: 'survey' };
  must(await assessments.record({ ...mark, value: '4', on: '2026-12-03', assessor: 'p-8' }));

  // When the order is entered on the 10th, it closes 8Б, moves its learners, continues the journal.
  school.onDay('2026-12-10');
  must(await groups.merge({ group: '8b', into: '8a', on: '2026-12-01', ground }));
  const moved = { order: 'transfer', group: '8b', to: '8a', on: '2026-12-01' } as const;
  must(await acts.order({ ...moved, id: 'a-1', enrollments: [pupil], ground }));
  await runProcess({ store, codec: handler.codec, process: actProcess(handler, 'academy') });
  const journal = '8b.algebra.2026';
  must(await journals.continueIn({ journal, signer: 'p-2', on: '2026-12-01', ground }));
  const both = { ...algebra, present: ['l-1', 'l-2', 'l-3', 'l-4'], topic: 'Корни' };
  must(await journals.holdLesson({ ...both, on: '2026-12-08' }));

  // Then the old journal says where it goes on, keeps the mark, and lists nobody after the day.
  const old = await printedJournal(school, from);
  expect(old.text).toContain('Продолжен в журнал группы «8А» с 01.12.2026 (занятий: 2, часов: 3)');
  expect(old.rows('roster')).toEqual([
    [
      '1',
      'Яшина Дарья Сергеевна',
      '01.09.2026, приказ № 1-од от 25.08.2026',
      '01.12.2026, приказ № 30-уч от 27.11.2026',
      expect.stringContaining('в группу «8А» с 01.12.2026'),
    ],
  ]);
  expect(old.rows('marks-1').flat()).toContain('4');

  // And the new one says what it continues, by which order, and counts the hours of both.
  const now = await printedJournal(school, into);
  expect(now.text).toContain('журнал группы «8Б» с 01.12.2026 (занятий: 2, часов: 3)');
  expect(now.text).toContain('105 / 7 (в том числе перенесено 3)');
  expect(now.rows('journal-keeping')).toEqual([
    [
      '01.12.2026',
      'Продолжение журнала группы «8Б»; перенесено занятий: 2, часов: 3',
      'приказ № 30-уч от 27.11.2026',
      'Орлов Игорь Борисович, Заместитель руководителя',
    ],
  ]);
  const [newcomer] = now.rows('roster').filter((row) => row[1] === 'Яшина Дарья Сергеевна');
  expect(newcomer?.join(' ')).toContain('из группы «8Б» с 01.12.2026');

  // And one order stands behind all of it.
  const file = await printedFile(school, 'l-4');
  expect(file.rows('steps-1').map((row) => row.slice(0, 3))).toContainEqual([
    '01.12.2026',
    'Перевод из группы «8Б» в группу «8А»',
    'приказ № 30-уч от 27.11.2026',
  ]);
  const { lines } = await orderRegister(await reading(school), { year: '2026' });
  const uses = lines.find(({ number }) => number === '30-уч')?.uses ?? [];
  expect(uses.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['GroupMerged', 'Transferred', 'JournalContinued']),
  );
});

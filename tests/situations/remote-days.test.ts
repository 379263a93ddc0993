import { must, order } from '@letopis/core';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { algebra, algebraJournal, namedSchool } from '../domain/worlds/named-school.ts';
import { printedJournal } from './printed.ts';

/* RK §4 no. 6. Influenza: by an order of 30 November the school teaches from afar for a week. */

const journal = { group: '8a', module: 'algebra' };
const ground = order('95-од', '2026-11-30');

test('RK §4 no. 6: remote lessons say their mode and its order, and who was there', async () => {
  const school = await namedSchool();
  const { journals } = school;

  // Given the usual lesson of the week before.
  school.onDay('2026-12-09');
  must(await journals.holdLesson({ ...algebra, on: '2026-11-24' }));

  // When a lesson is held remotely, it names the order, and by which trace attendance was found.
  const attendanceBy = 'вход в платформу и сданная работа';
  const remote = { ...algebra, topic: 'Корни', mode: 'remote', attendanceBy, on: '2026-12-01' };
  expectRefused(await journals.holdLesson({ ...remote, ground: null }), 'order-required', 'remote');
  const there = { present: ['l-1', 'l-3'], absent: [{ learner: 'l-2', code: 'н' }] };
  must(await journals.holdLesson({ ...remote, ...there, ground }));

  // And one that was entered as the usual kind is put right, on the order of its day.
  const { lesson } = must(
    await journals.holdLesson({ ...algebra, topic: 'Дроби', on: '2026-12-03' }),
  );
  const { group: _group, module: _module, ...entry } = algebra;
  const right = { journal: algebraJournal, lesson, signer: 'p-9', reason: 'не указан режим' };
  must(
    await journals.correctLesson({
      ...entry,
      ...right,
      topic: 'Дроби',
      mode: 'remote',
      entryGround: ground,
    }),
  );

  // Then each remote lesson bears mode and order under its topic, and the usual one does not.
  const page = await printedJournal(school, journal);
  const paper = 'Дистанционно, приказ № 95-од от 30.11.2026';
  const lessons = page.rows('lesson-contents').map((row) => [row[1], row[2], row[5]]);
  expect(lessons).toEqual([
    ['24.11.2026', 'Степени', '3 из 3'],
    ['01.12.2026', `Корни ${paper} присутствие установлено: ${attendanceBy}`, '2 из 3'],
    ['03.12.2026', expect.stringContaining('взамен внесена верная запись'), '3 из 3'],
    ['03.12.2026', `Дроби ${paper}`, '3 из 3'],
  ]);
  const grid = page.rows('marks-1').map(([, name, ...days]) => [name, days.slice(0, 3)]);
  expect(grid).toContainEqual([expect.stringContaining('Алла'), ['', 'н', '']]);
});

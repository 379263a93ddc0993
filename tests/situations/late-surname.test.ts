import { must, order } from '@letopis/core';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal } from './printed.ts';

/* Daria takes her mother’s surname on 14 February; the office hears of it in June. */

test('RK 1.5: a surname that the office learns of late holds from its own day', async () => {
  const school = await namedSchool();
  const { learners } = school;

  // Given a telephone number of March.
  school.onDay('2027-03-01');
  must(await learners.change({ learner: 'l-4', phone: '+7 900 111-11-11', on: '2027-03-01' }));

  // When the certificate of 14 February is brought in June, it is entered with its day.
  school.onDay('2027-06-10');
  const ground = { kind: 'certificate', number: 'III-АИ 1', date: '2027-02-14' } as const;
  const name = 'Белкина Дарья Сергеевна';
  must(await learners.change({ learner: 'l-4', name, on: '2027-02-14', ground }));

  // Then pages of February on have the new name, earlier ones the old, and the number stays.
  const titled = async (on: string) => (await printedFile(school, 'l-4', on)).text;
  expect(await titled('2027-02-13')).toContain('Личное дело Яшина Дарья Сергеевна');
  const now = await titled('2027-02-14');
  expect(now).toContain('Личное дело Белкина Дарья Сергеевна');
  expect(await titled('2027-06-10')).toContain('+7 900 111-11-11');

  // And a day that has not come is no day of a fact.
  const slip = { learner: 'l-4', phone: '+7 900 222-22-22', on: '2028-06-10' };
  expectRefused(await learners.change(slip), 'dated-ahead', '2028-06-10', '2027-06-10');
});

test('RK 1.5: an order of transfer comes late: marks stay where they were given', async () => {
  const school = await namedSchool();
  const { enrollments, assessments } = school;
  const enrollment = 'l-3.basic.1';

  // Given a mark of 10 November in 8А.
  school.onDay('2026-12-20');
  const mark = { enrollment, module: 'algebra', kind: 'current', form: 'survey', assessor: 'p-9' };
  must(await assessments.record({ ...mark, value: '5', on: '2026-11-10' }));

  // When the order of 30 October, by which he moved on 1 November, reaches the office.
  const ground = order('21-уч', '2026-10-30');
  must(await enrollments.transfer({ enrollment, to: '8b', on: '2026-11-01', ground }));

  // Then the mark stays in the journal of 8А, and both journals say so.
  const [old, now] = [
    await printedJournal(school, { group: '8a', module: 'algebra' }),
    await printedJournal(school, { group: '8b', module: 'algebra' }),
  ];
  const noted = (page: typeof old) =>
    page
      .rows('roster')
      .find((row) => row[1] === 'Мухин Олег Ильич')
      ?.at(-1);
  expect(noted(old)).toContain('результаты после перевода, оставшиеся здесь: 1');
  expect(noted(now)).toContain('в журнале «8А» остались результаты: 1');
  expect(old.rows('marks-1').flat()).toContain('5');
  expect(now.rows('marks-1').flat()).not.toContain('5');

  // And his file marks the step as entered late, with its three days.
  const [, moved] = (await printedFile(school, 'l-3')).rows('steps-1');
  expect(moved).toEqual([
    '01.11.2026',
    'Перевод из группы «8А» в группу «8Б»',
    'приказ № 21-уч от 30.10.2026',
    expect.stringMatching(/20\.12\.2026 внесено позже на 49 дн\./),
  ]);
});

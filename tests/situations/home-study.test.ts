import { must, order } from '@letopis/core';
import { journalPage } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { algebra, namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/*
 * RK §4 no. 7. Anna is taught at home after an operation, Oleg learns in his family, and Alla
 * passes attestation as an extern.
 */

const journal = { group: '8a', module: 'algebra' };
const [anna, alla, oleg] = ['l-1.basic.1', 'l-2.basic.1', 'l-3.basic.1'];
const current = { module: 'algebra', kind: 'current', form: 'survey', assessor: 'p-9' };
const interim = { module: 'algebra', kind: 'interim', form: 'test', assessor: 'p-9' };

test('RK §4 no. 7: home study has lessons of its own, beside those of the class', async () => {
  const school = await namedSchool();
  const { enrollments, journals, assessments } = school;

  // Given the order, and the medical conclusion beside it.
  school.onDay('2026-11-20');
  const form = { enrollment: anna, aspect: 'arrangement', form: 'home-study' } as const;
  const ground = order('41-уч', '2026-10-02');
  const paper = { number: '77', date: '2026-09-30' };
  must(
    await enrollments.setStudyForm({
      ...form,
      paper,
      until: '2027-01-31',
      on: '2026-10-05',
      ground,
    }),
  );

  // When the class has a lesson, she is neither present nor absent; at home she has her own.
  const on = '2026-10-06';
  expectRefused(await journals.holdLesson({ ...algebra, on }), 'learner-not-in-class', 'l-1');
  must(await journals.holdLesson({ ...algebra, present: ['l-2', 'l-3'], on }));
  const alone = { ...algebra, teacher: 'p-8', individual: 'l-1', present: ['l-1'], hours: 1 };
  const { lesson } = must(
    await journals.holdLesson({ ...alone, topic: 'Степени: повторение', on: '2026-10-07' }),
  );
  const basis = { kind: 'lesson', id: lesson };
  must(
    await assessments.record({
      ...current,
      enrollment: anna,
      value: '5',
      basis,
      on: '2026-10-07',
      assessor: 'p-8',
    }),
  );

  // Then the journal sums her lessons up apart, and names her under their topics.
  const page = await printedJournal(school, journal);
  expect(page.text).toContain(
    'Содержание занятий (проведено занятий: 1, часов: 2); индивидуально занятий: 1, часов: 1',
  );
  expect(page.rows('lesson-contents').map((row) => row[2])).toContainEqual(
    expect.stringMatching(/^Степени: повторение индивидуально: Ильина Анна Петровна/),
  );

  // And she may see a journal of her own, in which only what is hers stands.
  const asker = { kind: 'learner', person: 'l-1', purpose: 'path', on: '2026-11-20' } as const;
  const own = await journalPage(await (await reading(school)).for(asker), journal);
  const seen = own.rows.map(({ cells }) => cells.flatMap(({ results }) => results).length);
  expect(seen.toSorted()).toEqual([0, 0, 1]);

  // And her file says in which form she learned, from when until when, by which order.
  const file = await printedFile(school, 'l-1');
  expect(file.rows('course-1').map((row) => row.slice(0, 3))).toEqual([
    ['05.10.2026', 'Обучение на дому до 31.01.2027', 'приказ № 41-уч от 02.10.2026'],
  ]);
});

test('RK §4 no. 7: in the family and as an extern marks are of attestation alone', async () => {
  const school = await namedSchool();
  const { enrollments, journals, assessments } = school;
  school.onDay('2026-12-25');

  // Given family education by the parents' application, and an extern.
  const family = { enrollment: oleg, aspect: 'education', form: 'family' } as const;
  must(
    await enrollments.setStudyForm({
      ...family,
      on: '2026-10-01',
      ground: order('40-уч', '2026-09-28'),
    }),
  );
  const extern = { enrollment: alla, aspect: 'arrangement', form: 'extern' } as const;
  must(
    await enrollments.setStudyForm({
      ...extern,
      on: '2026-10-01',
      ground: order('42-уч', '2026-09-29'),
    }),
  );

  // When lessons go on, they list neither of them, and there is no truancy.
  const on = '2026-10-06';
  const away = [{ learner: 'l-3', code: 'н' }];
  expectRefused(
    await journals.holdLesson({ ...algebra, present: ['l-1'], absent: away, on }),
    'learner-not-in-class',
    'l-3',
  );
  must(await journals.holdLesson({ ...algebra, present: ['l-1'], on }));

  // Then a current mark is refused, and the interim attestation is taken.
  for (const enrollment of [oleg, alla]) {
    const mark = { ...current, enrollment, value: '4', on };
    expectRefused(await assessments.record(mark), 'attestation-only', 'interim');
    must(await assessments.record({ ...interim, enrollment, value: '4', on: '2026-12-22' }));
  }

  // And the journal counts no absence of theirs; their files name form, day and order.
  const page = await printedJournal(school, journal);
  const missed = page.rows('marks-1').map((row) => [row[1], row.at(-3), row.at(-2)]);
  expect(missed).toEqual([
    [expect.stringContaining('Алла'), '0', '0'],
    [expect.stringContaining('Анна'), '0', '0'],
    ['Мухин Олег Ильич', '0', '0'],
  ]);
  const forms = async (learner: string) =>
    (await printedFile(school, learner)).rows('course-1').map((row) => row.slice(0, 3));
  expect(await forms('l-3')).toEqual([
    ['01.10.2026', 'Семейное образование', 'приказ № 40-уч от 28.09.2026'],
  ]);
  expect(await forms('l-2')).toEqual([['01.10.2026', 'Экстерн', 'приказ № 42-уч от 29.09.2026']]);
});

import { must, order } from '@letopis/core';
import { teacherDuties } from '@letopis/projections';
import { expect, test } from 'vitest';
import type { NamedSchool } from '../domain/worlds/named-school.ts';
import { algebra, algebraJournal, namedSchool } from '../domain/worlds/named-school.ts';
import { printedJournal, reading } from './printed.ts';

/* RK §4 no. 4. Belova is dismissed on 1 December, in the middle of the year; Gusev follows her. */

const journal = { group: '8a', module: 'algebra' };

/** What somebody has to do on a day: journals, lessons without attendance. */
async function duties(school: NamedSchool, person: string, on: string) {
  const page = await teacherDuties(await reading(school, on), { person });
  return {
    journals: page.journals.map((one) => one.journal),
    bare: page.withoutAttendance.map(({ on: day, teacher }) => `${day} ${teacher.text}`),
  };
}

test('RK §4 no. 4: a teacher leaves in mid-year, and nothing of theirs is lost', async () => {
  const school = await namedSchool();
  const { journals, officials, assessments } = school;

  // Given lessons of autumn, one without attendance, and a mark.
  school.onDay('2026-11-17');
  must(await journals.holdLesson({ ...algebra, on: '2026-09-08' }));
  must(await journals.holdLesson({ ...algebra, present: [], topic: 'Корни', on: '2026-11-17' }));
  const mark = { enrollment: 'l-3.basic.1', module: 'algebra', kind: 'current', form: 'survey' };
  const given = must(
    await assessments.record({ ...mark, value: '3', on: '2026-11-17', assessor: 'p-9' }),
  );
  expect(await duties(school, 'p-9', '2026-11-30')).toEqual({
    journals: [algebraJournal],
    bare: ['2026-11-17 Белова Ольга Юрьевна'],
  });

  // When the order dismisses her, her journals go to Gusev by an act.
  school.onDay('2026-12-01');
  const ground = order('88-к', '2026-11-30');
  must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-12-01', ground }));
  const act = { number: '1-пж', date: '2026-11-30' };
  const over = { journal: algebraJournal, from: 'p-9', to: 'p-8', act, signer: 'p-1' };
  must(await journals.handOver({ ...over, on: '2026-12-01' }));

  // Then what she left open is his, and she has no duty any more.
  expect(await duties(school, 'p-9', '2026-12-01')).toEqual({ journals: [], bare: [] });
  expect(await duties(school, 'p-8', '2026-12-01')).toEqual({
    journals: [algebraJournal],
    bare: ['2026-11-17 Белова Ольга Юрьевна'],
  });

  // And her forgotten lesson is entered by the office, with her as its teacher, not him.
  school.onDay('2026-12-05');
  const late = { ...algebra, topic: 'Дроби', on: '2026-11-24' };
  must(await journals.holdLesson(late));
  must(await journals.holdLesson({ ...algebra, teacher: 'p-8', topic: 'Ряды', on: '2026-12-03' }));

  // And her mark is corrected by her successor, who signs as himself. RK 1.12.
  const wrong = { enrollment: mark.enrollment, replaces: given.eventId, reason: 'описка' };
  must(await assessments.correct({ ...wrong, value: '4', words: 'четыре', signer: 'p-8' }));

  const page = await printedJournal(school, journal);
  expect(page.rows('journal-keeping')).toEqual([
    [
      '01.12.2026',
      'Журнал передан: Белова Ольга Юрьевна → Гусев Пётр Андреевич',
      'акт № 1-пж от 30.11.2026',
      'Крылова Вера Львовна, Руководитель',
    ],
  ]);
  const taught = page.rows('lesson-contents').map((row) => [row[1], row[2], row[7]]);
  expect(taught).toEqual([
    ['08.09.2026', 'Степени', 'Белова Ольга Юрьевна'],
    ['17.11.2026', 'Корни', 'Белова Ольга Юрьевна'],
    ['24.11.2026', 'Дроби', 'Белова Ольга Юрьевна'],
    ['03.12.2026', 'Ряды', 'Гусев Пётр Андреевич'],
  ]);
  expect(page.text).toContain('Преподаватели Белова Ольга Юрьевна, Гусев Пётр Андреевич');
  expect(page.rows('corrections').flat().join(' | ')).toContain('Гусев Пётр Андреевич');
});

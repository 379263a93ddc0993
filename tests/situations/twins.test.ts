import { must } from '@letopis/core';
import { doublesReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { algebra, namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 1. Anna and Alla Ilyina: one class, one birth date, one surname and one initial. */

const journal = { group: '8a', module: 'algebra' };

test('RK §4 no. 1: twins of one class are told apart on every page by file number', async () => {
  const school = await namedSchool();
  const { files, journals, assessments } = school;

  // Given the twins' files, opened on the first day, and an absence of one of them.
  must(await files.open({ learner: 'l-1', number: '8-17', on: '2026-09-01' }));
  must(await files.open({ learner: 'l-2', number: '8-18', on: '2026-09-01' }));
  school.onDay('2026-10-06');
  const lesson = { ...algebra, present: ['l-1', 'l-3'], absent: [{ learner: 'l-2', code: 'б' }] };
  const { lesson: id } = must(await journals.holdLesson({ ...lesson, on: '2026-10-06' }));
  const basis = { kind: 'lesson', id };
  const mark = { enrollment: 'l-1.basic.1', module: 'algebra', kind: 'current', form: 'survey' };
  must(await assessments.record({ ...mark, value: '5', basis, on: '2026-10-06', assessor: 'p-9' }));

  // Then the journal has the number of the file beside both names, and beside no other.
  const page = await printedJournal(school, journal);
  const marks = page.rows('marks-1').map(([, name, day]) => [name, day]);
  expect(marks).toEqual([
    ['Ильина Алла Петровна (л. д. № 8-18)', 'б'],
    ['Ильина Анна Петровна (л. д. № 8-17)', '5'],
    ['Мухин Олег Ильич', ''],
  ]);
  const roster = page.rows('roster').map(([, name]) => name);
  expect(roster).toEqual(marks.map(([name]) => name));

  // And each has a file of her own, with what is hers.
  const [anna, alla] = [await printedFile(school, 'l-1'), await printedFile(school, 'l-2')];
  expect(anna.text).toContain('Личное дело № 8-17 Ильина Анна Петровна');
  expect(alla.text).toContain('Личное дело № 8-18 Ильина Алла Петровна');
  expect(anna.rows('results-1').flat().join(' ')).toContain('5 пять');
  expect(alla.rows('results-1').flat().join(' ')).not.toContain('5 пять');
});

test('RK §4 no. 1: twins are no double; one who is entered twice is', async () => {
  const school = await namedSchool();
  const doubles = async () => {
    const { doubles: found } = await doublesReport(await reading(school));
    return found.map(({ records }) => records.map(({ learner }) => learner.person));
  };

  // The twins share birth date and surname, not the name: they are two people.
  expect(await doubles()).toEqual([]);

  // When the office enters Anna a second time, the list of doubles asks about her.
  const again = { id: 'l-9', name: 'Ильина Анна Петровна', birthDate: '2012-03-15' };
  must(await school.learners.register({ ...again, on: '2026-09-01' }));
  expect(await doubles()).toEqual([['l-1', 'l-9']]);

  // Said to be one person, she is listed no more, and needs nothing beside her name.
  const keeper = { signer: 'p-5', on: '2026-09-01' };
  must(await school.links.link({ learner: 'l-1', other: 'l-9', ...keeper }));
  expect(await doubles()).toEqual([]);
});

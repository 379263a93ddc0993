import { must } from '@letopis/core';
import { debtsReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import type { NamedSchool } from '../domain/worlds/named-school.ts';
import { algebra, algebraJournal, namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* Oleg misses the test of 20 October. His medical certificate comes after the debt arose. */

const enrollment = 'l-3.basic.1';
const interim = { enrollment, module: 'algebra', kind: 'interim', form: 'test', assessor: 'p-9' };
const certificate = { kind: 'certificate', number: '14', date: '2026-10-30' } as const;
const by = { signer: 'p-9', reason: 'справка о болезни' };

const absent = (code: string) => [{ learner: 'l-3', code }];

const owed = async (school: NamedSchool, on: string) => {
  const { debts } = await debtsReport(await reading(school, on), { group: '8a' });
  return debts.map(({ state, deadline }) => [state, deadline]);
};

test('RK 1.4: a certificate excuses an absence, and the debt has never been', async () => {
  const school = await namedSchool();
  const { journals, assessments } = school;

  // Given «н» on the lesson of the test, and in the result: a debt of that day.
  school.onDay('2026-10-20');
  const on = '2026-10-20';
  const held = { ...algebra, present: ['l-1', 'l-2'], absent: absent('н') };
  const { lesson } = must(await journals.holdLesson({ ...held, on }));
  const basis = { kind: 'lesson', id: lesson };
  const missed = { ...interim, outcome: 'absent', reason: 'н', basis } as const;
  const { eventId: replaces } = must(await assessments.record({ ...missed, on }));
  expect(await owed(school, on)).toEqual([['open', '2027-10-20']]);

  // When the certificate comes, attendance is corrected on it, and then the result.
  school.onDay('2026-11-03');
  const { group: _group, module: _module, ...entry } = held;
  const right = { ...entry, journal: algebraJournal, lesson, absent: absent('б'), ...by };
  must(await journals.correctLesson({ ...right, ground: certificate }));
  must(
    await assessments.correctAbsence({
      enrollment,
      replaces,
      code: 'б',
      ...by,
      ground: certificate,
    }),
  );

  // Then nothing is owed on any day, and the journal shows both codes and the certificate.
  expect(await owed(school, on)).toEqual([]);
  const page = await printedJournal(school, { group: '8a', module: 'algebra' });
  const [sheet = []] = page.rows('corrections');
  expect(sheet.join(' | ')).toContain('справка № 14 от 30.10.2026');
  const [, , row = []] = page.rows('marks-1');
  expect(row.slice(1)).toEqual(['Мухин Олег Ильич', 'б н б1) Болел', '1', '1']);
  expect((await printedFile(school, 'l-3')).text).not.toContain('не ликвидирована');
});

test('273-FZ art. 58 part 5: days of illness move the term, also after it was over', async () => {
  const school = await namedSchool();
  const { assessments, debts } = school;

  // Given a failed test, whose year has passed.
  school.onDay('2027-11-01');
  const failed = must(await assessments.record({ ...interim, value: '2', on: '2026-10-20' }));
  expect(await owed(school, '2027-10-21')).toEqual([['expired', '2027-10-20']]);

  // When a hospital certifies thirty days of illness.
  const days = { from: '2027-09-01', until: '2027-09-30', reason: 'illness' };
  const ground = { kind: 'certificate', number: '9', date: '2027-10-01' } as const;
  must(await debts.pauseTerm({ enrollment, debt: failed.eventId, ...days, ground }));

  // Then the debt is open again, until as many days later, and a retake may be granted.
  expect(await owed(school, '2027-10-21')).toEqual([['open', '2027-11-19']]);
  const retake = { enrollment, of: failed.eventId, plannedOn: '2027-11-15', on: '2027-11-01' };
  must(await debts.grantRetake(retake));
  const file = await printedFile(school, 'l-3');
  expect(file.rows('debts').map((row) => row.slice(2))).toEqual([
    ['20.10.2026', '19.11.2027', 'не ликвидирована'],
  ]);
});

import { must, order } from '@letopis/core';
import { correctionsReport, orderRegister, outcomesReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 9. Oleg is expelled in November; in February a court voids it, and a mark as well. */

const enrollment = 'l-3.basic.1';
const journal = { group: '8a', module: 'algebra' };
const court = { kind: 'court', number: '2-118/2027', date: '2027-02-15' } as const;
const mark = { enrollment, module: 'algebra', kind: 'current', form: 'survey', assessor: 'p-9' };

/** The school with a mark of October, and the expulsion of 20 November. */
async function expelled() {
  const school = await namedSchool();
  school.onDay('2026-11-20');
  const given = must(await school.assessments.record({ ...mark, value: '2', on: '2026-10-06' }));
  const ground = order('71-уч', '2026-11-19');
  const left = { enrollment, reason: 'expelled', on: '2026-11-20', ground };
  const discharge = must(await school.enrollments.discharge(left));
  return { ...school, given, discharge };
}

test('RK §4 no. 9: a court voids an expulsion: it is as if it had never been made', async () => {
  const school = await expelled();
  const { enrollments, assessments, discharge } = school;
  const studying = async (on: string) =>
    (await outcomesReport(await reading(school, on), { group: '8a' })).open;

  // Given that a mark of December is refused while the order stands.
  school.onDay('2027-02-18');
  const later = { ...mark, value: '4', on: '2026-12-08' };
  expectRefused(await assessments.record(later), 'outside-study', '2026-12-08');
  const before = await studying('2026-12-08');

  // When the court's decision comes, the discharge is annulled on it, without an order.
  const act = { enrollment, entry: discharge.eventId, signer: 'p-1', on: '2027-02-18' };
  const reason = 'решением суда приказ отменён';
  must(await enrollments.annul({ ...act, reason, ground: court }));

  // Then he has studied all the time: the mark of December is taken.
  must(await assessments.record(later));
  expect([before, await studying('2026-12-08')]).toEqual([2, 3]);

  // And the file keeps the discharge, struck through, with the day and the court beside it.
  const file = await printedFile(school, 'l-3');
  const [, gone] = file.rows('steps-1');
  expect(gone?.slice(0, 3)).toEqual([
    '20.11.2026',
    'Отчисление: Мера взыскания Аннулировано с начала 18.02.2027; Крылова Вера Львовна; ' +
      'решение суда № 2-118/2027 от 15.02.2027 решением суда приказ отменён',
    'приказ № 71-уч от 19.11.2026',
  ]);
  expect(file.text).toContain('Состояние обучается');

  // And the order of the expulsion counts for nobody any more.
  const { lines } = await orderRegister(await reading(school), { year: '2026' });
  const [use] = lines.find(({ number }) => number === '71-уч')?.uses ?? [];
  expect(use).toMatchObject({ type: 'Discharged', count: 0, learners: [] });
  expect(use?.annulled).toMatchObject([{ actedOn: '2027-02-18', learners: ['l-3'] }]);
});

test('RK §4 no. 9: a court changes a mark: the teacher enters it, on its decision', async () => {
  const school = await expelled();
  const { assessments, given } = school;
  school.onDay('2027-02-18');

  // When the author corrects the mark, in digits and in words, with the decision as its ground.
  const right = { enrollment, replaces: given.eventId, value: '4', words: 'четыре' };
  const reason = 'по решению суда';
  must(await assessments.correct({ ...right, reason, signer: 'p-9', ground: court }));

  // Then the journal shows the old mark struck through, and names the decision on its sheet.
  const page = await printedJournal(school, journal);
  expect(page.rows('marks-1').flat()).toContain('2 41) (четыре)');
  const sheet = page.rows('corrections').flat().join(' | ');
  expect(sheet).toContain('по решению суда');
  expect(sheet).toContain('решение суда № 2-118/2027 от 15.02.2027');
  const month = { from: '2027-02-01', until: '2027-02-28' };
  const { lines } = await correctionsReport(await reading(school), month);
  expect(lines[0]?.correction).toMatchObject({ ground: court, before: { mark: { digits: '2' } } });
});

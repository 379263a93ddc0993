import { must } from '@letopis/core';
import { oldBooksReport, registerReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import {
  book,
  duplicate,
  firstLine,
  line,
  oldBookAcademy,
} from '../domain/worlds/old-book-academy.ts';
import { printedFile, reading } from './printed.ts';

/*
 * RK §4 no. 8. School no. 7 was closed in 2010, and the academy is its successor. Anna, who is now
 * called Orlova, lost the attestat that the school gave her in 1998.
 */

test('RK §4 no. 8: a duplicate of a closed predecessor’s document, from its old book', async () => {
  const academy = await oldBookAcademy();
  const { documents, learners } = academy;

  // Given the book: its lines are taken over as they stand there, without study and learner.
  must(await documents.takeOver({ ...book, lines: [line] }));
  const search = async () =>
    oldBooksReport(await reading(academy), { name: 'ильина', issuedUntil: '1998-12-31' });
  expect((await search()).lines).toMatchObject([{ document: firstLine, learnerLinked: null }]);

  // When she comes, with her passport: the line is linked to her, and its document is lost.
  const named = { id: 'l-98', name: 'Орлова Анна Петровна', birthDate: '1981-03-15' };
  must(await learners.register({ ...named, on: '2026-12-11' }));
  expectRefused(await documents.issue(duplicate), 'document-unlinked', firstLine);
  must(await documents.link({ document: firstLine, learner: 'l-98', on: '2026-12-12' }));
  must(await documents.withdraw({ document: firstLine, reason: 'lost', on: '2026-12-12' }));
  must(await documents.issue(duplicate));

  // Then the duplicate has a number of ours, and the marks of the book; its line has both names.
  const page = await registerReport(await reading(academy), { series: 'attestats', year: 'all' });
  expect(page.lines).toMatchObject([
    {
      standing: 'duplicate',
      inForce: { registrationNumber: '41' },
      nameOn: { text: 'Орлова Анна Петровна' },
      original: { nameOn: { text: 'Ильина Анна Петровна' }, document: firstLine },
      marksShown: [{ words: 'отлично' }, { words: 'хорошо' }],
    },
  ]);
  expect((await search()).counts).toMatchObject({ replaced: 1, linked: 1 });

  // And her file says who issued the first, where its book is, and in whose place the second is.
  const file = await printedFile(academy, 'l-98');
  const kept = 'хранится: городской архив, фонд 12';
  expect(file.rows('documents').map((row) => row.slice(0, 2))).toEqual([
    [
      '41',
      'Аттестат выдан: Школа № 7 старая книга: Книга выдачи аттестатов, 2, 12, 3 ' +
        `${kept} Ильина Анна Петровна`,
    ],
    ['41', `Аттестат дубликат, взамен ${firstLine} выдан: Школа № 7 ${kept}`],
  ]);
  expect(file.rows('documents').map((row) => row.at(-1))).toEqual([
    'заменено 12.12.2026: Утрачен',
    'действует',
  ]);
});

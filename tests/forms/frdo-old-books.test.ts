import { known } from '@letopis/core';
import { frdoOo, frdoProblems, frdoRows } from '@letopis/forms/frdo';
import { registerReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import {
  duplicate,
  firstLine,
  line,
  must,
  withLostOldLine,
} from '../domain/worlds/old-book-academy.ts';
import { readerOf } from '../projections/contradictions.ts';

/* RK §4 situation 8: a duplicate in the place of a line of an old book, for the register. */

const template = {
  ...frdoOo,
  kinds: [
    {
      kind: 'attestat',
      values: {
        documentKind: 'Аттестат о среднем общем образовании',
        level: 'Среднее общее образование',
      },
    },
  ],
};

const defaults = {
  documentName: 'Аттестат',
  studyForm: 'Очная',
  funding: 'Региональный бюджет',
  educationForm: 'в образовательной организации',
  citizenship: '643',
  sex: 'Жен',
  startYear: '1987',
  endYear: '1998',
};

const person = {
  name: known('Орлова Анна Петровна'),
  nameParts: { family: 'Орлова', given: 'Анна', patronymic: 'Петровна' },
  birthDate: known('1981-03-15'),
  snils: known('112-233-445 95'),
};

async function rowsOf(title: string | null = line.title) {
  const academy = await withLostOldLine();
  const by = { document: firstLine, replaces: academy.eventId, reason: 'описка', signer: 'p-5' };
  if (title === null) must(await academy.documents.correct({ ...by, changes: { title } }));
  must(await academy.documents.issue({ ...duplicate, series: 'А', number: '7' }));
  const reader = await readerOf(academy);
  const own = await registerReport(reader, { series: 'attestats', year: 'all' });
  const old = await registerReport(reader, { series: 'attestats-1998', year: 'old' });
  const source = { people: new Map([['l-98', person]]), programmes: new Map(), defaults };
  return {
    own: frdoRows(template, { ...source, lines: own.lines }),
    all: frdoRows(template, { ...source, lines: [...old.lines, ...own.lines] }),
  };
}

describe('RK §4 situation 8: the row of a duplicate in the place of an old line', () => {
  test('has our number, the name of today, and the original with its own', async () => {
    const { own } = await rowsOf();
    expect(own.rows.map(({ values }) => values)).toMatchObject([
      {
        documentStatus: 'Дубликат',
        regNumber: '41',
        surname: 'Орлова',
        originalKind: line.title,
        originalSeries: 'А',
        originalNumber: '0456789',
        originalRegNumber: '41',
        originalIssuedOn: '20.06.1998',
        originalSurname: 'Ильина',
        originalGivenName: 'Анна',
        originalPatronymic: 'Петровна',
      },
    ]);
    const problems = frdoProblems(template, own.rows, { today: '2026-12-25' });
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  });

  test('is the same where the old book is given too, whose lines are left out', async () => {
    const { own, all } = await rowsOf();
    expect(all.rows).toEqual(own.rows);
    expect(all.leftOut).toEqual([{ document: firstLine, why: 'taken-over' }]);
  });

  test('names the original by its kind where the book does not say its title', async () => {
    const { own } = await rowsOf(null);
    expect(own.rows[0]?.values['originalKind']).toBe('Аттестат о среднем общем образовании');
  });
});

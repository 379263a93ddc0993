import { must } from '@letopis/core';
import {
  entryCorrectionsReport,
  oldBooksReport,
  personalFileReport,
  registerReport,
} from '@letopis/projections';
import { registers, registersKey } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import {
  book,
  duplicate,
  firstLine,
  line,
  oldBookAcademy,
  withLostOldLine,
} from '../domain/worlds/old-book-academy.ts';
import { readerOf } from './contradictions.ts';

/* RK §4 situation 8, RK 1.10: old books are searched and counted apart; a duplicate: two names. */

const december = { from: '2026-12-01', until: '2026-12-31' };

async function withBooks() {
  const academy = await oldBookAcademy();
  const second = { ...line, line: '4', registrationNumber: '42', name: 'Ёлкин Пётр Ильич' };
  const course = {
    ...line,
    kind: 'upgrade-certificate',
    title: null,
    registrationNumber: '7',
    number: '77',
    issuedOn: '2004-05-05',
    marks: [],
    name: 'Елкина Мария',
  };
  must(await academy.documents.takeOver({ ...book, lines: [line, second] }));
  const courses = { ...book, book: 'courses-2004', title: 'Журнал удостоверений', volume: null };
  must(await academy.documents.takeOver({ ...courses, predecessor: null, lines: [course] }));
  const search = async (query: Parameters<typeof oldBooksReport>[1] = {}) =>
    oldBooksReport(await readerOf(academy), query);
  return { ...academy, search };
}

describe('RK §4 situation 8: the lines of old books', () => {
  test('are searched by book, kind, name, number, day and link', async () => {
    const { search, documents } = await withBooks();
    must(await documents.link({ document: firstLine, learner: 'l-1', on: '2026-12-12' }));
    const found = async (query: Parameters<typeof search>[0]) =>
      (await search(query)).lines.map(({ document }) => document);
    const [one, two, three] = [firstLine, 'attestats-1998.old.2', 'courses-2004.old.1'];
    expect(await found({})).toEqual([one, two, three]);
    expect(await found({ book: 'courses-2004' })).toEqual([three]);
    expect(await found({ book: 'attestats' })).toEqual([]);
    expect(await found({ kind: 'attestat' })).toEqual([one, two]);
    expect(await found({ name: 'елкин' })).toEqual([two, three]);
    expect(await found({ name: 'Ильина  анна' })).toEqual([one]);
    expect(await found({ number: '42' })).toEqual([two]);
    expect(await found({ number: '77' })).toEqual([three]);
    expect(await found({ issuedFrom: '2000-01-01' })).toEqual([three]);
    expect(await found({ issuedUntil: '1998-06-20' })).toEqual([one, two]);
    expect(await found({ linked: true })).toEqual([one]);
    expect(await found({ linked: false, kind: 'attestat' })).toEqual([two]);
  });

  test('are counted apart, by book and by state', async () => {
    const { search } = await withBooks();
    const page = await search();
    expect(page.books).toEqual([
      { book: 'attestats-1998', title: book.title, lines: 2 },
      { book: 'courses-2004', title: 'Журнал удостоверений', lines: 1 },
    ]);
    expect(page.counts).toMatchObject({ 'in-force': 3, linked: 0 });
    expect(page.lines[0]).toMatchObject({
      nameOn: { text: line.name },
      birthDateOn: { text: line.birthDate },
      kindTitle: { ru: 'Аттестат' },
      learnerLinked: null,
      inForce: { registrationNumber: '41', issuer: 'Школа № 7', marks: line.marks },
    });
  });

  test('stand in no register of ours, and in no number of a year', async () => {
    const academy = await withBooks();
    const reader = await readerOf(academy);
    for (const series of ['attestats-1998', 'issued-documents', 'attestats']) {
      for (const year of ['1998', '2026', 'all']) {
        expect((await registerReport(reader, { series, year })).lines).toEqual([]);
      }
    }
    const own = await registerReport(reader, { series: 'attestats-1998', year: 'old' });
    expect(own.lines.map(({ standing }) => standing)).toEqual(['taken-over', 'taken-over']);
    expect(own.counts['in-force']).toBe(2);
  });

  test('as of a day before the taking over there is none', async () => {
    const academy = await withBooks();
    const reader = await readerOf(academy);
    const before = await reader.at({ on: '2026-12-09' });
    expect((await oldBooksReport(before)).lines).toEqual([]);
  });

  test('P14: corrections of a line are told field by field, each once', async () => {
    const academy = await withLostOldLine();
    const { documents, eventId, link } = academy;
    const by = { document: firstLine, reason: 'описка', signer: 'p-5', on: '2026-12-20' };
    const changes = { page: '13', issuer: 'Школа № 8', registrationNumber: '14' };
    const person = { name: 'Ильина Анна Павловна', birthDate: '1981-03-16' };
    must(await documents.correct({ ...by, replaces: eventId, changes, ...person }));
    const right = { reason: 'день', signer: 'p-1', office: 'head', on: '2026-12-21' };
    const act = { document: firstLine, entry: link, to: { on: '2026-12-13' } };
    must(await documents.correctAct({ ...right, ...act }));
    const { lines } = await entryCorrectionsReport(await readerOf(academy), december);
    expect(lines.map(({ changes: made }) => made)).toEqual([
      [
        { field: 'old.page', before: '12', after: '13' },
        { field: 'old.issuer', before: 'Школа № 7', after: 'Школа № 8' },
        { field: 'old.registrationNumber', before: '41', after: '14' },
        { field: 'name', before: line.name, after: 'Ильина Анна Павловна' },
        { field: 'birthDate', before: '1981-03-15', after: '1981-03-16' },
      ],
      [{ field: 'on', before: '2026-12-12', after: '2026-12-13' }],
    ]);
  });
});

describe('RK 1.10, RK §4 situation 8: the duplicate', () => {
  test('its line shows both names, and its own is that of the identity document', async () => {
    const academy = await withLostOldLine();
    const { document } = must(await academy.documents.issue(duplicate));
    const reader = await readerOf(academy);
    const page = await registerReport(reader, { series: 'attestats', year: 'all' });
    expect(page.lines).toMatchObject([
      {
        document,
        standing: 'duplicate',
        nameOn: { text: 'Орлова Анна Петровна' },
        original: {
          document: firstLine,
          nameOn: { text: 'Ильина Анна Петровна' },
          inForce: { registrationNumber: '41', issuer: 'Школа № 7' },
        },
        marksShown: [
          { title: 'Алгебра', digits: '5', words: 'отлично' },
          { title: 'Физика', digits: '4', words: 'хорошо' },
        ],
        entered: { data: { printed: { original: { archive: 'городской архив, фонд 12' } } } },
      },
    ]);
    const { lines, counts } = await oldBooksReport(reader);
    expect(counts).toMatchObject({ replaced: 1, linked: 1 });
    expect(lines[0]).toMatchObject({ state: 'replaced', learnerLinked: { person: 'l-98' } });
  });

  test('a line that was annulled after it is not taken for a valid one', async () => {
    const academy = await withLostOldLine();
    const { document } = must(await academy.documents.issue(duplicate));
    const annul = { document, reason: 'не тому', signer: 'p-1', on: '2026-12-20' };
    must(await academy.documents.annul({ ...annul, ground: ORDER }));
    const { lines } = await oldBooksReport(await readerOf(academy));
    expect(lines[0]?.state).toBe('withdrawn');
  });

  test('the personal file has both; the learner sees their own, others do not', async () => {
    const academy = await withLostOldLine();
    must(await academy.documents.issue(duplicate));
    const reader = await readerOf(academy);
    const documentsOf = async (of: typeof reader, learner = 'l-98') => {
      const { record } = await personalFileReport(of, { learner });
      return record.documents.map(({ standing }) => standing);
    };
    expect(await documentsOf(reader)).toEqual(['taken-over', 'duplicate']);
    const own = { kind: 'learner' as const, person: 'l-98', on: '2026-12-25', purpose: 'own' };
    const bound = await reader.for(own);
    expect(await documentsOf(bound)).toEqual(['taken-over', 'duplicate']);
    await expect(oldBooksReport(bound)).rejects.toMatchObject({ code: 'refused' });
    const other = await reader.for({ ...own, person: 'l-1' });
    expect(await documentsOf(other, 'l-1')).toEqual([]);
    const key = registersKey.line(firstLine);
    expect(await bound.get(registers, key)).toMatchObject({ lines: [{ document: firstLine }] });
    expect(await other.get(registers, key)).toBeNull();
  });

  test('RK 1.8: a line whose link was annulled leaves the file', async () => {
    const { link, ...academy } = await withLostOldLine();
    const by = { document: firstLine, reason: 'не тот', signer: 'p-1', office: 'head' };
    must(await academy.documents.annulAct({ ...by, entry: link }));
    const reader = await readerOf(academy);
    const { record } = await personalFileReport(reader, { learner: 'l-98' });
    expect(record.documents).toEqual([]);
    const { lines, counts } = await oldBooksReport(reader);
    expect(counts.linked).toBe(0);
    expect(lines[0]?.actsAnnulled.map(({ act }) => act.type)).toEqual(['DocumentLinked']);
  });
});

const ORDER = { kind: 'order', number: '41-з', date: '2026-12-20' } as const;

import type { Table } from '@letopis/forms/kit';
import { cell } from '@letopis/forms/kit';
import { csvText, plainText, tableCsv } from '@letopis/forms/spreadsheets';
import { expect, test } from 'vitest';

const table: Table = {
  key: 'marks',
  caption: 'Оценки',
  columns: [
    { key: 'fullName', heading: 'ФИО', names: true },
    { key: 'a', heading: '07.09', group: 'Занятия' },
    { key: 'note', heading: 'Примечание' },
  ],
  rows: [
    [
      cell('Ильина А. П.'),
      { lines: [[{ text: '3', as: 'struck' }], [{ text: '4' }]] },
      cell('=1+1'),
    ],
    [cell('Ким "Е"; К.'), cell(5)],
  ],
  empty: 'Записей нет',
};

test('a table becomes CSV with a byte order mark, semicolons, CRLF and one row of headings', () => {
  expect(tableCsv(table)).toBe(
    '\uFEFFФИО;Занятия / 07.09;Примечание\r\n' +
      'Ильина А. П.;"[зачёркнуто: 3]\n4";\'=1+1\r\n' +
      '"Ким ""Е""; К.";5;\r\n',
  );
});

test('a separator and a language can be chosen', () => {
  const comma = tableCsv(table, { separator: ',', language: 'en' });
  expect(comma).toContain('ФИО,Занятия / 07.09,Примечание\r\n');
  expect(comma).toContain('[struck out: 3]');
  expect(comma).toContain('"Ким ""Е""; К."');
});

test.each(['=', '+', '-', '@', '\t', '\r'])('a cell that begins with %j is no formula', (sign) => {
  expect(csvText([[`${sign}cmd`]])).toMatch(/^\uFEFF"?'/u);
});

test('a table without rows keeps its headings', () => {
  expect(tableCsv({ ...table, rows: [] })).toBe('\uFEFFФИО;Занятия / 07.09;Примечание\r\n');
});

test('an earlier value stays readable as such', () => {
  expect(plainText({ lines: [[{ text: 'было ' }, { text: '2', as: 'struck' }]] })).toBe(
    'было [зачёркнуто: 2]',
  );
});

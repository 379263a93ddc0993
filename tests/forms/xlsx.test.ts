import { inflateRawSync } from 'node:zlib';
import type { Table } from '@letopis/forms/kit';
import { cell } from '@letopis/forms/kit';
import { tablesXlsx, workbookXlsx } from '@letopis/forms/spreadsheets';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';

/** The sheets of a workbook, read back by another library. */
async function sheetsOf(bytes: Uint8Array) {
  const sheets = await readXlsx(Buffer.from(bytes));
  return sheets.map(({ sheet, data }) => ({ sheet, data }));
}

const grouped: Table = {
  key: 'marks',
  caption: 'Оценки: [1/2]',
  columns: [
    { key: 'line', heading: '№', widthMm: 10 },
    { key: 'a', heading: '07.09', group: 'Занятия' },
    { key: 'b', heading: '14.09', group: 'Занятия' },
    { key: 'final', heading: 'Итог' },
  ],
  rows: [
    [
      cell('0012'),
      { lines: [[{ text: '3', as: 'struck' }], [{ text: '4' }]] },
      cell(null),
      cell('=1'),
    ],
  ],
  empty: 'Записей нет',
};

test('a table read back has its groups, headings and texts, and every cell is a text', async () => {
  const [sheet] = await sheetsOf(await tablesXlsx([grouped]));
  expect(sheet?.sheet).toBe('Оценки 1 2');
  expect(sheet?.data).toEqual([
    ['№', 'Занятия', null, 'Итог'],
    [null, '07.09', '14.09', null],
    ['0012', '[зачёркнуто: 3]\n4', null, '=1'],
  ]);
});

test('tables stand on sheets of their own, an empty one says that it is empty', async () => {
  const { columns, ...plain } = grouped;
  const one = { ...plain, columns: columns.filter(({ group }) => group === undefined), rows: [] };
  const sheets = await sheetsOf(await tablesXlsx([one, { ...one, caption: 'Оценки  1 2' }]));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Оценки 1 2', 'Оценки 1 2 2']);
  expect(sheets[1]?.data).toEqual([
    ['№', 'Итог'],
    ['Записей нет', null],
  ]);
});

test('long names of sheets are cut to 31 characters, and stay apart', async () => {
  const sheet = { headings: [[{ text: 'а' }]], rows: [] };
  const name = 'Книга регистрации выданных документов об образовании';
  const read = await sheetsOf(
    await workbookXlsx([
      { name, ...sheet },
      { name, ...sheet },
    ]),
  );
  const names = read.map((one) => one.sheet);
  expect(names[0]).toBe('Книга регистрации выданных доку');
  expect(names[1]).toBe('Книга регистрации выданных до 2');
  expect(Math.max(...names.map((one) => one.length))).toBeLessThanOrEqual(31);
});

test('two thousand rows of forty columns are written and keep their order', async () => {
  const rows = Array.from({ length: 2000 }, (_, row) =>
    Array.from({ length: 40 }, (_unused, column) => `${row}-${column}`),
  );
  const headings = [Array.from({ length: 40 }, (_, column) => ({ text: `К${column}` }))];
  const [sheet] = await sheetsOf(await workbookXlsx([{ name: 'Лист', headings, rows }]));
  expect(sheet?.data).toHaveLength(2001);
  expect(sheet?.data[2000]?.[39]).toBe('1999-39');
});

/** The text of one file of a ZIP that holds it deflated. */
function unzipped(bytes: Uint8Array, file: string): string {
  const zip = Buffer.from(bytes);
  const at = zip.indexOf(`${file}`) - 30;
  const [size, nameSize, extraSize] = [
    zip.readUInt32LE(at + 18),
    zip.readUInt16LE(at + 26),
    zip.readUInt16LE(at + 28),
  ];
  const from = at + 30 + nameSize + extraSize;
  return inflateRawSync(zip.subarray(from, from + size)).toString('utf8');
}

test('a hidden sheet is hidden, the others are not', async () => {
  const sheet = { headings: [[{ text: 'а' }]], rows: [] };
  const shown = { name: 'Шаблон', ...sheet };
  const bytes = await workbookXlsx([shown, { name: 'Проверки', ...sheet, hidden: true }]);
  const workbook = unzipped(bytes, 'xl/workbook.xml');
  const tags = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag);
  expect(tags).toHaveLength(2);
  expect(tags.map((tag) => tag.includes('state="hidden"'))).toEqual([false, true]);
});

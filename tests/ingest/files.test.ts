import { createHash } from 'node:crypto';
import { fileInMemory } from '@letopis/ingest';
import type { SurveyedFile } from '@letopis/ingest/tables';
import { fileFormat, surveyFile, XLSX_BYTES_MAX } from '@letopis/ingest/tables';
import { describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import { expectSaid } from '../domain/worlds/expect-refused.ts';
import { refusalOf, taken } from './school.ts';

const survey = (bytes: Uint8Array, format: object = {}) =>
  surveyFile(fileInMemory('f.csv', bytes), fileFormat.parse(format));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function surveyed(bytes: Uint8Array, format: object = {}): Promise<SurveyedFile> {
  return taken(await survey(bytes, format));
}

async function rowsOf(file: SurveyedFile, sheet = 0) {
  const found = [];
  for await (const row of file.sheets[sheet]?.rows() ?? []) found.push(row);
  return found;
}

async function refused(bytes: Uint8Array, format: object, code: string, ...values: string[]) {
  expectSaid(refusalOf(await survey(bytes, format)), code, ...values);
}

/** «имя;ё» in Windows-1251. */
const cp1251 = Uint8Array.from([0xe8, 0xec, 0xff, 0x3b, 0xb8, 0x0d, 0x0a, 0xc0, 0x3b, 0x31]);

describe('D22: a CSV file is read', () => {
  test.each([
    ['semicolons, a byte order mark, CRLF', '\uFEFFid;mark\r\nl-1;5\r\n', {}],
    ['commas', 'id,mark\nl-1,5', {}],
    ['tabs', 'id\tmark\nl-1\t5\n', {}],
    ['a separator that is named', 'id;mark\nl-1;5\n', { separator: ';' }],
    ['quotes, with other separators within', '"id";"mark"\n"l-1";"5"', {}],
    ['spaces about', ' id ; mark \n l-1 ;5 ', {}],
  ])('%s', async (_, text, format) => {
    const file = await surveyed(utf8(text), format);
    expect(file.sheets[0]?.heading).toEqual(['id', 'mark']);
    expect(await rowsOf(file)).toEqual([{ row: 2, cells: ['l-1', '5'] }]);
    expect(file.rows).toBe(1);
  });

  test('its hash and size are those of its bytes', async () => {
    const bytes = utf8('id\nl-1\n');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await surveyed(bytes)).toMatchObject({ name: 'f.csv', sha256, bytes: 7 });
  });

  test('a separator within quotes in the heading does not count', async () => {
    const file = await surveyed(utf8('"a,b,c";d\n"x;y";2'));
    expect(file.sheets[0]?.heading).toEqual(['a,b,c', 'd']);
    expect(await rowsOf(file)).toEqual([{ row: 2, cells: ['x;y', '2'] }]);
  });

  test('Windows-1251 is found, and may be named', async () => {
    for (const format of [{}, { encoding: 'windows-1251' }]) {
      const file = await surveyed(cp1251, format);
      expect(file.sheets[0]?.heading).toEqual(['имя', 'ё']);
      expect(await rowsOf(file)).toEqual([{ row: 2, cells: ['А', '1'] }]);
    }
  });

  test('empty rows count as rows of the sheet, but are none of the data', async () => {
    const file = await surveyed(utf8('id;mark\n\n;\nl-1;"two\nlines"\n\n'));
    expect(await rowsOf(file)).toEqual([{ row: 4, cells: ['l-1', 'two\nlines'] }]);
    expect(file.rows).toBe(1);
  });

  test('a heading may stand lower', async () => {
    const file = await surveyed(utf8('Export of 22.11\n\nid;mark\nl-1;5'), { headingRow: 3 });
    expect(file.sheets[0]?.heading).toEqual(['id', 'mark']);
    expect(await rowsOf(file)).toEqual([{ row: 4, cells: ['l-1', '5'] }]);
  });

  test('a letter that lies across two chunks stays whole', async () => {
    const bytes = utf8('имя\nЁж\n');
    const file = {
      name: 'f.csv',
      open: async function* open() {
        for (const byte of bytes) yield Uint8Array.of(byte);
      },
    };
    const read = taken(await surveyFile(file, fileFormat.parse({})));
    expect(read.sheets[0]?.heading).toEqual(['имя']);
    expect(await rowsOf(read)).toEqual([{ row: 2, cells: ['Ёж'] }]);
  });

  test('what cannot be read is refused, with the place', async () => {
    const open = utf8('id;mark\nl-1;"5\nl-2;4\n');
    await refused(open, {}, 'file-unreadable', 'f.csv', '2', 'CSV_QUOTE_NOT_CLOSED');
    await refused(cp1251, { encoding: 'utf-8' }, 'file-unreadable', 'f.csv', 'utf-8');
    await refused(utf8(''), {}, 'heading-missing', 'f.csv', '1');
    await refused(utf8('\nid\n'), {}, 'heading-missing', 'f.csv', '1');
  });
});

const workbook = async (): Promise<Uint8Array> => {
  const day = new Date('2026-10-05T00:00:00.000Z');
  const blob = await writeXlsx([
    {
      sheet: 'Слушатели',
      data: [
        [{ value: 'id' }, { value: 'day' }, { value: 'mark' }],
        [{ value: 'l-1' }, { value: day, type: Date, format: 'dd.mm.yyyy' }, { value: 4.5 }],
        [null, null, null],
        [{ value: 'l-2' }, null, { value: '007', type: String }],
      ],
    },
    { sheet: 'Ещё', data: [[{ value: 'id' }], [{ value: 'l-3' }]] },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};

describe('D22: an XLSX file is read', () => {
  test('its sheets, typed days and numbers, with rows as the spreadsheet counts them', async () => {
    const file = await surveyed(await workbook());
    expect(file.sheets.map(({ name }) => name)).toEqual(['Слушатели', 'Ещё']);
    expect(file.sheets[0]?.heading).toEqual(['id', 'day', 'mark']);
    expect(await rowsOf(file)).toEqual([
      { row: 2, cells: ['l-1', { day: '2026-10-05' }, '4.5'] },
      { row: 4, cells: ['l-2', '', '007'] },
    ]);
    expect(await rowsOf(file, 1)).toEqual([{ row: 2, cells: ['l-3'] }]);
    expect(file.rows).toBe(3);
  });

  test('one that is broken, or larger than may be read whole, is refused', async () => {
    const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    await refused(zip, {}, 'file-unreadable', 'f.csv');
    const large = new Uint8Array(XLSX_BYTES_MAX + 1);
    large.set(zip);
    await refused(large, {}, 'file-too-large', 'f.csv', String(XLSX_BYTES_MAX));
  });
});

import { must } from '@letopis/core';
import type { FrdoRow, FrdoTemplate } from '@letopis/forms/frdo';
import { fillFrdoFile, frdoDpo, frdoOo, frdoPo, frdoXlsx } from '@letopis/forms/frdo';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { changed, reported } from './frdo-world.ts';
import type { FileChanges } from './register-file.ts';
import { emptyRow, letters, registerFile, registerParts } from './register-file.ts';

/* regulation-verified §3.2: the register takes the file that it gave, with rows filled in. */

const SHEET = 'xl/worksheets/sheet1.xml';

const rows = async () => (await reported()).rows;

/** Rows of a template of which only some columns matter. */
const rowOf = (document: string, values: FrdoRow['values']): FrdoRow => ({
  document,
  gaps: {},
  values,
});

const textsOf = async (bytes: Uint8Array) => {
  const sheets = await readXlsx(Buffer.from(bytes));
  return sheets.find(({ sheet }) => sheet === 'Шаблон')?.data ?? [];
};

const filled = (
  list: readonly FrdoRow[],
  changes: FileChanges = {},
  template: FrdoTemplate = frdoDpo,
): Uint8Array => must(fillFrdoFile(template, registerFile(template, changes), list));

const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array());

/** What stands before and after the rows to fill. */
const around = (xml: string): readonly string[] => [
  xml.slice(0, xml.indexOf('<row r="2"')),
  xml.slice(xml.indexOf('</sheetData>')),
];

const withoutArea = (xml: string): string => xml.replace(/<dimension[^>]*>/, '');

const prefixed = (xml: string): string =>
  xml
    .replace('<worksheet xmlns=', '<x:worksheet xmlns:x=')
    .replaceAll(/<(\/?)(?=[a-z])(?!x:)/gi, '<$1x:')
    .replaceAll(/ r="[A-Z]+\d"/g, '')
    .replaceAll(/<x:row r="\d"/g, '<x:row');

const otherHeadings = (xml: string): string =>
  xml
    .replace(/<c r="G1"[^/]*\/v><\/c>/, '')
    .replace('</row>', '<c r="AP1" t="inlineStr"><is><t>Ещё</t></is></c></row>');

const refused = async (changes: FileChanges, template: FrdoTemplate = frdoDpo) => {
  const answer = fillFrdoFile(template, registerFile(frdoDpo, changes), await rows());
  return answer.ok ? null : answer.refusal;
};

describe('the file that the register gave', () => {
  test('has the rows under its headings, as texts that another library reads', async () => {
    const list = await rows();
    const [headings, ...data] = await textsOf(filled(list));
    expect(headings?.map((one) => String(one).trim())).toEqual(
      frdoDpo.columns.map(({ heading }) => heading),
    );
    expect(data.slice(0, 2)).toEqual(
      list.map(({ values }) =>
        frdoDpo.columns.map(({ key }) => (values[key] === '' ? null : values[key])),
      ),
    );
    expect(data).toHaveLength(2);
  });

  test('keeps every other part byte for byte, in its order, and around the rows too', async () => {
    const before = registerParts(frdoDpo);
    const after = unzipSync(filled(await rows()));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect({ ...after, [SHEET]: null }).toEqual({ ...before, [SHEET]: null });
    const [was = '', is = ''] = [before, after].map((one) => strFromU8(one[SHEET] ?? strToU8('')));
    expect(around(is)).toEqual(around(was));
    expect(is).toContain('<dataValidation type="list"');
    expect(is).toContain('<sheetProtection ');
  });

  test('keeps the styles of its cells and rows; more rows get those of the first', async () => {
    const [row] = await rows();
    if (row === undefined) throw new Error('there is a row');
    const list = [1, 2, 3].map((n) => changed(row, { number: `000${n}` }));
    const xml = sheetOf(filled(list));
    expect(xml).toContain('<row r="2" ht="15" x14ac:dyDescent="0.25">');
    for (const number of [2, 3, 4]) {
      expect(xml).toContain(`<c r="G${number}" s="3" t="inlineStr">`);
      expect(xml).toContain(`<c r="H${number}" s="4" t="inlineStr">`);
    }
    // What has no value keeps its empty cell.
    expect(xml).toContain('<c r="AN2" s="4"/>');
    expect(xml).toContain('<dimension ref="A1:AN4"/>');
  });

  test('without styled rows gets the style of the column; a row further down stays', async () => {
    const far = '<row r="1001"><c r="A1001" s="5"/></row>';
    const xml = sheetOf(filled(await rows(), { rows: far }));
    expect(xml).toContain('<c r="G2" s="7" t="inlineStr">');
    expect(xml.indexOf('<row r="3">')).toBeLessThan(xml.indexOf(far));
    expect(xml).toContain('<dimension ref="A1:AN1001"/>');
  });

  test('may have no rows but its headings’, or no place for rows said', async () => {
    const list = await rows();
    const bytes = filled(list, { rows: '', sheetXml: withoutArea });
    expect(sheetOf(bytes)).not.toContain('<dimension');
    const [, first] = await textsOf(bytes);
    expect(first?.[6]).toBe('0001');
  });

  test('is made the same at any time, and with no rows is the file itself', async () => {
    const list = await rows();
    const file = registerFile(frdoDpo);
    const at = (now: string): Uint8Array => {
      vi.useFakeTimers({ now: Date.parse(now) });
      try {
        return must(fillFrdoFile(frdoDpo, file, list));
      } finally {
        vi.useRealTimers();
      }
    };
    expect(at('2027-01-15T10:00:00Z')).toEqual(at('2028-02-16T11:30:00Z'));
    expect(must(fillFrdoFile(frdoDpo, file, []))).toEqual(file);
  });

  test('has what a text says, whatever its characters mean elsewhere', async () => {
    const [row] = await rows();
    if (row === undefined) throw new Error('there is a row');
    const programmeName = '<b>«А & Б»</b> =1+1 _x0041_ \u0001';
    const odd = changed(row, { number: '000 1', programmeName });
    const bytes = filled([odd]);
    expect(sheetOf(bytes)).toContain(
      '&lt;b&gt;«А &amp; Б»&lt;/b&gt; =1+1 _x005F_x0041_ _x0001_</t>',
    );
    const again = fillFrdoFile(frdoDpo, bytes, [odd]);
    expect(again).toMatchObject({ ok: false, refusal: { code: 'frdo-rows-present' } });
    const [, data] = await textsOf(bytes);
    expect(data?.[6]).toBe('000 1');
  });

  test('may write its elements with a prefix, and leave out where a cell stands', async () => {
    const list = await rows();
    const xml = sheetOf(filled(list, { sheetXml: prefixed }));
    const at = frdoDpo.columns.findIndex(({ key }) => key === 'number');
    expect(xml).toContain(
      `<x:c r="${letters(at)}3" s="3" t="inlineStr"><x:is><x:t xml:space="preserve">0003</x:t>`,
    );
    expect(xml.match(/<x:row/g)).toHaveLength(3);
  });

  test('of attestats keeps its formula, which says the years that the row has', async () => {
    const list = [rowOf('a.2026.1', { startYear: '2017', endYear: '2026', studyYears: '9' })];
    const xml = sheetOf(filled(list, {}, frdoOo));
    expect(xml).toContain('<c r="N2" s="4"><f>M2-L2</f><v>9</v></c>');
    // A row without a value keeps the formula as it was.
    expect(xml).toContain('<c r="N3" s="4"><f>M3-L3</f><v>0</v></c>');
    const [, data] = await textsOf(filled(list, {}, frdoOo));
    expect(data?.slice(11, 14)).toEqual(['2017', '2026', 9]);
  });

  test('of professional training is filled by the same means', async () => {
    const list = [rowOf('p.2026.1', { rank: '3', number: '0001' })];
    const [, data] = await textsOf(filled(list, {}, frdoPo));
    expect([data?.[6], data?.[12]]).toEqual(['0001', '3']);
  });

  test('our own workbook without rows is such a file too, by another library', async () => {
    const list = await rows();
    const bytes = must(fillFrdoFile(frdoDpo, await frdoXlsx(frdoDpo, []), list));
    const [, first] = await textsOf(bytes);
    expect(first?.[6]).toBe('0001');
  });
});

describe('a file that is not the template’s is refused before anything is written', () => {
  const headings = frdoDpo.columns.map(({ heading }) => heading);

  test('other headings, each with its cell; spaces at their ends do not count', async () => {
    const other = headings.map((one) => (one === 'СНИЛС' ? 'СНИЛС получателя' : ` ${one} `));
    expect(await refused({ headings: other })).toMatchObject({
      code: 'frdo-headings-differ',
      data: {
        template: 'frdo-dpo',
        version: 'tools-2026-11',
        differences: [{ cell: 'AA1', expected: 'СНИЛС', found: 'СНИЛС получателя' }],
      },
      text: { ru: expect.stringContaining('AA1: «СНИЛС получателя» / «СНИЛС»') },
    });
  });

  test('a heading that is missing, one more, and the file of another template', async () => {
    expect(await refused({ sheetXml: otherHeadings })).toMatchObject({
      code: 'frdo-headings-differ',
      data: {
        differences: [
          { cell: 'G1', expected: 'Номер документа', found: '' },
          { cell: 'AP1', expected: '', found: 'Ещё' },
        ],
      },
    });
    expect(await refused({}, frdoOo)).toMatchObject({ code: 'frdo-headings-differ' });
  });

  test('a sheet that is missing, hidden or added', async () => {
    const shown = ['Шаблон', 'visible'] as const;
    const lists = ['Проверки', 'hidden'] as const;
    expect(await refused({ sheets: [shown] })).toMatchObject({
      code: 'frdo-sheet-missing',
      data: { sheet: 'Проверки', sheets: ['Шаблон'] },
    });
    expect(await refused({ sheets: [['Лист1', 'visible'], lists] })).toMatchObject({
      code: 'frdo-sheet-missing',
      data: { sheet: 'Шаблон' },
    });
    expect(await refused({ sheets: [['Шаблон', 'hidden'], lists] })).toMatchObject({
      code: 'frdo-sheet-missing',
    });
    expect(await refused({ sheets: [shown, lists, ['Лист3', 'visible']] })).toMatchObject({
      code: 'frdo-sheet-added',
      data: { sheet: 'Лист3' },
    });
    expect(await refused({ sheets: [shown, lists, ['Ещё списки', 'veryHidden']] })).toBeNull();
  });

  test('rows that are in it already, with nothing personal in the answer', async () => {
    const own = '<row r="9"><c r="V9" t="inlineStr"><is><t>Ильина</t></is></c></row>';
    const answer = await refused({ rows: `${emptyRow(frdoDpo, 2)}${own}` });
    expect(answer).toMatchObject({
      code: 'frdo-rows-present',
      data: { sheet: 'Шаблон', cell: 'V9' },
    });
    expect(JSON.stringify(answer)).not.toContain('Ильина');
  });

  test('a formula where a value would go', async () => {
    const formula = '<row r="2"><c r="B2" t="str"><f>A2</f><v></v></c></row>';
    expect(await refused({ rows: formula })).toMatchObject({
      code: 'frdo-formula-in-the-way',
      data: { cell: 'B2' },
    });
  });

  test.each<readonly [string, () => Uint8Array]>([
    ['no ZIP', () => strToU8('это не книга')],
    ['a ZIP of something else', () => zipSync({ 'a.txt': strToU8('а') })],
    ['half of the file', () => registerFile(frdoDpo).slice(0, 900)],
    ['a sheet of broken XML', () => registerFile(frdoDpo, { sheetXml: (xml) => xml.slice(0, -9) })],
    [
      'a sheet that never ends',
      () => registerFile(frdoDpo, { sheetXml: (xml) => xml.replace('</worksheet>', '') }),
    ],
    [
      'a sheet whose rows are in disorder',
      () => registerFile(frdoDpo, { rows: '<row r="3"/><row r="2"/>' }),
    ],
    [
      'a sheet that crosses its tags',
      () => registerFile(frdoDpo, { sheetXml: (xml) => xml.replace('</cols>', '</col>') }),
    ],
    [
      'a sheet with a document type',
      () =>
        registerFile(frdoDpo, {
          sheetXml: (xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
        }),
    ],
    [
      'a sheet in other bytes',
      () => registerFile(frdoDpo, { more: { [SHEET]: Uint8Array.from([60, 0xcf, 0xf0, 62]) } }),
    ],
    ['more bytes than are read', () => new Uint8Array(32 * 1024 * 1024 + 1)],
  ])('%s', async (_, file) => {
    const answer = fillFrdoFile(frdoDpo, file(), await rows());
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'frdo-file-unreadable' } });
  });
});

import { codec, coreEvents, known, order } from '@letopis/core';
import type { FrdoProblem, FrdoRow, FrdoSource } from '@letopis/forms/frdo';
import { frdoDpo, frdoFixed, frdoProblems, frdoRows, frdoXlsx } from '@letopis/forms/frdo';
import { project } from '@letopis/projections/runtime';
import { registers, registersKey } from '@letopis/projections/views';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  certificate,
  documentAcademy,
  must,
  participation,
} from '../domain/worlds/register-academy.ts';

const today = '2026-12-25';
const checked = (...rows: readonly FrdoRow[]) => frdoProblems(frdoDpo, rows, { today });
const defaults = {
  studyForm: 'Заочная',
  funding: 'Платное обучение',
  educationForm: 'в образовательной организации',
  citizenship: '643',
  sex: 'Жен',
};
const people: FrdoSource['people'] = new Map([
  [
    'l-1',
    {
      name: known('Ильина Анна Петровна'),
      birthDate: known('1990-05-17'),
      snils: known('112-233-445 95'),
    },
  ],
]);
const programmes = new Map([['mentor', 'Наставничество']]);

/** A lost certificate, its duplicate, a paper that is not reported, and an annulled one. */
async function lines() {
  const { documents, session } = await documentAcademy();
  const { document } = must(await documents.issue(certificate));
  must(await documents.issue(participation));
  must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
  const next = { ...certificate, inPlaceOf: document, on: '2026-12-24' };
  const wrong = must(await documents.issue({ ...next, number: '0002' }));
  const ground = order('41-з', '2026-12-24');
  const annul = { document: wrong.document, reason: 'опечатка', signer: 'p-1', on: '2026-12-24' };
  must(await documents.annul({ ...annul, ground }));
  must(await documents.issue({ ...next, number: '0003' }));
  const prefix = registersKey.lines('issued-documents', '2026');
  const views = await project(session.handler.store, codec(coreEvents), registers, { prefix });
  return views.scan(prefix).flatMap(({ value }) => (value?.kind === 'line' ? value.lines : []));
}

async function reported() {
  return frdoRows(frdoDpo, { lines: await lines(), people, programmes, defaults });
}

describe('D15 273-FZ art. 98: rows for the federal register', () => {
  test('come from the lines, names last; annulled ones and other kinds are listed', async () => {
    const { rows, leftOut } = await reported();
    expect(leftOut).toEqual([
      { document: 'issued-documents.2026.2', why: 'other-kind' },
      { document: 'issued-documents.2026.3', why: 'annulled' },
    ]);
    expect(rows.map(({ values }) => values)).toMatchObject([
      {
        documentKind: 'Удостоверение о повышении квалификации',
        documentStatus: 'Оригинал',
        lossConfirmed: 'Да',
        exchangeConfirmed: 'Нет',
        series: 'ПК',
        number: '0001',
        issuedOn: '22.12.2026',
        regNumber: 'Д-0001/26',
        programmeName: 'Наставничество',
        programmeType: 'Повышение квалификации',
        startYear: '2026',
        endYear: '2026',
        hours: '36',
        surname: 'Ильина',
        givenName: 'Анна',
        patronymic: 'Петровна',
        birthDate: '17.05.1990',
        snils: '112-233-445 95',
        citizenship: '643',
        originalNumber: '',
        numberToChange: '',
      },
      {
        documentStatus: 'Дубликат',
        lossConfirmed: 'Нет',
        number: '0003',
        regNumber: 'Д-0004/26',
        originalKind: 'Удостоверение о повышении квалификации',
        originalSeries: 'ПК',
        originalNumber: '0001',
        originalRegNumber: 'Д-0001/26',
        originalIssuedOn: '22.12.2026',
        originalSurname: 'Ильина',
        originalGivenName: 'Анна',
        originalPatronymic: 'Петровна',
      },
    ]);
    expect(frdoProblems(frdoDpo, rows, { today })).toEqual([]);
  });

  test('go into a sheet of forty text columns with hidden lists, and read back', async () => {
    const { rows } = await reported();
    const [filled, lists] = await readXlsx(Buffer.from(await frdoXlsx(frdoDpo, rows)));
    expect([filled?.sheet, lists?.sheet]).toEqual(['Шаблон', 'Проверки']);
    const [headings, ...data] = filled?.data ?? [];
    expect(headings).toEqual(frdoDpo.columns.map(({ heading }) => heading));
    expect(headings).toHaveLength(40);
    const expected = rows.map(({ values }) =>
      frdoDpo.columns.map(({ key }) => (values[key] === '' ? null : values[key])),
    );
    expect(data).toEqual(expected);
    expect(lists?.data[0]?.[0]).toBe('Вид документа');
    expect(lists?.data[1]?.[0]).toBe('Удостоверение о повышении квалификации');
  });

  test('what is known of a document, learner or programme goes before defaults', async () => {
    const source = { lines: (await lines()).slice(0, 1), people, programmes, defaults };
    const more = {
      byProgramme: new Map([['mentor', { professionalArea: 'Образование', sex: 'Муж' }]]),
      byLearner: new Map([['l-1', { sex: 'Жен' }]]),
      byDocument: new Map([['issued-documents.2026.1', { funding: 'Бюджетное обучение' }]]),
      names: new Map([['issued-documents.2026.1', known('Орлова Анна')]]),
    };
    const [row] = frdoRows(frdoDpo, { ...source, ...more }).rows;
    expect(row?.values).toMatchObject({
      professionalArea: 'Образование',
      sex: 'Жен',
      funding: 'Бюджетное обучение',
      surname: 'Орлова',
      patronymic: '',
    });
  });

  test('a user’s own edition of the template is data', async () => {
    const columns = frdoDpo.columns.map((column) =>
      column.key === 'sex' ? { ...column, values: ['Мужской', 'Женский'] } : column,
    );
    const { rows } = await reported();
    const found = frdoProblems({ ...frdoDpo, version: '2027-01', columns }, rows, { today });
    expect(found.map(({ code, column }) => [code, column])).toEqual([
      ['not-in-list', 'sex'],
      ['not-in-list', 'sex'],
    ]);
    const unsure = frdoDpo.columns.filter(({ unverified }) => unverified !== undefined);
    expect(unsure.map(({ key }) => key)).toContain('sex');
  });
});

const good = async () => {
  const [row] = (await reported()).rows;
  if (row === undefined) throw new Error('there is a row');
  return row;
};

/** What is wrong, the column, the value, the code, the cell, and what it should be. */
type Fault = readonly [string, string, string, FrdoProblem['code'], string, string?];

describe('D15: checks before upload', () => {
  const faults: readonly Fault[] = [
    ['a required value that is missing', 'snils', '', 'required', 'AA2'],
    ['a value of no list', 'studyForm', 'Вечерняя', 'not-in-list', 'AB2'],
    ['a value of a list in other letters', 'studyForm', 'заочная', 'spelling', 'AB2', 'Заочная'],
    ['a day in another form', 'issuedOn', '2026-12-22', 'not-a-day', 'H2'],
    ['a day of no calendar', 'birthDate', '31.02.1990', 'not-a-day', 'Y2'],
    ['a day before all days', 'birthDate', '31.12.1899', 'not-a-day', 'Y2'],
    ['a day beyond the limits', 'issuedOn', '01.01.1949', 'out-of-range', 'H2'],
    ['a year of two digits', 'startYear', '26', 'not-a-number', 'S2'],
    ['a year before all', 'startYear', '1977', 'out-of-range', 'S2'],
    ['hours that are no number', 'hours', '36 ч', 'not-a-number', 'U2'],
    ['too few hours', 'hours', '5', 'out-of-range', 'U2'],
    ['a country by name', 'citizenship', 'Россия', 'not-a-number', 'AE2'],
    ['a SNILS with a wrong check number', 'snils', '112-233-445 96', 'not-a-snils', 'AA2'],
    ['a SNILS without its signs', 'snils', '11223344595', 'not-a-snils', 'AA2', '112-233-445 95'],
    ['a name that is too long', 'surname', 'И'.repeat(51), 'too-long', 'V2'],
    ['a Latin letter in a name', 'surname', 'Ильинa', 'latin-letters', 'V2', 'Ильина'],
    ['a name in Latin letters', 'surname', 'Ilyina', 'bad-characters', 'V2'],
    [
      'a long dash in a name',
      'surname',
      'Римская—Орлова',
      'bad-characters',
      'V2',
      'Римская-Орлова',
    ],
    ['a sign of number', 'number', '№ 0001', 'bad-characters', 'G2', 'N 0001'],
    ['two spaces', 'givenName', 'Анна  Мария', 'spacing', 'W2', 'Анна Мария'],
    ['a hidden space', 'givenName', 'Анна\u00a0Мария', 'hidden-characters', 'W2', 'Анна Мария'],
    ['a zero-width character', 'regNumber', 'Д-1\u200b', 'hidden-characters', 'I2', 'Д-1'],
    ['an original’s number on an original', 'originalNumber', '7', 'must-be-empty', 'AH2'],
    ['a value where nothing stands', 'numberToChange', '7', 'must-be-empty', 'AN2'],
  ];

  test.each(faults.map((fault) => ({ title: fault[0], fault })))('$title', async ({ fault }) => {
    const [, key, value, code, cell, fix] = fault;
    const row = await good();
    const broken = { ...row, values: { ...row.values, [key]: value } };
    const [problem, ...others] = checked(broken);
    expect(others).toEqual([]);
    const severity = fix === undefined ? 'blocking' : 'fixable';
    expect(problem).toMatchObject({ code, column: key, cell, row: 2, severity });
    expect(problem?.fix).toBe(fix);
    const heading = frdoDpo.columns.find((one) => one.key === key)?.heading ?? '-';
    expect(problem?.hint.ru).toContain(heading);
    expect(problem?.hint.en).toMatch(/[a-z]{2}/);
    if (fix === undefined) return;
    expect(checked(...frdoFixed([broken], [problem as FrdoProblem]))).toEqual([]);
  });

  test('the block on the original is required for a duplicate', async () => {
    const row = await good();
    const duplicate = { ...row, values: { ...row.values, documentStatus: 'Дубликат' } };
    expect(checked(duplicate).map(({ column, code }) => `${column} ${code}`)).toEqual([
      'originalKind required',
      'originalSeries required',
      'originalNumber required',
      'originalRegNumber required',
      'originalIssuedOn required',
      'originalSurname required',
      'originalGivenName required',
    ]);
  });

  test('days and years in the wrong order, and a day to come', async () => {
    const row = await good();
    const broken = (change: Record<string, string>) =>
      checked({ ...row, values: { ...row.values, ...change } }).map(({ code }) => code);
    expect(broken({ birthDate: '23.12.2026' })).toEqual(['dates-out-of-order']);
    expect(broken({ endYear: '2025' })).toEqual(['dates-out-of-order']);
    expect(broken({ startYear: '2028', endYear: '2028' })).toEqual(['dates-out-of-order']);
    expect(broken({ issuedOn: '26.12.2026' })).toEqual(['in-the-future']);
  });

  test('a document twice is refused, a person twice is to be looked at', async () => {
    const row = await good();
    const other = { ...row, values: { ...row.values, number: '0009' } };
    const [twice, person, ...more] = checked(row, row, other);
    expect(more).toEqual([]);
    expect(twice).toMatchObject({ code: 'document-twice', row: 3, severity: 'blocking' });
    expect(person).toMatchObject({ code: 'person-twice', row: 4, severity: 'warning' });
    expect(person?.hint.ru).toContain('строке 2');
  });

  test('what was erased cannot be exported, and says so', async () => {
    const gone = new Map([
      ['l-1', { name: { erased: true } as const, birthDate: null, snils: null }],
    ]);
    const source = { lines: (await lines()).slice(0, 1), people: gone, programmes, defaults };
    const { rows } = frdoRows(frdoDpo, source);
    expect(checked(...rows).map(({ column, code }) => `${column} ${code}`)).toEqual([
      'surname erased',
      'givenName erased',
      'patronymic erased',
      'birthDate required',
      'snils required',
    ]);
  });
});

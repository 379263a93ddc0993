import type { FrdoProblem } from '@letopis/forms/frdo';
import { frdoDpo, frdoFixed, frdoProblems, frdoRows, frdoXlsx } from '@letopis/forms/frdo';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  changed,
  checked,
  defaults,
  found,
  goodRow,
  lines,
  people,
  programmes,
  reported,
  today,
} from './frdo-world.ts';

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
        lossConfirmed: 'Другое',
        exchangeConfirmed: 'Нет',
        destructionConfirmed: 'Нет',
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
      byProgramme: new Map([['mentor', { professionalArea: 'Образование и наука', sex: 'Муж' }]]),
      byLearner: new Map([['l-1', { sex: 'Жен', surname: 'Орлова' }]]),
      byDocument: new Map([['issued-documents.2026.1', { funding: 'Местный бюджет' }]]),
    };
    const [row] = frdoRows(frdoDpo, { ...source, ...more }).rows;
    expect(row?.values).toMatchObject({
      professionalArea: 'Образование и наука',
      sex: 'Жен',
      funding: 'Местный бюджет',
      surname: 'Орлова',
      patronymic: 'Петровна',
    });
  });

  test('a user’s own edition of the template is data', async () => {
    const columns = frdoDpo.columns.map((column) =>
      column.key === 'sex' ? { ...column, values: ['Мужской', 'Женский'] } : column,
    );
    const { rows } = await reported();
    const problems = frdoProblems({ ...frdoDpo, version: '2027-01', columns }, rows, { today });
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['not-in-list', 'sex'],
      ['not-in-list', 'sex'],
    ]);
    const unsure = frdoDpo.columns.filter(({ evidence }) => evidence !== undefined);
    expect(unsure.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['lossConfirmed', 'professionalArea', 'series', 'regNumber', 'snils']),
    );
    // Three official templates and two tools agree on these.
    expect(unsure.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['sex']));
    expect(unsure.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['studyForm']));
    expect(frdoDpo.version).toBe('tools-2026-11');
  });
});

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
    ['no hours at all', 'hours', '0', 'out-of-range', 'U2'],
    ['a country by name', 'citizenship', 'Россия', 'not-a-number', 'AE2'],
    ['a country of two digits', 'citizenship', '43', 'not-three-digits', 'AE2'],
    ['a country of four digits', 'citizenship', '0643', 'not-three-digits', 'AE2'],
    ['three digits of no country', 'citizenship', '999', 'not-in-list', 'AE2'],
    ['a form of study that was shortened', 'studyForm', 'Очно-заочная', 'not-in-list', 'AB2'],
    ['a source of funding of no list', 'funding', 'Бюджетное обучение', 'not-in-list', 'AC2'],
    ['a registration number with a star', 'regNumber', 'Д-1*', 'bad-characters', 'I2'],
    ['no registration number', 'regNumber', '', 'required', 'I2'],
    ['a long registration number', 'regNumber', 'Д'.repeat(31), 'too-long', 'I2'],
    ['a title with a percent sign', 'programmeName', 'Скидка 5%', 'bad-characters', 'K2'],
    ['a title with a long dash', 'programmeName', 'А – Б', 'bad-characters', 'K2', 'А - Б'],
    ['a year to come', 'endYear', '2027', 'in-the-future', 'T2'],
    ['no patronymic, and nobody said so', 'patronymic', '', 'required', 'X2'],
    ['another apostrophe', 'surname', 'О’Нил', 'bad-characters', 'V2', "О'Нил"],
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
    const row = await goodRow();
    const broken = changed(row, { [key]: value });
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
    const row = await goodRow();
    const duplicate = { ...row, values: { ...row.values, documentStatus: 'Дубликат' } };
    expect(checked(duplicate).map(({ column, code }) => `${column} ${code}`)).toEqual([
      'originalKind required',
      'originalSeries required',
      'originalNumber required',
      'originalRegNumber required',
      'originalIssuedOn required',
      'originalSurname required',
      'originalGivenName required',
      'originalPatronymic required',
    ]);
  });

  test('days and years in the wrong order, and a day to come', async () => {
    const row = await goodRow();
    const broken = (change: Record<string, string>) =>
      checked({ ...row, values: { ...row.values, ...change } }).map(({ code }) => code);
    expect(broken({ birthDate: '23.12.2026' })).toEqual(['dates-out-of-order']);
    expect(broken({ endYear: '2025' })).toEqual(['dates-out-of-order']);
    // regulation-verified §3.2: the years of study are not after the year of the check.
    expect(broken({ startYear: '2027', endYear: '2027' })).toEqual([
      'in-the-future',
      'in-the-future',
    ]);
    expect(broken({ issuedOn: '31.12.2025' })).toEqual(['dates-out-of-order']);
    expect(broken({ issuedOn: '26.12.2026' })).toEqual(['in-the-future']);
  });

  test('a document twice is refused, a person twice is to be looked at', async () => {
    const row = await goodRow();
    const other = { ...row, values: { ...row.values, number: '0009' } };
    const [twice, person, ...more] = checked(row, row, other);
    expect(more).toEqual([]);
    expect(twice).toMatchObject({ code: 'document-twice', row: 3, severity: 'blocking' });
    expect(person).toMatchObject({ code: 'person-twice', row: 4, severity: 'warning' });
    expect(person?.hint.ru).toContain('строке 2');
  });

  test('what was erased cannot be exported, and says so', async () => {
    const erased = { erased: true } as const;
    const person = { name: erased, nameParts: null, birthDate: null, snils: null };
    const none = { text: null, erased: true };
    const [line] = await lines();
    if (line === undefined) throw new Error('there is a line');
    const gone = { ...line, nameOn: none, nameParts: null, birthDateOn: none };
    const unnamed = { ...gone, nameOn: { text: null, erased: false } };
    const from = (one: typeof line) =>
      frdoRows(frdoDpo, {
        lines: [one],
        people: new Map([['l-1', person]]),
        programmes,
        defaults,
      }).rows;
    for (const one of [gone, unnamed]) {
      expect(found(checked(...from(one)))).toEqual([
        'surname erased',
        'givenName erased',
        'patronymic erased',
        'birthDate erased',
        'snils required',
      ]);
    }
  });
});

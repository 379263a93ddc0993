import { known, must, nameLine, nameOfLine, order } from '@letopis/core';
import type { PersonName } from '@letopis/core';
import { isInParts } from '@letopis/core/values';
import type { FrdoLine, FrdoPerson } from '@letopis/forms/frdo';
import { fillFrdoFile, frdoDpo, frdoRows } from '@letopis/forms/frdo';
import { describe, expect, test } from 'vitest';
import { certificate, documentAcademy } from '../domain/worlds/register-academy.ts';
import { checked, defaults, found, lines, linesOf, person, programmes } from './frdo-world.ts';
import { registerFile } from './register-file.ts';

/** A person as the view `people` has them. */
const called = (name: PersonName | null, more: Partial<FrdoPerson> = {}): FrdoPerson => ({
  ...person,
  name: name === null ? null : known(nameLine(name)),
  nameParts: name !== null && isInParts(name) ? name : null,
  ...more,
});

/** The row of an original whose document printed a name, or none. */
async function rowOf(
  printed: PersonName | null,
  now: FrdoPerson,
  more: Readonly<Record<string, string>> = {},
) {
  const [line] = await lines();
  if (line === undefined) throw new Error('there is a line');
  const own: FrdoLine = {
    ...line,
    nameOn: { text: printed === null ? null : nameLine(printed), erased: false },
    nameParts: printed !== null && isInParts(printed) ? printed : null,
  };
  const { rows } = frdoRows(frdoDpo, {
    lines: [own],
    people: new Map([['l-1', now]]),
    programmes,
    defaults: { ...defaults, ...more },
  });
  const [row] = rows;
  if (row === undefined) throw new Error('there is a row');
  return row;
}

const partsIn = ({ values }: Awaited<ReturnType<typeof rowOf>>) => [
  values['surname'],
  values['givenName'],
  values['patronymic'],
];

describe('RK 1.10: a row has the name that its document printed', () => {
  test('a later name is not that of an earlier document', async () => {
    const row = await rowOf(
      { family: 'Петрова', given: 'Анна', patronymic: 'Ивановна' },
      called({ family: 'Сидорова', given: 'Анна', patronymic: 'Ивановна' }),
    );
    expect(partsIn(row)).toEqual(['Петрова', 'Анна', 'Ивановна']);
    expect(checked(row)).toEqual([]);
  });

  test('where the entry has none, the present name stands', async () => {
    const row = await rowOf(null, called({ family: 'Сидорова', given: 'Анна', patronymic: null }));
    expect(partsIn(row)).toEqual(['Сидорова', 'Анна', 'Нет']);
    expect(checked(row)).toEqual([]);
  });

  test('where there is none at all, its columns are asked for, the patronymic too', async () => {
    expect(found(checked(await rowOf(null, called(null))))).toEqual([
      'surname required',
      'givenName required',
      'patronymic required',
    ]);
  });

  test('a duplicate after a change of the name: both names, each in its block', async () => {
    const academy = await documentAcademy();
    const { documents } = academy;
    const { document } = must(await documents.issue(certificate));
    const { learners } = academy.as('u-5', order('40-з', '2026-12-22'));
    must(await learners.change({ learner: 'l-1', name: 'Орлова Анна Петровна', on: '2026-12-23' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const { name: _printed, ...next } = certificate;
    must(await documents.issue({ ...next, inPlaceOf: document, number: '0002', on: '2026-12-24' }));
    const list = await linesOf(academy);
    const now = called({ family: 'Орлова', given: 'Анна', patronymic: 'Петровна' });
    const people = new Map([['l-1', now]]);
    const { rows } = frdoRows(frdoDpo, { lines: list, people, programmes, defaults });
    const shown = ['documentStatus', 'surname', 'originalSurname', 'originalPatronymic'];
    expect(rows.map(({ values }) => shown.map((key) => values[key]))).toEqual([
      ['Оригинал', 'Ильина', '', ''],
      ['Дубликат', 'Орлова', 'Ильина', 'Петровна'],
    ]);
    expect(checked(...rows)).toEqual([]);
  });

  test('the birth date is that of the document too', async () => {
    const [line] = await lines();
    if (line === undefined) throw new Error('there is a line');
    const birthDateOn = { text: '1991-02-03', erased: false };
    const { rows } = frdoRows(frdoDpo, {
      lines: [{ ...line, birthDateOn }],
      people: new Map([['l-1', person]]),
      programmes,
      defaults,
    });
    expect(rows[0]?.values['birthDate']).toBe('03.02.1991');
  });
});

describe('RK 1.10: the original of a duplicate without a printed name', () => {
  const now = called({ family: 'Орлова', given: 'Анна', patronymic: 'Петровна' });
  const none = { nameOn: { text: null, erased: false }, nameParts: null };

  /** The rows of a lost certificate and its duplicate, of which the original printed no name. */
  async function rowsWith(original: Partial<FrdoLine['original']>) {
    const list = (await lines()).map((line) => ({
      ...line,
      ...(line.standing === 'original' ? none : {}),
      original: line.original === null ? null : { ...line.original, ...original },
    }));
    const people = new Map([['l-1', now]]);
    return frdoRows(frdoDpo, { lines: list, people, programmes, defaults }).rows;
  }

  const shown = ({ values }: Awaited<ReturnType<typeof rowsWith>>[number]) =>
    ['originalSurname', 'originalGivenName', 'originalPatronymic'].map((key) => values[key]);

  test('never has the present one: a person is asked for it, once', async () => {
    const rows = await rowsWith(none);
    const [, own] = rows;
    if (own === undefined) throw new Error('there is a duplicate');
    expect(shown(own)).toEqual(['', '', '']);
    const asked = checked(...rows).filter(({ column }) => column.startsWith('original'));
    expect(asked.map(({ code, severity }) => [code, severity])).toEqual([
      ['original-name-unknown', 'blocking'],
    ]);
  });

  test('has the name that was on record on the day of the original', async () => {
    const academy = await documentAcademy();
    const { documents } = academy;
    const { learners } = academy.as('u-5', order('40-з', '2026-09-01'));
    const { document } = must(await documents.issue(UNNAMED));
    const name = { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' };
    must(await learners.change({ learner: 'l-1', name, on: '2026-09-02' }));
    must(await learners.change({ learner: 'l-1', name: 'Орлова Анна Петровна', on: '2026-12-23' }));
    must(await documents.withdraw({ document, reason: 'lost', on: '2026-12-23' }));
    const next = { ...UNNAMED, inPlaceOf: document, number: '0002', on: '2026-12-24' };
    must(await documents.issue(next));
    const list = await linesOf(academy);
    expect(list[0]?.nameOn.text).toBeNull();
    const people = new Map([['l-1', now]]);
    const { rows } = frdoRows(frdoDpo, { lines: list, people, programmes, defaults });
    expect(rows.map(shown)).toEqual([
      ['', '', ''],
      ['Ильина', 'Анна', 'Петровна'],
    ]);
  });
});

const { name: _name, ...UNNAMED } = certificate;

describe('a name that is only a line is never taken apart by guess', () => {
  test.each([
    'Сукарно',
    'фон Нейман Иван',
    'Иванова (Петрова) Анна Ивановна',
    'Гарсиа Маркес Хуан',
    'Smith John',
  ])('«%s» is told once, with what to do', async (line) => {
    const name = nameOfLine(line);
    const row = await rowOf(name, called(name));
    expect(partsIn(row)).toEqual(['', '', '']);
    const [problem, ...others] = checked(row);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'name-not-in-parts', cell: 'V2', severity: 'blocking' });
    expect(problem?.hint.ru).toContain(line);
    expect(problem?.hint.ru).toContain('внесите');
  });

  test.each([
    ['Петрова Анна Ивановна', 'Петрова', 'Анна', 'Ивановна'],
    ['Алиев Рашид Мамед оглы', 'Алиев', 'Рашид', 'Мамед оглы'],
    ['Салтыков-Щедрин Михаил Евграфович', 'Салтыков-Щедрин', 'Михаил', 'Евграфович'],
  ])('«%s» means one thing', async (line, ...parts) => {
    const row = await rowOf(nameOfLine(line), called(nameOfLine(line)));
    expect(partsIn(row)).toEqual(parts);
    expect(checked(row)).toEqual([]);
  });

  test('parts that the person got since are its parts, if they make the same line', async () => {
    const printed = nameOfLine('Гарсиа Маркес Хуан');
    const juan = { family: 'Гарсиа Маркес', given: 'Хуан', patronymic: null };
    expect(partsIn(await rowOf(printed, called(juan)))).toEqual(['Гарсиа Маркес', 'Хуан', 'Нет']);
    const other = await rowOf(printed, called({ ...juan, family: 'Гарсия Маркес' }));
    expect(found(checked(other))).toEqual(['surname name-not-in-parts']);
  });

  test('in the block of the original it is told there', async () => {
    const [first, ...others] = await lines();
    if (first === undefined) throw new Error('there is a line');
    const nameOn = { text: 'фон Нейман Иван', erased: false };
    const { rows } = frdoRows(frdoDpo, {
      lines: [{ ...first, nameOn, nameParts: null }, ...others],
      people: new Map([['l-1', person]]),
      programmes,
      defaults,
    });
    expect(checked(...rows).map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'V2 name-not-in-parts',
      'AK3 name-not-in-parts',
    ]);
  });

  test('what a user knows of the document goes before it', async () => {
    const [line] = await lines();
    if (line === undefined) throw new Error('there is a line');
    const nameOn = { text: 'фон Нейман Иван', erased: false };
    const { rows } = frdoRows(frdoDpo, {
      lines: [{ ...line, nameOn, nameParts: null }],
      people: new Map([['l-1', person]]),
      programmes,
      defaults,
      byDocument: new Map([
        [line.document, { surname: 'фон Нейман', givenName: 'Иван', patronymic: 'Нет' }],
      ]),
    });
    expect(rows[0]?.gaps).toEqual({});
    expect(checked(...rows)).toEqual([]);
  });
});

describe('a patronymic', () => {
  test('that is said to be absent is «Нет»; one that nobody spoke of is asked for', async () => {
    const anna = { family: 'Орлова', given: 'Анна' };
    const unsaid = await rowOf(anna, called(anna));
    const [problem, ...others] = checked(unsaid);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'patronymic-unsaid', cell: 'X2', severity: 'blocking' });
    expect(problem?.hint.ru).toContain('Орлова Анна');
    const said = await rowOf(anna, called({ ...anna, patronymic: null }));
    expect(partsIn(said)).toEqual(['Орлова', 'Анна', 'Нет']);
  });
});

describe('RK §4 situation 12: a foreigner without SNILS or patronymic, Latin passport', () => {
  const parts = { family: 'Смит', given: 'Джон', patronymic: null, latin: 'SMITH JOHN' };
  const john = called(parts, { snils: null });

  test('gives a row that passes, with no Latin letter in a name, and a file', async () => {
    const row = await rowOf(parts, john, { citizenship: '840' });
    expect(partsIn(row)).toEqual(['Смит', 'Джон', 'Нет']);
    expect(row.values).toMatchObject({ snils: '', citizenship: '840' });
    expect(JSON.stringify(row)).not.toContain('SMITH');
    expect(checked(row)).toEqual([]);
    expect(fillFrdoFile(frdoDpo, registerFile(frdoDpo), [row]).ok).toBe(true);
  });

  test('without citizenship is «000»; a citizen of Russia needs a SNILS', async () => {
    expect(checked(await rowOf(parts, john, { citizenship: '000' }))).toEqual([]);
    const citizen = await rowOf(parts, john, { citizenship: '643' });
    expect(found(checked(citizen))).toEqual(['snils required']);
  });

  test('a name that is on record in Latin letters only stays out of the row', async () => {
    const latin = { family: 'Smith', given: 'John', patronymic: null };
    const row = await rowOf(latin, called(latin), { citizenship: '840' });
    expect(partsIn(row)).toEqual(['', '', 'Нет']);
    expect(found(checked(row))).toEqual(['surname name-in-latin', 'givenName name-in-latin']);
    expect(checked(row)[0]?.hint.ru).toContain('Smith');
  });
});

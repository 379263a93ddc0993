import { compareNames, initialsFirst, nameLine, nameOfLine, nameWithInitials } from '@letopis/core';
import { learnerRegistered } from '@letopis/core/events';
import { personName } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe("a person's name", () => {
  test('is one line with single spaces and none at its ends, or parts', () => {
    const parts = { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' };
    expect(personName.parse('  Ильина   Анна\u00a0Петровна ')).toEqual(parts);
    expect(personName.parse(parts)).toEqual(parts);
  });

  test('is 1 to 200 characters without control characters', () => {
    for (const odd of ['', ' ', 'Ильина\nАнна', 'а'.repeat(201), null]) {
      expect(personName.safeParse(odd).success).toBe(false);
    }
  });

  test('in parts says of each whether there is one, and has a family or a given name', () => {
    const only = { family: null, given: 'Сукарно', patronymic: null };
    expect(personName.parse(only)).toEqual(only);
    for (const odd of [
      { family: 'Ильина', given: 'Анна' },
      { family: null, given: null, patronymic: 'Петровна' },
      { family: '', given: 'Анна', patronymic: null },
      { ...only, latin: 'Сукарно' },
      { ...only, source: { title: 'перевод паспорта' } },
      { ...only, latin: 'Sukarno', source: { title: '' } },
      { ...only, latin: 'Sukarno', source: { title: 'перевод', date: '20.08.2026' } },
      { ...only, second: 'x' },
    ]) {
      expect(personName.safeParse(odd).success).toBe(false);
    }
    expect(personName.safeParse({ ...only, latin: "Sukarno d'Árta" }).success).toBe(true);
    const source = { title: 'перевод паспорта', number: '7-12', date: '2026-08-20' };
    const named = { ...only, latin: 'Sukarno', source };
    expect(personName.parse(named)).toEqual(named);
  });

  test('is never shown in a message', () => {
    for (const odd of ['Ильина\u0000 Анна', { family: 'Ильина\u0000', given: null }]) {
      const { error } = personName.safeParse(odd);
      expect(JSON.stringify(error?.issues.map(({ message }) => message))).not.toContain('Ильина');
    }
  });
});

describe('a name of one line (RK 1.10)', () => {
  test.each([
    ['Ильина Анна Петровна', 'Ильина', 'Анна', 'Петровна'],
    ['Кузьмич Лука Ильич', 'Кузьмич', 'Лука', 'Ильич'],
    ['Салтыков - Щедрин Михаил Евграфович', 'Салтыков-Щедрин', 'Михаил', 'Евграфович'],
    ['Иванова Анна–Мария Никитична', 'Иванова', 'Анна-Мария', 'Никитична'],
    ['Алиев Рашид Мамед оглы', 'Алиев', 'Рашид', 'Мамед оглы'],
    ['Алиева Лейла Расул-кызы', 'Алиева', 'Лейла', 'Расул-кызы'],
    ['Ильина Анна', 'Ильина', 'Анна', undefined],
    ["О'Коннор Иван Петрович", "О'Коннор", 'Иван', 'Петрович'],
  ])('«%s» is taken apart: its words mean one thing', (line, family, given, patronymic) => {
    const rest = patronymic === undefined ? {} : { patronymic };
    expect(personName.parse(line)).toEqual({ family, given, ...rest });
  });

  test.each([
    'Сукарно',
    'фон Нейман Иван',
    'Гарсиа Маркес Хуан',
    'Иванова (Петрова) Анна',
    'Анна Петровна',
    'Ильина А. П.',
    'ИЛЬИНА АННА ПЕТРОВНА',
    'Ilyina Anna',
    'Алиев Рашид Мамед Оглы Бек',
    'Ильина Анна петровна',
  ])('«%s» stays a line: the parts are asked', (line) => {
    expect(personName.parse(line)).toEqual({ line });
  });

  test('is the same in one line again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const read = personName.safeParse(text);
        fc.pre(read.success);
        expect(nameOfLine(nameLine(read.data!))).toEqual(read.data);
      }),
    );
  });

  test('that an older entry has is read as its parts; an erased one stays erased', () => {
    const parts = { family: 'Ильина', given: 'Анна' };
    const [old] = learnerRegistered.upcasters as readonly ((data: unknown) => unknown)[];
    const given = { learner: 'l-1', name: { value: 'Ильина Анна' }, phone: { value: '+7' } };
    expect(old?.(given)).toEqual({ ...given, name: { value: parts } });
    expect(old?.({ learner: 'l-1', name: { erased: true } })).toEqual({
      learner: 'l-1',
      name: { erased: true },
    });
    expect(old?.({ learner: 'l-1' })).toEqual({ learner: 'l-1' });
  });
});

describe('a name with initials', () => {
  test.each([
    ['Ильина Анна Петровна', 'Ильина А. П.', 'А. П. Ильина'],
    ['Ильина Анна', 'Ильина А.', 'А. Ильина'],
    ['Мадонна', 'Мадонна', 'Мадонна'],
    ['Римский-Корсаков Николай Андреевич', 'Римский-Корсаков Н. А.', 'Н. А. Римский-Корсаков'],
    ['Иванова Анна-Мария Петровна', 'Иванова А.-М. П.', 'А.-М. П. Иванова'],
    ['Алиев Вагиф Расул оглы', 'Алиев В. Р. оглы', 'В. Р. оглы Алиев'],
    ['Алиев Вагиф Расул-оглы', 'Алиев В. Р.-оглы', 'В. Р.-оглы Алиев'],
    ['Алиева Лейла Расул Кызы', 'Алиева Л. Р. Кызы', 'Л. Р. Кызы Алиева'],
    ['фон Нейман Иоганн', 'фон Нейман И.', 'И. фон Нейман'],
    ['Иванова (Петрова) Анна', 'Иванова (Петрова) А.', 'А. Иванова (Петрова)'],
    ['Ильина А. П.', 'Ильина А. П.', 'А. П. Ильина'],
    ['Ильина А.П.', 'Ильина А. П.', 'А. П. Ильина'],
    ['ильина анна петровна', 'ильина А. П.', 'А. П. ильина'],
    ['ИЛЬИНА АННА', 'ИЛЬИНА А.', 'А. ИЛЬИНА'],
    ['  Ильина   Анна ', 'Ильина А.', 'А. Ильина'],
    ['', '', ''],
  ])('of «%s» is «%s», or «%s»', (name, after, before) => {
    expect(nameWithInitials(name)).toBe(after);
    expect(initialsFirst(name)).toBe(before);
  });

  test.each([
    [{ family: 'Гарсиа Маркес', given: 'Хуан' }, 'Гарсиа Маркес Х.', 'Х. Гарсиа Маркес'],
    [
      { family: 'Алиев', given: 'Рашид', patronymic: 'Мамед оглы' },
      'Алиев Р. М. оглы',
      'Р. М. оглы Алиев',
    ],
    [{ family: null, given: 'Сукарно', patronymic: null }, 'Сукарно', 'Сукарно'],
    [{ line: 'фон Нейман Иоганн' }, 'фон Нейман И.', 'И. фон Нейман'],
  ])('of the parts %o is «%s», or «%s»', (name, after, before) => {
    expect(nameWithInitials(name)).toBe(after);
    expect(initialsFirst(name)).toBe(before);
  });

  test('of any text is a text with single spaces, the same when asked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameWithInitials(name)).not.toMatch(/\s\s|^\s|\s$/u);
        const words = nameWithInitials(name).split(' ');
        expect(initialsFirst(name).split(' ').toSorted()).toEqual(words.toSorted());
      }),
    );
  });
});

describe('names in alphabetical order', () => {
  test('follow the Russian alphabet, with ё beside е and small letters beside capitals', () => {
    const names = ['Яшин', 'Ежов', 'Ёлкин', 'Елкина', 'абрамов', 'Жуков', 'Smith'];
    expect(names.toSorted(compareNames)).toEqual([
      'абрамов',
      'Ежов',
      'Ёлкин',
      'Елкина',
      'Жуков',
      'Яшин',
      'Smith',
    ]);
  });
});

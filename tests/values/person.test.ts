import { compareNames, initialsFirst, nameWithInitials } from '@letopis/core';
import { personName } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe("a person's name", () => {
  test('is one string with single spaces and none at its ends', () => {
    expect(personName.parse('  Ильина   Анна\u00a0Петровна ')).toBe('Ильина Анна Петровна');
  });

  test('is 1 to 200 characters without control characters', () => {
    for (const odd of ['', ' ', 'Ильина\nАнна', 'а'.repeat(201), null]) {
      expect(personName.safeParse(odd).success).toBe(false);
    }
  });

  test('is never shown in a message', () => {
    const { error } = personName.safeParse(`Ильина\u0000 Анна`);
    expect(JSON.stringify(error)).not.toContain('Ильина');
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

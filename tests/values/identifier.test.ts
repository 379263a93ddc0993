import { identifier, organisationId } from '@letopis/core/values';
import type { Id } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';

describe('an id', () => {
  test('is 1 to 48 Latin letters, digits, underscores and hyphens', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,48}$/), (id) => {
        expect(identifier.parse(id)).toBe(id);
      }),
    );
  });

  test('holds no dot, no space, no Cyrillic letter, and is neither empty nor longer', () => {
    const odd = ['a.b', 'a b', 'Иванов', '', 'a'.repeat(49), 'a\n', 7, null];
    expect(odd.filter((value) => identifier.safeParse(value).success)).toEqual([]);
  });

  test('is refused with a message that names it', () => {
    expect(identifier.safeParse('a.b').error?.issues[0]?.message).toBe(
      '"a.b" не идентификатор: от 1 до 48 латинских букв, цифр, «_» и «-» | ' +
        '"a.b" is no id: 1 to 48 Latin letters, digits, "_" and "-"',
    );
  });

  test('shows at most 60 characters of a bad value', () => {
    const message = identifier.safeParse('я'.repeat(5000)).error?.issues[0]?.message ?? '';
    expect(message.length).toBeLessThan(300);
  });

  test('is not any string', () => {
    expectTypeOf<Id>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<Id>();
  });
});

describe("an organisation's id", () => {
  test('is 1 to 24 small Latin letters and digits', () => {
    expect(organisationId.parse('academy2')).toBe('academy2');
    const odd = ['Academy', 'a-b', '', 'a'.repeat(25), null];
    expect(odd.filter((value) => organisationId.safeParse(value).success)).toEqual([]);
  });
});

import { inLanguage } from '@letopis/core';
import { foldText, localText, shortText } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

describe('a short text', () => {
  test('is trimmed and brought to one Unicode form', () => {
    expect(shortText(20).parse(' Аи\u0306да\u00a0')).toBe('Айда');
  });

  test('is neither empty nor longer than its limit, counted after trimming', () => {
    expect(shortText(3).parse(' abc ')).toBe('abc');
    const odd = ['', '   ', 'abcd', null, 5];
    expect(odd.filter((text) => shortText(3).safeParse(text).success)).toEqual([]);
  });

  test('holds no line break, control character or half surrogate', () => {
    const odd = ['a\nb', 'a\tb', 'a\u0000b', 'a\u2028b', 'a\ud800b', 'a\u0085b'];
    expect(odd.filter((text) => shortText(9).safeParse(text).success)).toEqual([]);
    expect(shortText(9).parse('a😀b')).toBe('a😀b');
  });

  test('never shows the text in a message: it may be about a person', () => {
    for (const odd of ['Ильина\nАнна', 'Ильина'.repeat(9), ['Ильина']]) {
      expect(JSON.stringify(shortText(9).safeParse(odd).error)).not.toContain('Ильина');
    }
  });

  test('is read back unchanged, and has a JSON Schema', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = shortText(60).safeParse(text).data;
        expect(once === undefined ? once : shortText(60).parse(once)).toBe(once);
      }),
    );
    expect(z.toJSONSchema(localText)).toMatchObject({ required: ['ru', 'en'] });
  });
});

describe('a text in two languages', () => {
  test('has both and nothing else', () => {
    expect(localText.safeParse({ ru: 'Журнал' }).success).toBe(false);
    expect(localText.safeParse({ ru: 'Журнал', en: 'Journal', de: 'J' }).success).toBe(false);
    const text = localText.parse({ ru: 'Журнал', en: 'Journal' });
    expect([inLanguage(text, 'ru'), inLanguage(text, 'en')]).toEqual(['Журнал', 'Journal']);
  });
});

describe('a folded text', () => {
  test('is equal for two spellings that differ in case, ё and spaces only', () => {
    expect(foldText(' Трёх\u00a0 \n целых')).toBe('трех целых');
    expect(foldText('е\u0308лка')).toBe('елка');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(foldText(text)).not.toMatch(/\s\s|^\s|\s$/u);
      }),
    );
  });
});

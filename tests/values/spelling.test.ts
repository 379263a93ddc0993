import { parseSpelled, spellNumber } from '@letopis/core';
import { isSpellable, readDecimal } from '@letopis/core/values';
import type { Gender } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const genders = fc.constantFrom<Gender>('m', 'f', 'n');
const languages = fc.constantFrom('ru' as const, 'en' as const);

/** Whole numbers of every length, with up to 4 digits after the point, as people may write them. */
const numbers = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.nat(999_999_999), fc.stringMatching(/^\d{0,4}$/))
  .map(([digits, number, fraction]) => {
    const whole = number % 10 ** digits;
    return fraction === '' ? `${whole}` : `${whole}.${fraction}`;
  });

const inAll = (number: string): readonly string[] =>
  (['m', 'f', 'n'] as const).map((gender) => spellNumber(number, { gender }));

describe('a number in Russian words', () => {
  test.each([
    ['0', 'ноль'],
    ['4', 'четыре'],
    ['11', 'одиннадцать'],
    ['40', 'сорок'],
    ['87', 'восемьдесят семь'],
    ['100', 'сто'],
    ['252', 'двести пятьдесят два'],
    ['1000', 'одна тысяча'],
    ['2002', 'две тысячи два'],
    ['21000', 'двадцать одна тысяча'],
    ['12000', 'двенадцать тысяч'],
    ['1000000', 'один миллион'],
    ['5000001', 'пять миллионов один'],
    [
      '999999999',
      'девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч ' +
        'девятьсот девяносто девять',
    ],
    ['4.5', 'четыре целых пять десятых'],
    ['4,5', 'четыре целых пять десятых'],
    ['5.0', 'пять'],
    ['1.1', 'одна целая одна десятая'],
    ['3.75', 'три целых семьдесят пять сотых'],
    ['0.5', 'ноль целых пять десятых'],
    ['21.01', 'двадцать одна целая одна сотая'],
    ['11.11', 'одиннадцать целых одиннадцать сотых'],
    ['2.002', 'две целых две тысячных'],
    ['0.0001', 'ноль целых одна десятитысячная'],
    ['0.2345', 'ноль целых две тысячи триста сорок пять десятитысячных'],
  ])('%s is «%s»', (digits, words) => {
    expect(spellNumber(digits)).toBe(words);
    expect(parseSpelled(words)).toBe(readDecimal(digits));
  });

  test('agrees with the gender of what is counted, in its last word only', () => {
    expect(inAll('1')).toEqual(['один', 'одна', 'одно']);
    expect(inAll('2')).toEqual(['два', 'две', 'два']);
    expect(inAll('21')).toEqual(['двадцать один', 'двадцать одна', 'двадцать одно']);
    expect(inAll('11')).toEqual(['одиннадцать', 'одиннадцать', 'одиннадцать']);
    expect(inAll('2001')[2]).toBe('две тысячи одно');
    expect(new Set(inAll('1.2')).size).toBe(1);
  });
});

describe('a number in English words', () => {
  test.each([
    ['0', 'zero'],
    ['21', 'twenty-one'],
    ['100', 'one hundred'],
    ['105', 'one hundred five'],
    ['4.5', 'four point five'],
    ['21.01', 'twenty-one point zero one'],
    ['1000013', 'one million thirteen'],
    ['90017', 'ninety thousand seventeen'],
  ])('%s is "%s"', (digits, words) => {
    expect(spellNumber(digits, { language: 'en' })).toBe(words);
    expect(parseSpelled(words)).toBe(digits);
  });
});

describe('spelled numbers', () => {
  test('are read back as the same number, in both languages and every gender', () => {
    fc.assert(
      fc.property(numbers, genders, languages, (number, gender, language) => {
        const words = spellNumber(number, { gender, language });
        expect(parseSpelled(words)).toBe(readDecimal(number));
      }),
      { numRuns: 2000 },
    );
  });

  test('are single words parted by single spaces, with no digit among them', () => {
    fc.assert(
      fc.property(numbers, genders, languages, (number, gender, language) => {
        const words = spellNumber(number, { gender, language });
        expect(words).toMatch(language === 'ru' ? /^[а-я]+( [а-я]+)*$/ : /^[a-z]+([ -][a-z]+)*$/);
      }),
    );
  });

  test('differ for different numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, languages, (a, b, language) => {
        const same = readDecimal(a) === readDecimal(b);
        expect(spellNumber(a, { language }) === spellNumber(b, { language })).toBe(same);
      }),
    );
  });

  test('cannot be made of what is no decimal from 0 to 999999999 with four digits', () => {
    for (const odd of ['', 'x', '-1', '1000000000', '0.12345', '1e3']) {
      expect(isSpellable(odd)).toBe(false);
      expect(() => spellNumber(odd)).toThrow(`misuse: "${odd}" is no decimal`);
    }
  });
});

describe('reading words', () => {
  test.each([
    ['  ЧЕТЫРЕ   целых пять\u00a0десятых ', '4.5'],
    ['четыре целых и пять десятых', '4.5'],
    ['две целые две десятые', null],
    ['две целые две десятых', '2.2'],
    ['четыре целых пятьдесят сотых', '4.5'],
    ['нуль', '0'],
    ['ноль целых ноль десятых', '0'],
    ['тысяча двести', '1200'],
    ['миллион тысяча один', '1001001'],
    ['одна', '1'],
    ['Twenty One', '21'],
    ['one hundred and five', '105'],
    ['two thousand and one', '2001'],
  ])('takes %j for %j', (words, number) => {
    expect(parseSpelled(words)).toBe(number);
  });

  test.each([
    '',
    'пять четыре',
    'двадцать десять',
    'двадцать тысяча',
    'сто двести',
    'один целых',
    'пять десятых',
    'одна целых две десятых',
    'четыре целых пять',
    'четыре целых пятнадцать десятых',
    'две тысяча',
    'целых пять десятых',
    'пять и',
    '5',
    'five hundred hundred',
    'twenty eleven',
    'four point',
    'four point eleven',
    'point five',
    'one thousand thousand',
    'four пять',
    'хорошо',
  ])('finds no number in «%s»', (words) => {
    expect(parseSpelled(words)).toBeNull();
  });

  test('gives a number or null for any mixture of its own words', () => {
    const word = fc.constantFrom(
      'ноль',
      'один',
      'две',
      'пять',
      'сорок',
      'сто',
      'тысяча',
      'тысяч',
      'миллион',
      'целых',
      'и',
      'десятых',
      'сотая',
      'one',
      'ten',
      'twenty',
      'hundred',
      'thousand',
      'point',
      'zero',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const number = parseSpelled(words.join(' '));
        // What is read can be written again, and then says the same.
        expect(number === null ? null : parseSpelled(spellNumber(number))).toBe(number);
      }),
      { numRuns: 3000 },
    );
  });
});

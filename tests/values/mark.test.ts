import {
  addDecimals,
  fivePoint,
  fivePointTenths,
  hundredPoint,
  markDigits,
  markLabel,
  markPasses,
  markPoints,
  markWords,
  masteryLevels,
  passFail,
  pointsScale,
  readMark,
  wordsAgree,
} from '@letopis/core/values';
import type { GradingScale, LevelsScale } from '@letopis/core/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const halves = pointsScale({ id: 'halves', min: '0.5', max: '9.5', step: '0.5', passesAt: '4' });
const scales = [fivePoint, passFail, hundredPoint, masteryLevels, fivePointTenths, halves];
const languages = ['ru', 'en'] as const;

/** Every value of a scale. */
function valuesOf(scale: GradingScale): readonly string[] {
  if (scale.kind === 'levels') return scale.levels.map((level) => level.value);
  const values: string[] = [scale.min];
  while (values.at(-1) !== scale.max) {
    values.push(addDecimals(values.at(-1) ?? '0', scale.step));
  }
  return values;
}

/** What is wrong with the input in Russian; nothing where it is taken. */
function problemOf(scale: GradingScale, input: string): string {
  const read = readMark(scale, input);
  return read.ok ? '' : read.problem.ru;
}

/** A ten-point scale on which pairs of levels share a label. */
const shared: LevelsScale = {
  ...fivePoint,
  levels: [
    ...fivePoint.levels,
    {
      value: '6',
      digits: '6',
      words: { ru: 'шесть', en: 'six' },
      label: { ru: 'отлично', en: 'excellent' },
      points: '6',
      passes: true,
    },
  ],
};

const taken: readonly (readonly [GradingScale, input: string, value: string])[] = [
  [fivePoint, ' 5 ', '5'],
  [fivePoint, 'Пять', '5'],
  [fivePoint, 'ОТЛИЧНО', '5'],
  [fivePoint, 'excellent', '5'],
  [fivePoint, '5 (отлично)', '5'],
  [fivePoint, 'пять (отлично)', '5'],
  [fivePoint, '4(хорошо)', '4'],
  [passFail, 'Зачтено', 'pass'],
  [passFail, 'не  зачтено', 'fail'],
  [passFail, 'pass', 'pass'],
  [masteryLevels, 'высокий', 'high'],
  [hundredPoint, '87', '87'],
  [hundredPoint, '87,0', '87'],
  [hundredPoint, 'восемьдесят семь', '87'],
  [fivePointTenths, '4,5', '4.5'],
  [fivePointTenths, 'четыре целых и пять десятых', '4.5'],
  [halves, '1.5', '1.5'],
];

const refused: readonly (readonly [GradingScale, input: string])[] = [
  [fivePoint, '1'],
  [fivePoint, '6'],
  [fivePoint, '4,5'],
  [fivePoint, ''],
  [fivePoint, '5 (хорошо)'],
  [fivePoint, '5 ()'],
  [fivePoint, 'зачтено'],
  [passFail, '5'],
  [passFail, 'незачтено'],
  [hundredPoint, '101'],
  [hundredPoint, '-1'],
  [hundredPoint, '87.5'],
  [fivePointTenths, '0.9'],
  [fivePointTenths, '4.55'],
  [halves, '2.25'],
  [shared, 'отлично'],
];

describe('reading a mark', () => {
  for (const [scale, input, value] of taken) {
    test(`on ${scale.id} takes ${JSON.stringify(input)} for ${value}`, () => {
      expect(readMark(scale, input)).toEqual({ ok: true, value });
    });
  }

  for (const [scale, input] of refused) {
    test(`on ${scale.id} refuses ${JSON.stringify(input)}`, () => {
      expect(problemOf(scale, input)).toContain(JSON.stringify(input));
    });
  }

  test('says what the scale takes, in both languages', () => {
    expect(readMark(fivePoint, '7')).toEqual({
      ok: false,
      problem: {
        ru: '"7" нет на шкале «Пятибалльная»: она принимает 2, 3, 4, 5',
        en: '"7" is not on the scale "Five-point": it takes 2, 3, 4, 5',
      },
    });
    expect(problemOf(passFail, '?')).toContain('она принимает не зачтено, зачтено');
    expect(problemOf(fivePointTenths, '?')).toContain('она принимает от 1 до 5 с шагом 0.1');
  });

  test('tells levels that share a label apart by a second form', () => {
    expect(readMark(shared, '6 (отлично)')).toEqual({ ok: true, value: '6' });
    expect(readMark(shared, '5 (отлично)')).toEqual({ ok: true, value: '5' });
  });

  test('never throws, and takes only values of the scale', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scales), fc.string(), (scale, input) => {
        const read = readMark(scale, input);
        expect(read.ok ? valuesOf(scale) : [null]).toContain(read.ok ? read.value : null);
      }),
    );
  });
});

describe.each(scales.map((scale) => [scale.id, scale] as const))('on the scale %s', (_, scale) => {
  test('digits, words and label of every value are read back as that value', () => {
    for (const value of valuesOf(scale)) {
      for (const language of languages) {
        const forms = [
          value,
          markWords(scale, value, language),
          markDigits(scale, value, language) ?? value,
          markLabel(scale, value, language) ?? value,
        ];
        for (const form of forms) {
          expect(readMark(scale, ` ${form.toUpperCase()} `)).toEqual({ ok: true, value });
        }
      }
    }
  });

  test('the words of a value agree with that value and with no other', () => {
    const value = fc.constantFrom(...valuesOf(scale));
    fc.assert(
      fc.property(value, value, fc.constantFrom(...languages), (one, other, language) => {
        const words = markWords(scale, one, language);
        expect(wordsAgree(scale, other, words)).toBe(one === other);
        expect(wordsAgree(scale, other, `  ${words.toUpperCase()}\u00a0`)).toBe(one === other);
      }),
    );
  });

  test('passing marks lie above all that do not pass', () => {
    const passes = valuesOf(scale).map((value) => markPasses(scale, value));
    expect(passes).toContain(true);
    expect(passes.lastIndexOf(false)).toBe(passes.indexOf(true) - 1);
  });

  test('a value that it does not have is misuse, whatever is asked of it', () => {
    const asks = [
      (value: string) => markWords(scale, value, 'ru'),
      (value: string) => markLabel(scale, value, 'ru'),
      (value: string) => markDigits(scale, value, 'ru'),
      (value: string) => markPasses(scale, value),
      (value: string) => markPoints(scale, value),
      (value: string) => wordsAgree(scale, value, 'пять'),
    ];
    for (const ask of asks) {
      for (const value of ['1000', ' 5', '5.0', 'отлично']) {
        expect(() => ask(value)).toThrow(`misuse: "${value}" is not on the scale`);
      }
    }
  });
});

describe('R2 §2.3 (correction): words of a mark', () => {
  test('agree as words, label or both, in any case and with е for ё', () => {
    const four = ['четыре', 'Хорошо', 'четыре (хорошо)', 'хорошо (четыре)', 'FOUR'];
    expect(four.filter((words) => !wordsAgree(fivePoint, '4', words))).toEqual([]);
  });

  test('disagree with another mark, with half another mark, and where they are digits', () => {
    const other = ['пять', 'четыре (отлично)', 'пять (хорошо)', '4', '', '4 (хорошо)'];
    expect(other.filter((words) => wordsAgree(fivePoint, '4', words))).toEqual([]);
  });

  test('do not agree by a label that several levels share', () => {
    expect(wordsAgree(shared, '6', 'отлично')).toBe(false);
    expect(wordsAgree(shared, '6', 'шесть (отлично)')).toBe(true);
    expect(wordsAgree(shared, '5', 'шесть (отлично)')).toBe(false);
  });
});

describe('what a mark is printed as', () => {
  test('is digits with a comma in Russian, words, and a label where it has one', () => {
    expect(markDigits(fivePointTenths, '4.5', 'ru')).toBe('4,5');
    expect(markDigits(fivePointTenths, '4.5', 'en')).toBe('4.5');
    expect(markWords(fivePointTenths, '4.5', 'ru')).toBe('четыре целых пять десятых');
    expect(markWords(hundredPoint, '87', 'ru')).toBe('восемьдесят семь');
    expect(markLabel(hundredPoint, '87', 'ru')).toBeNull();
    expect(markLabel(fivePoint, '2', 'ru')).toBe('неудовлетворительно');
    expect(markDigits(passFail, 'pass', 'ru')).toBeNull();
  });
});

describe('what a mark counts for', () => {
  test('is whether it passes', () => {
    expect(['2', '3'].map((value) => markPasses(fivePoint, value))).toEqual([false, true]);
    expect(['39', '40'].map((value) => markPasses(hundredPoint, value))).toEqual([false, true]);
    expect(['2.9', '3'].map((value) => markPasses(fivePointTenths, value))).toEqual([false, true]);
    expect(['fail', 'pass'].map((value) => markPasses(passFail, value))).toEqual([false, true]);
  });

  test('passes at the low level of mastery, which no clause calls a failure', () => {
    expect(markPasses(masteryLevels, 'low')).toBe(true);
  });

  test('is its points in averages, or none', () => {
    expect(markPoints(fivePoint, '4')).toBe('4');
    expect(markPoints(hundredPoint, '87')).toBe('87');
    expect(markPoints(passFail, 'pass')).toBeNull();
    expect(markPoints(masteryLevels, 'high')).toBeNull();
  });
});

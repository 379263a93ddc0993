import type { LevelsScale, PointsScale, ScaleLevel } from './grading-scale.ts';
import { identifier } from './identifier.ts';
import { parseOrThrow } from './parse-or-throw.ts';
import type { LocalText } from './text.ts';

/**
 * The five-point scale: 2 неудовлетворительно, 3 удовлетворительно, 4 хорошо, 5 отлично; passes
 * from 3. The mark 1 exists on paper and is hardly ever used, so it is left out: an organisation
 * that gives it declares its own scale.
 * Source: R2 §2.3 (digit and words); the names are general practice (regulation-facts §6).
 *
 * @example
 * fivePoint.levels.map((level) => level.value); // => ['2', '3', '4', '5']
 */
export const fivePoint: LevelsScale = {
  id: parseOrThrow(identifier, 'five-point'),
  kind: 'levels',
  title: { ru: 'Пятибалльная', en: 'Five-point' },
  levels: [
    fivePointLevel('2', 'два', 'two', 'неудовлетворительно', 'unsatisfactory'),
    fivePointLevel('3', 'три', 'three', 'удовлетворительно', 'satisfactory'),
    fivePointLevel('4', 'четыре', 'four', 'хорошо', 'good'),
    fivePointLevel('5', 'пять', 'five', 'отлично', 'excellent'),
  ],
};

function fivePointLevel(
  value: string,
  wordsRu: string,
  wordsEn: string,
  labelRu: string,
  labelEn: string,
): ScaleLevel {
  const words = { ru: wordsRu, en: wordsEn };
  const label = { ru: labelRu, en: labelEn };
  return { value, digits: value, words, label, points: value, passes: value !== '2' };
}

/**
 * Pass or fail: зачтено, не зачтено. It has no digits and counts in no average.
 * Source: R3 §1.5 («зачётная» система); the words are general practice (regulation-facts §6).
 *
 * @example
 * passFail.levels.map((level) => level.words.ru); // => ['не зачтено', 'зачтено']
 */
export const passFail: LevelsScale = {
  id: parseOrThrow(identifier, 'pass-fail'),
  kind: 'levels',
  title: { ru: 'Зачтено / не зачтено', en: 'Pass or fail' },
  levels: [
    wordLevel('fail', { ru: 'не зачтено', en: 'failed' }, false),
    wordLevel('pass', { ru: 'зачтено', en: 'passed' }, true),
  ],
};

/**
 * Levels of mastery: низкий, средний, высокий. All three pass: they describe how much of the
 * programme was mastered, and no clause calls the low level unsatisfactory; were it so, it would
 * make an academic debt (273-FZ art. 58 part 2). They are an order, not numbers, so they count in
 * no average. An organisation that decides otherwise declares its own scale.
 * Source: practice of supplementary education (regulation-facts §6); that low passes is ours.
 *
 * @example
 * masteryLevels.levels.map((level) => level.value); // => ['low', 'medium', 'high']
 */
export const masteryLevels: LevelsScale = {
  id: parseOrThrow(identifier, 'mastery-levels'),
  kind: 'levels',
  title: { ru: 'Уровни освоения', en: 'Levels of mastery' },
  levels: [
    wordLevel('low', { ru: 'низкий', en: 'low' }, true),
    wordLevel('medium', { ru: 'средний', en: 'medium' }, true),
    wordLevel('high', { ru: 'высокий', en: 'high' }, true),
  ],
};

function wordLevel(value: string, words: LocalText, passes: boolean): ScaleLevel {
  return { value, digits: null, words, label: words, points: null, passes };
}

/** The numbers that make a points scale. */
export interface PointsScaleOptions {
  readonly id: string;
  /** By default «Баллы от 0 до 100» with the scale's own numbers. */
  readonly title?: LocalText;
  /** `'0'` by default. */
  readonly min?: string;
  readonly max: string;
  readonly step: string;
  /** The least value that is satisfactory. */
  readonly passesAt: string;
}

/**
 * Makes a points scale from its numbers, which are canonical decimals. Throws `misuse` for a bad
 * id; {@link checkScale} finds numbers that do not agree.
 *
 * @example
 * pointsScale({ id: 'ten-point', min: '1', max: '10', step: '1', passesAt: '4' }).title.ru;
 * // => 'Баллы от 1 до 10'
 */
export function pointsScale(options: PointsScaleOptions): PointsScale {
  const { id, min = '0', max, step, passesAt } = options;
  const range = { ru: `Баллы от ${min} до ${max}`, en: `Points from ${min} to ${max}` };
  const title = options.title ?? range;
  return { id: parseOrThrow(identifier, id), kind: 'points', title, min, max, step, passesAt };
}

/**
 * The hundred-point scale: whole points from 0 to 100. That it passes at 40 is our default, which
 * no clause states; an organisation with another pass mark makes its own by {@link pointsScale}.
 *
 * @example
 * hundredPoint.passesAt; // => '40'
 */
export const hundredPoint: PointsScale = pointsScale({
  id: 'hundred-point',
  title: { ru: 'Стобалльная', en: 'Hundred-point' },
  max: '100',
  step: '1',
  passesAt: '40',
});

/**
 * The five-point scale with tenths, from 1 to 5, for marks that are themselves averages. It passes
 * at 3, as the five-point scale does; both are our defaults.
 *
 * @example
 * fivePointTenths.step; // => '0.1'
 */
export const fivePointTenths: PointsScale = pointsScale({
  id: 'five-point-tenths',
  title: { ru: 'Пятибалльная с десятыми', en: 'Five-point with tenths' },
  min: '1',
  max: '5',
  step: '0.1',
  passesAt: '3',
});

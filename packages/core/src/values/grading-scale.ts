import * as z from 'zod';
import { canonicalDecimal, compareDecimals, isMultipleOf } from './decimal.ts';
import { identifier } from './identifier.ts';
import { isSpellable } from './spelling.ts';
import type { Language, LocalText } from './text.ts';
import { foldText, localText, shortText } from './text.ts';

/** One value of a scale of levels, with its written forms. */
export interface ScaleLevel {
  /** How the log stores the level: `5`, `pass`. Unique in its scale. */
  readonly value: string;
  /** The mark in digits (цифрой); null where the level has none, as «зачтено». */
  readonly digits: string | null;
  /** The mark in words (прописью): «пять», «зачтено». Unique in its scale. */
  readonly words: LocalText;
  /** What the mark is called: «отлично». Several levels may share one. */
  readonly label: LocalText;
  /** The decimal that the level counts as in averages; null where it is left out of them. */
  readonly points: string | null;
  /** Is the result satisfactory? */
  readonly passes: boolean;
}

/** A scale whose values are listed: five-point, pass/fail, low/medium/high. */
export interface LevelsScale {
  /**
   * An id in the form of {@link identifier}; unbranded, so that scales read from the log fit too.
   */
  readonly id: string;
  readonly kind: 'levels';
  readonly title: LocalText;
  /** From the lowest to the highest, 1 to 100. */
  readonly levels: readonly ScaleLevel[];
}

/** A scale whose values are the decimals from `min` to `max` in steps of `step`. */
export interface PointsScale {
  readonly id: string;
  readonly kind: 'points';
  readonly title: LocalText;
  readonly min: string;
  readonly max: string;
  /** The difference of neighbouring values, counted from `min`. */
  readonly step: string;
  /** The least value that is satisfactory. */
  readonly passesAt: string;
}

/** A grading scale: data of a regulation or programme, never code. */
export type GradingScale = LevelsScale | PointsScale;

const scaleLevel = z.strictObject({
  value: shortText(48),
  digits: shortText(48).nullable(),
  words: localText,
  label: localText,
  points: canonicalDecimal.nullable(),
  passes: z.boolean(),
});

/**
 * Schema of a grading scale's shape; {@link checkScale} checks that its parts agree.
 * Source: R3 §1.5 (points, pass/fail and other systems, chosen per programme); domain D2, D6.
 *
 * @example
 * gradingScale.safeParse({ id: 'x', kind: 'levels', levels: [] }).success; // => false
 */
export const gradingScale = z.discriminatedUnion('kind', [
  z.strictObject({
    id: identifier,
    kind: z.literal('levels'),
    title: localText,
    levels: z.array(scaleLevel).min(1).max(100),
  }),
  z.strictObject({
    id: identifier,
    kind: z.literal('points'),
    title: localText,
    min: canonicalDecimal,
    max: canonicalDecimal,
    step: canonicalDecimal,
    passesAt: canonicalDecimal,
  }),
]);

/**
 * The problems of a scale that has the right shape; an empty list means there are none. It checks
 * that every written form (value, digits, words) means one level, that some level passes, that the
 * range is a whole number of steps and includes the pass mark, and that the words of all values can
 * be spelled.
 *
 * @example
 * checkScale({ ...hundredPoint, passesAt: '101' }).map((problem) => problem.en);
 * // => ['passesAt 101 lies outside 0 to 100']
 */
export function checkScale(scale: GradingScale): readonly LocalText[] {
  return scale.kind === 'levels' ? checkLevels(scale) : checkPoints(scale);
}

const LANGUAGES: readonly Language[] = ['ru', 'en'];

function checkLevels({ levels }: LevelsScale): readonly LocalText[] {
  const problems: LocalText[] = [];
  const ownerOf = new Map<string, ScaleLevel>();
  const claim = (form: string, level: ScaleLevel): void => {
    const owner = ownerOf.get(foldText(form)) ?? level;
    ownerOf.set(foldText(form), owner);
    if (owner !== level) problems.push(twoLevels(form, owner, level));
  };
  for (const level of levels) {
    claim(level.value, level);
    if (level.digits !== null) claim(level.digits, level);
    for (const language of LANGUAGES) claim(level.words[language], level);
  }
  // Levels may share a label, but not with another level's value, digits or words.
  for (const level of levels) {
    for (const language of LANGUAGES) {
      const owner = ownerOf.get(foldText(level.label[language])) ?? level;
      if (owner !== level) problems.push(twoLevels(level.label[language], owner, level));
    }
  }
  if (!levels.some((level) => level.passes)) {
    problems.push({ ru: 'ни одно значение не проходное', en: 'no level passes' });
  }
  return problems;
}

function twoLevels(form: string, one: ScaleLevel, other: ScaleLevel): LocalText {
  return {
    ru: `«${form}» означает и ${one.value}, и ${other.value}`,
    en: `"${form}" means both ${one.value} and ${other.value}`,
  };
}

function checkPoints(scale: PointsScale): readonly LocalText[] {
  const { min, max, step, passesAt } = scale;
  const numbers = [min, max, step, passesAt];
  const odd = numbers.filter((text) => !canonicalDecimal.safeParse(text).success);
  if (odd.length > 0) {
    return odd.map((text) => ({ ru: `${text} не число`, en: `${text} is no canonical decimal` }));
  }
  if (compareDecimals(step, '0') <= 0) {
    return [{ ru: `шаг ${step} не больше 0`, en: `step ${step} is not above 0` }];
  }
  const problems: LocalText[] = [];
  if (compareDecimals(min, max) >= 0) {
    const en = `min ${min} is not below max ${max}`;
    problems.push({ ru: `min ${min} не меньше max ${max}`, en });
  } else if (!isMultipleOf(max, step, min)) {
    const en = `no whole number of steps of ${step} leads from ${min} to ${max}`;
    problems.push({ ru: `от ${min} до ${max} не целое число шагов по ${step}`, en });
  }
  if (compareDecimals(passesAt, min) < 0 || compareDecimals(passesAt, max) > 0) {
    const en = `passesAt ${passesAt} lies outside ${min} to ${max}`;
    problems.push({ ru: `passesAt ${passesAt} вне пределов от ${min} до ${max}`, en });
  }
  // A value has no more digits after the point than one of min and step.
  if (![min, max, step].every(isSpellable)) {
    const en = `values have no words: they are spelled from 0 to 999999999 with up to 4 digits`;
    problems.push({ ru: 'значения не записать прописью (от 0, до 4 знаков после запятой)', en });
  }
  return problems;
}

import { LetopisError } from '../kernel/errors.ts';
import { shown } from './complaint.ts';
import { compareDecimals, isMultipleOf, readDecimal } from './decimal.ts';
import type { GradingScale, LevelsScale, PointsScale, ScaleLevel } from './grading-scale.ts';
import { parseSpelled, spellNumber } from './spelling.ts';
import type { Language, LocalText } from './text.ts';
import { foldText } from './text.ts';

/** What {@link readMark} answers: the scale's own value, or what is wrong with the input. */
export type MarkReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: LocalText };

/**
 * Reads what a person or a spreadsheet wrote as a value of the scale. Takes value, digits, words
 * and label in both languages, and two of them as `5 (отлично)` if they mean one level; on a points
 * scale digits (`4,5`, `5.0`) or words. Case, `ё` and spaces do not count. The problem names the
 * input and lists what the scale takes. Source: R2 §2.3, domain D2, D6 (only marks of the scale).
 *
 * @example
 * readMark(passFail, ' Зачтено '); // => { ok: true, value: 'pass' }
 * readMark(fivePoint, '5 (отлично)'); // => { ok: true, value: '5' }
 * readMark(fivePoint, '5 (хорошо)').ok; // => false
 */
export function readMark(scale: GradingScale, input: string): MarkReading {
  const value = scale.kind === 'levels' ? readLevel(scale, input) : readPoints(scale, input);
  return value === null ? { ok: false, problem: notOnScale(scale, input) } : { ok: true, value };
}

/**
 * The mark in words (прописью). Throws `misuse` for a value that the scale does not have.
 *
 * @example
 * markWords(fivePoint, '4', 'ru'); // => 'четыре'
 * markWords(hundredPoint, '87', 'ru'); // => 'восемьдесят семь'
 */
export function markWords(scale: GradingScale, value: string, language: Language): string {
  if (scale.kind === 'levels') return levelOf(scale, value).words[language];
  return spellNumber(pointsOf(scale, value), { language });
}

/**
 * What the mark is called: «хорошо»; null on a points scale, where a number has no name.
 * Throws `misuse` for a value that the scale does not have.
 *
 * @example
 * markLabel(fivePoint, '4', 'ru'); // => 'хорошо'
 */
export function markLabel(scale: GradingScale, value: string, language: Language): string | null {
  if (scale.kind === 'levels') return levelOf(scale, value).label[language];
  pointsOf(scale, value);
  return null;
}

/**
 * The mark in digits (цифрой), with a decimal comma in Russian; null where the level has none, as
 * «зачтено». Throws `misuse` for a value that the scale does not have.
 *
 * @example
 * markDigits(fivePointTenths, '4.5', 'ru'); // => '4,5'
 * markDigits(passFail, 'pass', 'ru'); // => null
 */
export function markDigits(scale: GradingScale, value: string, language: Language): string | null {
  if (scale.kind === 'levels') return levelOf(scale, value).digits;
  const points = pointsOf(scale, value);
  return language === 'ru' ? points.replace('.', ',') : points;
}

/**
 * Do these words say this value? On a scale of levels the words, the label, or both, as «четыре
 * (хорошо)», in either language; digits are no words. A label that several levels share says
 * nothing alone. On a points scale the number in words. Case, `ё` and spaces do not count. Throws
 * `misuse` for a value that the scale does not have.
 * Source: R2 §2.3 (a correction states the mark in digit and in words); domain D6, D7.
 *
 * @example
 * wordsAgree(fivePoint, '4', 'Четыре (хорошо)'); // => true
 * wordsAgree(fivePoint, '4', 'пять'); // => false
 */
export function wordsAgree(scale: GradingScale, value: string, words: string): boolean {
  if (scale.kind === 'points') return parseSpelled(words) === pointsOf(scale, value);
  return onlyLevel(scale, words, wordForms) === levelOf(scale, value);
}

/**
 * Is the mark satisfactory on its scale? Throws `misuse` for a value that the scale does not have.
 *
 * @example
 * markPasses(fivePoint, '2'); // => false
 * markPasses(hundredPoint, '40'); // => true
 */
export function markPasses(scale: GradingScale, value: string): boolean {
  if (scale.kind === 'levels') return levelOf(scale, value).passes;
  return compareDecimals(pointsOf(scale, value), scale.passesAt) >= 0;
}

/**
 * The decimal that the mark counts as in averages; null where it is left out. Throws `misuse`
 * for a value that the scale does not have.
 *
 * @example
 * markPoints(fivePoint, '4'); // => '4'
 * markPoints(passFail, 'pass'); // => null
 */
export function markPoints(scale: GradingScale, value: string): string | null {
  return scale.kind === 'levels' ? levelOf(scale, value).points : pointsOf(scale, value);
}

type Forms = (level: ScaleLevel) => readonly (string | null)[];

const wordForms: Forms = ({ words, label }) => [words.ru, words.en, label.ru, label.en];
const allForms: Forms = (level) => [level.value, level.digits, ...wordForms(level)];

function readLevel(scale: LevelsScale, input: string): string | null {
  return onlyLevel(scale, input, allForms)?.value ?? null;
}

/** The one level that a text means; with a second form in brackets, the one that both mean. */
function onlyLevel(scale: LevelsScale, text: string, formsOf: Forms): ScaleLevel | null {
  const folded = foldText(text);
  const meant = (form: string): readonly ScaleLevel[] =>
    scale.levels.filter((level) =>
      formsOf(level).some((own) => own !== null && foldText(own) === form),
    );
  let levels = meant(folded);
  const [, first, second] = /^(.+?) ?\((.+)\)$/.exec(folded) ?? [];
  if (levels.length === 0 && first !== undefined && second !== undefined) {
    const both = meant(second.trim());
    levels = meant(first).filter((level) => both.includes(level));
  }
  return levels.length === 1 ? (levels[0] ?? null) : null;
}

function readPoints(scale: PointsScale, input: string): string | null {
  const number = readDecimal(input) ?? parseSpelled(input);
  return number !== null && isOnScale(scale, number) ? number : null;
}

function isOnScale({ min, max, step }: PointsScale, number: string): boolean {
  const inRange = compareDecimals(number, min) >= 0 && compareDecimals(number, max) <= 0;
  return inRange && isMultipleOf(number, step, min);
}

function levelOf(scale: LevelsScale, value: string): ScaleLevel {
  const level = scale.levels.find((one) => one.value === value);
  if (level === undefined) throw foreignValue(scale, value);
  return level;
}

function pointsOf(scale: PointsScale, value: string): string {
  if (readDecimal(value) === value && isOnScale(scale, value)) return value;
  throw foreignValue(scale, value);
}

function foreignValue(scale: GradingScale, value: string): LetopisError {
  const fields = { scale: scale.id, value };
  const problem = notOnScale(scale, value).en;
  return new LetopisError('misuse', `${problem}; read it with readMark`, fields);
}

function notOnScale(scale: GradingScale, input: string): LocalText {
  const taken = takenBy(scale);
  return {
    ru: `${shown(input)} нет на шкале «${scale.title.ru}»: она принимает ${taken.ru}`,
    en: `${shown(input)} is not on the scale "${scale.title.en}": it takes ${taken.en}`,
  };
}

function takenBy(scale: GradingScale): LocalText {
  if (scale.kind === 'points') {
    const { min, max, step } = scale;
    const en = `${min} to ${max} in steps of ${step}`;
    return { ru: `от ${min} до ${max} с шагом ${step}`, en };
  }
  const list = (language: Language): string =>
    scale.levels.map((level) => level.digits ?? level.words[language]).join(', ');
  return { ru: list('ru'), en: list('en') };
}

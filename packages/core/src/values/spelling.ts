import { LetopisError } from '../kernel/errors.ts';
import { shown } from './complaint.ts';
import type { Decimal } from './decimal.ts';
import { readDecimal } from './decimal.ts';
import { parseEnglish, spellEnglish } from './spelling-english.ts';
import type { Gender } from './spelling-russian.ts';
import { parseRussian, spellRussian } from './spelling-russian.ts';
import type { Language } from './text.ts';
import { foldText } from './text.ts';

export type { Gender } from './spelling-russian.ts';

/** Most digits that a number may have before and after the point to be spelled. */
const WHOLE_DIGITS_MAX = 9;
const FRACTION_DIGITS_MAX = 4;

/** How a number is to be spelled. */
export interface SpellingOptions {
  /** Gender of what is counted, for whole numbers in Russian; masculine by default. */
  readonly gender?: Gender;
  /** Russian by default. */
  readonly language?: Language;
}

/**
 * Can {@link spellNumber} spell this decimal: 0 to 999,999,999, up to 4 digits after the point?
 *
 * @example
 * isSpellable('99.5'); // => true
 * isSpellable('-1'); // => false
 */
export function isSpellable(number: string): boolean {
  return partsOf(number) !== null;
}

/**
 * Spells a decimal in words, `4,5` and `5.0` too. Throws `misuse` for what is no decimal of 0 to
 * 999,999,999 with up to 4 digits after the point.
 * Source of the need: R2 §2.3 (a corrected mark is written in digits and in words).
 *
 * @example
 * spellNumber('4.5'); // => 'четыре целых пять десятых'
 * spellNumber('21', { gender: 'f' }); // => 'двадцать одна'
 * spellNumber('4.5', { language: 'en' }); // => 'four point five'
 */
export function spellNumber(number: string, options: SpellingOptions = {}): string {
  const { gender = 'm', language = 'ru' } = options;
  const parts = partsOf(number);
  if (parts === null) {
    const limits = 'from 0 to 999999999 with up to 4 digits after the point';
    throw new LetopisError('misuse', `${shown(number)} is no decimal ${limits}`);
  }
  return language === 'ru' ? spellRussian(parts, gender) : spellEnglish(parts);
}

/**
 * Reads a decimal from its words, Russian in any gender or English; null where they spell none, or
 * spell it in wrong grammar. Case, `ё` and spaces do not count.
 *
 * @example
 * parseSpelled('Четыре целых и пять десятых'); // => '4.5'
 * parseSpelled('twenty-one'); // => '21'
 * parseSpelled('пять четыре'); // => null
 */
export function parseSpelled(words: string): Decimal | null {
  const folded = foldText(words);
  const parts = parseRussian(folded) ?? parseEnglish(folded);
  if (parts === null) return null;
  return readDecimal(parts.fraction === '' ? `${parts.whole}` : `${parts.whole}.${parts.fraction}`);
}

function partsOf(number: string): { whole: number; fraction: string } | null {
  const [whole = '', fraction = ''] = readDecimal(number)?.split('.') ?? [];
  const fits = /^\d+$/.test(whole) && whole.length <= WHOLE_DIGITS_MAX;
  if (!fits || fraction.length > FRACTION_DIGITS_MAX) return null;
  return { whole: Number(whole), fraction };
}

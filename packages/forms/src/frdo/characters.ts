/*
 * Characters that make the register refuse a file: invisible ones, Latin letters that look like
 * Cyrillic, and dashes and signs that it does not accept. Source: checks of open tools,
 * regulation-facts §5.3.
 */

const HIDDEN = /[\u00a0\u00ad\u2000-\u200f\u2028\u2029\u202f\u2060\ufeff\t\r\n]/g;

/** True if the text contains an invisible character: NBSP, zero width, tab, byte order mark. */
export const holdsHidden = (text: string): boolean => text.search(HIDDEN) !== -1;

/** The text with plain spaces for invisible spaces, and without other invisible characters. */
export function withoutHidden(text: string): string {
  return text
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\t\r\n\u2028\u2029]/g, ' ')
    .replaceAll(HIDDEN, '');
}

/** The text trimmed, with single spaces and hyphens. */
export function tidy(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^[ -]+|[ -]+$/g, '');
}

/** The text with a plain hyphen for dashes. */
export const plainDashes = (text: string): string => text.replaceAll(/[‐-―−]/g, '-');

/** The text with a plain apostrophe for typographic ones. */
export const plainApostrophes = (text: string): string => text.replaceAll(/[‘’ʼ]/g, "'");

/** The text with quotation marks that the register takes for typographic ones that it does not. */
export const plainQuotes = (text: string): string => text.replaceAll(/[„“”]/g, '"');

/** The text with `N` for `№`. */
export const plainNumberSign = (text: string): string => text.replaceAll('№', 'N');

const LOOKALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
};

/**
 * The text with Cyrillic letters for Latin ones that look like them; only next to Cyrillic letters.
 */
export function cyrillic(text: string): string {
  if (!/[а-яё]/i.test(text)) return text;
  return text.replaceAll(/[A-Za-z]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/*
 * Characters that break loading: invisible ones, Latin letters that look like Cyrillic, dashes and
 * signs that the register does not take. Source: checks of open tools, regulation-facts §5.3.
 */

const HIDDEN = /[\u00a0\u00ad\u2000-\u200f\u2028\u2029\u202f\u2060\ufeff\t\r\n]/g;

/** Does the text hold an invisible character: NBSP, zero width, tab, byte order mark? */
export const holdsHidden = (text: string): boolean => text.search(HIDDEN) !== -1;

/** The text with spaces for invisible spaces, and nothing for the rest. */
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

/** Latin letters that look like Cyrillic, as Cyrillic; only beside Cyrillic letters. */
export function cyrillic(text: string): string {
  if (!/[а-яё]/i.test(text)) return text;
  return text.replaceAll(/[A-Za-z]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

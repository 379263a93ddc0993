import type { Language } from '@letopis/core';
import { FORM_WORDS } from './form-words.ts';
import { HEADINGS } from './headings.ts';
import { RECORD_WORDS } from './record-words.ts';

const WORDS = { ...FORM_WORDS, ...HEADINGS, ...RECORD_WORDS } as const;

/** A word of the forms: the name of a column or a phrase of the page kit. */
export type WordKey = keyof typeof WORDS;

/** Says a word in one language; `{1}`, `{2}` in it take the values that follow. */
export type Say = (key: WordKey, ...values: readonly (string | number)[]) => string;

/**
 * The words of the forms in one language.
 *
 * @example
 * words('ru')('sheet'); // => 'Лист'
 * words('en')('formApproved', '12', '01.09.2026');
 * // => 'Form approved by order No. 12 of 01.09.2026'
 */
export function words(language: Language): Say {
  return (key, ...values) =>
    WORDS[key][language].replaceAll(/\{(\d)\}/g, (_, place: string) =>
      String(values[Number(place) - 1] ?? ''),
    );
}

import type { Language } from '@letopis/core';
import { FORM_WORDS } from './form-words.ts';
import { HEADINGS } from './headings.ts';
import { RECORD_WORDS } from './record-words.ts';

const WORDS = { ...FORM_WORDS, ...HEADINGS, ...RECORD_WORDS } as const;

/** Key of a text of the forms: a column heading or a phrase. */
export type WordKey = keyof typeof WORDS;

/** Gives a text in one language; `{1}`, `{2}` in it are replaced by the values. */
export type Say = (key: WordKey, ...values: readonly (string | number)[]) => string;

/**
 * The texts of the forms in one language.
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

import * as z from 'zod';
import { complaint } from './complaint.ts';

/** The languages of all texts: Russian by default, English by choice. */
export type Language = 'ru' | 'en';

/** One text in both languages. */
export interface LocalText {
  readonly ru: string;
  readonly en: string;
}

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/**
 * Schema of one line of text: trimmed, in Unicode NFC, from 1 to `max` characters (UTF-16 units).
 * Refuses line breaks, other control characters and half surrogates, which JSON would not keep.
 * Its messages do not show the text, which may be about a person.
 *
 * @example
 * shortText(20).parse('  вводный урок '); // => 'вводный урок'
 * shortText(3).safeParse('урок').success; // => false
 */
export function shortText(max: number) {
  return z
    .string(complaint('нужен текст', 'a text is asked for'))
    .trim()
    .normalize('NFC')
    .min(1, complaint('текст пуст, напишите хотя бы знак', 'the text is empty, write something'))
    .max(max, complaint(`не более ${max} знаков`, `at most ${max} characters`))
    .regex(
      ONE_LINE,
      complaint('уберите перенос строки и управляющие знаки', 'take out line breaks and controls'),
    );
}

/**
 * Schema of a text in both languages, each up to 1,000 characters.
 * Refuses a missing language and any other field.
 *
 * @example
 * localText.parse({ ru: 'Журнал', en: 'Journal' }).en; // => 'Journal'
 */
export const localText = z.strictObject({ ru: shortText(1000), en: shortText(1000) });

/**
 * Picks one language of a text.
 *
 * @example
 * inLanguage({ ru: 'Журнал', en: 'Journal' }, 'ru'); // => 'Журнал'
 */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language];
}

/**
 * Brings a text to the form in which two spellings of it are equal: lower case, `ё` as `е`, single
 * spaces, none at the ends. For comparing only; what is stored keeps its spelling.
 *
 * @example
 * foldText('  Зачтено\u00a0'); // => 'зачтено'
 * foldText('трёх') === foldText('ТРЕХ'); // => true
 */
export function foldText(text: string): string {
  const one = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return one.replaceAll(/\s+/gu, ' ').trim();
}

import * as z from 'zod';
import { shortText } from './text.ts';

/**
 * Schema of a person's name as the papers give it, in one string: surname, given name, patronymic
 * where there is one. Trimmed, single spaces, 1 to 200 characters, no control characters. It is
 * personal data: its messages never show it.
 *
 * @example
 * personName.parse(' Ильина  Анна Петровна'); // => 'Ильина Анна Петровна'
 */
export const personName = shortText(200).overwrite((name) => name.replaceAll(/\s+/gu, ' '));

/** A person's name in one string, surname first. */
export type PersonName = z.output<typeof personName>;

/**
 * The surname with initials, as signature lines and lists print it. A name of one part is not
 * changed; hyphens, small particles (оглы, фон) and words in brackets stay.
 *
 * @example
 * nameWithInitials('Ильина Анна Петровна'); // => 'Ильина А. П.'
 * nameWithInitials('Римский-Корсаков Николай'); // => 'Римский-Корсаков Н.'
 */
export function nameWithInitials(name: string): string {
  const { surname, initials } = partsOf(name);
  return [surname, ...initials].join(' ');
}

/**
 * The initials before the surname, as orders and letters give it.
 *
 * @example
 * initialsFirst('Ильина Анна Петровна'); // => 'А. П. Ильина'
 */
export function initialsFirst(name: string): string {
  const { surname, initials } = partsOf(name);
  return [...initials, surname].join(' ');
}

/**
 * Compares two names in Russian alphabetical order, for sorting: negative, 0 or positive.
 *
 * @example
 * ['Яшин', 'Ёлкин', 'Абрамов'].sort(compareNames); // => ['Абрамов', 'Ёлкин', 'Яшин']
 */
export function compareNames(a: string, b: string): number {
  return russian.compare(a, b);
}

const russian = new Intl.Collator('ru');

const CAPITAL = /^\p{Lu}/u;
const PARTICLE = /^(?:оглы|оглу|кызы|гызы|уулу|улы|уул)$/iu;

function partsOf(name: string): { surname: string; initials: readonly string[] } {
  // «А.П.» without a space is two initials.
  const words = name.replaceAll('.', '. ').trim().split(/\s+/u);
  // «фон Нейман», «де ла Крус»: small words before the first capital belong to the surname.
  const capital = words.findIndex((word) => CAPITAL.test(word));
  const surnameWords = Math.max(capital, 0) + 1;
  const rest = words.slice(surnameWords);
  // «Иванова (Петрова) Анна»: the earlier surname in brackets stays beside the present one.
  const given = rest.findIndex((word) => !word.startsWith('('));
  const cut = surnameWords + (given === -1 ? rest.length : given);
  const keepSmall = capital !== -1;
  return {
    surname: words.slice(0, cut).join(' '),
    initials: words.slice(cut).map((word) => initialOf(word, keepSmall)),
  };
}

function initialOf(word: string, keepSmall: boolean): string {
  if (keepSmall && !CAPITAL.test(word)) return word;
  const initials = word.split('-').map((part) => {
    const letter = /\p{L}/u.exec(part)?.[0];
    return PARTICLE.test(part) || letter === undefined ? part : `${letter.toUpperCase()}.`;
  });
  return initials.join('-');
}

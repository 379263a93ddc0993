import type { PersonName } from './person-name.ts';
import { isInParts, nameLine, SON_OR_DAUGHTER } from './person-name.ts';

/* How a name is printed and sorted. */

/**
 * The surname with initials, as signature lines and lists print it. A name of one part is not
 * changed; hyphens, small particles (оглы, фон) and words in brackets stay.
 *
 * @example
 * nameWithInitials('Ильина Анна Петровна'); // => 'Ильина А. П.'
 * nameWithInitials({ family: 'Гарсиа Маркес', given: 'Хуан' }); // => 'Гарсиа Маркес Х.'
 */
export function nameWithInitials(name: string | PersonName): string {
  const { surname, initials } = partsOf(name);
  return [surname, ...initials].join(' ');
}

/**
 * The initials before the surname, as orders and letters give it.
 *
 * @example
 * initialsFirst('Ильина Анна Петровна'); // => 'А. П. Ильина'
 */
export function initialsFirst(name: string | PersonName): string {
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

interface Printed {
  readonly surname: string;
  readonly initials: readonly string[];
}

function partsOf(name: string | PersonName): Printed {
  if (typeof name === 'string') return partsOfLine(name);
  if (!isInParts(name)) return partsOfLine(name.line);
  const { family, given, patronymic } = name;
  // Who has one name only is called by it whole.
  if (family === null) return { surname: nameLine(name), initials: [] };
  const rest = [given, patronymic].flatMap((one) => one?.split(' ') ?? []);
  return { surname: family, initials: rest.map((word) => initialOf(word, true)) };
}

function partsOfLine(name: string): Printed {
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
    return SON_OR_DAUGHTER.test(part) || letter === undefined ? part : `${letter.toUpperCase()}.`;
  });
  return initials.join('-');
}

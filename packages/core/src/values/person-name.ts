import * as z from 'zod';
import type { Personal } from '../kernel/personal.ts';
import { complaint } from './complaint.ts';
import { localDate } from './local-date.ts';
import { shortText } from './text.ts';

/*
 * A person's name in parts. The one-line form is derived from them; a line is taken apart only
 * where its words can mean one thing.
 */

/** Tidies a name: single spaces, and none around a hyphen. */
const tidied = (name: string): string =>
  name.replaceAll(/\s+/gu, ' ').replaceAll(/ ?[-\u2010\u2011\u2013\u2014] ?/gu, '-');

const part = shortText(100).overwrite(tidied);

const LATIN = /^[\p{Script=Latin}\p{Mark}' .-]+$/u;

/** The paper from which a name was written in Russian letters: a notary's translation. */
const nameSource = z.strictObject({
  title: shortText(200),
  number: shortText(64).nullable().default(null),
  date: localDate.nullable().default(null),
});

/**
 * Schema of a name in parts. Each part that the person has not is null: nothing is left unsaid.
 * `latin` is the form of the passport, in Latin letters, where there is one, and `source` the paper
 * that has the Russian form of it. At least a family or a given name is there. RK 1.10, RK §4
 * situation 12.
 *
 * @example
 * nameInParts.safeParse({ family: 'Гарсиа Маркес', given: 'Хуан', patronymic: null }).success;
 * // => true
 */
export const nameInParts = z
  .strictObject({
    family: part.nullable(),
    given: part.nullable(),
    patronymic: part.nullable(),
    latin: shortText(200)
      .regex(
        LATIN,
        complaint('нужны латинские буквы, как в паспорте', 'give Latin letters, as the passport'),
      )
      .optional(),
    source: nameSource.optional(),
  })
  .refine(({ latin, source }) => source === undefined || latin !== undefined, {
    path: ['source'],
    error: complaint('к источнику дайте latin', 'a source goes with latin'),
  })
  .refine(
    ({ family, given }) => family !== null || given !== null,
    complaint('дайте фамилию или имя', 'give a family name or a given name'),
  );

/** A name as it was entered in one line, whose words can mean more than one thing. */
export interface NameLine {
  readonly line: string;
}

/** A name in parts; `patronymic` is absent where nobody said whether there is one. */
export interface NameParts {
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic?: string | null | undefined;
  /** The form of the passport, in Latin letters. */
  readonly latin?: string | undefined;
  /** The paper that has the Russian form of a name in Latin letters. RK §4 situation 12. */
  readonly source?: NameSource | undefined;
}

/** A paper that has a name in Russian letters, by what it is called, its number and day. */
export interface NameSource {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** A person's name: in parts, or one line that nobody has taken apart yet. */
export type PersonName = NameParts | NameLine;

/** The stored shape of a name. */
export const nameShape: z.ZodType<PersonName> = z.union([
  z.strictObject({
    family: z.string().nullable(),
    given: z.string().nullable(),
    patronymic: z.string().nullable().optional(),
    latin: z.string().optional(),
    source: z
      .strictObject({
        title: z.string(),
        number: z.string().nullable(),
        date: z.string().nullable(),
      })
      .optional(),
  }),
  z.strictObject({ line: z.string() }),
]);

/** A name that older entries have as one line, as it is read now. */
export const readLine = (name: Personal<string>): Personal<PersonName> =>
  'value' in name ? { value: nameOfLine(name.value) } : name;

/**
 * Schema of a person's name: parts, or one line, surname first, of 1 to 200 characters. A line is
 * taken apart where its words can mean one thing ({@link nameOfLine}), and else kept as a line, for
 * which the parts are asked later. It is personal data: its messages never show it.
 *
 * @example
 * personName.parse(' Ильина  Анна Петровна');
 * // => { family: 'Ильина', given: 'Анна', patronymic: 'Петровна' }
 * personName.parse('фон Нейман Иван'); // => { line: 'фон Нейман Иван' }
 */
export const personName = z
  .union([shortText(200).overwrite(tidied), nameInParts], {
    error: complaint(
      'нужно имя: одной строкой или частями { family, given, patronymic }',
      'a name is asked for: one line, or the parts { family, given, patronymic }',
    ),
  })
  .transform((name): PersonName => (typeof name === 'string' ? nameOfLine(name) : name));

/** Is the name in parts, so that a register can have each in its own column? */
export const isInParts = (name: PersonName): name is NameParts => !('line' in name);

/**
 * The name in one line: family name, given name, patronymic.
 *
 * @example
 * nameLine({ family: 'Ильина', given: 'Анна' }); // => 'Ильина Анна'
 */
export function nameLine(name: PersonName): string {
  if (!isInParts(name)) return name.line;
  const { family, given, patronymic } = name;
  return [family, given, patronymic].filter((one) => one !== null && one !== undefined).join(' ');
}

/** A word of a Russian name: a capital, small letters, perhaps a second half after a hyphen. */
const WORD = /^\p{Lu}(?:['’]\p{Lu})?[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)*$/u;
const CYRILLIC = /^[\p{Script=Cyrillic}'’ -]+$/u;
const PATRONYMIC = /(?:[оеё]вич|ич|[оеё]вна|[иы]чна)$/u;
/** The word after a father's name that makes it a patronymic: «Мамед оглы». */
export const SON_OR_DAUGHTER = /^(?:оглы|оглу|кызы|гызы|уулу|улы|уул)$/iu;

/**
 * The name that a line means. It is in parts where the line has a family name and a given name, or
 * these and a patronymic that its ending shows to be one; a name of two words leaves unsaid whether
 * there is a patronymic. All else may mean more than one thing and stays a line: one word, several
 * words of one part, an earlier name in brackets, initials, other letters than Cyrillic.
 *
 * @example
 * nameOfLine('Алиев Рашид Мамед оглы').patronymic; // => 'Мамед оглы'
 * nameOfLine('Гарсиа Маркес Хуан'); // => { line: 'Гарсиа Маркес Хуан' }
 */
export function nameOfLine(line: string): PersonName {
  const [family = '', given = '', ...rest] = line.split(' ');
  const whole = { line };
  if (!CYRILLIC.test(line) || !WORD.test(family) || !WORD.test(given)) return whole;
  // «Анна Петровна» has no family name.
  if (isPatronymic(given) && rest.length === 0) return whole;
  if (rest.length === 0) return { family, given };
  return isPatronymic(rest.join(' ')) ? { family, given, patronymic: rest.join(' ') } : whole;
}

function isPatronymic(text: string): boolean {
  const [first = '', second, ...more] = text.split(/[ -]/u);
  if (!/^\p{Lu}/u.test(first) || more.length > 0) return false;
  return second === undefined ? PATRONYMIC.test(first) : SON_OR_DAUGHTER.test(second);
}

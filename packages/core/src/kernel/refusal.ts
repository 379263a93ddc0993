import { LetopisError } from './errors.ts';

/** One text in the two languages that Letopis speaks. */
export interface LocalisedText {
  readonly ru: string;
  readonly en: string;
}

/**
 * A business "no" as a value: a literal code, the data it rests on, and a sentence in Russian and
 * English that names the value and the repair. A refusal leaves no trace in the log.
 */
export interface Refusal<Code extends string = string, Data = unknown> {
  readonly refused: true;
  readonly code: Code;
  readonly data: Data;
  readonly text: LocalisedText;
}

/** What a command answers: its result, or the refusal. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Declares one refusal. Calling it with the data makes the value.
 *
 * @example
 * const notOpen = refusal('not-open', (d: { group: string }) => ({
 *   ru: `Группа ${d.group} не открыта`, en: `Group ${d.group} is not open` }));
 * notOpen({ group: 'm-1' }).text.en; // => 'Group m-1 is not open'
 */
export function refusal<Code extends string, Data>(
  code: Code,
  say: (data: Data) => LocalisedText,
): ((data: Data) => Refusal<Code, Data>) & { readonly code: Code } {
  const make = (data: Data): Refusal<Code, Data> => ({
    refused: true,
    code,
    data,
    text: say(data),
  });
  return Object.assign(make, { code });
}

/** Is this value a refusal? */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/**
 * Takes the value out of a result, or throws the error `refused` with the refusal in it. For
 * scripts and tests; a program for users checks `ok`.
 */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { refusal: no } = result;
  throw new LetopisError('refused', `${no.code}: ${no.text.en}`, { refusal: no });
}

/** One fault of an input: where it is, what came, and what is asked for instead. */
export interface InputIssue {
  readonly path: string;
  readonly message: LocalisedText;
}

/**
 * Said where the input of a command does not fit its schema: each issue names its path, the value
 * and the repair.
 */
export const invalidInput = refusal(
  'invalid-input',
  (d: { readonly command: string; readonly issues: readonly InputIssue[] }) => {
    const list = (language: 'ru' | 'en'): string =>
      d.issues.map(({ path, message }) => `${path || '.'}: ${message[language]}`).join('; ');
    return {
      ru: `Команда ${d.command} не принята, исправьте поля. ${list('ru')}`,
      en: `Command ${d.command} was not taken, mend these fields. ${list('en')}`,
    };
  },
);

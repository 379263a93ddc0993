import type { InputIssue } from './refusal.ts';

/*
 * What a command's input may be at most, looked at before anything else reads it: a text of a
 * gigabyte or a value nested ten thousand deep must cost no more than its refusal. A negative zero,
 * which a rule of "0 or more" lets pass, has no place in a line. SEC 13.
 */

/** Deepest nesting, most fields of all objects together, and most characters of all texts. */
const DEEPEST = 32;
const MOST_FIELDS = 10_000;
const MOST_CHARACTERS = 1_048_576;

interface Open {
  readonly value: unknown;
  readonly depth: number;
  /** The field of the command that it is in. */
  readonly path: string;
}

/** Why an input is beyond the bounds, and in which field; null: it is within them. */
export function beyondBounds(raw: unknown): InputIssue | null {
  let fields = 0;
  let characters = 0;
  const open: Open[] = [{ value: raw, depth: 0, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth, path } = next;
    if (typeof value === 'string') characters += value.length;
    if (Object.is(value, -0)) return { path, message: negativeZero };
    if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return { path, message: tooDeep };
      // An entry of a list counts as one character, so that a list of nothing has a bound too.
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      fields += keys.length;
      characters += Array.isArray(value) ? value.length : keys.join('').length;
      if (fields <= MOST_FIELDS && characters <= MOST_CHARACTERS) {
        for (const [key, held] of Object.entries(value)) {
          open.push({ value: held, depth: depth + 1, path: depth === 0 ? key : path });
        }
      }
    }
    if (fields > MOST_FIELDS) return { path, message: tooMany };
    if (characters > MOST_CHARACTERS) return { path, message: tooLong };
  }
  return null;
}

const negativeZero: InputIssue['message'] = {
  ru: 'отрицательный ноль: отправьте 0',
  en: 'a negative zero: send 0',
};
const tooDeep: InputIssue['message'] = {
  ru: `вложено глубже ${DEEPEST} уровней: отправьте простые значения`,
  en: `nested deeper than ${DEEPEST} levels: send plain values`,
};
const tooMany: InputIssue['message'] = {
  ru: `в команде больше ${MOST_FIELDS} полей: разделите её на несколько`,
  en: `the command has more than ${MOST_FIELDS} fields: divide it into several`,
};
const tooLong: InputIssue['message'] = {
  ru: `в команде больше ${MOST_CHARACTERS} знаков: разделите её на несколько`,
  en: `the command has more than ${MOST_CHARACTERS} characters: divide it into several`,
};

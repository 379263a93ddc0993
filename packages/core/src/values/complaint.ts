/** Longest piece of a value that a message shows, in characters. */
const SHOWN_MAX = 60;

/**
 * The message of a schema that refuses a value: Russian and English, separated by ` | `. A zod
 * issue has one string, so both languages are in it.
 *
 * @example
 * complaint('нужна дата', 'a date is asked for'); // => 'нужна дата | a date is asked for'
 */
export function complaint(ru: string, en: string): string {
  return `${ru} | ${en}`;
}

/**
 * A value as a message shows it: its JSON, cut at 60 characters. Never use it for names, personal
 * numbers and other personal data, because messages end up in logs.
 *
 * @example
 * shown('2026-02-30'); // => '"2026-02-30"'
 * shown(undefined); // => 'undefined'
 */
export function shown(value: unknown): string {
  const text = jsonText(value).replaceAll('|', '¦');
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

/** JSON text of a value; the name of its type for what has none (a bigint, a cyclic object). */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

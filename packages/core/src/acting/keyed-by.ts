import { receipt } from './receipt.ts';

/**
 * How commands find their stream where one field of each is its whole key, and are answered by a
 * receipt: for `on`.
 *
 * @example
 * const onBook = on({ fold: bookFold, ...keyedBy('book') });
 */
export function keyedBy<const Field extends string>(field: Field) {
  const key = (input: Readonly<Record<Field, string>>): readonly string[] => [input[field]];
  return { key, answer: receipt };
}

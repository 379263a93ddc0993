import type { LocalisedText } from '../../../../kernel/refusal.ts';

/** An element with an id and a title. */
interface WithTitle {
  readonly id: string;
  readonly title: LocalisedText;
}

/** The titles of the elements of a list, by id. */
export const titlesById = (list: readonly WithTitle[]): Record<string, LocalisedText> =>
  titlesByCode(list, ({ id, title }) => [id, title]);

/** The titles of the elements of a list by code; `word` gives the code and title of an element. */
export function titlesByCode<One, Word>(
  list: readonly One[],
  word: (one: One) => readonly [code: string, Word],
): Record<string, Word> {
  return Object.fromEntries(list.map(word));
}

import type { LocalisedText } from '../../../../kernel/refusal.ts';

/** What has an id and a title. */
interface WithTitle {
  readonly id: string;
  readonly title: LocalisedText;
}

/** The titles of a list, by id. */
export const titlesById = (list: readonly WithTitle[]): Record<string, LocalisedText> =>
  titlesByCode(list, ({ id, title }) => [id, title]);

/** What is said of the elements of a list, by code. */
export function titlesByCode<One, Word>(
  list: readonly One[],
  word: (one: One) => readonly [code: string, Word],
): Record<string, Word> {
  return Object.fromEntries(list.map(word));
}

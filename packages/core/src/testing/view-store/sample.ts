import type { GenerationChange, ViewCommit, ViewStore } from '../../kernel/view-store.ts';

/** The n-th sample position; plain string order is log order. */
export const place = (n: number): string => String(n).padStart(16, '0');

/** The id of the sample log. */
export const LOG = '01990000-0000-7000-8000-00000000000a';

/** A change of one generation that goes from one sample position to another (0: the start). */
export function change(
  id: number,
  [from, to]: readonly [number, number],
  puts: Readonly<Record<string, string>> = {},
  deletes: readonly string[] = [],
): GenerationChange {
  const expected = from === 0 ? '' : place(from);
  return { id, expected, next: place(to), puts: new Map(Object.entries(puts)), deletes };
}

/** A commit of these changes, for the sample log. */
export const commitOf = (...changes: readonly GenerationChange[]): ViewCommit => ({
  logId: LOG,
  changes,
  timeMarks: [],
});

/** Everything that can be read from a view store, to compare before and after. */
export async function everything(views: ViewStore): Promise<unknown> {
  const generations = await views.generations();
  const pages = generations.map(({ id }) => views.scan(id, '', '', 1_000_000));
  return {
    generations,
    pages: await Promise.all(pages),
    logId: await views.logId(),
    mark: await views.timeMark('9999-12-31T23:59:59.999Z'),
  };
}

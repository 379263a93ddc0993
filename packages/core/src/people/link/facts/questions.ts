import type { LinkState } from './state.ts';

/**
 * The key of the link between two learners: their ids in plain string order.
 * @example
 * linkKey('l-7', 'l-2'); // => ['l-2', 'l-7']
 */
export const linkKey = (one: string, two: string): readonly [string, string] =>
  one < two ? [one, two] : [two, one];

/** Whether the two learners are linked as one person on a day. */
export function isLinked({ steps }: Pick<LinkState, 'steps'>, on: string): boolean {
  return steps.findLast((step) => step.on <= on)?.linked ?? false;
}

/**
 * All ids that belong to one person on a day, including the given one, in plain string order. Links
 * are transitive.
 * @example
 * linkedLearners(links, 'l-1', '2026-11-01'); // => ['l-1', 'l-2', 'l-7']
 */
export function linkedLearners(
  links: Iterable<LinkState>,
  learner: string,
  on: string,
): readonly string[] {
  const linked = [...links].filter((link) => isLinked(link, on));
  const found = new Set([learner]);
  // Iterating over a set includes the elements that are added meanwhile.
  for (const id of found) {
    for (const { learners } of linked) {
      if (learners?.includes(id) === true) for (const one of learners) found.add(one);
    }
  }
  return [...found].toSorted();
}

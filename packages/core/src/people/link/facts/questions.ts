import type { LinkState } from './state.ts';

/**
 * The key of two learners' link, whichever is named first.
 * @example
 * linkKey('l-7', 'l-2'); // => ['l-2', 'l-7']
 */
export const linkKey = (one: string, two: string): readonly [string, string] =>
  one < two ? [one, two] : [two, one];

/** Are the two one person on a day? */
export function isLinked({ steps }: Pick<LinkState, 'steps'>, on: string): boolean {
  return steps.findLast((step) => step.on <= on)?.linked ?? false;
}

/**
 * All ids of the person whom a learner's id names on a day, that id among them, in plain string
 * order: links hold through one another.
 * @example
 * linkedLearners(links, 'l-1', '2026-11-01'); // => ['l-1', 'l-2', 'l-7']
 */
export function linkedLearners(
  links: Iterable<LinkState>,
  learner: string,
  on: string,
): readonly string[] {
  const pairs = [...links].flatMap((link) =>
    link.learners !== null && isLinked(link, on) ? [link.learners] : [],
  );
  const found = new Set([learner]);
  // A set grows while it is walked: each new id is looked at in its turn.
  for (const id of found) {
    for (const [one, two] of pairs) {
      if (one === id) found.add(two);
      if (two === id) found.add(one);
    }
  }
  return [...found].toSorted();
}

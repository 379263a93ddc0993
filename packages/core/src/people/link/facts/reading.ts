import type { IndexReading, LogIndex } from '../../../kernel/log-index.ts';
import { linkKey, linkedLearners } from './questions.ts';
import type { LinkEvent, LinkState } from './state.ts';
import { linkFold } from './state.ts';

/** The learners with whom each learner was ever linked. */
const linkIndex: LogIndex<Map<string, Set<string>>> = {
  name: 'links',
  kind: linkFold.kind,
  types: ['LearnersLinked'],
  initial: () => new Map(),
  add: (state, event) => {
    const { learner, other } = (event as LinkEvent).data;
    state.set(learner, (state.get(learner) ?? new Set()).add(other));
    state.set(other, (state.get(other) ?? new Set()).add(learner));
  },
};

/**
 * All ids that belong to one person on a day, including the given one, in plain string order; as
 * {@link linkedLearners}, without reading the links of others.
 */
export async function readLinkedLearners(
  reading: Pick<IndexReading, 'index' | 'load'>,
  learner: string,
  on: string,
): Promise<readonly string[]> {
  const ever = await reading.index(linkIndex);
  const links = new Map<string, LinkState>();
  const found = new Set([learner]);
  // Iterating over a set includes the elements that are added meanwhile.
  for (const one of found) {
    for (const other of ever.get(one) ?? []) {
      const key = linkKey(one, other);
      found.add(other);
      if (links.has(key.join('.'))) continue;
      links.set(key.join('.'), (await reading.load(linkFold, ...key)).state);
    }
  }
  return linkedLearners(links.values(), learner, on);
}

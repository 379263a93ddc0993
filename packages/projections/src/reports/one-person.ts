import { personalFile, personalFileKey } from '../views/personal-file.ts';
import type { Reading } from './reading.ts';

/*
 * Linked records are one person in every number: who was registered twice, or came from two
 * systems, is counted once. D3.
 */

/** Says which learner ids are one person, as known and on the day of the page. */
export class OnePerson {
  readonly #reading: Reading;
  readonly #known = new Map<string, readonly string[]>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** All ids of the learner's person, in plain string order. Links are transitive. */
  async idsOf(learner: string): Promise<readonly string[]> {
    const known = this.#known.get(learner);
    if (known !== undefined) return known;
    const found = new Set([learner]);
    // Iterating over a set includes the elements that are added meanwhile.
    for (const one of found) {
      const card = await this.#reading.get(personalFile, personalFileKey.card(one));
      if (card?.kind !== 'card') continue;
      for (const { learner: other, unlinked, annulled } of card.links) {
        if (unlinked === null && annulled === null) found.add(other);
      }
    }
    const ids = [...found].toSorted();
    for (const one of ids) this.#known.set(one, ids);
    return ids;
  }

  /** The id that stands for the learner's person: the first of all. */
  async of(learner: string): Promise<string> {
    const [first = learner] = await this.idsOf(learner);
    return first;
  }

  /** How many persons some learner ids are. */
  async count(learners: Iterable<string>): Promise<number> {
    const persons = new Set<string>();
    for (const learner of learners) persons.add(await this.of(learner));
    return persons.size;
  }
}

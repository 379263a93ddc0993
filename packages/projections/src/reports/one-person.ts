import type { FileCard } from '../views/personal-file-card.ts';
import { linkedBy } from '../views/personal-file-card.ts';

/*
 * Linked records are one person in every number: who was registered twice, or came from two
 * systems, is counted once. D3.
 */

/** Reads the card of a learner, which has the links; `null` if there is none. */
export type CardOf = (learner: string) => Promise<FileCard | null>;

/** Says which learner ids are one person, as known and on the day of the page. */
export class OnePerson {
  readonly #cardOf: CardOf;
  readonly #known = new Map<string, readonly string[]>();

  constructor(cardOf: CardOf) {
    this.#cardOf = cardOf;
  }

  /** All ids of the learner's person, in plain string order. Links are transitive. */
  async idsOf(learner: string): Promise<readonly string[]> {
    const known = this.#known.get(learner);
    if (known !== undefined) return known;
    const found = new Set([learner]);
    // Iterating over a set includes the elements that are added meanwhile.
    for (const one of found) {
      for (const other of linkedBy(await this.#cardOf(one))) found.add(other);
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

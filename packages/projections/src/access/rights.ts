import type { KeepingEntry } from '../views/journal-keeping.ts';
import { journal, journalKey } from '../views/journal.ts';
import { people } from '../views/people.ts';
import type { Asker, ViewReader } from './view-reader.ts';

/*
 * What the log says of the person who reads, on their day: whom they represent, where they study,
 * what they teach. It is asked of what is known now, also for a page as of an earlier moment: a
 * right that was annulled since opens nothing.
 */

/** The facts that open pages to one person. */
export class Rights {
  readonly #reader: ViewReader;
  readonly #asker: Asker;
  readonly #asked = new Map<string, Promise<boolean>>();
  #learners: Promise<readonly string[]> | null = null;

  /** The reader reads on the day of the asker, with all that is known. */
  constructor(reader: ViewReader, asker: Asker) {
    this.#reader = reader;
    this.#asker = asker;
  }

  /**
   * The learners whose record is open: a learner's own, or those of the minors whom somebody
   * represents with the right to be told. RK 1.16, Family Code art. 66.
   */
  learners(): Promise<readonly string[]> {
    this.#learners ??= this.#ownLearners();
    return this.#learners;
  }

  async #ownLearners(): Promise<readonly string[]> {
    const { kind, person } = this.#asker;
    if (kind === 'learner') return [person];
    if (kind !== 'representative') return [];
    const own = await this.#reader.get(people, person);
    const told: string[] = [];
    for (const learner of own?.represents ?? []) {
      const minor = await this.#reader.get(people, learner);
      const bond = minor?.representatives.find((one) => one.representative === person);
      if (bond !== undefined && bond.scope !== 'none') told.push(learner);
    }
    return told;
  }

  /** Whether one of these learners was in a group, or has marks or lessons in it. */
  studiesIn(group: string): Promise<boolean> {
    return this.#once(`studies in ${group}`, async () => {
      const learners = await this.learners();
      for (const learner of learners) {
        const place = await this.#reader.get(journal, journalKey.place(group, learner));
        if (place?.kind === 'place' && place.stays.length > 0) return true;
      }
      // A guest is in no group of the lesson, and yet is listed in its journal.
      for await (const [, marks] of this.#reader.scan(journal, `marks/${group}/`)) {
        if (marks.kind !== 'marks' || !learners.includes(marks.learner)) continue;
        if (marks.results.length + marks.attendance.length > 0) return true;
      }
      return false;
    });
  }

  /**
   * Whether the person teaches or taught a module in a group: held a lesson that counts, or one was
   * held in their place; took the journal over; or assessed there.
   */
  teaches(group: string, module: string | null): Promise<boolean> {
    return this.#once(`teaches ${group} ${module ?? ''}`, async () => {
      const { person } = this.#asker;
      const lessons = await this.#reader.get(journal, journalKey.lessons(group, module));
      if (lessons?.kind === 'lessons') {
        const held = lessons.lessons.filter(({ annulled }) => annulled === null);
        const entries = held.map(({ inForce }) => inForce.data.entry);
        if (entries.some((one) => one.teacher === person || one.substituteFor === person)) {
          return true;
        }
      }
      for (const { fact, annulled } of await this.#keeping(group, module)) {
        if (annulled === null && fact.type === 'JournalHandedOver' && fact.data.to === person) {
          return true;
        }
      }
      return this.#assessed(journalKey.marks(group, module));
    });
  }

  /** Whether the person teaches or taught any module in a group. */
  teachesIn(group: string): Promise<boolean> {
    return this.#once(`teaches in ${group}`, async () => {
      const modules = new Set<string>();
      for (const prefix of [`lessons/${group}/`, `keeping/${group}/`]) {
        for await (const [key] of this.#reader.scan(journal, prefix)) {
          modules.add(key.slice(prefix.length));
        }
      }
      for (const module of modules) {
        if (await this.teaches(group, module === '' ? null : module)) return true;
      }
      return this.#assessed(`marks/${group}/`);
    });
  }

  async #assessed(prefix: string): Promise<boolean> {
    const { person } = this.#asker;
    for await (const [, found] of this.#reader.scan(journal, prefix)) {
      if (found.kind !== 'marks') continue;
      for (const { first, annulled } of found.results) {
        if (annulled !== null || first.type !== 'AssessmentRecorded') continue;
        const { kind, id } = first.data.assessor;
        if (kind === 'official' && id === person) return true;
      }
    }
    return false;
  }

  /**
   * Whether the lessons of a module in a group stand open: by `own`, or because the journal is
   * continued in one that stands open, which carries them. RK 4 no. 5.
   */
  async reaches(
    group: string,
    module: string | null,
    own: (group: string, module: string | null) => Promise<boolean>,
    seen: ReadonlySet<string> = new Set(),
  ): Promise<boolean> {
    if (seen.has(group)) return false;
    if (await own(group, module)) return true;
    for (const { fact, annulled } of await this.#keeping(group, module)) {
      if (annulled !== null || fact.type !== 'JournalContinued') continue;
      const { intoGroup } = fact.data;
      if (await this.reaches(intoGroup, module, own, new Set([...seen, group]))) return true;
    }
    return false;
  }

  async #keeping(group: string, module: string | null): Promise<readonly KeepingEntry[]> {
    if (module === null) return [];
    const found = await this.#reader.get(journal, journalKey.keeping(group, module));
    return found?.kind === 'keeping' ? found.entries : [];
  }

  #once(what: string, ask: () => Promise<boolean>): Promise<boolean> {
    const asked = this.#asked.get(what) ?? ask();
    this.#asked.set(what, asked);
    return asked;
  }
}

import type { Personal } from '@letopis/core';
import { compareNames } from '@letopis/core';
import type { ProjectionOf } from '../projection/any-projection.ts';
import type { WithBasis, Source } from '../projection/fact.ts';
import { laterSource } from '../projection/fact.ts';
import type { Projection } from '../projection/projection.ts';
import { regulationOn } from '../views/catalogue-reading.ts';
import type {
  ApprovedForm,
  GroupTitles,
  ProgrammeTitles,
  RegulationAnswer,
} from '../views/catalogue-titles.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import type { NamedDocument, Person } from '../views/people.ts';
import { people, textOf } from '../views/people.ts';
import type { FileCard } from '../views/personal-file-card.ts';
import { personalFile, personalFileKey } from '../views/personal-file.ts';
import { OnePerson } from './one-person.ts';
import type { ViewReader } from './reader.ts';
import type { ToldApart } from './told-apart.ts';
import { namesakesAmong } from './told-apart.ts';

/** A personal text as a page shows it: present, erased, or never given. */
export interface ShownText {
  /** `null` if it is erased or was never given. */
  readonly text: string | null;
  readonly erased: boolean;
}

/** Documents that prove something about a person: present, erased, or none. */
export interface ShownDocuments {
  readonly documents: readonly NamedDocument[];
  readonly erased: boolean;
}

/** A person as a page shows them. Forms print the id if there is no name. */
export interface ShownName extends ShownText {
  readonly person: string;
  /** Set where the name is also another person's on the page; printed beside it. */
  readonly apart?: ToldApart;
}

type NameOnPage = { -readonly [Key in keyof ShownName]: ShownName[Key] };

/** What a page is based on; forms print it at the foot. */
export interface PageBasis {
  /** For resuming only: a restore of the log changes positions. */
  readonly position: string;
  /** The day for which the page is read; `null` if it shows all that is known. */
  readonly on: string | null;
  /**
   * The last event that the page depends on, as `stream@revision`; `null` if it depends on none.
   */
  readonly last: string | null;
  /** Id of that event. */
  readonly event: string | null;
  /** The instant at which that event was recorded. */
  readonly recordedAt: string | null;
  /** Digest of the page; `null` until {@link withDigest} has made it. */
  readonly digest: string | null;
}

/** Turns a personal value into a text to show. */
export function shownText(value: Personal<string> | null | undefined): ShownText {
  if (value === null || value === undefined) return { text: null, erased: false };
  return 'value' in value ? { text: value.value, erased: false } : { text: null, erased: true };
}

/** Compares names in Russian alphabetical order; persons without a name come last, by id. */
export function compareShown(a: ShownName, b: ShownName): number {
  if (a.text === null || b.text === null) {
    if (a.text !== null) return -1;
    if (b.text !== null) return 1;
  } else {
    const names = compareNames(a.text, b.text);
    if (names !== 0) return names;
  }
  if (a.person === b.person) return 0;
  return a.person < b.person ? -1 : 1;
}

/**
 * Reads one page: remembers the last event that the page depends on, and asks for each name and
 * title once.
 */
export class Reading {
  readonly #reader: ViewReader;
  readonly #asked = new Map<string, Promise<unknown>>();
  readonly #names = new Map<string, NameOnPage>();
  #last: Source | null = null;

  constructor(reader: ViewReader) {
    this.#reader = reader;
  }

  /** The day for which the page is read; `null` if it shows all that is known. */
  get on(): string | null {
    return this.#reader.on;
  }

  /** Reads one partition; `null` if no event has touched it. */
  async get<View extends object, A extends WithBasis>(
    projection: Projection<View, A>,
    key: string,
  ): Promise<A | null> {
    return this.#noted(await this.#ask(projection, key));
  }

  /** Asks for a partition once. Names do not count as facts that the page depends on. */
  async #ask<A>(projection: ProjectionOf<A>, key: string, latest = false): Promise<A | null> {
    const known = `${projection.name} ${key}${latest ? ' latest' : ''}`;
    const reader = this.#reader;
    const asked =
      this.#asked.get(known) ??
      (latest ? reader.latest(projection, key) : reader.get(projection, key));
    this.#asked.set(known, asked);
    return (await asked) as A | null;
  }

  /** Reads a title. A title known only from a later day than the page's is still shown. */
  async #titled<View extends object, A extends WithBasis>(
    projection: Projection<View, A>,
    key: string,
  ): Promise<A | null> {
    const found = await this.#ask(projection, key);
    if (found !== null && found.basis !== null) return this.#noted(found);
    return this.#noted(await this.#ask(projection, key, true));
  }

  /** Reads the partitions whose keys begin with a prefix. */
  async *scan<View extends object, A extends WithBasis>(
    projection: Projection<View, A>,
    prefix: string,
  ): AsyncIterable<A> {
    for await (const [, answer] of this.#reader.scan(projection, prefix)) {
      this.#note(answer);
      yield answer;
    }
  }

  #note({ basis }: WithBasis): void {
    this.#last = laterSource(this.#last, basis);
  }

  #noted<A extends WithBasis>(answer: A | null): A | null {
    if (answer !== null) this.#note(answer);
    return answer;
  }

  /** Reads all that is known of a person; `null` if nothing is. */
  person(person: string): Promise<Person | null> {
    return this.get(people, person);
  }

  /**
   * Reads a name on the page's day. A name known only from a later day is still shown. Every place
   * of the page has one value for it, so that {@link tellApart} can complete it.
   */
  async name(person: string): Promise<ShownName> {
    const found = await this.#ask(people, person);
    const name = found?.name ?? (await this.#ask(people, person, true))?.name;
    const shown = this.#names.get(person) ?? { person, ...shownText(name) };
    this.#names.set(person, shown);
    return shown;
  }

  /**
   * Completes the names of the page that are also another person's on it: by the number of the
   * personal file, or by the birth date where there is none. Ids that are linked as one person are
   * no namesakes. Call it after all names have been read; what it reads does not count as facts
   * that the page depends on, as names do not. RK §4 situation 1.
   */
  async tellApart(): Promise<void> {
    const named = [...this.#names].flatMap(([person, { text }]) =>
      text === null ? [] : [[person, text] as const],
    );
    const persons = new OnePerson((person) => this.#cardUnnoted(person));
    for (const alike of namesakesAmong(new Map(named))) {
      if ((await persons.count(alike)) < 2) continue;
      for (const person of alike) {
        const apart = await this.#apart(person);
        const name = this.#names.get(person);
        if (apart !== null && name !== undefined) name.apart = apart;
      }
    }
  }

  /** Reads the card of a learner: files, links and the like; `null` if no event has touched it. */
  async card(learner: string): Promise<FileCard | null> {
    const card = await this.get(personalFile, personalFileKey.card(learner));
    return card?.kind === 'card' ? card : null;
  }

  async #cardUnnoted(person: string): Promise<FileCard | null> {
    const card = await this.#ask(personalFile, personalFileKey.card(person));
    return card?.kind === 'card' ? card : null;
  }

  async #apart(person: string): Promise<ToldApart | null> {
    const number = (await this.#cardUnnoted(person))?.files.at(-1)?.number;
    if (number !== undefined) return { by: 'file-number', value: number };
    const birthDate = (await this.#ask(people, person))?.birthDate ?? null;
    const known = birthDate !== null && 'value' in birthDate;
    return known ? { by: 'birth-date', value: birthDate.value } : null;
  }

  /** Reads a text about a person that came with an event: a reason, a merit, a document's title. */
  async note(person: string, event: string, field: string): Promise<ShownText> {
    const found = await this.#ask(people, person);
    return shownText(textOf(found?.notes[event]?.[field]));
  }

  /** Reads the documents that came with an event about a person, from one value or several. */
  async documents(person: string, event: string, field = 'documents'): Promise<ShownDocuments> {
    const found = (await this.#ask(people, person))?.notes[event]?.[field];
    const value = found !== undefined && 'value' in found ? found.value : [];
    const documents = [value].flat().filter((one) => typeof one !== 'string' && 'title' in one);
    return { documents, erased: found !== undefined && 'erased' in found };
  }

  /** Reads the editions and titles of the regulation; both are empty where none was adopted. */
  async regulation(): Promise<RegulationAnswer> {
    const found = await this.get(catalogue, catalogueKey.regulation);
    if (found?.kind === 'regulation') return found;
    return regulationOn([]);
  }

  /**
   * Reads the approved version of a form; `null` if none is in force. It does not count as a fact
   * that the page depends on, because it says nothing of the record. R2 §2.1.
   */
  async approvedForm(form: string): Promise<ApprovedForm | null> {
    const found = await this.#ask(catalogue, catalogueKey.form(form));
    return found?.kind === 'form' ? found.inForce : null;
  }

  /** Reads the titles of a programme; `null` if no event has touched it. */
  async programme(programme: string): Promise<ProgrammeTitles | null> {
    const found = await this.#titled(catalogue, catalogueKey.programme(programme));
    return found?.kind === 'programme' ? found : null;
  }

  /** Reads the titles of a group; `null` if no event has touched it. */
  async group(group: string): Promise<GroupTitles | null> {
    const found = await this.#titled(catalogue, catalogueKey.group(group));
    return found?.kind === 'group' ? found : null;
  }

  /** What the page is based on. Call it after all parts have been read. */
  basis(): PageBasis {
    const { position, on } = this.#reader;
    const last = this.#last;
    return {
      position,
      on,
      last: last === null ? null : `${last.stream}@${last.revision}`,
      event: last?.event ?? null,
      recordedAt: last?.recordedAt ?? null,
      digest: null,
    };
  }
}

import type { Personal } from '@letopis/core';
import { compareNames } from '@letopis/core';
import type { Projection } from '../projection.ts';
import type { Answered, Source } from '../views/fact.ts';
import type { GroupTitles, ProgrammeTitles, RegulationAnswer } from '../views/catalogue.ts';
import type { Person } from '../views/people.ts';
import type { ViewReader } from './reader.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import { laterSource } from '../views/fact.ts';
import { people } from '../views/people.ts';
import { titlesOf } from '../views/regulation-titles.ts';

/** A personal text as a page shows it: there, erased, or never given. */
export interface ShownText {
  /** Null where it is erased or was never given. */
  readonly text: string | null;
  readonly erased: boolean;
}

/** A person as a page shows them; forms print the id where there is no name. */
export interface ShownName extends ShownText {
  readonly person: string;
}

/** What a page rests on: printed at its foot. */
export interface PageBasis {
  /** For resuming only: positions change with a restore. */
  readonly position: string;
  /** The day on which the page holds; null: with all that is known. */
  readonly on: string | null;
  /** The last event that it rests on, as `stream@revision`; null: it rests on none. */
  readonly last: string | null;
  /** Id of that event. */
  readonly event: string | null;
  /** The instant at which that event was recorded. */
  readonly recordedAt: string | null;
  /** Fingerprint of the page; null until {@link withDigest} has made it. */
  readonly digest: string | null;
}

/** Shows a personal value. */
export function shownText(value: Personal<string> | null | undefined): ShownText {
  if (value === null || value === undefined) return { text: null, erased: false };
  return 'value' in value ? { text: value.value, erased: false } : { text: null, erased: true };
}

/** Russian alphabetical order; whoever has no name comes last, by id. */
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
 * The reading of one page: it remembers the last event that the page rests on, and asks for each
 * name and title once.
 */
export class Reading {
  readonly #reader: ViewReader;
  readonly #asked = new Map<string, Promise<unknown>>();
  #last: Source | null = null;

  constructor(reader: ViewReader) {
    this.#reader = reader;
  }

  /** One partition; null where no event has touched it. */
  async get<View extends object, A extends Answered>(
    projection: Projection<View, A>,
    key: string,
  ): Promise<A | null> {
    const known = `${projection.name} ${key}`;
    const asked = this.#asked.get(known) ?? this.#reader.get(projection, key);
    this.#asked.set(known, asked);
    const answer = (await asked) as A | null;
    if (answer !== null) this.#note(answer);
    return answer;
  }

  /** The partitions whose keys begin so. */
  async *scan<View extends object, A extends Answered>(
    projection: Projection<View, A>,
    prefix: string,
  ): AsyncIterable<A> {
    for await (const [, answer] of this.#reader.scan(projection, prefix)) {
      this.#note(answer);
      yield answer;
    }
  }

  #note({ basis }: Answered): void {
    this.#last = laterSource(this.#last, basis);
  }

  /** All that is known of a person; null: nothing. */
  person(person: string): Promise<Person | null> {
    return this.get(people, person);
  }

  async name(person: string): Promise<ShownName> {
    const found = await this.person(person);
    return { person, ...shownText(found?.name) };
  }

  /** A free text about a person that came with an event: a reason, a merit. */
  async note(person: string, event: string, field: string): Promise<ShownText> {
    const found = await this.person(person);
    return shownText(found?.notes[event]?.[field]);
  }

  async regulation(): Promise<RegulationAnswer> {
    const found = await this.get(catalogue, catalogueKey.regulation);
    if (found?.kind === 'regulation') return found;
    return { kind: 'regulation', ...titlesOf([]), basis: null };
  }

  async programme(programme: string): Promise<ProgrammeTitles | null> {
    const found = await this.get(catalogue, catalogueKey.programme(programme));
    return found?.kind === 'programme' ? found : null;
  }

  async group(group: string): Promise<GroupTitles | null> {
    const found = await this.get(catalogue, catalogueKey.group(group));
    return found?.kind === 'group' ? found : null;
  }

  /** What the page rests on, once all of it has been read. */
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

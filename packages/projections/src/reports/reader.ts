import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { isLocalDate } from '@letopis/core/values';
import type { Answering } from '../projection/any-projection.ts';
import type { Answer, Entry, Known } from '../runtime/answer.ts';
import type { ReadOptions } from '../runtime/read-options.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';

/** Where a report reads partitions: all of one moment, and all on one day. */
export interface ViewReader {
  /** The position of the log as of which everything is read. */
  readonly position: Position;
  /** The day on which partitions are read; null: with all that is known. */
  readonly on: string | null;
  /** What one partition says; null where no event has touched it. */
  get<A>(projection: Answering<A>, key: string): Promise<A | null>;
  /** The same with all that is known, whatever the day: for names and titles. */
  latest<A>(projection: Answering<A>, key: string): Promise<A | null>;
  /** The partitions whose keys begin so, in plain order of keys. */
  scan<A>(
    projection: Answering<A>,
    prefix: string,
  ): AsyncIterable<readonly [key: string, answer: A]>;
}

/** What a reader needs of the runtime's views. */
export interface ViewSource {
  get<A>(projection: Answering<A>, key: string, options?: ReadOptions): Promise<Answer<A>>;
  scan<A>(
    projection: Answering<A>,
    prefix: string,
    options?: ReadOptions,
  ): Promise<Answer<readonly Entry<A>[]>>;
}

/** As of when a reader reads, on both clocks. */
export interface ReaderOptions {
  /**
   * The day on which facts hold, `2026-10-05`; by default all that is known. A name or title that
   * is known only from a later day is shown as it is known: a page without names helps nobody.
   */
  readonly on?: string | null | undefined;
  /** What was known when; by default now. */
  readonly known?: Known | undefined;
  /** Waits until the views hold the log up to here: your own write. */
  readonly atLeast?: Position | undefined;
}

/**
 * A reader over the runtime's views that stays at one position, so that all parts of a page are of
 * one moment. Throws `misuse` for a day that is no calendar day, and what the views throw. The
 * views must hold the projections that are read, and `catalogue` in any case: `coreProjections` is
 * all of the library's.
 *
 * @example
 * const page = await journalPage(await openReader(views), { group: 'm-1', module: 'safety' });
 */
export async function openReader(
  views: ViewSource,
  { on = null, known, atLeast }: ReaderOptions = {},
): Promise<ViewReader> {
  if (on !== null && !isLocalDate(on)) {
    throw new LetopisError('misuse', `${JSON.stringify(on)} is no calendar day: give YYYY-MM-DD`);
  }
  const first = await views.get(catalogue, catalogueKey.regulation, { known, atLeast });
  const { position } = first;
  const options = { on, known: position };
  return {
    position,
    on,
    get: async (projection, key) => {
      const { value, last } = await views.get(projection, key, options);
      return last === null ? null : value;
    },
    latest: async (projection, key) => {
      const { value, last } = await views.get(projection, key, { known: position });
      return last === null ? null : value;
    },
    async *scan(projection, prefix) {
      const { value } = await views.scan(projection, prefix, options);
      for (const entry of value) yield [entry.key, entry.value];
    },
  };
}

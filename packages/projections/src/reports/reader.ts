import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { isLocalDate } from '@letopis/core/values';
import { boundReader } from '../access/bound-reader.ts';
import type { ViewReader } from '../access/view-reader.ts';
import type { ProjectionOf } from '../projection/any-projection.ts';
import type { Answer, Entry, Known } from '../runtime/answer.ts';
import type { ReadOptions } from '../runtime/read-options.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';

export type { Asker, AskerKind, ViewReader } from '../access/view-reader.ts';

/** The part of `Views` that a reader needs. */
export interface ViewSource {
  /** Reads one partition; throws `misuse` where the log does not reach `atLeast` in time. */
  get<A>(projection: ProjectionOf<A>, key: string, options?: ReadOptions): Promise<Answer<A>>;
  /** Reads the partitions whose keys begin with a prefix, in plain string order of keys. */
  scan<A>(
    projection: ProjectionOf<A>,
    prefix: string,
    options?: ReadOptions,
  ): Promise<Answer<readonly Entry<A>[]>>;
  /** The end of the log, up to which the rights of a bound reader are asked. */
  head(): Promise<Position>;
}

/** What a reader reads as of, on both clocks. */
export interface ReaderOptions {
  /**
   * The day for which facts are read, `2026-10-05`; by default all that is known. A name or title
   * that is known only from a later day is still shown, because a page without names is of no use.
   */
  readonly on?: string | null | undefined;
  /** Up to which moment of recording facts are known; by default now. */
  readonly known?: Known | undefined;
  /** Waits until the views have reached this position, so that your own write is included. */
  readonly atLeast?: Position | undefined;
}

/**
 * Opens a reader over views. It stays at one position, so that all parts of a page agree. The views
 * must include the projections that the reports read, and `catalogue` in any case;
 * `coreProjections` has all of them. Throws `misuse` for an invalid calendar day, and what the
 * views throw.
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
  const reader: ViewReader = {
    position,
    on,
    asker: null,
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
    at: (moment) => openReader(views, { known: position, ...moment }),
    // Who may see is asked of what is known now, not of the moment that the pages are read as of.
    for: async (asker) =>
      boundReader(
        reader,
        await openReader(views, { on: asker.on, atLeast: await views.head() }),
        asker,
      ),
  };
  return reader;
}

import type { Position } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import { isLocalDate } from '@letopis/core/values';
import { boundReader, checkAsker } from '../access/bound-reader.ts';
import { askedNow, coveredReader } from '../access/covered-reader.ts';
import { opensClosedChanges } from '../access/opening.ts';
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
 * `coreProjections` has all of them. Who a learner was before a closed change (adoption, protection
 * of a person) is not shown, for no day and as of no moment; an office of the regulation that asks
 * for it sees it through {@link ViewReader.for}. Throws `misuse` for an invalid calendar day, and
 * what the views throw.
 *
 * @example
 * const page = await journalPage(await openReader(views), { group: 'm-1', module: 'safety' });
 */
export async function openReader(
  views: ViewSource,
  options: ReaderOptions = {},
): Promise<ViewReader> {
  return readerOver(views, options, 'covered');
}

/** `open` shows also who learners were before a closed change. */
async function readerOver(
  views: ViewSource,
  { on = null, known, atLeast }: ReaderOptions,
  closed: 'covered' | 'open',
): Promise<ViewReader> {
  if (on !== null && !isLocalDate(on)) {
    throw new LetopisError('misuse', `${JSON.stringify(on)} is no calendar day: give YYYY-MM-DD`);
  }
  const first = await views.get(catalogue, catalogueKey.regulation, { known, atLeast });
  const whole = partsOf(views, on, first.position);
  const reader: ViewReader = {
    ...(closed === 'open' ? whole : coveredReader(whole, askedNow(views))),
    at: (moment) => readerOver(views, { known: first.position, ...moment }, closed),
    // Who may see is asked of what is known now, not of the moment that the pages are read as of.
    for: async (asker) => {
      checkAsker(reader, asker);
      const today = await openReader(views, { on: asker.on, atLeast: await views.head() });
      const asked = await opensClosedChanges(today, asker);
      const moment = { on, known: first.position };
      const base = asked ? await readerOver(views, moment, 'open') : reader;
      return boundReader(base, today, asker);
    },
  };
  return reader;
}

/** What a reader reads of the views, as of one moment. */
function partsOf(
  views: ViewSource,
  on: string | null,
  position: Position,
): Omit<ViewReader, 'at' | 'for'> {
  const options = { on, known: position };
  return {
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
  };
}

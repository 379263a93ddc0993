import type { Codec, EventStore, ViewStore } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { AnyProjection } from '../projection/any-projection.ts';
import { LINES_A_PAGE } from './project.ts';
import { TimeMarks } from './time-marks.ts';
import { Views } from './views.ts';

/** How views are opened. */
export interface ViewsOptions {
  readonly codec: Codec;
  /** Only streams whose names begin so: `academy.` for one organisation. Its views are its own. */
  readonly streamPrefix?: string | undefined;
  /** About how many characters of partitions are held between commits; default 256 million. */
  readonly memoryCharactersMax?: number | undefined;
  /** Lines a page at the most; default 500. */
  readonly pageSize?: number | undefined;
}

/**
 * Opens views of a log that are kept in a view store. Views that are not there yet are built when
 * they are first asked for, or by `catchUp` and `follow`.
 *
 * Throws `foreign-log` where the view store belongs to another log, `misuse` for no projection or
 * two of one name.
 *
 * @example
 * const views = await openViews(store, viewStore, [journal], { codec: codec(coreEvents) });
 * (await views.get(journal, 'm-1/safety', { atLeast: receipt.position })).value;
 */
export async function openViews(
  store: EventStore,
  viewStore: ViewStore,
  projections: readonly AnyProjection[],
  options: ViewsOptions,
): Promise<Views> {
  if (projections.length === 0) throw new LetopisError('misuse', 'give at least one projection');
  const names = projections.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new LetopisError('misuse', `two projections are named ${twice}: rename one`);
  }
  const logId = await store.logId();
  const held = await viewStore.logId();
  if (held !== null && held !== logId) throw foreign(held, logId);
  const marks = new TimeMarks(viewStore);
  await marks.load();
  const { codec, streamPrefix = null, memoryCharactersMax: sizeMax = 256_000_000 } = options;
  const { pageSize = LINES_A_PAGE } = options;
  const bench = { store, views: viewStore, codec, logId, streamPrefix, marks, sizeMax, pageSize };
  return new Views(bench, projections);
}

function foreign(held: string, logId: string): LetopisError {
  const say =
    `these views were made from the log ${held}, and this is the log ${logId} (a restore gives a ` +
    'new id): open an empty view store and let the views be built there, then delete this one';
  return new LetopisError('foreign-log', say, { held, given: logId });
}

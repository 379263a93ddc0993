import type { Codec, EventStore, ViewStore } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { AnyProjection } from '../projection/any-projection.ts';
import { LINES_A_PAGE } from './project.ts';
import { TimeMarks } from './time-marks.ts';
import { Views } from './views.ts';

/** Options of {@link openViews}. */
export interface ViewsOptions {
  readonly codec: Codec;
  /**
   * Reads only streams whose names begin with this: `academy.` for one organisation. The views are
   * then separate from those of other prefixes.
   */
  readonly streamPrefix?: string | undefined;
  /** About how many characters of partitions are cached between commits; default 256 million. */
  readonly memoryCharactersMax?: number | undefined;
  /** Most lines of the log in one page; default 500. */
  readonly pageSize?: number | undefined;
}

/**
 * Opens views of a log, stored in a view store. Views that do not exist yet are built when they are
 * first asked for, or by `catchUp` and `follow`.
 *
 * Throws `foreign-log` if the view store belongs to another log, and `misuse` for no projection or
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
  const stored = await viewStore.logId();
  if (stored !== null && stored !== logId) throw foreign(stored, logId);
  const marks = new TimeMarks(viewStore);
  await marks.load();
  const { codec, streamPrefix = null, memoryCharactersMax: sizeMax = 256_000_000 } = options;
  const { pageSize = LINES_A_PAGE } = options;
  const context = { store, views: viewStore, codec, logId, streamPrefix, marks, sizeMax, pageSize };
  return new Views(context, projections);
}

function foreign(stored: string, logId: string): LetopisError {
  const say =
    `these views were made from the log ${stored}, and this is the log ${logId} ` +
    '(a restore gives a new id): open an empty view store and let the views be built there, ' +
    'then delete this one';
  return new LetopisError('foreign-log', say, { held: stored, given: logId });
}

import type { Codec, EventStore, Position } from '@letopis/core';
import { START } from '@letopis/core';
import type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
import { logFilter } from '../projection/any-projection.ts';
import type { Answer, Entry, Known } from './answer.ts';
import { decodedParts } from './decoded-page.ts';
import { PartitionCache } from './partition-cache.ts';
import { answerOf, lastEvent } from './partition.ts';
import type { Partition } from './partition.ts';
import { knownPosition } from './time-marks.ts';

/** Which part of a projection to fold, and as of when. */
export interface ProjectOptions {
  /** Up to which moment of recording to fold; by default the current end of the log. */
  readonly known?: Known | undefined;
  /** Folds only these partitions; by default all. */
  readonly keys?: readonly string[] | undefined;
  /** Folds only partitions whose keys begin with this. */
  readonly prefix?: string | undefined;
  /** Reads only streams whose names begin with this: `academy.` for one organisation. */
  readonly streamPrefix?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A projection folded once, in memory. */
export interface Projected<Value> {
  /** The position up to which the log was folded. */
  readonly position: Position;
  /** Reads a partition on a day; by default with all that it knows. */
  get(key: string, on?: string | null): Answer<Value>;
  /** Reads the partitions whose keys begin with a prefix, in plain string order of keys. */
  scan(prefix: string, on?: string | null): readonly Entry<Value>[];
}

/**
 * Folds a projection once, in memory, as of a position, an instant or a day, in log order. Reads
 * the log once, only the event types of the projection.
 *
 * Throws what the codec throws for the first event that it cannot read, naming `stream@revision`.
 *
 * @example
 * const journals = await project(store, codec(coreEvents), journal, {
 *   known: { day: '2026-03-05', timeZone: 'Europe/Moscow' } });
 * journals.get('m-1/safety', '2026-03-01').value;
 */
export async function project<Value>(
  store: EventStore,
  codec: Codec,
  projection: ProjectionOf<Value>,
  options: ProjectOptions = {},
): Promise<Projected<Value>> {
  const { known, keys, prefix = '', streamPrefix = null } = options;
  const to = known === undefined ? await store.head() : await knownPosition(store, null, known);
  const listed = keys === undefined ? null : new Set(keys);
  const partitions = await foldAsOf(store, codec, projection, {
    to,
    streamPrefix,
    signal: options.signal,
    wanted: (key) => key.startsWith(prefix) && (listed === null || listed.has(key)),
  });
  const found = new Map(partitions.partitions());
  const sorted = [...found.keys()].toSorted();
  return {
    position: to,
    get: (key, on = null) => answerOf(projection, key, found.get(key), to, on),
    scan: (begin, on = null) =>
      sorted
        .filter((key) => key.startsWith(begin))
        .map((key) => entryOf(projection, key, found.get(key) as Partition, on)),
  };
}

/** One partition of a scan. */
export function entryOf<Value>(
  projection: ProjectionOf<Value>,
  key: string,
  partition: Partition,
  on: string | null,
): Entry<Value> {
  const value = projection.read(partition.view as never, on);
  return { key, value, last: lastEvent(partition) };
}

/** The part of the log to fold in memory. */
export interface AsOf {
  /** A position before all events wanted; by default the start of the log. */
  readonly after?: Position;
  readonly to: Position;
  readonly streamPrefix: string | null;
  readonly wanted: (key: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Folds some partitions in place, from the log alone, up to a position. */
export async function foldAsOf(
  store: EventStore,
  codec: Codec,
  projection: AnyProjection,
  { after = START, to, streamPrefix, wanted, signal }: AsOf,
): Promise<PartitionCache> {
  const partitions = new PartitionCache(projection, {
    load: null,
    drafts: false,
    sizeMax: Infinity,
  });
  const filter = logFilter([projection], streamPrefix);
  let from = after;
  if (from >= to) return partitions;
  for await (const page of store.readAll(from, { ...filter, pageSize: LINES_A_PAGE })) {
    signal?.throwIfAborted();
    const lines = page.lines.filter(({ position }) => position <= to);
    for (const part of decodedParts(codec, { ...page, lines }, from)) {
      await partitions.fold(part.events, from, START, wanted);
      if (part.stop !== null) throw part.stop;
      from = part.scannedTo;
    }
    if (from >= to) break;
  }
  return partitions;
}

/**
 * Lines of the log in one page. Larger pages are not faster, and would survive the young generation
 * of the garbage collector.
 */
export const LINES_A_PAGE = 500;

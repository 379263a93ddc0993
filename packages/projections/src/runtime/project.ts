import type { Codec, EventStore, Position } from '@letopis/core';
import { START } from '@letopis/core';
import type { AnyProjection, Answering } from '../projection/any-projection.ts';
import { logFilter } from '../projection/any-projection.ts';
import type { Answer, Entry, Known } from './answer.ts';
import { decodedParts } from './decoded-page.ts';
import { HeldPartitions } from './held-partitions.ts';
import { answerOf, lastEvent } from './partition.ts';
import type { Partition } from './partition.ts';
import { knownPosition } from './time-marks.ts';

/** Which part of a projection to fold, and as of when. */
export interface ProjectOptions {
  /** By default the log's present end. */
  readonly known?: Known | undefined;
  /** Only these partitions; by default all. */
  readonly keys?: readonly string[] | undefined;
  /** Only partitions whose keys begin so. */
  readonly prefix?: string | undefined;
  /** Only streams whose names begin so: `academy.` for one organisation. */
  readonly streamPrefix?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A projection folded once, in memory. */
export interface Projected<Value> {
  /** The fold of the log up to here. */
  readonly position: Position;
  /** What a partition says on a day; by default with all that it knows. */
  get(key: string, on?: string | null): Answer<Value>;
  /** The partitions whose keys begin so, in plain order of keys. */
  scan(prefix: string, on?: string | null): readonly Entry<Value>[];
}

/**
 * Folds a projection once, in memory, as of a position, an instant or a day: the fold, in log
 * order, of that prefix of the log. It costs one read of the types that the projection wants.
 *
 * Throws what the codec says about the first event that it cannot read, naming `stream@revision`.
 *
 * @example
 * const journals = await project(store, codec(coreEvents), journal, {
 *   known: { day: '2026-03-05', timeZone: 'Europe/Moscow' } });
 * journals.get('m-1/safety', '2026-03-01').value;
 */
export async function project<Value>(
  store: EventStore,
  codec: Codec,
  projection: Answering<Value>,
  options: ProjectOptions = {},
): Promise<Projected<Value>> {
  const { known, keys, prefix = '', streamPrefix = null } = options;
  const to = known === undefined ? await store.head() : await knownPosition(store, null, known);
  const listed = keys === undefined ? null : new Set(keys);
  const held = await foldAsOf(store, codec, projection, {
    to,
    streamPrefix,
    signal: options.signal,
    wanted: (key) => key.startsWith(prefix) && (listed === null || listed.has(key)),
  });
  const found = new Map(held.partitions());
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
  projection: Answering<Value>,
  key: string,
  partition: Partition,
  on: string | null,
): Entry<Value> {
  const value = projection.read(partition.view as never, on);
  return { key, value, last: lastEvent(partition) };
}

/** A part of the log to fold in memory. */
export interface AsOf {
  /** A position before every event that is wanted; by default the log's start. */
  readonly after?: Position;
  readonly to: Position;
  readonly streamPrefix: string | null;
  readonly wanted: (key: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Folds the wanted partitions in place, from the log alone, up to a position. */
export async function foldAsOf(
  store: EventStore,
  codec: Codec,
  projection: AnyProjection,
  { after = START, to, streamPrefix, wanted, signal }: AsOf,
): Promise<HeldPartitions> {
  const held = new HeldPartitions(projection, { load: null, drafts: false, sizeMax: Infinity });
  const filter = logFilter([projection], streamPrefix);
  let from = after;
  if (from >= to) return held;
  for await (const page of store.readAll(from, { ...filter, pageSize: LINES_A_PAGE })) {
    signal?.throwIfAborted();
    const lines = page.lines.filter(({ position }) => position <= to);
    for (const part of decodedParts(codec, { ...page, lines }, from)) {
      await held.fold(part.events, from, START, wanted);
      if (part.stop !== null) throw part.stop;
      from = part.scannedTo;
    }
    if (from >= to) break;
  }
  return held;
}

/** Lines a page: more cost nothing less, and their lines would outlive the young generation. */
export const LINES_A_PAGE = 500;

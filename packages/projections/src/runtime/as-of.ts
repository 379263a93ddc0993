import type { Position } from '@letopis/core';
import type { Generation } from '@letopis/core/kernel';
import type { ProjectionOf } from '../projection/any-projection.ts';
import type { Answer, Entry, LastEvent } from './answer.ts';
import type { Partition } from './partition.ts';
import { answerOf, lastEvent, parsePartition } from './partition.ts';
import { entryOf, foldAsOf, project } from './project.ts';
import type { RuntimeContext } from './runner.ts';
import { isMoved } from './runner.ts';

/** How to read live partitions. */
export interface ReadTerms {
  readonly on: string | null;
  /** The position as of which to answer; `null` answers with the newest state of the views. */
  readonly known: Position | null;
  /** Gives the live generation once it has reached the position asked for. */
  readonly reach: () => Promise<Generation>;
}

/** Number of tries on live partitions before a scan is folded from the log, which does not move. */
const TRIES = 3;
const PARTITIONS_A_PAGE = 500;

/**
 * Reads one partition, in its newest state or as of a position. As of an earlier position it gives
 * the live partition if no later event has touched it; otherwise it folds the partition's part of
 * the log from its first event.
 */
export async function readPartition<Value>(
  context: RuntimeContext,
  projection: ProjectionOf<Value>,
  key: string,
  { on, known, reach }: ReadTerms,
): Promise<Answer<Value>> {
  for (;;) {
    const { id, checkpoint } = await reach();
    let text: string | undefined;
    try {
      text = await context.views.get(id, key);
    } catch (error) {
      if (isMoved(error)) continue; // a rebuild was switched to in between
      throw error;
    }
    const partition = text === undefined ? undefined : parsePartition(text);
    if (known === null) return answerOf(projection, key, partition, checkpoint, on);
    if (partition === undefined || partition.position <= known) {
      return answerOf(projection, key, partition, known, on);
    }
    const older = await foldLate(context, projection, new Map([[key, partition.since]]), known);
    return answerOf(projection, key, older.get(key), known, on);
  }
}

/**
 * Reduces the partitions of a prefix, all as of one position. A partition with later events is
 * folded from the log as of that position. If the views keep moving, the whole prefix is folded
 * from the log.
 */
export async function reducePartitions<Value, Sum>(
  context: RuntimeContext,
  projection: ProjectionOf<Value>,
  prefix: string,
  start: () => Sum,
  step: (sum: Sum, entry: Entry<Value>) => Sum,
  { on, known, reach }: ReadTerms,
): Promise<Answer<Sum>> {
  const older = new Map<string, Partition | undefined>();
  let to: Position = known ?? '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const generation = await reach();
    if (known === null) to = generation.checkpoint;
    const late = new Map<string, Position>();
    let sum = start();
    let last: LastEvent | null = null;
    try {
      for await (const [key, live] of scanned(context, generation.id, prefix)) {
        if (live.position > to && !older.has(key)) late.set(key, live.since);
        const partition = live.position > to ? older.get(key) : live;
        if (late.size > 0 || partition === undefined) continue;
        sum = step(sum, entryOf(projection, key, partition, on));
        if (last === null || partition.position > last.position) last = lastEvent(partition);
      }
    } catch (error) {
      if (isMoved(error)) continue;
      throw error;
    }
    if (late.size === 0) return { value: sum, position: to, last };
    if (known === null) continue; // the views moved on during the scan: scan again
    const folded = await foldLate(context, projection, late, known);
    for (const key of late.keys()) older.set(key, folded.get(key));
  }
  return reduceLog(context, projection, prefix, start, step, { on, to });
}

async function reduceLog<Value, Sum>(
  { store, codec, streamPrefix }: RuntimeContext,
  projection: ProjectionOf<Value>,
  prefix: string,
  start: () => Sum,
  step: (sum: Sum, entry: Entry<Value>) => Sum,
  { on, to }: { readonly on: string | null; readonly to: Position },
): Promise<Answer<Sum>> {
  const part = { known: to, prefix, ...(streamPrefix !== null && { streamPrefix }) };
  const entries = (await project(store, codec, projection, part)).scan(prefix, on);
  let last: LastEvent | null = null;
  for (const entry of entries) {
    if (last === null || entry.last.position > last.position) last = entry.last;
  }
  return { value: entries.reduce(step, start()), position: to, last };
}

/** All partitions of a prefix, read page by page. */
async function* scanned(
  { views }: RuntimeContext,
  id: number,
  prefix: string,
): AsyncGenerator<readonly [key: string, partition: Partition]> {
  let after = '';
  for (;;) {
    const page = await views.scan(id, prefix, after, PARTITIONS_A_PAGE);
    for (const [key, text] of page) yield [key, parsePartition(text)];
    const end = page.at(-1);
    if (end === undefined || page.length < PARTITIONS_A_PAGE) return;
    after = end[0];
  }
}

/** Folds some partitions as of a position, starting before the first event of any of them. */
async function foldLate(
  { store, codec, streamPrefix }: RuntimeContext,
  projection: ProjectionOf<unknown>,
  late: ReadonlyMap<string, Position>,
  to: Position,
): Promise<ReadonlyMap<string, Partition>> {
  const after = [...late.values()].reduce((a, b) => (a < b ? a : b));
  const wanted = (key: string): boolean => late.has(key);
  const partitions = await foldAsOf(store, codec, projection, { after, to, streamPrefix, wanted });
  return new Map(partitions.partitions());
}

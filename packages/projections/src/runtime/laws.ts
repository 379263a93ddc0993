import type { RecordedEvent } from '@letopis/core';
import { START } from '@letopis/core';
import { deepFreeze, findNonJson, sortedJson } from '@letopis/core/kernel';
import type { AnyProjection } from '../projection/any-projection.ts';
import { PartitionCache } from './partition-cache.ts';
import type { Partition } from './partition.ts';
import { parsePartition } from './partition.ts';

/**
 * Checks the laws of a projection over some events, for the tests of its author: views are JSON; a
 * fold onto drafts, page by page and stored in between, gives the same as one fold in place; `read`
 * changes nothing; and `read(fold(all), D)` equals `read(fold(occurredOn ≤ D), D)`.
 *
 * @param events decoded events in log order, of any types.
 * @param days calendar days on which the views are read.
 * @returns the broken laws, each as a sentence that names key and day; empty if all hold.
 * @example
 * expect(await brokenLaws(journal, events, ['2026-09-01', '2026-10-05'])).toEqual([]);
 */
export async function brokenLaws<E extends RecordedEvent>(
  projection: AnyProjection & { readonly keysOf: (event: E) => readonly string[] },
  events: readonly E[],
  days: readonly string[],
): Promise<readonly string[]> {
  const frozen = deepFreeze(structuredClone(events));
  const all = await folded(projection, frozen);
  const broken: string[] = [];
  const live = await foldedLive(projection, frozen);
  for (const [key, { view }] of all) {
    const path = findNonJson(view, 'view');
    if (path !== null) broken.push(`${key}: ${path} is no JSON value, so it cannot be stored`);
    if (sortedJson(view) !== sortedJson(live.get(key)?.view)) {
      broken.push(`${key}: the live view and the rebuilt one differ`);
    }
  }
  for (const day of days) {
    const until = frozen.filter(({ occurredOn }) => occurredOn <= day);
    const early = await folded(projection, until);
    for (const [key, { view }] of all) {
      const before = sortedJson(view);
      const now = answer(projection, view, day);
      if (sortedJson(view) !== before) broken.push(`${key}: read changed the view`);
      const then = answer(projection, early.get(key)?.view ?? projection.initial(key), day);
      if (now !== then) broken.push(`${key} on ${day}: ${now} with all, ${then} as of the day`);
    }
  }
  return broken;
}

function answer(projection: AnyProjection, view: object, day: string): string {
  return sortedJson(projection.read(view as never, day));
}

async function folded(
  projection: AnyProjection,
  events: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, Partition>> {
  const partitions = new PartitionCache(projection, {
    load: null,
    drafts: false,
    sizeMax: Infinity,
  });
  await partitions.fold(events, START, START);
  return new Map(partitions.partitions());
}

/**
 * Folds three events a page, storing and reading back each page, as a runner does that caches
 * nothing.
 */
async function foldedLive(
  projection: AnyProjection,
  events: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, Partition>> {
  const texts = new Map<string, string>();
  const load = async (key: string): Promise<string | undefined> => texts.get(key);
  for (let from = 0; from < events.length; from += 3) {
    const partitions = new PartitionCache(projection, { load, drafts: true, sizeMax: 0 });
    await partitions.fold(events.slice(from, from + 3), START, START);
    for (const [key, text] of partitions.puts()) texts.set(key, text);
  }
  return new Map([...texts].map(([key, text]) => [key, parsePartition(text)]));
}

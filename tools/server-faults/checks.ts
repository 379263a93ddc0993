import type { StoredLine } from '@letopis/core/store';
import { parseLine } from '@letopis/core/store';
import { checkLog } from '@letopis/core/testing';
import type { Follower } from './follower.ts';
import type { Tally } from './writer.ts';

/**
 * Compares the log with the answers: every chain intact, every acknowledged event stored once and
 * where its answer says, nothing else stored, and each follower saw the log in its order.
 */
export function checkRound(
  lines: readonly StoredLine[],
  tally: Tally,
  followers: readonly Follower[],
): readonly string[] {
  const failures: string[] = [];
  try {
    checkLog(lines, 'stream');
  } catch (error) {
    failures.push(`chain: ${String(error)}`);
  }
  const standing = lines.map(({ line, position }) => ({ ...parseLine(line, position), position }));
  const places = new Map<string, string>();
  for (const { id, stream, revision, position } of standing) {
    const at = `${stream}@${revision}`;
    if (places.has(id)) failures.push(`doubled: ${id} stands twice, again at ${at}`);
    places.set(id, `${at} ${position}`);
  }
  const acknowledged = new Set<string>();
  for (const { stream, events } of tally.acknowledged) {
    for (const { id, revision, position } of events) {
      acknowledged.add(id);
      const place = places.get(id);
      if (place === undefined) failures.push(`lost: ${id} was acknowledged, and does not stand`);
      else if (place !== `${stream}@${revision} ${position}`) {
        failures.push(`moved: ${id} was told ${stream}@${revision} ${position}, is at ${place}`);
      }
    }
  }
  for (const id of places.keys()) {
    if (!acknowledged.has(id)) failures.push(`unsettled: ${id} stands, and nobody was told`);
  }
  for (const follower of followers) {
    const { types } = follower;
    const wanted = standing.filter(({ type }) => types === null || types.includes(type));
    const seen = follower.ids;
    const at = wanted.findIndex(({ id }, index) => id !== seen[index]);
    if (at < 0 && seen.length === wanted.length) continue;
    const what = `${seen.length} of ${wanted.length} events`;
    failures.push(`followed: ${types?.join() ?? 'all'} saw ${what}, other than the log from ${at}`);
  }
  return failures;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@letopis/core';
import { START } from '@letopis/core';
import { lineEventId } from '@letopis/core/store';
import { LATE, within } from './within.ts';

/** What one follower saw, until it was ended. */
export interface Follower {
  readonly types: readonly string[] | null;
  readonly ids: readonly string[];
  readonly failures: readonly string[];
  /**
   * Waits until it has seen everything up to a position, at most that many milliseconds; then ends
   * it.
   */
  end(position: Position, limitMs: number): Promise<void>;
}

/** Follows a log from its start, whatever happens to the server. */
export function followFrom(store: EventStore, types: readonly string[] | null): Follower {
  const [ids, failures]: [string[], string[]] = [[], []];
  const aborter = new AbortController();
  let reached = START;
  const name = `the follower of ${types?.join() ?? 'all'}`;
  const run = async (): Promise<void> => {
    try {
      for await (const page of store.follow(START, { types, signal: aborter.signal })) {
        for (const { line } of page.lines) ids.push(lineEventId(line));
        if (page.scannedTo < reached) failures.push(`${name} goes back to ${page.scannedTo}`);
        reached = page.scannedTo;
      }
      if (!aborter.signal.aborted) failures.push(`${name} ended by itself`);
    } catch (error) {
      failures.push(`${name} throws ${String(error)}`);
    }
  };
  const running = run();
  return {
    types,
    ids,
    failures,
    end: async (position, limitMs) => {
      const there = (): boolean => reached >= position;
      const until = performance.now() + limitMs;
      while (!there() && failures.length === 0 && performance.now() < until) await pause(20);
      if (!there()) failures.push(`pending: ${name} is not at the end after ${limitMs} ms`);
      aborter.abort();
      if ((await within(running, limitMs)) === LATE) {
        failures.push(`pending: ${name} did not end in ${limitMs} ms`);
      }
    },
  };
}

import type { EventStore, Ports } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import { Patience } from './patience.ts';

/**
 * The same reading, which goes on from its last page where the server cannot be reached, after
 * growing pauses and for as long as its signal lets it: a follower outlives its server's absence.
 */
export function resuming(
  ports: Ports,
  readAll: EventStore['readAll'],
  signal: AbortSignal | undefined,
): EventStore['readAll'] {
  return async function* resume(after, options) {
    const patience = new Patience(ports, Number.POSITIVE_INFINITY);
    let position = after;
    for (;;) {
      try {
        for await (const page of readAll(position, options)) {
          position = page.scannedTo;
          patience.rest();
          yield page;
        }
        return;
      } catch (error) {
        if (!isLetopisError(error, 'unreachable') || signal?.aborted === true) throw error;
        await patience.pause();
      }
    }
  };
}

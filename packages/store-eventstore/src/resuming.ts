import type { EventStore, Ports } from '@letopis/core';
import { isLetopisError } from '@letopis/core';
import { Patience } from './patience.ts';

/**
 * Reads on from the last page where the server could not be reached, after growing pauses and until
 * the signal is aborted, so that a follower survives its server's absence.
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

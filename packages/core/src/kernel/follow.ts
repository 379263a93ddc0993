import type { EventStore, FollowOptions, FollowPage, Position } from './event-store.ts';

/** A wait that notices every append since it was armed. */
export interface ArmedWait {
  /**
   * Ends at an append made since the arming, after `ms` milliseconds, or when the signal is
   * aborted.
   */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** Releases the wait, whether or not anybody waited. */
  disarm(): void;
}

/**
 * The one loop behind every store's `follow`: read from the last position to the end, wait, read
 * again. There is no second "live" path that could lose events; a wake-up only ends a wait.
 *
 * @param arm is called before each read of the log, so that an append during the read ends the
 * wait.
 */
export async function* followLog(
  readAll: EventStore['readAll'],
  arm: () => ArmedWait,
  after: Position,
  options: FollowOptions = {},
): AsyncGenerator<FollowPage, void, void> {
  const { signal, pollMs = 250 } = options;
  let position = after;
  let told = false;
  while (!aborted(signal)) {
    const armed = arm();
    try {
      let pending: FollowPage | null = null;
      for await (const page of readAll(position, options)) {
        if (aborted(signal)) return;
        if (pending !== null) yield pending;
        if (aborted(signal)) return;
        position = page.scannedTo;
        pending = { ...page, caughtUp: false };
      }
      if (pending !== null || !told) {
        yield { lines: [], scannedTo: position, ...pending, caughtUp: true };
        told = true;
      }
      if (!aborted(signal)) await armed.wait(pollMs, signal);
    } finally {
      armed.disarm();
    }
  }
}

// A function, because the compiler would otherwise narrow the flag to its first value.
function aborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

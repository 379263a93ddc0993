import type { RecordedEvent } from './event.ts';
import type { Folded } from './fold-cache.ts';
import type { Fold } from './fold.ts';

/**
 * What a reader needs: the state of any stream of one organisation, and the time. Functions that
 * read for a decision or a test take this port, so that they cannot append.
 */
export interface Reading {
  /** The state of the stream that the fold's kind and this key name, read to its end. */
  load<State, E extends RecordedEvent>(
    fold: Fold<State, E>,
    ...key: readonly string[]
  ): Promise<Folded<State>>;
  /** The time by the store's clock, in milliseconds since 1970, UTC. */
  now(): number;
}

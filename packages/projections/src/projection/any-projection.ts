import type { LogFilter } from '@letopis/core/kernel';

/**
 * Any projection, whatever the types of its view, answer and events: the element type of lists of
 * projections.
 */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  /** Gives the keys of the partitions that an event belongs to. */
  readonly keysOf: (event: never) => readonly string[];
  /** Makes the view of a partition, as it is before the first event. */
  readonly initial: (key: string) => object;
  /** Changes the view by one event; it must not throw, because the event is stored already. */
  readonly apply: (view: never, event: never, key: string) => void;
  /** Says what the view shows on a calendar day; `null` reads all facts, also later ones. */
  readonly read: (view: never, on: string | null) => unknown;
}

/** A projection of which only the type of its answers is known. */
export interface ProjectionOf<Value> extends AnyProjection {
  /** Says what the view shows on a calendar day; `null` reads all facts, also later ones. */
  readonly read: (view: never, on: string | null) => Value;
}

/** The filter of the log that covers the event types of some projections. */
export function logFilter(
  projections: readonly AnyProjection[],
  streamPrefix: string | null,
): LogFilter {
  return { types: [...new Set(projections.flatMap(({ types }) => types))], streamPrefix };
}

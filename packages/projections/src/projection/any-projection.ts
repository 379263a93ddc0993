import type { LogFilter } from '@letopis/core/kernel';

/** Any projection, whatever its view, answer and events are: what lists of them hold. */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  readonly keysOf: (event: never) => readonly string[];
  readonly initial: (key: string) => object;
  readonly apply: (view: never, event: never, key: string) => void;
  readonly read: (view: never, on: string | null) => unknown;
}

/** A projection with the type of its answers. */
export interface Answering<Value> extends AnyProjection {
  readonly read: (view: never, on: string | null) => Value;
}

/** The part of the log that some projections want. */
export function logFilter(
  projections: readonly AnyProjection[],
  streamPrefix: string | null,
): LogFilter {
  return { types: [...new Set(projections.flatMap(({ types }) => types))], streamPrefix };
}

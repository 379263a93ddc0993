import type { Position } from '@letopis/core';

/**
 * A moment of the log, for "as known then": a position, an instant (ISO with `Z` or an offset), or
 * a calendar day, which means the end of that day in the organisation's time zone.
 *
 * @example
 * const known: Known = { day: '2026-03-05', timeZone: 'Europe/Moscow' };
 */
export type Known =
  | Position
  | { readonly instant: string }
  | { readonly day: string; readonly timeZone: string };

/**
 * The last event that an answer depends on. Forms print `stream@revision`, which a restore does not
 * change.
 */
export interface LastEvent {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/** An answer of a view, and the part of the log that it is based on. */
export interface Answer<Value> {
  readonly value: Value;
  /**
   * The value is the fold of the log up to this position: asked again with `known` it is the same.
   */
  readonly position: Position;
  /** The last event in it; `null` if no event has touched what was asked for. */
  readonly last: LastEvent | null;
}

/** One partition of a scan, as its projection reads it. */
export interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly last: LastEvent;
}
